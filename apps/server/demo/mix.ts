import type { OutgoingState } from '#modules/documents/contract.ts'
import type { ReceiptOutcome } from './receipts.ts'
import type { Batch } from './types.ts'

/** How the deadline of a document stands on the day of the demonstration. */
export type Lateness = 'overdue' | 'today' | 'soon' | 'later'

/**
 * How many documents of which kind, and what has become of them. `age`: working days before today on which the document
 * arrives (or its draft begins), the lowest and the highest.
 *
 * - above: from the province or a department to communes; one outcome each for the three communes, in turn
 * - within: between the province and its departments
 * - to-communes, to-province: on paper, from somebody who is not on the system
 * - own: drafted in a commune
 */
export type Recipe = {
  readonly batch: Batch
  readonly count: number
  readonly age: readonly [number, number]
  readonly lateness?: Lateness
  /** Only subjects that set a day for the answer. */
  readonly withTerm?: boolean
  readonly types?: readonly string[]
} & (
  | { readonly kind: 'above'; readonly outcomes: readonly ReceiptOutcome[]; readonly issue?: 'recalled' | 'taken-back' }
  | { readonly kind: 'within' | 'to-communes' | 'to-province'; readonly outcomes: readonly ReceiptOutcome[] }
  | { readonly kind: 'own'; readonly states: readonly OutgoingState[] }
)

/** Days whose documents are the first batch; in every series their numbers follow those of the background. */
export const firstBatchDays = 8

const wholeWindow: readonly [number, number] = [firstBatchDays + 6, 48]
const lastWeeks: readonly [number, number] = [firstBatchDays + 3, firstBatchDays + 14]

const firstBatch: readonly Recipe[] = [
  { batch: 'first', kind: 'above', count: 3, age: [1, 1], lateness: 'soon', withTerm: true, outcomes: ['arrived'] },
  {
    batch: 'first',
    kind: 'above',
    count: 1,
    age: [1, 1],
    types: ['CĐ'],
    lateness: 'today',
    outcomes: ['arrived', 'waiting', 'assigned'],
  },
  { batch: 'first', kind: 'above', count: 2, age: [1, 2], types: ['GM'], outcomes: ['arrived', 'waiting', 'assigned'] },
  { batch: 'first', kind: 'above', count: 2, age: [1, 2], outcomes: ['waiting', 'arrived', 'waiting-for-leader'] },
  {
    batch: 'first',
    kind: 'above',
    count: 2,
    age: [2, 3],
    lateness: 'today',
    withTerm: true,
    outcomes: ['waiting-for-leader', 'assigned', 'waiting'],
  },
  {
    batch: 'first',
    kind: 'above',
    count: 3,
    age: [5, 7],
    lateness: 'overdue',
    withTerm: true,
    outcomes: ['in-progress', 'assigned', 'in-progress'],
  },
  {
    batch: 'first',
    kind: 'above',
    count: 2,
    age: [3, 5],
    lateness: 'soon',
    withTerm: true,
    outcomes: ['in-progress', 'finished', 'assigned'],
  },
  { batch: 'first', kind: 'above', count: 2, age: [4, 6], lateness: 'later', withTerm: true, outcomes: ['finished'] },
  { batch: 'first', kind: 'above', count: 1, age: [4, 5], outcomes: ['refused', 'finished', 'finished'] },
  { batch: 'first', kind: 'above', count: 1, age: [4, 5], issue: 'recalled', outcomes: ['cancelled'] },
  { batch: 'first', kind: 'above', count: 1, age: [2, 3], issue: 'taken-back', outcomes: ['taken-back'] },
  { batch: 'first', kind: 'to-communes', count: 6, age: [1, 2], outcomes: ['waiting', 'waiting-for-leader'] },
  { batch: 'first', kind: 'to-communes', count: 2, age: [1, 3], types: ['DT'], outcomes: ['waiting'] },
  {
    batch: 'first',
    kind: 'above',
    count: 2,
    age: [1, 3],
    types: ['TB'],
    outcomes: ['set-aside', 'brought-back'],
  },
  {
    batch: 'first',
    kind: 'to-communes',
    count: 3,
    age: [4, 6],
    lateness: 'overdue',
    withTerm: true,
    outcomes: ['in-progress', 'assigned'],
  },
  {
    batch: 'first',
    kind: 'to-communes',
    count: 2,
    age: [3, 5],
    lateness: 'today',
    withTerm: true,
    outcomes: ['in-progress'],
  },
  {
    batch: 'first',
    kind: 'own',
    count: 12,
    age: [2, 4],
    states: ['draft', 'in-review', 'awaiting-approval', 'approved', 'returned', 'numbered'],
  },
  { batch: 'first', kind: 'own', count: 4, age: [4, 6], states: ['dispatched', 'recalled', 'dispatched', 'cancelled'] },
  { batch: 'first', kind: 'within', count: 3, age: [1, 3], outcomes: ['arrived', 'waiting', 'in-progress'] },
  {
    batch: 'first',
    kind: 'to-province',
    count: 6,
    age: [1, 4],
    outcomes: ['waiting', 'waiting-for-leader', 'in-progress'],
  },
]

const background: readonly Recipe[] = [
  { batch: 'background', kind: 'above', count: 154, age: wholeWindow, outcomes: ['finished'] },
  {
    batch: 'background',
    kind: 'above',
    count: 16,
    age: lastWeeks,
    lateness: 'later',
    withTerm: true,
    outcomes: ['in-progress', 'finished', 'assigned', 'finished'],
  },
  {
    batch: 'background',
    kind: 'above',
    count: 6,
    age: lastWeeks,
    withTerm: true,
    outcomes: ['in-progress', 'finished', 'finished'],
  },
  { batch: 'background', kind: 'above', count: 4, age: wholeWindow, outcomes: ['refused', 'finished'] },
  { batch: 'background', kind: 'above', count: 3, age: wholeWindow, issue: 'recalled', outcomes: ['cancelled'] },
  { batch: 'background', kind: 'to-communes', count: 120, age: wholeWindow, outcomes: ['finished'] },
  {
    batch: 'background',
    kind: 'above',
    count: 8,
    age: wholeWindow,
    types: ['TB', 'BC', 'HD'],
    outcomes: ['set-aside', 'finished'],
  },
  {
    batch: 'background',
    kind: 'to-communes',
    count: 18,
    age: lastWeeks,
    lateness: 'later',
    outcomes: ['in-progress', 'finished', 'assigned', 'finished'],
  },
  { batch: 'background', kind: 'own', count: 94, age: wholeWindow, states: ['dispatched'] },
  {
    batch: 'background',
    kind: 'own',
    // Three rounds: each of the three communes has each state.
    count: 24,
    age: lastWeeks,
    states: ['recalled', 'draft', 'cancelled', 'returned', 'awaiting-approval', 'in-review', 'approved', 'numbered'],
  },
  { batch: 'background', kind: 'within', count: 30, age: wholeWindow, outcomes: ['finished'] },
  {
    batch: 'background',
    kind: 'within',
    count: 6,
    age: lastWeeks,
    lateness: 'later',
    outcomes: ['in-progress', 'finished'],
  },
  { batch: 'background', kind: 'to-province', count: 49, age: wholeWindow, outcomes: ['finished'] },
  {
    batch: 'background',
    kind: 'to-province',
    count: 8,
    age: lastWeeks,
    lateness: 'later',
    outcomes: ['in-progress', 'finished'],
  },
]

export const recipes: readonly Recipe[] = [...firstBatch, ...background]

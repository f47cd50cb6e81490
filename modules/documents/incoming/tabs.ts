import type { z } from '#lib/schemas/index.ts'
import type { IncomingQuery, IncomingState } from '../contract.ts'
import type { ReaderReason } from '../readers.ts'
import { openIncomingStates } from './states.ts'

type Query = z.output<typeof IncomingQuery>
export type IncomingTab = NonNullable<Query['tab']>

/** What a list holds: documents in these states (nothing said: in any), what is late, what one reads for a reason. */
export type ListContent = {
  readonly states?: readonly IncomingState[]
  readonly late?: true
  readonly why?: readonly ReaderReason[]
}

export const incomingTabs: Readonly<Record<IncomingTab, ListContent>> = {
  'to-register': { states: ['arrived'] },
  'to-direct': { states: ['awaiting-proposal', 'awaiting-direction'] },
  open: { states: ['assigned', 'in-progress'] },
  overdue: { states: openIncomingStates, late: true },
  finished: { states: ['finished'] },
  'not-registered': { states: ['set-aside', 'refused', 'taken-back', 'cancelled'] },
  mine: { states: openIncomingStates, why: ['lead', 'direct', 'assist', 'holder'] },
  'for-information': { why: ['inform'] },
}

/** A tab narrowed to a state: one that the tab does not hold leaves nothing. */
export function contentOf({ tab, state }: Pick<Query, 'tab' | 'state'>): ListContent {
  const content: ListContent = tab ? incomingTabs[tab] : {}
  if (!state) return content
  return { ...content, states: content.states && !content.states.includes(state) ? [] : [state] }
}

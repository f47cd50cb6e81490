import type { OutgoingAct, OutgoingState } from '../contract.ts'
import { type Step, stateTable } from '../state-table.ts'

/** Acts of people, and what happens to a document without one: a receiver keeps what it was asked to give back. */
export type OutgoingEvent = OutgoingAct | 'kept-by-receiver'

/**
 * What somebody is to an outgoing document. `drafter`: it is his draft, or his unit's; `reviewer`: he is asked for it.
 * `receiver` is an agency that it was sent to.
 */
export type OutgoingWho = 'drafter' | 'reviewer' | 'signer' | 'clerk' | 'leader' | 'office-head' | 'reader' | 'receiver'

export type OutgoingNeed =
  /** No receiver inside has opened it. */
  | 'unopened'
  /** Something is still to be carried by hand. */
  | 'by-hand'
  /** A recalled paper is still with somebody who was handed it. */
  | 'paper-out'
  /** Every receiver has answered whether it gives the document back. */
  | 'answered'
  /** Somebody it was sent to is without it: he gave back what another kept, or refused it. */
  | 'without'
  /** A recipient was closed before the document came, and who took over has not got it. */
  | 'succeeded'
  /** Its pages were uploaded, not rendered here. */
  | 'uploaded'

type OutgoingStep = Step<OutgoingState, OutgoingWho, OutgoingNeed>
type Steps = Readonly<Partial<Record<OutgoingEvent, OutgoingStep>>>

const stays = (state: OutgoingState, by: readonly OutgoingWho[]): OutgoingStep => ({ to: [state], by })
const talk = (state: OutgoingState) =>
  ({ comment: stays(state, ['reader']), 'resolve-comment': stays(state, ['reader']) }) satisfies Steps
/** What its author may do while it is his. */
const written = (state: 'draft' | 'returned') =>
  ({
    change: stays(state, ['drafter']),
    edit: stays(state, ['drafter']),
    release: stays(state, ['drafter']),
    'set-recipients': stays(state, ['drafter']),
    'place-number': { to: [state], by: ['drafter', 'clerk'], needs: ['uploaded'] },
    'tie-to-incoming': stays(state, ['drafter']),
    submit: { to: ['in-review', 'awaiting-approval'], by: ['drafter'] },
    cancel: { to: ['cancelled'], by: ['drafter'], reason: true },
    ...talk(state),
  }) satisfies Steps

/** The states of an outgoing document: the one truth for routes, refusals, buttons and the README. */
export const outgoingTable = stateTable<OutgoingState, OutgoingEvent, OutgoingWho, OutgoingNeed>(
  {
    draft: written('draft'),
    'in-review': {
      review: { to: ['in-review', 'awaiting-approval', 'returned'], by: ['reviewer'] },
      'place-number': { to: ['in-review'], by: ['drafter', 'clerk'], needs: ['uploaded'] },
      'tie-to-incoming': stays('in-review', ['drafter']),
      'take-back': { to: ['draft'], by: ['drafter'] },
      ...talk('in-review'),
    },
    returned: written('returned'),
    'awaiting-approval': {
      approve: { to: ['approved'], by: ['signer'] },
      change: stays('awaiting-approval', ['signer']),
      edit: stays('awaiting-approval', ['signer']),
      release: stays('awaiting-approval', ['signer']),
      'place-number': { to: ['awaiting-approval'], by: ['drafter', 'clerk', 'signer'], needs: ['uploaded'] },
      'tie-to-incoming': stays('awaiting-approval', ['drafter', 'signer']),
      return: { to: ['returned'], by: ['signer'], reason: true },
      'take-back': { to: ['draft'], by: ['drafter'] },
      ...talk('awaiting-approval'),
    },
    approved: {
      number: { to: ['numbered'], by: ['clerk'] },
      'set-recipients': stays('approved', ['clerk']),
      return: { to: ['returned'], by: ['clerk', 'signer'], reason: true },
      ...talk('approved'),
    },
    numbered: {
      dispatch: { to: ['dispatched'], by: ['clerk'], needs: ['answered'] },
      'set-recipients': { to: ['numbered'], by: ['clerk'], needs: ['answered'] },
      cancel: { to: ['cancelled'], by: ['clerk', 'leader'], needs: ['answered'], reason: true },
      'kept-by-receiver': { to: ['dispatched'], by: ['receiver'] },
      ...talk('numbered'),
    },
    dispatched: {
      'take-back': { to: ['numbered'], by: ['clerk'], needs: ['unopened'] },
      'dispatch-again': { to: ['dispatched'], by: ['clerk'], needs: ['without'] },
      'send-to-successor': { to: ['dispatched'], by: ['clerk'], needs: ['succeeded'] },
      recall: { to: ['recalled'], by: ['clerk', 'leader', 'office-head', 'signer'], reason: true },
      'hand-over-by-hand': { to: ['dispatched'], by: ['clerk'], needs: ['by-hand'] },
      ...talk('dispatched'),
    },
    // Frozen (NĐ 30/2020 Phụ lục VI, III.8a): what is left is to read it and to have the papers back (Điều 18.4a).
    recalled: { 'collect-by-hand': { to: ['recalled'], by: ['clerk'], needs: ['paper-out'] } },
    cancelled: {},
  },
  {
    states: {
      draft: 'Dự thảo',
      'in-review': 'Đang góp ý',
      returned: 'Trả về',
      'awaiting-approval': 'Chờ duyệt',
      approved: 'Đã duyệt, chưa ký số',
      numbered: 'Đã cấp số',
      dispatched: 'Đã phát hành',
      recalled: 'Đã thu hồi',
      cancelled: 'Đã hủy',
    },
    who: {
      drafter: 'người soạn thảo',
      reviewer: 'người được hỏi ý kiến',
      signer: 'người ký',
      clerk: 'Văn thư',
      leader: 'Lãnh đạo',
      'office-head': 'Chánh Văn phòng',
      reader: 'người được xem văn bản',
      receiver: 'nơi nhận',
    },
  },
)

/** Its author still writes it, and says whom it goes to. */
export const isUnsettled = (state: OutgoingState): boolean => state === 'draft' || state === 'returned'

/** On its way to be issued: somebody still has to do something. */
export const underWayStates = [
  'draft',
  'in-review',
  'returned',
  'awaiting-approval',
  'approved',
  'numbered',
] as const satisfies readonly OutgoingState[]
export const isUnderWay = (state: OutgoingState): boolean => (underWayStates as readonly string[]).includes(state)

import type { OutgoingState } from '../contract.ts'
import type { OutgoingRowStored, RecipientRow, ReviewRow } from './rows.ts'

type Names = ReadonlyMap<string, { fullName: string }>
export type DocumentStep = {
  step: 'draft' | 'opinion' | 'content' | 'form' | 'approve' | 'number' | 'dispatch'
  state: 'done' | 'now' | 'later'
  who: string
}

const order: readonly OutgoingState[] = [
  'draft',
  'in-review',
  'awaiting-approval',
  'approved',
  'numbered',
  'dispatched',
]

/** The way of a document in the decree's order (NĐ 30/2020 Điều 10–18), who holds each step, and where it is now. Pure. */
export function stepsOf(
  document: Pick<OutgoingRowStored, 'state' | 'drafter_seat_id' | 'signer_name'>,
  reviews: readonly Pick<ReviewRow, 'id' | 'kind' | 'state' | 'seat_id'>[],
  recipients: readonly Pick<RecipientRow, 'id'>[],
  names: Names,
): DocumentStep[] {
  const state = document.state === 'returned' ? 'draft' : document.state === 'recalled' ? 'dispatched' : document.state
  const at = order.indexOf(state)
  const place = (from: number): DocumentStep['state'] => (at > from ? 'done' : at === from ? 'now' : 'later')
  const nameOf = (seatId: string) => names.get(seatId)?.fullName ?? ''
  const asked = (kind: ReviewRow['kind']): DocumentStep[] => {
    const own = latestOf(reviews.filter(one => one.kind === kind && one.state !== 'dropped'))
    if (own.length === 0) return []
    const done = own.filter(one => one.state === 'agreed').length
    const state = at > 1 || done === own.length ? 'done' : own.some(one => one.state === 'asked') ? 'now' : 'later'
    return [{ step: kind, state, who: own.length === 1 ? nameOf(own[0]!.seat_id) : `${done} / ${own.length} người` }]
  }
  return [
    { step: 'draft', state: place(0), who: nameOf(document.drafter_seat_id) },
    ...asked('opinion'),
    ...asked('content'),
    ...asked('form'),
    { step: 'approve', state: place(2), who: document.signer_name ?? '' },
    { step: 'number', state: place(3), who: 'Văn thư' },
    { step: 'dispatch', state: at === 5 ? 'done' : place(4), who: `${recipients.length} nơi nhận` },
  ]
}

/** Sent up again, a draft is checked again: of each person the latest question counts. Ids are in the order of time. */
function latestOf<Review extends Pick<ReviewRow, 'id' | 'seat_id'>>(reviews: readonly Review[]): Review[] {
  const inTime = reviews.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  return [...new Map(inTime.map(one => [one.seat_id, one])).values()]
}

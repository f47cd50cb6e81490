import type { SeatActor } from '#platform/acts/actor.ts'
import { type Hat, standsFirst } from '#platform/acts/hats.ts'
import { hatThatHolds } from './policy.ts'
import type { AssignmentRow } from './queries.ts'

type Given = Pick<AssignmentRow, 'from_seat_id' | 'on_behalf_of' | 'entered_as'>

/** Whose decision given work is: the leader's in whose name another gave it; what a register's route gave is nobody's. */
export const deciderOf = ({ from_seat_id, on_behalf_of, entered_as }: Given): string | null =>
  entered_as === 'by-route' ? null : (on_behalf_of ?? from_seat_id)

/**
 * In whose name an actor may change given work, answer for it and withdraw it: whoever decided it; a leader who has the
 * work above it; who stands first in the office; of what a route gave, the office head. Who typed in a leader's decision
 * does it in that one's name alone. Nobody grants himself more time: who merely has the work is none of these.
 *
 * @param all the work of the subject, among which that above it is found
 */
export function changesAs(
  actor: Pick<SeatActor, 'role' | 'standing' | 'seatId'>,
  hats: readonly Hat[],
  row: AssignmentRow,
  all: readonly AssignmentRow[],
): string | null {
  const above = aboveOf(all, row)
  const fits = (hat: Hat): boolean =>
    hat.seatId === deciderOf(row) ||
    (hat.role === 'leader' && above.some(one => hatThatHolds([hat], one) !== undefined)) ||
    (hat.seatId === actor.seatId && standsFirst(actor)) ||
    (hat.role === 'office-head' && row.entered_as === 'by-route')
  return hats.find(fits)?.seatId ?? (isTypist(actor, row) ? row.on_behalf_of : null)
}

/** Leader, office head and clerk urge, and who may change the work (NĐ 30/2020 Phụ lục VI, đôn đốc). */
export const mayUrge = (
  actor: Pick<SeatActor, 'role' | 'standing' | 'seatId'>,
  hats: readonly Hat[],
  row: AssignmentRow,
  all: readonly AssignmentRow[],
): boolean =>
  hats.some(({ role }) => role === 'leader' || role === 'office-head' || role === 'clerk') ||
  changesAs(actor, hats, row, all) !== null

const isTypist = ({ seatId }: Pick<SeatActor, 'seatId'>, row: Given): boolean =>
  row.entered_as === 'from-paper' && row.from_seat_id === seatId

function aboveOf(all: readonly AssignmentRow[], row: AssignmentRow): AssignmentRow[] {
  const parent = all.find(one => one.id === row.parent_id)
  return parent ? [parent, ...aboveOf(all, parent)] : []
}

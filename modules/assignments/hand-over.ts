import type { ActContext } from '#platform/acts/context.ts'
import { type AssignmentRole, assignmentErrors, type OpenWork } from './contract.ts'
import { tellHolders } from './notify.ts'
import { answersForIt, below, isOpen } from './policy.ts'
import { presentOpenWork } from './present.ts'
import { type AssignmentRow, endAssignments, ofSubject, selectAssignments, subjectOf } from './queries.ts'

/**
 * Gives a seat's open work to another seat, as when its holder leaves (NĐ 30/2020 Điều 31.3đ). Who gave it, its deadline
 * and its place in the tree stay. Nobody has two parts at one level: where the other seat has one already, the lesser of the
 * two ends as replaced, so that whoever answers for the work is never lost; what hung below it is withdrawn.
 *
 * @throws assignments.NotOpen for work that is not open with the first seat; agencies.SeatUnknown
 */
export async function handOverAssignments(
  context: ActContext,
  input: { fromSeatId: string; toSeatId: string; assignmentIds: readonly string[] },
): Promise<readonly OpenWork[]> {
  const { tx, agency, ports } = context
  const ids = [...new Set(input.assignmentIds)]
  if (ids.length === 0) return []
  await ports.agencies.getSeats(context, [input.toSeatId])
  const rows = await selectAssignments(tx, agency).where('assignments.id', 'in', ids).execute()
  if (rows.length < ids.length || rows.some(row => row.to_seat_id !== input.fromSeatId || !isOpen(row)))
    throw assignmentErrors.NotOpen()

  const moved: AssignmentRow[] = []
  for (const row of rows) if (await moveOne(context, row, input.toSeatId)) moved.push(row)
  for (const row of rows)
    await context.audit({
      act: 'assignments.hand-over',
      subject: subjectOf(row),
      before: { assignment: row.id, seatId: input.fromSeatId },
      after: { assignment: row.id, seatId: input.toSeatId },
    })
  const now = moved.map(row => ({ ...row, to_seat_id: input.toSeatId, opened_at: null, state: 'open' as const }))
  await tellHolders(context, now, 'given', row => ({ text: row.text, once: input.toSeatId }))
  return presentOpenWork(context, now)
}

/** Gives one piece to a seat, unless what that seat has beside it weighs more. */
async function moveOne(context: ActContext, row: AssignmentRow, toSeatId: string): Promise<boolean> {
  const { tx, agency } = context
  const all = await ofSubject(context, subjectOf(row))
  // It hung below a piece that ended a moment ago.
  if (!all.some(one => one.id === row.id && isOpen(one))) return false
  const beside = all.find(
    one => one.id !== row.id && one.parent_id === row.parent_id && isOpen(one) && one.to_seat_id === toSeatId,
  )
  const lesser = beside && (weight(row.role) > weight(beside.role) ? beside : row)
  if (lesser) {
    const parts = below(all, lesser.id).filter(isOpen)
    await endAssignments(context, [lesser], 'replaced')
    await endAssignments(context, parts, 'withdrawn')
    await tellHolders(context, parts, 'withdrawn')
    if (lesser === row) return false
  }
  await tx
    .updateTable('assignments')
    .set({ to_seat_id: toSeatId, opened_at: null, state: 'open' })
    .where('agency_id', '=', agency)
    .where('id', '=', row.id)
    .execute()
  return true
}

const weight = (role: AssignmentRole): number => (answersForIt(role) ? 2 : role === 'assist' ? 1 : 0)

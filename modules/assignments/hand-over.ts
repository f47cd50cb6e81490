import type { ActContext } from '#platform/acts/context.ts'
import { assignmentErrors, type OpenWork } from './contract.ts'
import { tellHolder } from './notify.ts'
import { isOpen } from './policy.ts'
import { presentOpenWork } from './present.ts'
import { type AssignmentRow, endAssignments, ofSubject, selectAssignments, subjectOf } from './queries.ts'

/**
 * Gives a seat's open work to another seat, as when its holder leaves (NĐ 30/2020 Điều 31.3đ). Who gave it, its deadline
 * and its place in the tree stay. Where the other seat has a part already, the part handed over ends as replaced.
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
  for (const row of rows) {
    if (await hasPartBeside(context, row, input.toSeatId)) await endAssignments(context, [row], 'replaced')
    else moved.push({ ...row, to_seat_id: input.toSeatId, opened_at: null, state: 'open' })
  }
  if (moved.length > 0)
    await tx
      .updateTable('assignments')
      .set({ to_seat_id: input.toSeatId, opened_at: null, state: 'open' })
      .where('agency_id', '=', agency)
      .where(
        'id',
        'in',
        moved.map(row => row.id),
      )
      .execute()
  for (const row of rows)
    await context.audit({
      act: 'assignments.hand-over',
      subject: subjectOf(row),
      before: { assignment: row.id, seatId: input.fromSeatId },
      after: { assignment: row.id, seatId: input.toSeatId },
    })
  for (const row of moved) await tellHolder(context, row, 'given', { text: row.text, once: input.toSeatId })
  return presentOpenWork(context, moved)
}

const hasPartBeside = async (context: ActContext, row: AssignmentRow, seatId: string): Promise<boolean> =>
  (await ofSubject(context, subjectOf(row))).some(
    other => other.parent_id === row.parent_id && isOpen(other) && other.to_seat_id === seatId,
  )

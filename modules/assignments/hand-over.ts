import type { ActContext, Subject } from '#platform/acts/context.ts'
import { type AssignmentRole, assignmentErrors, type OpenWork } from './contract.ts'
import { tellHolders } from './notify.ts'
import { answersForIt, below, isOpen } from './policy.ts'
import { presentOpenWork } from './present.ts'
import { type AssignmentRow, endAssignments, ofSubject } from './queries.ts'

/**
 * Gives what a seat has open of a subject to another seat, as when its holder leaves (NĐ 30/2020 Điều 31.3đ). Who gave it,
 * its deadline and its place in the tree stay. Nobody has two parts at one level: where the other seat has one already, the
 * lesser of the two ends as replaced, so that whoever answers for the work is never lost; what hung below it is withdrawn.
 *
 * @throws assignments.NotOpen where nothing is open with the first seat; agencies.SeatUnknown
 */
export async function handOverAssignments(
  context: ActContext,
  { subject, fromSeatId, toSeatId }: { subject: Subject; fromSeatId: string; toSeatId: string },
): Promise<readonly OpenWork[]> {
  const { tx, agency, ports } = context
  await ports.agencies.getSeats(context, [toSeatId])
  const { moved, replaced, withdrawn } = whatBecomes(await ofSubject(context, subject), fromSeatId, toSeatId)
  if (moved.length + replaced.length === 0) throw assignmentErrors.NotOpen()
  await endAssignments(context, replaced, 'replaced')
  await endAssignments(context, withdrawn, 'withdrawn')
  await tellHolders(context, withdrawn, 'withdrawn')
  if (moved.length > 0)
    await tx
      .updateTable('assignments')
      .set({ to_seat_id: toSeatId, opened_at: null, state: 'open' })
      .where('agency_id', '=', agency)
      .where('id', 'in', idsOf(moved))
      .execute()
  await context.audit({
    act: 'assignments.hand-over',
    subject,
    before: { seatId: fromSeatId },
    after: { seatId: toSeatId, moved: idsOf(moved), replaced: idsOf(replaced), withdrawn: idsOf(withdrawn) },
  })
  const now = moved.map(row => ({ ...row, to_seat_id: toSeatId, opened_at: null, state: 'open' as const }))
  await tellHolders(context, now, 'given', row => ({ text: row.text, once: toSeatId }))
  return presentOpenWork(context, now)
}

/** Which pieces of a subject move when a seat's work goes to another, and which end beside those or below. */
function whatBecomes(all: readonly AssignmentRow[], fromSeatId: string, toSeatId: string) {
  const [moved, replaced, withdrawn] = [new Set<AssignmentRow>(), new Set<AssignmentRow>(), new Set<AssignmentRow>()]
  for (const row of all.filter(one => one.to_seat_id === fromSeatId && isOpen(one))) {
    // It hangs below a piece that ends.
    if (withdrawn.has(row)) continue
    const beside = all.find(
      one => one.parent_id === row.parent_id && one.to_seat_id === toSeatId && isOpen(one) && !withdrawn.has(one),
    )
    const lesser = beside && (weight(row.role) > weight(beside.role) ? beside : row)
    if (lesser) {
      replaced.add(lesser)
      for (const part of below(all, lesser.id).filter(isOpen)) withdrawn.add(part)
    }
    if (lesser !== row) moved.add(row)
  }
  return { moved: [...moved].filter(row => !withdrawn.has(row)), replaced: [...replaced], withdrawn: [...withdrawn] }
}

const idsOf = (rows: readonly AssignmentRow[]): string[] => rows.map(row => row.id)

const weight = (role: AssignmentRole): number => (answersForIt(role) ? 2 : role === 'assist' ? 1 : 0)

import { sql } from 'kysely'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { answersForTheRest } from './answerers.ts'
import { type OpenWork, openStates } from './contract.ts'
import { presentOpenWork } from './present.ts'
import { selectAssignments } from './queries.ts'

/** The urged first, then by deadline; what has none comes last, the oldest first. */
const mostUrgentFirst = sql`urged_at is null, due_on nulls last, created_at, assignments.id`

/** Open work of these seats and units, the most urgent first, at most `limit`. */
export async function openWorkOf(
  context: Context,
  { seatIds, unitIds }: { seatIds: readonly string[]; unitIds: readonly string[] },
  limit: number,
): Promise<readonly OpenWork[]> {
  if (seatIds.length + unitIds.length === 0) return []
  const rows = await selectAssignments(context.tx, context.agency)
    .where('state', 'in', openStates)
    .where(({ or, eb }) =>
      or([
        ...(seatIds.length > 0 ? [eb('to_seat_id', 'in', seatIds)] : []),
        ...(unitIds.length > 0 ? [eb('to_unit_id', 'in', unitIds)] : []),
      ]),
    )
    .orderBy(mostUrgentFirst)
    .limit(limit)
    .execute()
  return presentOpenWork(context, rows)
}

/** Which subjects of a kind these seats have open work of. */
export async function openSubjectsOf(
  { tx, agency }: ActContext,
  { type, seatIds }: { type: string; seatIds: readonly string[] },
): Promise<readonly { readonly seatId: string; readonly subjectId: string }[]> {
  if (seatIds.length === 0) return []
  const rows = await tx
    .selectFrom('assignments')
    .select(['to_seat_id', 'subject_id'])
    .distinct()
    .where('agency_id', '=', agency)
    .where('to_seat_id', 'in', seatIds)
    .where('subject_type', '=', type)
    .where('state', 'in', openStates)
    .execute()
  return rows.map(row => ({ seatId: row.to_seat_id!, subjectId: row.subject_id }))
}

/**
 * Work for which more time is asked, and which one of these seats decided; for whoever answers where nobody else does, also
 * what a register's route gave, and what those decided whose seats have ended.
 */
export async function extensionsToAnswer(
  context: ActContext,
  seatIds: readonly string[],
  limit: number,
): Promise<readonly OpenWork[]> {
  const rest = await answersForTheRest(context)
  const ended = rest.ended ? (await context.ports.agencies.endedSeats(context, {})).map(seat => seat.id) : []
  const rows = await selectAssignments(context.tx, context.agency)
    .where('state', 'in', openStates)
    .where('asked.id', 'is not', null)
    .where(({ or, and, eb }) =>
      or([
        and([eb('entered_as', '<>', 'by-route'), eb(decider, 'in', [...seatIds, ...ended])]),
        ...(rest.byRoute ? [eb('entered_as', '=', 'by-route')] : []),
      ]),
    )
    .orderBy('asked.asked_at')
    .orderBy('asked.id')
    .limit(limit)
    .execute()
  return presentOpenWork(context, rows)
}

const decider = sql<string>`coalesce(on_behalf_of, from_seat_id)`

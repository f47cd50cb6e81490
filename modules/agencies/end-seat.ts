import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { agencyErrors } from './contract.ts'
import { postsChange } from './posts-change.ts'
import { getSeat, oneAfterAnother, type SeatRow } from './queries.ts'
import { requireAdministrator } from './refusals.ts'

/**
 * Ends a seat on a day: from that day it gives no rights, whatever is open on it; the work is handed over apart.
 * What is past stays: an end before today would make acts nobody's that somebody did. What is settled comes no later: from
 * that day on another may have been seated, or the unit be closed.
 *
 * @throws agencies.EndsBeforeSeat, SeatEnded, EndsBeforeToday, EndsLater, LastAdministrator; platform.NotFound
 */
export async function endSeat(context: Context, input: { id: string; validTo: CalendarDate }): Promise<SeatRow> {
  const { tx, agency, today } = context
  requireAdministrator(context)
  await oneAfterAnother(context)
  const seat = await getSeat(context, input.id)
  if (input.validTo < seat.valid_from) throw agencyErrors.EndsBeforeSeat({ date: formatDate(seat.valid_from) })
  if (seat.valid_to !== null && seat.valid_to <= today)
    throw agencyErrors.SeatEnded({ date: formatDate(seat.valid_to) })
  if (input.validTo < today) throw agencyErrors.EndsBeforeToday()
  if (seat.valid_to !== null && input.validTo > seat.valid_to)
    throw agencyErrors.EndsLater({ date: formatDate(seat.valid_to) })
  if (seat.role === 'agency-admin') await refuseLastAdministrator(context, seat, input.validTo)

  const ending = { valid_to: input.validTo }
  await tx.updateTable('seats').set(ending).where('agency_id', '=', agency).where('id', '=', seat.id).execute()
  await tx
    .updateTable('person_seats')
    .set(ending)
    .where('person_id', '=', seat.person_id)
    .where('seat_id', '=', seat.id)
    .execute()
  await context.audit({
    act: 'agencies.end-seat',
    subject: { type: 'seat', id: seat.id },
    before: { validTo: seat.valid_to },
    after: { validTo: input.validTo },
  })
  await tellRightsChanged(context, seat)
  await postsChange(context, seat, input.validTo)
  return getSeat(context, seat.id)
}

async function refuseLastAdministrator({ tx, agency }: Context, seat: SeatRow, until: CalendarDate) {
  const other = await tx
    .selectFrom('seats')
    .select('id')
    .where('agency_id', '=', agency)
    .where('role', '=', 'agency-admin')
    .where('id', '<>', seat.id)
    .where('valid_from', '<=', until)
    .where(sql<boolean>`(valid_to is null or valid_to > ${until})`)
    .executeTakeFirst()
  if (!other) throw agencyErrors.LastAdministrator()
}

/** The holder, and all who stand in for him: what they might do in his place ends with the seat. */
async function tellRightsChanged(context: Context, seat: SeatRow) {
  context.rightsChanged({ personId: seat.person_id, seatId: seat.id })
  const delegates = await context.tx
    .selectFrom('delegations')
    .innerJoin('seats', join =>
      join.onRef('seats.agency_id', '=', 'delegations.agency_id').onRef('seats.id', '=', 'delegations.to_seat_id'),
    )
    .select(['seats.id', 'seats.person_id'])
    .where('delegations.agency_id', '=', context.agency)
    .where('delegations.from_seat_id', '=', seat.id)
    .where('delegations.ended_at', 'is', null)
    .where('delegations.valid_to', '>=', context.today)
    .execute()
  for (const delegate of delegates) context.rightsChanged({ personId: delegate.person_id, seatId: delegate.id })
}

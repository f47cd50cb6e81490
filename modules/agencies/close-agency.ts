import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { agencyErrors, type CloseAgency } from './contract.ts'
import { oneAfterAnother } from './queries.ts'

/**
 * Closes an office as who runs the installation asks for it. What is past stays: what its people did until today they did.
 *
 * @throws platform.NotFound; agencies.AgencyClosed, ClosesBeforeToday, AgencySuccessorUnfit, AgencyHasAgencies
 */
export async function closeOnRequest(context: Context, input: CloseAgency): Promise<void> {
  const { tx, agency, today } = context
  const { closedOn, successorId } = input
  await oneAfterAnother(context)
  const office = await tx.selectFrom('agencies').selectAll().where('id', '=', agency).executeTakeFirst()
  if (!office) throw platformErrors.NotFound()
  if (office.closed_on !== null) {
    // Sent again.
    if (office.closed_on === closedOn && office.successor_id === successorId) return
    throw agencyErrors.AgencyClosed({ date: formatDate(office.closed_on) })
  }
  if (closedOn < today) throw agencyErrors.ClosesBeforeToday()
  const goesOn = sql<boolean>`(closed_on is null or closed_on > ${closedOn})`
  const successor = await tx
    .selectFrom('agencies')
    .select('id')
    .where('id', '=', successorId)
    .where('id', '<>', agency)
    .where(goesOn)
    .executeTakeFirst()
  if (successorId && !successor) throw agencyErrors.AgencySuccessorUnfit()
  const below = await tx
    .selectFrom('agencies')
    .select('short_name')
    .where('parent_id', '=', agency)
    .where(goesOn)
    .execute()
  if (below.length > 0) throw agencyErrors.AgencyHasAgencies({ count: below.length, first: below.at(0)!.short_name })
  await closeAgency(context, input)
  await tellOffice(context, input)
}

/** Whoever registers, dispatches and leads has until that day: afterwards nobody of them may do anything. */
async function tellOffice(context: Context, { closedOn, basis }: CloseAgency): Promise<void> {
  const { agency, ports } = context
  const seats = await ports.agencies.seatsWhere(context, { role: ['clerk', 'office-head', 'leader', 'agency-admin'] })
  await context.notify(
    seats.map(seat => ({
      ...{ seatId: seat.id, kind: 'agencies.closing', subject: { type: 'agency', id: agency } },
      detail: { day: closedOn, basis },
      onceKey: `closing/${agency}/${closedOn}`,
    })),
  )
}

/**
 * Closes a record office on a day, by merger, division or dissolution: its issuers are addressed no more, its seats end,
 * its identifiers are closed. All of it stays resolvable under the old name. Seats of auditors go on, for whoever takes
 * over reads the old office from a seat in it.
 *
 * It runs in the transaction of the agency it closes. Source: QĐ 09/2025/QĐ-TTg Điều 2 (identifiers after a merger).
 */
export async function closeAgency(
  context: Context,
  input: { closedOn: CalendarDate; successorId: string | null; basis?: string },
): Promise<void> {
  const { tx, agency } = context
  const { closedOn, successorId, basis } = input
  await tx
    .updateTable('agencies')
    .set({ closed_on: closedOn, successor_id: successorId, closed_basis: basis ?? null })
    .where('id', '=', agency)
    .execute()
  const issuers = await tx
    .updateTable('issuers')
    .set({ closed_on: closedOn })
    .where('agency_id', '=', agency)
    .where('closed_on', 'is', null)
    .returning('id')
    .execute()
  if (issuers.length > 0)
    await tx
      .updateTable('issuer_identifiers')
      .set({ valid_to: closedOn })
      .where(
        'issuer_id',
        'in',
        issuers.map(issuer => issuer.id),
      )
      .where('valid_to', 'is', null)
      .execute()
  const seats = await endSeats(context, closedOn)
  // What lies there unregistered goes back to its senders on that day, not before: until then the office registers.
  const dueAt = closedOn > context.today ? { dueAt: new Date(`${closedOn}T00:00:00+07:00`) } : {}
  await context.outbox({ kind: 'agencies.closed', subjectId: context.newId(), payload: { closedOn }, ...dueAt })
  await context.audit({
    act: 'agencies.close',
    subject: { type: 'agency', id: agency },
    after: { closedOn, successorId, ...(basis ? { basis } : {}), issuers: issuers.length, seats },
  })
}

async function endSeats(context: Context, closedOn: CalendarDate): Promise<number> {
  const { tx, agency } = context
  const goesOn = sql<boolean>`(valid_to is null or valid_to > ${closedOn})`
  // A seat that was to begin later never begins: its period becomes empty.
  const until = sql<string>`greatest(valid_from, ${closedOn})`
  const ended = await tx
    .updateTable('seats')
    .set({ valid_to: until })
    .where('agency_id', '=', agency)
    .where('role', '<>', 'auditor')
    .where(goesOn)
    .returning(['id', 'person_id'])
    .execute()
  if (ended.length === 0) return 0
  const [personIds, seatIds] = [ended.map(seat => seat.person_id), ended.map(seat => seat.id)]
  await tx
    .updateTable('person_seats')
    .set({ valid_to: until })
    .where('person_id', 'in', personIds)
    .where('seat_id', 'in', seatIds)
    .execute()
  for (const seat of ended) context.rightsChanged({ personId: seat.person_id, seatId: seat.id })
  return ended.length
}

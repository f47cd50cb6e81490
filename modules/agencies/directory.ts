import { sql } from 'kysely'
import type pg from 'pg'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { SeatActor, StandIn } from '#platform/acts/actor.ts'
import { inAgency, type Transaction, withoutAgency } from '#platform/database/transaction.ts'
import type { SeatDirectory, SeatSummary } from '#platform/sessions/directory.ts'
import { inOrderOfOffice, selectSeats } from './queries.ts'
import { heldOn } from './validity.ts'

/** Answers what signing in asks of people and seats; each agency is looked into in a transaction of its own. */
export function openSeatDirectory(pool: pg.Pool): SeatDirectory {
  const queries = withoutAgency(pool)
  const today = sql<CalendarDate>`(now() at time zone 'Asia/Ho_Chi_Minh')::date`
  const holdsToday = sql<boolean>`valid_from <= ${today} and (valid_to is null or valid_to > ${today})`

  async function findPerson(personId: string) {
    const person = await queries
      .selectFrom('people')
      .leftJoin('installation_administrators', join =>
        join.onRef('installation_administrators.person_id', '=', 'people.id').on(holdsToday),
      )
      .select(['people.full_name', 'installation_administrators.person_id as administrator'])
      .where('people.id', '=', personId)
      .executeTakeFirst()
    return person && { fullName: person.full_name, installationAdmin: person.administrator !== null }
  }

  async function seatsOf(personId: string): Promise<readonly SeatSummary[]> {
    const held = await queries
      .selectFrom('person_seats')
      .select(['seat_id', 'agency_id'])
      .where('person_id', '=', personId)
      .where(holdsToday)
      .orderBy('given_at')
      .execute()
    const seats: SeatSummary[] = []
    for (const [agencyId, here] of Map.groupBy(held, seat => seat.agency_id))
      seats.push(
        ...(await seatsIn(
          agencyId,
          personId,
          here.map(seat => seat.seat_id),
        )),
      )
    return seats
  }

  const seatsIn = (agencyId: string, personId: string, seatIds: readonly string[]) =>
    inAgency(
      pool,
      agencyId,
      async (tx, now) => {
        const agency = await tx
          .selectFrom('agencies')
          .select('short_name')
          .where('id', '=', agencyId)
          .executeTakeFirstOrThrow()
        const rows = await selectSeats(tx, agencyId)
          .where('seats.person_id', '=', personId)
          .where('seats.id', 'in', seatIds)
          .where(heldOn('seats', todayInVietnam(now)))
          .orderBy(inOrderOfOffice)
          .execute()
        return rows.map(row => ({
          id: row.id,
          agencyId,
          agencyName: agency.short_name,
          unitName: row.unit_name,
          title: row.title,
          role: row.role,
        }))
      },
      'read only',
    )

  const findActor = (personId: string, seat: { id: string; agencyId: string }) =>
    inAgency(
      pool,
      seat.agencyId,
      (tx, now) => loadActor(tx, { personId, seatId: seat.id, agencyId: seat.agencyId, today: todayInVietnam(now) }),
      'read only',
    )

  return { findPerson, seatsOf, findActor }
}

type ActorFacts = { personId: string; seatId: string; agencyId: string; today: CalendarDate }

async function loadActor(tx: Transaction, facts: ActorFacts): Promise<SeatActor | undefined> {
  const { personId, seatId, agencyId, today } = facts
  const seat = await selectSeats(tx, agencyId)
    .where('seats.id', '=', seatId)
    .where('seats.person_id', '=', personId)
    .where(heldOn('seats', today))
    .executeTakeFirst()
  if (!seat) return undefined
  return {
    kind: 'seat',
    personId,
    fullName: seat.full_name,
    seatId,
    agencyId,
    unitId: seat.unit_id,
    unitName: seat.unit_name,
    issuerId: seat.issuer_id,
    role: seat.role,
    standing: seat.standing,
    title: seat.title,
    standsInFor: await loadStandIns(tx, facts),
  }
}

/** A delegation goes from one held seat to another, and never further: who stands in delegates nothing of it. */
async function loadStandIns(tx: Transaction, { seatId, agencyId, today }: ActorFacts): Promise<StandIn[]> {
  const rows = await selectSeats(tx, agencyId)
    .innerJoin('delegations', join =>
      join.onRef('delegations.agency_id', '=', 'seats.agency_id').onRef('delegations.from_seat_id', '=', 'seats.id'),
    )
    .select(['delegations.id as delegation_id', sql<StandIn['scope']>`delegations.scope`.as('scope')])
    .where('delegations.to_seat_id', '=', seatId)
    .where('delegations.ended_at', 'is', null)
    .where('delegations.valid_from', '<=', today)
    .where('delegations.valid_to', '>=', today)
    .where(heldOn('seats', today))
    .orderBy(inOrderOfOffice)
    .orderBy('delegations.id')
    .execute()
  return rows.map(row => ({
    delegationId: row.delegation_id,
    seatId: row.id,
    fullName: row.full_name,
    title: row.title,
    role: row.role,
    unitId: row.unit_id,
    scope: row.scope,
  }))
}

import { type RawBuilder, sql } from 'kysely'
import { seesAll } from '#lib/roles/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { leadsUnit } from '#platform/acts/hats.ts'
import { lastLooks, looked } from '#platform/audit/access-log.ts'

type Piece = Pick<Assignment, 'id' | 'toSeatId' | 'toUnitId' | 'fromSeatId' | 'onBehalfOfSeatId' | 'createdAt'>

/**
 * Which pieces of work somebody among those who got them has looked at since they were given, by their ids. Only the head
 * of a unit opens its work, but everybody of the unit may read it: who has seen the document cannot unsee it. The looks of
 * those who gave it, and of those of a unit who see everything by their office, say nothing of the unit.
 */
export async function lookedAt(
  context: ActContext,
  documentId: string,
  work: readonly Piece[],
): Promise<ReadonlySet<string>> {
  if (work.length === 0) return new Set()
  const [looks, seatsOf] = await Promise.all([lastLooks(context, documentId), peopleOf(context, work)])
  const seen = work.filter(one => {
    const people = one.toUnitId ? (seatsOf.get(one.toUnitId) ?? []) : [one.toSeatId!]
    return people.some(
      seatId =>
        ![one.fromSeatId, one.onBehalfOfSeatId].includes(seatId) &&
        (looks.get(seatId)?.getTime() ?? 0) >= Date.parse(one.createdAt),
    )
  })
  return new Set(seen.map(one => one.id))
}

/** Whether this seat ever had a document before it: opened it on its screen, or fetched it otherwise. */
export async function hasLooked(context: ActContext, documentId: string, seatId: string): Promise<boolean> {
  return (await lastLooks(context, documentId, seatId)).size > 0
}

/**
 * A condition of SQL on a row of incoming documents: nobody of the office has had it before him. An auditor who looks on
 * takes nothing off those who have a duty on it.
 *
 * @param alias names the row in the statement
 */
export async function unopenedByOffice(context: Context, alias: string): Promise<RawBuilder<boolean>> {
  const { agency, ports } = context
  const auditors = (await ports.agencies.seatsWhere(context, { role: 'auditor' })).map(seat => seat.id)
  const document = sql.ref(`${alias}.id`)
  const read = sql`exists (select from document_reads own where own.agency_id = ${agency} and own.document_id = ${document}
      and own.seat_id <> all(${auditors}::uuid[]))`
  return sql<boolean>`(not ${looked(context, document, { notBy: auditors })} and not ${read})`
}

async function peopleOf(context: ActContext, work: readonly Piece[]): Promise<ReadonlyMap<string, string[]>> {
  const unitId = [...new Set(work.flatMap(one => one.toUnitId ?? []))]
  if (unitId.length === 0) return new Map()
  const seats = await context.ports.agencies.seatsWhere(context, { unitId })
  const readers = seats.filter(seat => !seesAll(seat.role) || leadsUnit(seat, seat.unitId))
  const byUnit = Map.groupBy(readers, seat => seat.unitId)
  return new Map([...byUnit].map(([id, own]) => [id, own.map(seat => seat.id)]))
}

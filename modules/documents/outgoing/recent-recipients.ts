import { type RawBuilder, sql } from 'kysely'
import { readsDocuments } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { upTo } from '#platform/database/plans.ts'
import { together } from '#platform/database/together.ts'
import type { RecentRecipient, RecentRecipientList } from '../contract.ts'
import { findGoneOf } from './gone.ts'
import type { RecipientRow } from './rows.ts'

type Row = Pick<RecipientRow, 'kind' | 'carrier' | 'issuer_id' | 'unit_id' | 'seat_id' | 'name' | 'address'>

const mostDocuments = 30
/** However many a document goes to, its first ones say enough. */
const mostOfEach = 20
const mostShown = 12
/** Some of those are closed or have left since. */
const mostLookedAt = 3 * mostShown

/** To whom the acting seat wrote last, as drafter or by dispatching, the latest first; who is no longer there is left out. */
export async function recentRecipients(context: ActContext): Promise<z.input<typeof RecentRecipientList>> {
  const { rows } = await sql<Row>`${recentOf(context)}`.execute(context.tx)
  const ids = (column: 'issuer_id' | 'unit_id' | 'seat_id') => rows.flatMap(row => row[column] ?? [])
  const { agencies } = context.ports
  const { gone, issuers, units, seats } = await together({
    gone: findGoneOf(context, rows),
    issuers: agencies.findIssuers(context, ids('issuer_id')),
    units: agencies.getUnits(context, ids('unit_id')),
    seats: agencies.findSeats(context, ids('seat_id')),
  })
  const there = {
    issuers: new Map(issuers.map(one => [one.id, one])),
    units: new Map(units.map(one => [one.id, one])),
    seats: new Map(seats.filter(one => readsDocuments(one.role)).map(one => [one.id, one])),
  }
  const items = rows
    .filter(({ issuer_id, unit_id, seat_id }) => !gone.has(issuer_id ?? unit_id ?? seat_id ?? ''))
    .flatMap(row => asToday(row, there) ?? [])
  return { items: items.slice(0, mostShown), next: null }
}

/** Each party once, by the latest document that names it, in the order in which that one names them. */
export function recentOf({ agency, actor }: ActContext): RawBuilder<unknown> {
  const latest = (by: 'drafter_seat_id' | 'dispatched_by', at: 'created_at' | 'dispatched_at') =>
    sql`(select id, ${sql.ref(at)} as at from outgoing_documents
      where agency_id = ${agency} and ${sql.ref(by)} = ${actor.seatId} and not restricted
      order by ${sql.ref(at)} desc limit ${upTo(mostDocuments)})`
  return sql`
    with documents as (
      select id, max(at) as at from (
        ${latest('drafter_seat_id', 'created_at')} union all ${latest('dispatched_by', 'dispatched_at')}
      ) both_ways group by id order by max(at) desc limit ${upTo(mostDocuments)}
    ), parties as (
      select distinct on (party) r.*, documents.at,
        coalesce(issuer_id::text, unit_id::text, seat_id::text, lower(name || ', ' || coalesce(address, ''))) collate "C" as party
      from documents cross join lateral (
        select kind, carrier, issuer_id, unit_id, seat_id, name, address, ordinal from outgoing_recipients
        where agency_id = ${agency} and document_id = documents.id order by ordinal limit ${upTo(mostOfEach)}
      ) r
      order by party, documents.at desc, ordinal
    )
    select kind, carrier, issuer_id, unit_id, seat_id, name, address from parties
    order by at desc, ordinal limit ${upTo(mostLookedAt)}`
}

type Ports = ActContext['ports']['agencies']
type There = {
  readonly issuers: ReadonlyMap<string, Awaited<ReturnType<Ports['findIssuers']>>[number]>
  readonly units: ReadonlyMap<string, Awaited<ReturnType<Ports['getUnits']>>[number]>
  readonly seats: ReadonlyMap<string, Awaited<ReturnType<Ports['findSeats']>>[number]>
}

function asToday({ carrier, ...row }: Row, there: There): RecentRecipient | undefined {
  const { issuer_id: issuerId, unit_id: unitId, seat_id: seatId } = row
  const refs = { issuerId, unitId, seatId }
  const outside = carrier === 'mail' ? 'mail' : 'paper'
  if (issuerId) {
    const one = there.issuers.get(issuerId)
    const through = one?.inside && one.agencyId !== null ? 'system' : outside
    return one && { ...refs, kind: 'agency', name: one.name, detail: one.identifier ?? '', carrier: through }
  }
  if (unitId) {
    const one = there.units.get(unitId)
    return one && { ...refs, kind: 'unit', name: one.name, detail: one.abbreviation, carrier: 'system' }
  }
  if (seatId) {
    const one = there.seats.get(seatId)
    return (
      one && { ...refs, kind: 'seat', name: one.fullName, detail: `${one.title}, ${one.unitName}`, carrier: 'system' }
    )
  }
  return { ...refs, kind: 'outside', name: row.name, detail: row.address ?? '', carrier: outside }
}

import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { GoneParty } from './contract.ts'
import { issuersOf, type issuersOn } from './issuers.ts'
import { heldOn } from './validity.ts'

export type Parties = {
  readonly issuerIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly seatIds: readonly string[]
}
/** By the id of who was there and no longer is. */
export type Gone = ReadonlyMap<string, GoneParty>

/** Those of some issuers, own units and own seats that are no longer there today. */
export async function findGone(context: Context, { issuerIds, unitIds, seatIds }: Parties): Promise<Gone> {
  const [issuers, units, seats] = await Promise.all([
    closedIssuers(context, issuerIds),
    notHeld(context, 'units', unitIds),
    notHeld(context, 'seats', seatIds),
  ])
  const plain = [...units, ...seats].map(({ id }) => [id, { closedOn: null, successor: null }] as const)
  return new Map<string, GoneParty>([...issuers, ...plain])
}

async function closedIssuers(context: Context, ids: readonly string[]): Promise<(readonly [string, GoneParty])[]> {
  if (ids.length === 0) return []
  const { tx, today } = context
  const closed = await tx
    .selectFrom('issuers')
    .leftJoin('agencies', 'agencies.id', 'issuers.agency_id')
    .select(['issuers.id', 'issuers.kind', 'issuers.closed_on as closedOn', 'agencies.successor_id as heirId'])
    .where('issuers.id', 'in', ids)
    .where('issuers.closed_on', '<=', today)
    .execute()
  const bodies = new Map<string, Body[]>()
  for (const heirId of new Set(closed.flatMap(one => one.heirId ?? [])))
    bodies.set(heirId, await bodiesInPlaceOf(context, heirId))
  return closed.map(({ id, kind, closedOn, heirId }) => {
    const heirs = bodies.get(heirId ?? '') ?? []
    // A council is succeeded by the council, a committee by the committee.
    const heir = heirs.find(one => one.kind === kind) ?? heirs.at(0)
    const successor = heir ? { issuerId: heir.id, name: heir.name } : null
    return [id, { closedOn: closedOn as CalendarDate, successor }] as const
  })
}

type Body = Awaited<ReturnType<typeof issuersOn>>[number]

/** However often offices were merged into one another, no chain is longer; a circle written by mistake ends too. */
const mostMergers = 10

/** The bodies under the roof of an office, or of the one that took over from it, as they are today, its own first. */
async function bodiesInPlaceOf(context: Context, agencyId: string): Promise<Body[]> {
  const { tx, today } = context
  let standing: string | null = agencyId
  for (let times = 0; standing && times < mostMergers; times += 1) {
    const office: { closed_on: string | null; successor_id: string | null } | undefined = await tx
      .selectFrom('agencies')
      .select(['closed_on', 'successor_id'])
      .where('id', '=', standing)
      .executeTakeFirst()
    if (!office?.closed_on || office.closed_on > today) break
    standing = office.successor_id
  }
  return standing ? [...(await issuersOf(context, standing, today))].filter(one => one.inside) : []
}

async function notHeld(
  { tx, agency, today }: { tx: Context['tx']; agency: string; today: CalendarDate },
  table: 'units' | 'seats',
  ids: readonly string[],
) {
  if (ids.length === 0) return []
  return tx
    .selectFrom(table)
    .select('id')
    .where('agency_id', '=', agency)
    .where('id', 'in', ids)
    .where(({ not }) => not(heldOn(table, today)))
    .execute()
}

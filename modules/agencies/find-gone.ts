import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { heldOn } from './validity.ts'

export type Parties = {
  readonly issuerIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly seatIds: readonly string[]
}
/** By the id of who was there and no longer is; with the office that took over, where it is known. */
export type Gone = ReadonlyMap<string, { readonly successor: string | null }>

/** Those of some issuers, own units and own seats that are no longer there today. */
export async function findGone(context: Context, { issuerIds, unitIds, seatIds }: Parties): Promise<Gone> {
  const [issuers, units, seats] = await Promise.all([
    closedIssuers(context, issuerIds),
    notHeld(context, 'units', unitIds),
    notHeld(context, 'seats', seatIds),
  ])
  const plain = [...units, ...seats].map(({ id }) => [id, { successor: null }] as const)
  return new Map([...issuers.map(({ id, successor }) => [id, { successor }] as const), ...plain])
}

async function closedIssuers({ tx, today }: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('issuers')
    .leftJoin('agencies', 'agencies.id', 'issuers.agency_id')
    .leftJoin('agencies as heirs', 'heirs.id', 'agencies.successor_id')
    .select(['issuers.id', 'heirs.name as successor'])
    .where('issuers.id', 'in', ids)
    .where('issuers.closed_on', '<=', today)
    .execute()
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

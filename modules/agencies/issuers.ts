import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { IssuerFacts, IssuerKind } from './contract.ts'
import { standingOn } from './validity.ts'

/**
 * What stood for these issuers on a day: names and identifiers of that day, also of closed ones. In the order asked for;
 * an id that is none of an issuer is left out.
 */
export async function issuersOn(
  { tx }: Context,
  issuerIds: readonly string[],
  on: CalendarDate,
): Promise<readonly IssuerFacts[]> {
  if (issuerIds.length === 0) return []
  const issuers = await tx.selectFrom('issuers').selectAll().where('id', 'in', issuerIds).execute()
  const names = await tx.selectFrom('issuer_names').selectAll().where('issuer_id', 'in', issuerIds).execute()
  const codes = await tx
    .selectFrom('issuer_identifiers')
    .selectAll()
    .where('issuer_id', 'in', issuerIds)
    .where('scheme', '=', 'qd20')
    .execute()
  const namesOf = Map.groupBy(names, name => name.issuer_id)
  const codesOf = Map.groupBy(codes, code => code.issuer_id)
  const facts = issuers.map((issuer): IssuerFacts => {
    const name = standingOn(namesOf.get(issuer.id) ?? [], on)
    if (!name) throw new Error(`the issuer ${issuer.id} has no name`)
    return {
      id: issuer.id,
      agencyId: issuer.agency_id,
      inside: issuer.inside && (issuer.closed_on === null || on < issuer.closed_on),
      kind: issuer.kind as IssuerKind,
      name: name.name,
      shortName: name.short_name,
      letterhead: name.letterhead as string[],
      abbreviation: name.abbreviation,
      placeName: name.place_name,
      identifier: standingOn(codesOf.get(issuer.id) ?? [], on)?.code ?? null,
    }
  })
  const byId = new Map(facts.map(issuer => [issuer.id, issuer]))
  return [...new Set(issuerIds)].flatMap(id => byId.get(id) ?? [])
}

/** The issuers under the roof of the own office, its own one first. */
export const ownIssuersOn = (context: Context, on: CalendarDate): Promise<readonly IssuerFacts[]> =>
  issuersOf(context, context.agency, on)

/** The same, those that were closed too. */
export const everyIssuerOn = (context: Context, on: CalendarDate): Promise<readonly IssuerFacts[]> =>
  issuersOf(context, context.agency, on, { closed: true })

/** The issuers under the roof of an office, its own one first. */
export async function issuersOf(
  context: Context,
  agencyId: string,
  on: CalendarDate,
  { closed = false } = {},
): Promise<readonly IssuerFacts[]> {
  const rows = await context.tx
    .selectFrom('issuers')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('opened_on', '<=', on)
    .$if(!closed, query => query.where(({ or, eb }) => or([eb('closed_on', 'is', null), eb('closed_on', '>', on)])))
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return issuersOn(
    context,
    rows.map(row => row.id),
    on,
  )
}

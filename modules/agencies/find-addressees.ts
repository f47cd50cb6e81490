import { type RawBuilder, sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import type { AddresseeQuery, IssuerFacts } from './contract.ts'
import { issuersOn } from './issuers.ts'
import { kindsInOrder } from './policy.ts'
import { hasWords, type WordQuery, wordQuery } from './words.ts'

export type FoundAddressee = IssuerFacts & { readonly parentName: string | null; readonly closedOn: string | null }
type Hit = { id: string; closed_on: string | null; parent_name: string | null }

/**
 * Bodies by any part of a name, short name or abbreviation of any time, or by an identifier, also one that was closed or
 * is of the old form. First an exact identifier, then names that begin so, then the words together, then the words
 * anywhere; among equals open ones before closed ones and the own province before others. When nothing fits, names that
 * are written nearly so.
 */
export async function findAddressees(
  context: Context,
  { q, inside, cursor, limit = 20 }: z.output<typeof AddresseeQuery>,
): Promise<{ items: readonly FoundAddressee[]; next: string | null }> {
  const place = readPlaceCursor(cursor)
  const query = wordQuery(q)
  const choose = { place, limit: limit + 1, inside: inside === 'true' }
  let hits = await select(context, query ? fitting(query, q!) : everyone, choose)
  if (hits.length === 0 && query && place === 0) hits = await select(context, nearly(query), choose)
  const page = hits.slice(0, limit)
  const facts = await issuersOn(
    context,
    page.map(hit => hit.id),
    context.today,
  )
  const byId = new Map(facts.map(issuer => [issuer.id, issuer]))
  return {
    items: page.map(hit => ({
      ...byId.get(hit.id)!,
      parentName: hit.parent_name ?? byId.get(hit.id)!.letterhead.at(0) ?? null,
      closedOn: hit.closed_on,
    })),
    next: hits.length > limit ? cursorAtPlace(place + limit) : null,
  }
}

/** Rows (issuer_id, rank, folded): the smaller the rank, the better the name fits. */
type Candidates = RawBuilder<{ issuer_id: string; rank: number; folded: string }>

const everyone: Candidates = sql`select issuer_id, 0 as rank, folded from issuer_names`

function fitting(query: WordQuery, typed: string): Candidates {
  const code = typed.trim().toUpperCase()
  const { asOnePhrase } = query
  return sql`
    select issuer_id, 0 as rank, code as folded from issuer_identifiers where code = ${code}
    union all select issuer_id, 2, code from issuer_identifiers where starts_with(code, ${`${code}.`})
    union all select issuer_id, case strpos(folded, ${asOnePhrase}) when 1 then 1 when 0 then 3 else 2 end, folded
      from issuer_names where folded like ${`%${asOnePhrase}%`} or ${hasWords(sql`folded`, query)}`
}

const nearly = ({ asOnePhrase }: WordQuery): Candidates => sql`
  select issuer_id, 1 - word_similarity(${asOnePhrase.trim()}, folded) as rank, folded
  from issuer_names where ${asOnePhrase.trim()} <% folded`

/** How many rows of candidates are looked at for each body wanted: one for each name and code of it that fits. */
const rowsForEach = 4

async function select(
  { tx, agency, today }: Context,
  candidates: Candidates,
  { place, limit, inside }: { place: number; limit: number; inside: boolean },
): Promise<readonly Hit[]> {
  const kinds = sql.join(kindsInOrder.map(kind => sql`${kind}`))
  // Repeated bodies are left out afterwards, and the last order is by the text without marks: to group some thousand rows,
  // or to sort them by Vietnamese collation, would take longer than all the rest.
  const { rows } = await sql<Hit>`
    with province as (
      select above.path from agencies own join agencies above on starts_with(own.path, above.path)
      where own.id = ${agency} and above.level = 'province' limit 1
    ), hits as (${candidates})
    select issuers.id, issuers.closed_on, parents.short_name as parent_name
    from hits join issuers on issuers.id = hits.issuer_id
      left join agencies on agencies.id = issuers.agency_id
      left join agencies parents on parents.id = agencies.parent_id
    where issuers.opened_on <= ${today}
      and (not ${inside}::boolean or (issuers.inside and (issuers.closed_on is null or issuers.closed_on > ${today})))
    order by hits.rank, coalesce(issuers.closed_on <= ${today}, false),
      starts_with(agencies.path, (select path from province)) desc nulls last,
      array_position(array[${kinds}], issuers.kind), hits.folded collate "C", issuers.id
    limit ${(place + limit) * rowsForEach}`.execute(tx)
  return [...new Map(rows.map(row => [row.id, row])).values()].slice(place, place + limit)
}

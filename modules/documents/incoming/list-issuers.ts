import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import { queryTerms, searchTerms } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import type { IncomingIssuerPage, IncomingIssuerQuery } from '../contract.ts'
import { visible, wantedOf } from './list.ts'

/** Names are looked for among so many of the newest documents of the list: a year of a commune. */
const newest = 1000

/**
 * Who issued the documents of a list, those with the most first: what is chosen is never empty, and nobody learns from it
 * who wrote to the office in a matter that he may not see. An issuer of nothing but older papers is found by search.
 */
export async function listIncomingIssuers(
  context: ActContext,
  query: z.output<typeof IncomingIssuerQuery>,
): Promise<z.input<typeof IncomingIssuerPage>> {
  const wanted = wantedOf(query)
  if (wanted.states?.length === 0) return { items: [], next: null }
  const { rows } = await sql<{ name: string }>`
    select d.issuer_name as name from (${visible(context, wanted, newest)}) d
    group by d.issuer_name order by count(*) desc, d.issuer_name collate "C"`.execute(context.tx)
  const terms = queryTerms(query.q ?? '')
  const found = rows.filter(({ name }) => hasWords(name, terms))
  const { limit = 20 } = query
  const place = readPlaceCursor(query.cursor)
  return {
    items: found.slice(place, place + limit),
    next: found.length > place + limit ? cursorAtPlace(place + limit) : null,
  }
}

/** Each word begins one of the name, so that the list narrows with each letter. */
function hasWords(name: string, terms: readonly string[]): boolean {
  const words = searchTerms(name)
  return terms.every(term => words.some(word => word.startsWith(term)))
}

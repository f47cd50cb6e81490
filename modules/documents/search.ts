import { type RawBuilder, sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import { queryTerms } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type Sight, sightOf } from '#platform/acts/sight.ts'
import { cursorAfter, readCursor } from '#platform/http/cursor.ts'
import { type Direction, directions, type SearchHit, type SearchQuery, type Signature } from './contract.ts'
import { excerptsOf } from './search-excerpts.ts'
import { longestTerm, typeLexeme, urgencyLexeme } from './search-index.ts'

type Query = z.output<typeof SearchQuery>
/** A query has a handful of words; a pasted page shall not become a thousand conditions. */
const mostTerms = 24

type HitRow = {
  id: string
  direction: Direction
  sort_at: Date
  state: string
  subject: string
  notation: string | null
  arrival_number: number | null
  issuer_id: string | null
  issuer_name: string | null
  issued_on: string | null
  urgency: number
  signature: Signature | null
  restricted: boolean
}

/**
 * Documents whose facts or text have all the words, with or without marks, newest first; what the acting seat may not see
 * is not there, and of restricted documents only those are whose readers name him.
 */
export async function searchDocuments(
  context: ActContext,
  query: Query,
): Promise<{ items: z.input<typeof SearchHit>[]; next: string | null }> {
  const { limit = 20 } = query
  const lexemes = lexemesOf(query)
  if (lexemes.length === 0) return { items: [], next: null }
  const rows = await find(context, query, lexemes, limit + 1)
  const issuers = await issuerNames(context, rows)
  const last = rows.length > limit ? rows[limit - 1]! : undefined
  const shown = rows.slice(0, limit).map(row => ({
    ...row,
    notation: row.notation ?? '',
    issuerName: row.issuer_name ?? issuers.get(row.issuer_id ?? '') ?? '',
  }))
  const excerpts = await excerptsOf(context, query.q, shown)
  return {
    items: shown.map(row => ({
      id: row.id,
      direction: row.direction,
      state: row.state,
      subject: row.subject,
      notation: row.notation,
      arrivalNumber: row.arrival_number,
      issuerName: row.issuerName,
      issuedOn: row.issued_on,
      sortedAt: row.sort_at.toISOString(),
      urgency: row.urgency,
      signature: row.signature,
      excerpt: excerpts.get(row.id) ?? null,
    })),
    next: last ? cursorAfter(last.sort_at, last.id) : null,
  }
}

const lexemesOf = ({ q, type, urgency }: Query): readonly string[] => [
  ...queryTerms(q)
    .slice(0, mostTerms)
    .filter(term => term.length <= longestTerm),
  ...(type ? [typeLexeme(type)] : []),
  ...(urgency === undefined ? [] : [urgencyLexeme(urgency)]),
]

/** So many hits are found by their words and put in order; more are so frequent that the newest documents show them. */
const frequent = 1000

async function find(
  context: ActContext,
  query: Query,
  lexemes: readonly string[],
  count: number,
): Promise<readonly HitRow[]> {
  // Each query has words of its own: a plan for any words serves none of them.
  await sql`set local plan_cache_mode = force_custom_plan`.execute(context.tx)
  return (await hitsOf(context, query, lexemes, count).execute(context.tx)).rows
}

/**
 * A rare word is found by the index of words, a frequent one by walking the documents from the newest. The planner cannot
 * tell a rare word from an absent one and would walk through all documents for either, so the hits are counted first, as
 * far as it matters.
 */
export function hitsOf(
  context: ActContext,
  query: Query,
  lexemes: readonly string[],
  count: number,
): RawBuilder<HitRow> {
  const { agency } = context
  const branches = sightsOf(context, query)
  const matching = (
    index: 'document_search_index' | 'document_search_restricted_index',
    read: (sight: Sight) => RawBuilder<unknown>,
  ) =>
    sql.join(
      branches.map(
        ({ direction, sight }) => sql`select s.document_id, s.direction, s.sort_at from ${sql.ref(index)} s
          where s.agency_id = ${agency} and s.lexemes @@ ${tsquery(lexemes)}::tsquery
            ${narrowed({ ...query, direction })} ${read(sight)}`,
      ),
      sql` union all `,
    )
  const common = matching('document_search_index', sight => (sight.seesAll ? sql`` : amongReaders(context, sight)))
  const restricted = matching('document_search_restricted_index', sight => amongReaders(context, sight))
  const newestFirst = sql`order by sort_at desc, document_id desc limit ${count}`
  // The search is shut off in materialised steps: beside a table under row-level security `@@` would find no index.
  return sql<HitRow>`
    with counted as materialized (${common} limit ${frequent + 1}),
    newest as materialized (${common} ${newestFirst}),
    restricted as materialized (${restricted} ${newestFirst}),
    hits as materialized (
      select * from (
        select * from counted where (select count(*) from counted) <= ${frequent}
        union all select * from newest where (select count(*) from counted) > ${frequent}
        union all select * from restricted
      ) found ${newestFirst}
    )
    select hits.document_id as id, hits.direction, hits.sort_at, coalesce(i.state, o.state) as state,
      coalesce(i.subject, o.subject) as subject, coalesce(i.notation, o.notation) as notation, i.arrival_number,
      o.issuer_id, i.issuer_name, coalesce(i.issued_on, o.issued_on) as issued_on,
      coalesce(i.urgency, o.urgency) as urgency, coalesce(i.signature, o.signature) as signature,
      coalesce(i.restricted, o.restricted) as restricted
    from hits
      left join incoming_documents i on i.agency_id = ${agency} and i.id = hits.document_id and hits.direction = 'incoming'
      left join outgoing_documents o on o.agency_id = ${agency} and o.id = hits.document_id and hits.direction = 'outgoing'
    order by hits.sort_at desc, hits.document_id desc`
}

/** All the words; a term has no sign of the query language, and is quoted nevertheless. */
const tsquery = (lexemes: readonly string[]): string =>
  lexemes.map(lexeme => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`).join(' & ')

function narrowed({ direction, from, to, cursor }: Query): RawBuilder<unknown> {
  const after = readCursor(cursor)
  return sql.join(
    [
      direction ? sql`and s.direction = ${direction}` : sql``,
      from ? sql`and s.sort_at >= ${dayBegins(from)}` : sql``,
      to ? sql`and s.sort_at < ${dayBegins(to)} + interval '1 day'` : sql``,
      after ? sql`and (s.sort_at, s.document_id) < (${after.at}, ${after.id})` : sql``,
    ],
    sql` `,
  )
}

const dayBegins = (day: string): RawBuilder<Date> =>
  sql<Date>`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/** Who stands in for another in one direction alone sees more there: each is then searched as far as he sees it. */
function sightsOf({ actor }: ActContext, { direction }: Query): readonly { direction?: Direction; sight: Sight }[] {
  if (direction) return [{ direction, sight: sightOf(actor, direction) }]
  if (actor.standsInFor.every(({ scope }) => scope === 'all')) return [{ sight: sightOf(actor, 'incoming') }]
  return directions.map(each => ({ direction: each, sight: sightOf(actor, each) }))
}

/**
 * Who does not see all finds what his keys may read, and of restricted documents so does everybody: two views joined, so
 * that both keep their indexes.
 */
function amongReaders({ agency }: ActContext, { readerKeys }: Sight): RawBuilder<unknown> {
  return sql`and exists (select from document_readers_index r where r.agency_id = ${agency}
    and r.reader in (${sql.join(readerKeys)}) and r.document_id = s.document_id)`
}

async function issuerNames(context: ActContext, rows: readonly HitRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(row => row.issuer_id ?? []))]
  const issuers = await context.ports.agencies.findIssuers(context, ids)
  return new Map(issuers.map(issuer => [issuer.id, issuer.name]))
}

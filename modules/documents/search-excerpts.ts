import { setImmediate as letOthersRun } from 'node:timers/promises'
import { sql } from 'kysely'
import { excerptOf, placesOf, queryTerms } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { countedRoles } from './attach-files.ts'
import type { Direction } from './contract.ts'
import { searchedTexts } from './outgoing/searched-text.ts'

/** A page of hits is answered at once: nobody waits for the last chapter of each to be looked through. */
const mostCharacters = 40_000

type Hit = {
  readonly id: string
  readonly direction: Direction
  readonly restricted: boolean
  readonly subject: string
  readonly notation: string
  readonly issuerName: string
  readonly arrival_number: number | null
}

/**
 * For hits whose shown facts do not have all the words: a piece of the text that shows one of the others, so that people
 * see why a document was found. Of a restricted document its words are read in the document alone, where the look is noted.
 */
export async function excerptsOf(
  context: ActContext,
  query: string,
  hits: readonly Hit[],
): Promise<ReadonlyMap<string, string>> {
  const missing = new Map<string, readonly string[]>()
  for (const hit of hits.filter(({ restricted }) => !restricted)) {
    const facts = [hit.subject, hit.notation, hit.issuerName, hit.arrival_number].join('\n').normalize('NFC')
    const terms = queryTerms(query).filter(term => placesOf(facts, [term]).length === 0)
    if (terms.length > 0) missing.set(hit.id, terms)
  }
  if (missing.size === 0) return new Map()
  const excerpts = new Map<string, string>()
  for (const { id, text } of await textsOf(
    context,
    hits.filter(hit => missing.has(hit.id)),
  )) {
    const excerpt = excerptOf(text.normalize('NFC'), missing.get(id)!)
    if (excerpt !== null) excerpts.set(id, excerpt)
    await letOthersRun()
  }
  return excerpts
}

/** What the search looked into: of what came its files, of what goes out its present version. */
async function textsOf({ tx, agency }: ActContext, hits: readonly Hit[]): Promise<{ id: string; text: string }[]> {
  const of = (direction: Direction) => hits.filter(hit => hit.direction === direction).map(hit => hit.id)
  const [incoming, outgoing] = [of('incoming'), of('outgoing')]
  const [came, goes] = await Promise.all([
    incoming.length === 0
      ? []
      : tx
          .selectFrom('document_files')
          .select([
            'document_id as id',
            sql<string>`left(string_agg(body_text, E'\n' order by ordinal), ${mostCharacters})`.as('text'),
          ])
          .where('agency_id', '=', agency)
          .where('document_id', 'in', incoming)
          .where('role', 'in', countedRoles)
          .groupBy('document_id')
          .execute(),
    searchedTexts({ tx, agency }, outgoing, mostCharacters),
  ])
  return [...came, ...goes]
}

import { setImmediate as letOthersRun } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { searchTerms } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { writeTogether } from '#platform/database/write-together.ts'
import type { ReadDocument } from './readers.ts'

export type Searchable = ReadDocument & {
  readonly restricted: boolean
  /** What is known of the document: number and notation, subject, issuer, signer, note … */
  readonly metadata: readonly (string | null | undefined)[]
  readonly typeCode: string | null
  readonly urgency: number
  readonly bodyText: string
}

/** `tsvector` is limited to 1 MB: the rest of a longer text is not looked into. */
export const mostCharacters = 200_000
/** What is longer is no word that anybody types, and `tsvector` refuses it from 2 KB on. */
export const longestTerm = 80

/**
 * Writes what a document is found by, words without marks and case, number forms as single lexemes. Of a restricted
 * document not a word stands in the common index: it has one of its own, and moves when it becomes restricted.
 */
export async function indexDocument(context: Context, document: Searchable): Promise<void> {
  await writeTogether(context.tx, await indexToWrite(context, document))
}

/**
 * The same as writes that go along with others.
 *
 * @param given a word that only the statement knows in which they go: a number that it takes
 */
export async function indexToWrite(
  { agency }: Context,
  document: Searchable,
  given?: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>[]> {
  const [index, other] = document.restricted
    ? [sql.ref('document_search_restricted'), sql.ref('document_search')]
    : [sql.ref('document_search'), sql.ref('document_search_restricted')]
  const known = sql`${await lexemesOf(document)}::text[]`
  const lexemes = given ? sql`array_remove(${known} || ${given}::text, null)` : known
  return [
    sql`delete from ${other} where agency_id = ${agency} and document_id = ${document.documentId}`,
    sql`
    insert into ${index} (agency_id, document_id, direction, sort_at, lexemes)
    values (${agency}, ${document.documentId}, ${document.direction}, ${document.sortAt}, array_to_tsvector(${lexemes}))
    on conflict (agency_id, document_id) do update set lexemes = excluded.lexemes`,
  ]
}

/** The lexemes of a document: those of its words, and marked ones for what lists filter by. */
export async function lexemesOf(
  document: Pick<Searchable, 'metadata' | 'typeCode' | 'urgency' | 'bodyText'>,
): Promise<string[]> {
  const terms = new Set(searchTerms(document.metadata.filter(Boolean).join('\n')))
  // A long text takes some 20 ms: piece by piece, so that no other request waits for it.
  for (const piece of pieces(document.bodyText.slice(0, mostCharacters))) {
    for (const term of searchTerms(piece)) terms.add(term)
    if (piece.length >= pieceLength) await letOthersRun()
  }
  const marks = [urgencyLexeme(document.urgency), ...(document.typeCode ? [typeLexeme(document.typeCode)] : [])]
  return [...[...terms].filter(term => term.length <= longestTerm), ...marks]
}

const pieceLength = 20_000

/** Cuts a text at its white space, so that no word is torn. */
function* pieces(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const space = text.slice(from + pieceLength, from + pieceLength + longestTerm).search(/\s/)
    const to = from + pieceLength + Math.max(space, 0)
    yield text.slice(from, to)
    from = to
  }
}

// No word has '=' in it, so nothing that is typed can ask for a mark.
export const typeLexeme = (typeCode: string): string => `=type/${typeCode}`
export const urgencyLexeme = (urgency: number): string => `=urgency/${urgency}`

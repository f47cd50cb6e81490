import { type RawBuilder, sql } from 'kysely'
import { queryTerms, searchTerms } from '#lib/vietnamese/index.ts'

/** What a column `folded` holds: the words of the texts without case and marks, each after a space. */
export const foldedWords = (...texts: readonly string[]): string =>
  texts
    .flatMap(searchTerms)
    .map(word => ` ${word}`)
    .join('')

/** What a query looks for in such a column: each word begins a word of it, in any order. */
export type WordQuery = { readonly words: readonly string[]; readonly asOnePhrase: string }

export function wordQuery(query: string | undefined): WordQuery | undefined {
  const words = queryTerms(query ?? '').slice(0, mostWords)
  return words.length > 0 ? { words, asOnePhrase: words.map(word => ` ${word}`).join('') } : undefined
}

// A name has fewer words; a pasted page shall not become a hundred conditions.
const mostWords = 12

/** The condition that a folded text has all the words. A term has letters, digits and / & . - alone: no sign of LIKE. */
export const hasWords = (folded: RawBuilder<string>, { words }: WordQuery): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    words.map(word => sql`${folded} like ${`% ${word}%`}`),
    sql` and `,
  )})`

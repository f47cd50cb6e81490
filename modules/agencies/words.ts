import { type RawBuilder, sql } from 'kysely'
import { queryTerms, searchTerms } from '#lib/vietnamese/index.ts'

/** What a column `folded` holds: each word of the texts once, without case and marks, after a space. */
export const foldedWords = (...texts: readonly string[]): string =>
  [...new Set(texts.flatMap(searchTerms))].map(word => ` ${word}`).join('')

/** The patterns of LIKE that a query asks for: every word of it begins a word of the text, in any order. */
export const wordPatterns = (query: string): readonly string[] =>
  queryTerms(query)
    .slice(0, mostWords)
    .map(word => `% ${word}%`)

// A name has fewer words; a pasted page shall not become a hundred conditions.
const mostWords = 12

/** The condition that a folded text has all the words. */
export const hasWords = (folded: RawBuilder<string>, patterns: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    patterns.map(pattern => sql`${folded} like ${pattern}`),
    sql` and `,
  )})`

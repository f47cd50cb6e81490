import { fold } from '#lib/vietnamese/index.ts'

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Whether every word of the query begins some word of the text, whatever case and marks. */
export function matchesSearch(text: string, query: string): boolean {
  const words = wordsOf(text)
  return wordsOf(query).every(part => words.some(word => word.startsWith(part)))
}

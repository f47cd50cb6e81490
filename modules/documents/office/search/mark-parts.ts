import { placesOf, queryTerms } from '#lib/vietnamese/index.ts'

export type MarkedPart = { readonly text: string; readonly hit: boolean }

/**
 * A text in parts, those that were looked for marked, whatever their case and marks.
 *
 * @example markParts('Làm sạch đất đai', 'sach dat')   // 'Làm ', «sạch», ' ', «đất», ' đai'
 */
export function markParts(text: string, query: string): readonly MarkedPart[] {
  const shown = text.normalize('NFC')
  const parts: MarkedPart[] = []
  let done = 0
  for (const { from, to } of placesOf(shown, queryTerms(query))) {
    if (from > done) parts.push({ text: shown.slice(done, from), hit: false })
    parts.push({ text: shown.slice(from, to), hit: true })
    done = to
  }
  if (done < shown.length) parts.push({ text: shown.slice(done), hit: false })
  return parts
}

import { fold, queryTerms } from '#lib/vietnamese/index.ts'

export type MarkedPart = { readonly text: string; readonly hit: boolean }

/**
 * A text in parts, those that were looked for marked, whatever their case and marks: a word counts from its beginning.
 *
 * @example markParts('Làm sạch đất đai', 'sach dat')   // 'Làm ', «sạch», ' ', «đất», ' đai'
 */
export function markParts(text: string, query: string): readonly MarkedPart[] {
  const shown = text.normalize('NFC')
  const letters = [...shown]
  const folded = letters.map(letter => fold(letter))
  const plain = folded.join('')
  // A letter may fold to several or none: where each of the folded text came from.
  const origin = folded.flatMap((part, index) => [...part].map(() => index))
  const hit = new Array<boolean>(letters.length).fill(false)
  for (const term of queryTerms(query))
    for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(plain[at - 1]!)) continue
      for (let index = origin[at]!; index <= origin[at + term.length - 1]!; index += 1) hit[index] = true
    }
  const parts: MarkedPart[] = []
  letters.forEach((letter, index) => {
    const last = parts.at(-1)
    if (last && last.hit === hit[index]) parts[parts.length - 1] = { text: last.text + letter, hit: last.hit }
    else parts.push({ text: letter, hit: hit[index]! })
  })
  return parts
}

/**
 * Where in a text stands what was looked for, and the piece of a long text that shows it.
 */
import { fold } from './fold.ts'

/** A range of a text in UTF-16 units, its end not in it. */
export type FoundPlace = { readonly from: number; readonly to: number }

/**
 * Where folded terms (of `queryTerms`) stand in a text as whole words, as the search finds them, in order and without
 * overlap, whatever the text's case and marks.
 *
 * @param text composed (NFC), as it is shown
 * @example placesOf('Làm sạch đất đai', ['sach'])   // [{ from: 4, to: 8 }]
 */
export function placesOf(text: string, terms: readonly string[]): readonly FoundPlace[] {
  // A letter may fold to several or none: where each of the folded text came from, and where it ends.
  const origin: FoundPlace[] = []
  let plain = ''
  let at = 0
  for (const letter of text) {
    const place = { from: at, to: at + letter.length }
    const folded = fold(letter)
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(place)
    plain += folded
    at = place.to
  }
  const places: FoundPlace[] = []
  for (const term of terms)
    for (const { from, to } of standsIn(plain, term)) places.push({ from: origin[from]!.from, to: origin[to - 1]!.to })
  return joined(places)
}

/**
 * A line's worth of a long text that shows the first place where one of the terms stands; nothing when none does.
 *
 * @param longest of the piece, in characters
 * @example excerptOf('… cấp giấy chứng nhận cho hộ bà Đượm, thôn Đâu Bình …', ['duom'], 40)   // '… cho hộ bà Đượm, thôn Đâu Bình …'
 */
export function excerptOf(text: string, terms: readonly string[], longest = 160): string | null {
  for (let from = 0; from < text.length; from += pieceLength) {
    const piece = text.slice(from, from + pieceLength + overlap)
    const plain = fold(piece)
    if (!terms.some(term => standsIn(plain, term).length > 0)) continue
    const found = placesOf(piece, terms)[0]
    if (found) return window(text, from + found.from, longest)
  }
  return null
}

/** Folding a whole book for one word would hold up everybody else: piece by piece, the next begins before the last ends. */
const pieceLength = 4000
const overlap = 100

/** Zeros before a number do not count: `5/2026` stands in `05/2026/NQ-HĐND`. */
function standsIn(plain: string, term: string): FoundPlace[] {
  const places: FoundPlace[] = []
  if (term === '') return places
  for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
    let from = at
    if (/\d/.test(term[0]!)) while (from > 0 && plain[from - 1] === '0') from -= 1
    const to = at + term.length
    if (!inWord(plain[from - 1]) && !inWord(plain[to])) places.push({ from, to })
  }
  return places
}

const inWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

function joined(places: readonly FoundPlace[]): readonly FoundPlace[] {
  const result: FoundPlace[] = []
  for (const place of [...places].sort((left, right) => left.from - right.from)) {
    const last = result.at(-1)
    if (last && place.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, place.to) }
    else result.push(place)
  }
  return result
}

/** Some words before the place, the rest after it, cut between words. */
function window(text: string, found: number, longest: number): string {
  const begin = Math.max(0, found - Math.floor(longest / 3))
  const end = Math.min(text.length, begin + longest)
  const from = begin === 0 ? 0 : Math.min(text.slice(begin, found).search(/\s\S/) + begin + 1, found)
  const lastSpace = text.slice(found, end).search(/\s\S*$/)
  const to = end === text.length || lastSpace <= 0 ? end : found + lastSpace
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${words}${to < text.length ? ' …' : ''}`
}

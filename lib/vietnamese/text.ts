/** NFC, the only form we store. */
export const toNfc = (text: string): string => text.normalize('NFC')

// Ð (U+00D0) and ð (U+00F0) are Icelandic letters that look like Đ and đ; some input methods and fonts produce them.
const sameLetter = (text: string): string =>
  text
    .replace(/\u00d0/g, 'Đ')
    .replace(/\u00f0/g, 'đ')
    .replace(/\u0189/g, 'Đ')

/**
 * Text without case and marks, for searching and comparing: 'Đẩy NHANH' → 'day nhanh'. 'hòa' and 'hoà' fold alike.
 */
export const fold = (text: string): string =>
  sameLetter(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[Đđ]/g, 'd')
    .toLowerCase()
    .normalize('NFC')

// Controls, zero-width and direction marks: invisible, and able to make two different texts look the same.
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * What a user typed or pasted, as it is stored: NFC, Đ as U+0110, nothing invisible, spaces single, ends trimmed.
 * With `multiLine` line breaks stay, at most one empty line in a row.
 */
export function normaliseInput(text: string, options: { multiLine?: boolean } = {}): string {
  const clean = sameLetter(text)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[\ud800-\udfff]/gu, '')
  if (!options.multiLine) return clean.replace(/\s+/g, ' ').trim()
  return clean
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const collator = new Intl.Collator('vi')

/** Vietnamese order of letters, for sorting in memory. */
export const compareVietnamese = (left: string, right: string): number => collator.compare(left, right)

// 4127/UBND-NNMT, 515/KH-BCA-BNN&MT, 20-CT/TU, 24/11/2026: what belongs together in a register stays one term.
const term = /[\p{L}\p{N}]+(?:[/&.-][\p{L}\p{N}]+)*/gu

/**
 * The words of a text as they are indexed: folded; a number form is one term and its parts are terms too.
 *
 * @example searchTerms('Công văn 4127/UBND-NNMT') // ['cong', 'van', '4127/ubnd-nnmt', '4127', 'ubnd', 'nnmt']
 */
export function searchTerms(text: string): string[] {
  return [...fold(text).matchAll(term)].flatMap(([found]) => {
    const parts = found.split(/[/&.-]/)
    return parts.length > 1 ? [found, ...parts] : [found]
  })
}

/** The terms a query asks for: a number form is asked for whole, not part by part. */
export const queryTerms = (query: string): string[] => [...fold(query).matchAll(term)].map(([found]) => found)

/** First letters of the last two words of a name: 'Trương Thị Ngọc Lan' → 'NL'. */
export const initials = (fullName: string): string =>
  fullName
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map(word => toNfc(word).charAt(0).toLocaleUpperCase('vi'))
    .join('')

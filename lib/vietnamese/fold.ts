/**
 * Text for comparing and searching: marks and case do not count.
 */

/** Canonical composition; nothing else is changed. */
export const toNfc = (text: string): string => text.normalize('NFC')

/**
 * The text without case and marks, `đ` as `d`: what people type who leave the marks out, or place them the other way
 * (`hoà`, `hòa`). Folding twice changes nothing.
 *
 * `Ð` (U+00D0, Icelandic) and `Ɖ` (U+0189, African) look like `Đ` (U+0110) and come in from old files; they fold to `d`.
 *
 * @example fold('Triệu Phong, QĐ-UBND')   // 'trieu phong, qd-ubnd'
 */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[đðɖ]/g, 'd').normalize('NFC')

/** A word, or words and digits joined as in `4127/UBND-NNMT`, `515/KH-BCA-BNN&MT`, `1.284`. */
const joined = /[\p{L}\p{N}]+(?:[/\-.&][\p{L}\p{N}]+)*/gu
const spacedSlash = /(?<=\d)\s*\/\s*(?=[\p{L}\p{N}])/gu

/**
 * What a user looks for, as folded terms without repetition: words singly, a number form (`4127/UBND-NNMT`, `20-CT/TU`,
 * a date) as one term. Zeros before a number do not count, so that `5/QĐ-UBND` and `5` find `05/QĐ-UBND`.
 *
 * @example queryTerms('Công văn 4127 /UBND-NNMT')   // ['cong', 'van', '4127/ubnd-nnmt']
 */
export const queryTerms = (query: string): string[] => unique(formsOf(query).flatMap(form => asked(form)))

/**
 * What a text can be found by: all that `queryTerms` may ask for. A number form stands there whole, by its beginnings
 * (`05/2026` of `05/2026/NQ-HĐND`) and by its parts.
 *
 * @example searchTerms('Số: 05/UBND-VX')   // ['so', '5/ubnd-vx', '5/ubnd', '5', 'ubnd', 'vx']
 */
export const searchTerms = (text: string): string[] => unique(formsOf(text).flatMap(form => indexed(form)))

const formsOf = (text: string): string[] => fold(text).replace(spacedSlash, '/').match(joined) ?? []

const isNumberForm = (form: string): boolean => form.includes('/') && /\d/.test(form)

const partsOf = (form: string): string[] => form.split(/[/\-.&]/).map(withoutLeadingZeros)

const asked = (form: string): string[] => (isNumberForm(form) ? [withoutLeadingZeros(form)] : partsOf(form))

function indexed(form: string): string[] {
  if (!isNumberForm(form)) return partsOf(form)
  const beginnings: string[] = [withoutLeadingZeros(form)]
  for (let at = form.length - 1; at > 0; at -= 1)
    if (/[/\-.&]/.test(form[at]!)) {
      const beginning = form.slice(0, at)
      if (isNumberForm(beginning)) beginnings.push(withoutLeadingZeros(beginning))
    }
  return [...beginnings, ...partsOf(form)]
}

const withoutLeadingZeros = (form: string): string => form.replace(/(?<![\p{L}\p{N}])0+(?=\d)/gu, '')

const unique = (terms: readonly string[]): string[] => [...new Set(terms)]

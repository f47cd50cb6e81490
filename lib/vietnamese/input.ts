const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
// Controls, zero-width and direction characters, halves of surrogate pairs: they hide in pasted text, make equal words
// unequal, and can turn a line around for its reader.
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/gu
const lookAlikes: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', Ɖ: 'Đ', ɖ: 'đ' }

/**
 * What was typed or pasted, letter by letter in order: NFC, `Đ` and `đ` as U+0110 and U+0111, `\n` alone between lines,
 * nothing invisible. Spaces stay where they are. Doing it twice changes nothing.
 *
 * @example composed('Ðông\u200b ')   // 'Đông '
 */
export const composed = (text: string): string =>
  text
    .replace(lineBreaks, '\n')
    .replace(invisible, '')
    .replace(/[ÐðƉɖ]/g, letter => lookAlikes[letter]!)
    .normalize('NFC')

/**
 * Text as it is stored: composed, and no space at the ends.
 *
 * One line: every run of white space becomes one space. With `multiLine` the lines stay (`\n` alone between them) and so
 * does the space inside a line; space at the end of a line goes. Doing it twice changes nothing.
 *
 * @example normaliseInput(' Ðông\u200b  Hà\n')   // 'Đông Hà'
 */
export function normaliseInput(text: string, options: { readonly multiLine?: boolean } = {}): string {
  const clean = composed(text)
  if (!options.multiLine) return clean.replace(/\s+/g, ' ').trim()
  const lines = clean.split('\n').map(line => line.trimEnd())
  return lines.join('\n').trim()
}

export type TextFault = 'control' | 'foreign-d' | 'markup'

// Line breaks of Word and of web pages are no fault: they become `\n`.
const control = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cs}]/u
// An address in angle brackets, a number smaller than another and an arrow are text; what a browser would take for an
// element is not.
const markup = /<(?:[a-z/!?][^<>@]*>|script\b)/iu

/**
 * What makes a text no text of an office. To put letters of another alphabet, hidden signs or markup in order would be to
 * write something else than was sent, so its sender is asked. Decomposed letters are no fault: they are the same text
 * (Unicode, canonical equivalence), and half of the world's keyboards send them.
 */
export function faultOf(text: string): TextFault | undefined {
  if (control.test(text)) return 'control'
  if (/[ÐðƉɖ]/.test(text)) return 'foreign-d'
  return markup.test(text) ? 'markup' : undefined
}

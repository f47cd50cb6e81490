const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
// Controls, zero-width and direction characters, halves of surrogate pairs: they hide in pasted text, make equal words
// unequal, and can turn a line around for its reader.
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/gu
const lookAlikes: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', Ɖ: 'Đ', ɖ: 'đ' }

/**
 * Text as it is stored: NFC, `Đ` and `đ` as U+0110 and U+0111, nothing invisible, no space at the ends.
 *
 * One line: every run of white space becomes one space. With `multiLine` the lines stay (`\n` alone between them) and so
 * does the space inside a line; space at the end of a line goes. Doing it twice changes nothing.
 *
 * @example normaliseInput(' Ðông\u200b  Hà\n')   // 'Đông Hà'
 */
export function normaliseInput(text: string, options: { readonly multiLine?: boolean } = {}): string {
  const clean = text
    .replace(lineBreaks, '\n')
    .replace(invisible, '')
    .replace(/[ÐðƉɖ]/g, letter => lookAlikes[letter]!)
    .normalize('NFC')
  if (!options.multiLine) return clean.replace(/\s+/g, ' ').trim()
  const lines = clean.split('\n').map(line => line.trimEnd())
  return lines.join('\n').trim()
}

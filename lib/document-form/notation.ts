import { fold } from '#lib/vietnamese/index.ts'

/** Named types `05/QĐ-UBND`, letters `12/UBND-VX`: what NĐ 30/2020 Phụ lục I, phần I, II.3b asks of administrative documents. */
export const administrativeNotation = '{number}/{type}-{issuer}|{number}/{issuer}-{unit}'

/**
 * Number and notation of a document by the template of its series.
 *
 * A template is data of the series. Its places are {number}, {year}, {type}, {issuer} and {unit}; forms between `|` are
 * tried from the left, and the first whose places all have a value is taken, so that one series serves named types and
 * letters (công văn has no abbreviation of its own). Without a number its place stays empty, as on a draft.
 *
 * @returns nothing when no form fits, as for a letter whose drafting unit has no abbreviation
 * @example
 * composeNotation({ template: '{number}/{year}/{type}-{issuer}', number: 5, year: 2026, typeAbbreviation: 'NQ', issuerAbbreviation: 'HĐND' })
 * // '05/2026/NQ-HĐND'
 */
export function composeNotation(facts: {
  readonly template: string
  readonly number?: number | null
  readonly numberSuffix?: string
  readonly year?: number
  readonly typeAbbreviation?: string | null
  readonly issuerAbbreviation: string
  readonly draftingUnitAbbreviation?: string | null
}): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    number: typeof facts.number === 'number' ? writeNumber(facts.number, facts.numberSuffix) : '',
    year: facts.year === undefined ? undefined : String(facts.year),
    type: facts.typeAbbreviation || undefined,
    issuer: facts.issuerAbbreviation || undefined,
    unit: facts.draftingUnitAbbreviation || undefined,
  }
  for (const form of facts.template.split('|')) {
    const places = [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    if (places.every(name => values[name] !== undefined))
      return form.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)
  }
  return undefined
}

/** A number as it is written: below 10 with a leading zero (Phụ lục I, phần I, II.3c). @example writeNumber(5, 'a')   // '05a' */
export const writeNumber = (number: number, suffix = ''): string => String(number).padStart(2, '0') + suffix

export type ParsedNotation = {
  /** As written, with its zeros and letter: '05', '15a'; empty on a draft. */
  readonly number: string
  /** Of documents that bear it between number and notation: 05/2026/NQ-HĐND. */
  readonly year: number | null
  /** What is left: 'UBND-NNMT', 'NQ-HĐND', 'CT/TU', 'QH15', 'QĐ/UBND'. */
  readonly notation: string
  /** The whole, without the word 'Số' and without spaces: '4127/UBND-NNMT'. */
  readonly written: string
}

const form = /^(?<number>\d{0,11}\p{L}?)(?:\/(?<year>(?:19|20)\d\d))?[/-](?<notation>\p{L}[\p{L}\p{N}&./-]*)$/u

/**
 * Takes number and notation apart, whatever separators the issuer uses; the word 'Số' and stray spaces do not count.
 * Nothing when the text is no such form.
 *
 * @example parseNotation('Số: 4127 /UBND- NNMT')   // { number: '4127', year: null, notation: 'UBND-NNMT', written: '4127/UBND-NNMT' }
 */
export function parseNotation(text: string): ParsedNotation | undefined {
  const written = text
    .normalize('NFC')
    .replace(/Ð/g, 'Đ')
    .replace(/[‐‑–—]/g, '-')
    .replace(/^\s*số\s*[:.]?/iu, '')
    .replace(/\s+/g, '')
    .replace(/[-/.,;:]+$/, '')
  const found = form.exec(written)?.groups
  if (!found) return undefined
  return {
    number: found.number ?? '',
    year: found.year ? Number(found.year) : null,
    notation: found.notation!,
    written,
  }
}

/**
 * Under which two ways of writing one number and notation are the same: no case, no marks, no spaces, no leading zeros,
 * one kind of separator. For finding duplicates, never for showing.
 *
 * @example notationKey('05/QĐ- UBND') === notationKey('5/QĐ-UBND')   // true
 */
export const notationKey = (text: string): string =>
  fold(text.replace(/^\s*số\s*[:.]?/iu, ''))
    .replace(/\s+/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, '/')
    .replace(/^\/|\/$/g, '')
    .replace(/(?<=^|\/)0+(?=\d)/g, '')

/** A key by which notations sort: by year, then number as a number, then the rest. Years that are not written are `0000`. */
export function sortKeyOfNotation(text: string): string {
  const parsed = parseNotation(text)
  if (!parsed) return `9999 99999999999 ${fold(text)}`
  const digits = /^\d*/.exec(parsed.number)![0]
  const rest = parsed.number.slice(digits.length)
  return `${String(parsed.year ?? 0).padStart(4, '0')} ${digits.padStart(11, '0')}${fold(rest)} ${fold(parsed.notation)}`
}

import { type CalendarDate, isCalendarDate } from '#lib/calendar-date/index.ts'

/**
 * The identifier of a document (mã định danh văn bản), as the exchange of the Government writes it:
 * `OrganId,yyyy/MM/dd,số/ký hiệu`. The form is not laid down in a law that could be read, so it is a dated template.
 */
export type DocumentIdentifierTemplate = {
  readonly id: string
  readonly validFrom: CalendarDate
  readonly basis: string
  /** With the places {organisation}, {year}, {month}, {day} and, last, {notation}. */
  readonly pattern: string
}
export type DocumentIdentifierParts = {
  readonly organisationCode: string
  readonly issuedOn: CalendarDate
  /** Number and notation as written: '4127/UBND-NNMT'. */
  readonly notation: string
}

/** Oldest first; the one in force on a day is the last that had begun. */
export const documentIdentifierTemplates: readonly DocumentIdentifierTemplate[] = [
  {
    id: 'organisation-date-notation',
    validFrom: '2016-01-01' as CalendarDate,
    basis: 'QCVN 102:2016/BTTTT; bản tin mẫu của Trục liên thông văn bản quốc gia',
    pattern: '{organisation},{year}/{month}/{day},{notation}',
  },
]

/**
 * Makes the identifier by the template in force on the day of issue.
 *
 * @throws RangeError when a part is empty, holds a comma or a control character, or no template was in force yet
 * @example composeDocumentIdentifier({ organisationCode: 'H50', issuedOn, notation: '4127/UBND-NNMT' })
 * // 'H50,2026/11/23,4127/UBND-NNMT'
 */
export function composeDocumentIdentifier(
  parts: DocumentIdentifierParts,
  templates: readonly DocumentIdentifierTemplate[] = documentIdentifierTemplates,
): string {
  const template = templates.findLast(one => one.validFrom <= parts.issuedOn)
  if (!template) throw new RangeError(`No form of document identifiers was in force on ${parts.issuedOn}`)
  for (const part of [parts.organisationCode, parts.notation])
    if (!isPlain(part)) throw new RangeError(`Not a part of a document identifier: ${part}`)
  const [year, month, day] = parts.issuedOn.split('-')
  const places: Record<string, string> = {
    organisation: parts.organisationCode,
    year: year!,
    month: month!,
    day: day!,
    notation: parts.notation,
  }
  return template.pattern.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place)
}

/** Takes an identifier apart by the first template that it fits; nothing when it fits none (a UUID of a partner). */
export function parseDocumentIdentifier(
  identifier: string,
  templates: readonly DocumentIdentifierTemplate[] = documentIdentifierTemplates,
): DocumentIdentifierParts | undefined {
  for (const template of templates.toReversed()) {
    const found = expressionOf(template.pattern).exec(identifier)?.groups
    if (!found) continue
    const issuedOn = `${found.year}-${found.month}-${found.day}`
    const [organisationCode, notation] = [found.organisation ?? '', found.notation ?? '']
    if (isCalendarDate(issuedOn) && isPlain(organisationCode) && isPlain(notation))
      return { organisationCode, issuedOn, notation }
  }
  return undefined
}

const isPlain = (part: string): boolean => /^[^,\p{Cc}]+$/u.test(part) && part.trim() === part

const shapes: Readonly<Record<string, string>> = { year: '\\d{4}', month: '\\d{2}', day: '\\d{2}' }

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\{\w+\})/)
    .map(piece => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1]
      return name ? `(?<${name}>${shapes[name] ?? '.+?'})` : piece.replace(/[\\^$.*+?()[\]{}|/]/g, sign => `\\${sign}`)
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

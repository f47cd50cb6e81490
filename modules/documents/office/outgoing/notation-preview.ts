import { composeNotation, findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OutgoingDocument, SeriesView } from '#modules/documents/contract.ts'

type Series = z.infer<typeof SeriesView>
type Preview = {
  readonly document: Pick<OutgoingDocument, 'issuerId' | 'typeCode' | 'draftingUnit' | 'nextNumber'>
  readonly series: readonly Series[]
  readonly issuers: readonly { readonly id: string; readonly abbreviation: string }[]
  readonly units: readonly { readonly name: string; readonly abbreviation: string }[]
  readonly year: number
}

/** The series from which a document will draw its number: the one that names its type, else the issuer's common one. */
export function seriesFor({ document, series }: Pick<Preview, 'document' | 'series'>): Series | undefined {
  const own = series.filter(one => one.direction === 'outgoing' && one.issuerId === document.issuerId)
  return own.find(one => one.typeCodes.includes(document.typeCode)) ?? own.find(one => one.typeCodes.length === 0)
}

/**
 * The number that a document will get with a day: a year that is over has a count of its own.
 *
 * @param document `nextNumber` is that of the period of today
 */
export function nextNumberOn(
  day: string,
  document: Pick<OutgoingDocument, 'nextNumber'>,
  series: Pick<Series, 'periodKind' | 'period' | 'periods'> | undefined,
): number | null {
  const year = day.slice(0, 4)
  if (series?.periodKind !== 'year' || series.period === year) return document.nextNumber
  const period = series.periods.find(one => one.period === year)
  return period?.opened ? period.lastNumber + 1 : null
}

/**
 * Number and notation as they will be, for the question before it is given. The server composes the real one.
 *
 * @returns nothing while what it is made of is not here
 */
export function previewNotation(preview: Preview): string | undefined {
  const { document, issuers, units, year } = preview
  const series = seriesFor(preview)
  const issuer = issuers.find(one => one.id === document.issuerId)
  if (!series || !issuer || document.nextNumber === null) return undefined
  return composeNotation({
    template: series.notationTemplate,
    number: document.nextNumber,
    year,
    typeAbbreviation: findDocumentType(document.typeCode)?.abbreviation ?? null,
    issuerAbbreviation: issuer.abbreviation,
    draftingUnitAbbreviation: units.find(unit => unit.name === document.draftingUnit)?.abbreviation ?? null,
  })
}

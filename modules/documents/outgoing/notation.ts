import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { composeNotation } from '#lib/document-form/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { Series } from '#platform/numbering/numbering.ts'
import { findSeriesOfType } from '#platform/numbering/series.ts'
import { documentErrors } from '../contract.ts'
import type { OutgoingRowStored } from './rows.ts'
import { issuedType } from './signing.ts'

type Typed = Pick<OutgoingRowStored, 'issuer_id' | 'type_code'>

/** The series from which a document draws its number when it is numbered on that day. */
export const findSeriesFor = (
  context: Context,
  { issuer_id: issuerId, type_code: typeCode }: Typed,
  on: CalendarDate,
): Promise<Series | undefined> => findSeriesOfType(context, { issuerId, typeCode, on })

/** @throws documents.NoSeries */
export async function getSeriesFor(context: Context, document: Typed, on: CalendarDate): Promise<Series> {
  const series = await findSeriesFor(context, document, on)
  if (!series) throw documentErrors.NoSeries()
  return series
}

/** What follows the number in the notation: '/BC-UBND', '/UBND-KT'. @throws documents.UnitNotationMissing */
export async function notationTail(...wanted: Parameters<typeof findNotationTail>): Promise<string> {
  const tail = await findNotationTail(...wanted)
  if (tail === undefined) throw documentErrors.UnitNotationMissing()
  return tail
}

/** Nothing for a letter whose drafting unit has no abbreviation. */
export async function findNotationTail(
  context: Context,
  document: Pick<OutgoingRowStored, 'issuer_id' | 'type_code' | 'drafting_unit_id'>,
  series: Series,
  on: CalendarDate,
): Promise<string | undefined> {
  const issuer = (await context.ports.agencies.findIssuer(context, document.issuer_id, on))!
  const [unit] = await context.ports.agencies.getUnits(context, [document.drafting_unit_id])
  const sample = 77
  const composed = composeNotation({
    template: series.notationTemplate,
    number: sample,
    year: Number(on.slice(0, 4)),
    typeAbbreviation: issuedType(document.type_code).abbreviation,
    issuerAbbreviation: issuer.abbreviation,
    draftingUnitAbbreviation: unit!.abbreviation,
  })
  return composed?.startsWith(String(sample)) ? composed.slice(String(sample).length) : undefined
}

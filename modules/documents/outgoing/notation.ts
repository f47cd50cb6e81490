import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { composeNotation } from '#lib/document-form/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { Series } from '#platform/numbering/numbering.ts'
import { documentErrors } from '../contract.ts'
import { seriesOf } from '../registers/queries.ts'
import type { OutgoingRowStored } from './rows.ts'
import { issuedType } from './signing.ts'

/** @throws documents.NoSeries */
export async function getSeriesFor(...wanted: Parameters<typeof findSeriesFor>): Promise<Series> {
  const series = await findSeriesFor(...wanted)
  if (!series) throw documentErrors.NoSeries()
  return series
}

/** The series from which a type of an issuer draws its number: the one that names the type, else the issuer's common one. */
export async function findSeriesFor(
  context: Context,
  issuerId: string,
  typeCode: string,
  on: CalendarDate,
): Promise<Series | undefined> {
  const rows = await context.tx
    .selectFrom('series')
    .selectAll()
    .where('agency_id', '=', context.agency)
    .where('issuer_id', '=', issuerId)
    .where('direction', '=', 'outgoing')
    .where('valid_from', '<=', on)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('valid_from', 'desc')
    .execute()
  const codes = (row: (typeof rows)[number]) => row.type_codes as string[]
  const found = rows.find(row => codes(row).includes(typeCode)) ?? rows.find(row => codes(row).length === 0)
  return found && seriesOf(found)
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

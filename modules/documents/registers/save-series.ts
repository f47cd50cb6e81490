import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { correctLastNumber } from '#platform/numbering/correct-last-number.ts'
import { openSeries } from '#platform/numbering/numbering.ts'
import {
  addSeries,
  correctSeries,
  countTerm,
  findSeries,
  getSeries,
  periodsOf,
  seriesOf,
} from '#platform/numbering/series.ts'
import {
  type CorrectLastNumber,
  type CorrectSeries,
  documentErrors,
  type OpenSeries,
  type SaveSeries,
} from '../contract.ts'

/**
 * Sets up a series of numbers of an issuer of this office. Nothing is numbered before the last number on paper was stated.
 *
 * @throws platform.SentDifferently; documents.IssuerUnfit, TypeUnknown, TermMissing
 */
export async function createSeries(context: Context, input: z.output<typeof SaveSeries>): Promise<string> {
  const hash = requestHash(input)
  const before = await findSeries(context, input.id)
  if (before) {
    refuseOtherContent(before, hash)
    return input.id
  }
  const own = await context.ports.agencies.ownIssuers(context)
  if (!own.some(issuer => issuer.id === input.issuerId)) throw documentErrors.IssuerUnfit()
  const term = input.periodKind === 'term' ? (input.term ?? null) : null
  if (input.periodKind === 'term' && !term) throw documentErrors.TermMissing()
  refuseUnknownTypes(input.typeCodes)
  await addSeries(context, { ...input, term, requestHash: hash })
  await context.audit({ act: 'documents.create-series', subject: { type: 'series', id: input.id }, after: input })
  return input.id
}

/**
 * States the last number on paper: from the next one on numbers are given here. Stated once, and put right by
 * `correctStated` alone. A series that counts by term begins a new one with it.
 *
 * @throws numbering.SeriesRuns
 */
export async function stateLastNumber(
  context: Context,
  input: z.output<typeof OpenSeries> & { id: string },
): Promise<string> {
  const before = seriesOf(await getSeries(context, input.id))
  const begins = before.periodKind === 'term' && input.term !== undefined && input.term !== before.term
  const series = begins ? { ...before, term: input.term! } : before
  if (begins) await countTerm(context, series)
  await openSeries(context, { series, on: input.on ?? context.today, lastNumber: input.lastNumber })
  return input.id
}

/**
 * Puts right the last number on paper, before a number after it was given here.
 *
 * @throws numbering.SeriesRuns, SeriesNotOpened, SeriesClosed; platform.NotFound
 */
export async function correctStated(
  context: Context,
  { id, ...corrected }: z.output<typeof CorrectLastNumber> & { id: string },
): Promise<string> {
  await correctLastNumber(context, { series: seriesOf(await getSeries(context, id)), ...corrected })
  return id
}

/**
 * Puts right a series that was set up wrongly, before it has given a number: then its name and notation stand on paper.
 *
 * @throws documents.SeriesGave, TypeUnknown; platform.NotFound
 */
export async function changeSeries(
  context: Context,
  input: z.output<typeof CorrectSeries> & { id: string },
): Promise<string> {
  const { name, type_codes: typeCodes, notation_template: notationTemplate, basis } = await getSeries(context, input.id)
  const periods = (await periodsOf(context, [input.id])).get(input.id) ?? []
  if (periods.some(period => period.hasGiven)) throw documentErrors.SeriesGave({ name })
  refuseUnknownTypes(input.typeCodes)
  await correctSeries(context, input)
  await context.audit({
    act: 'documents.correct-series',
    subject: { type: 'series', id: input.id },
    before: { name, typeCodes, notationTemplate, basis },
    after: input,
  })
  return input.id
}

function refuseUnknownTypes(typeCodes: readonly string[]): void {
  const unknown = typeCodes.find(code => !findDocumentType(code))
  if (unknown) throw documentErrors.TypeUnknown({ type: unknown })
}

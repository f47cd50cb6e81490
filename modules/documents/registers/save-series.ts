import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { openSeries } from '#platform/numbering/numbering.ts'
import { addSeries, countTerm, findSeries, getSeries, seriesOf } from '#platform/numbering/series.ts'
import { documentErrors, type OpenSeries, type SaveSeries } from '../contract.ts'

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
  const unknown = input.typeCodes.find(code => !findDocumentType(code))
  if (unknown) throw documentErrors.TypeUnknown({ type: unknown })
  await addSeries(context, { ...input, term, requestHash: hash })
  await context.audit({ act: 'documents.create-series', subject: { type: 'series', id: input.id }, after: input })
  return input.id
}

/**
 * States the last number on paper: from the next one on numbers are given here. Stated once; a series that runs is not
 * set to another number. A series that counts by term begins a new one with it.
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

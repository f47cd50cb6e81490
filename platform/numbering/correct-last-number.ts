import { sql } from 'kysely'
import { periodInWords } from '#lib/vietnamese/index.ts'
import type { Context } from '../acts/context.ts'
import { numberingErrors, type Series } from './numbering.ts'

/**
 * Puts right the last number on paper that was stated for a period, as long as no number was given after it here. Numbers of
 * the paper book that were entered meanwhile stay below it.
 *
 * @throws numbering.SeriesRuns once a number was given, or entered beyond it; SeriesNotOpened, SeriesClosed
 */
export async function correctLastNumber(
  context: Context,
  corrected: { series: Series; period: string; lastNumber: number; reason: string },
): Promise<void> {
  const { tx, agency } = context
  const { series, period, lastNumber, reason } = corrected
  const before = await tx
    .selectFrom('series_periods')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .forUpdate()
    .executeTakeFirst()
  const names = { series: series.name, period: periodInWords(period) }
  if (!before?.opened) throw numberingErrors.SeriesNotOpened(names)
  if (before.closed_at) throw numberingErrors.SeriesClosed(names)
  const entered = await tx
    .selectFrom('series_numbers')
    .select(sql<number | null>`max(number)`.as('highest'))
    .where('agency_id', '=', agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .executeTakeFirstOrThrow()
  if (hasGiven(before)) throw numberingErrors.SeriesRuns({ ...names, number: before.last_number })
  if (lastNumber < (entered.highest ?? 0)) throw numberingErrors.SeriesRuns({ ...names, number: entered.highest! })
  await tx
    .updateTable('series_periods')
    .set({ last_number: lastNumber, start_number: lastNumber + 1 })
    .where('agency_id', '=', agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .execute()
  await context.audit({
    act: 'numbering.corrected',
    subject: { type: 'series', id: series.id },
    before: { period, lastNumber: before.last_number },
    after: { period, lastNumber, reason },
  })
}

/** Whether a number was given here after the last one on paper. */
export const hasGiven = ({ last_number, start_number }: { last_number: number; start_number: number }): boolean =>
  last_number >= start_number

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { closePeriod } from '#platform/numbering/numbering.ts'
import { getSeries, seriesOf } from '#platform/numbering/series.ts'
import type { ClosePeriod } from '../contract.ts'

/**
 * Khóa sổ: a year, or a term, that is over is closed in a series; the registers that draw from it take nothing more for it.
 *
 * @throws numbering.PeriodRuns, SeriesNotOpened, SeriesClosed
 */
export async function closeSeriesPeriod(
  context: ActContext,
  { id, period, reason }: z.output<typeof ClosePeriod> & { id: string },
): Promise<string> {
  const series = seriesOf(await getSeries(context, id))
  await closePeriod(context, { series, period, reason })
  return id
}

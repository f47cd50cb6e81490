import { administrativeNotation } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { BeginBooks } from '../contract.ts'
import { createRegister } from './save-register.ts'
import { createSeries, stateLastNumber } from './save-series.ts'

/**
 * Sets up the registers that every office has: arrivals in one series for paper and digital documents, outgoing documents
 * in one a year of each issuer (NĐ 30/2020 Điều 15.1, Điều 22.2), each going on after the last number on paper. Sent again
 * it is the same books.
 *
 * @throws platform.SentDifferently; documents.IssuerUnfit, CodeTaken; numbering.SeriesRuns
 */
export async function beginBooks(context: Context, { basis, books }: z.output<typeof BeginBooks>): Promise<void> {
  for (const { registerId, seriesId, direction, issuerId, code, name, seriesName, isDefault, lastNumber } of books) {
    await createSeries(context, {
      ...{ id: seriesId, issuerId, direction, name: seriesName, typeCodes: [], periodKind: 'year', basis },
      notationTemplate: direction === 'outgoing' ? administrativeNotation : '{number}',
    })
    await stateLastNumber(context, { id: seriesId, lastNumber })
    await createRegister(context, {
      ...{ id: registerId, direction, code, name, seriesId, isDefault, restricted: false, basis },
      routes: direction === 'incoming' ? [{ typeCodes: [], route: 'leader' }] : [],
    })
  }
}

import type { z } from '#lib/schemas/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { endSeries as endOn, getSeries } from '#platform/numbering/series.ts'
import { documentErrors, type EndBook } from '../contract.ts'
import { getRegister } from './queries.ts'

type Ending = z.output<typeof EndBook> & { readonly id: string }

/**
 * Ends a register on a day: from then on nothing is entered in it; what stands in it is read and printed as before.
 *
 * @throws documents.BookEnded, BookEndsBeforeToday; platform.NotFound
 */
export async function endRegister(context: Context, { id, validTo, basis }: Ending): Promise<string> {
  const { tx, agency } = context
  refuseUnfit(context, await getRegister(context, id), validTo)
  await tx
    .updateTable('registers')
    .set({ valid_to: validTo })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()
  await context.audit({ act: 'documents.end-register', subject: { type: 'register', id }, after: { validTo, basis } })
  return id
}

/**
 * Ends a series on a day: from then on no number is drawn from it. The registers that draw from it are ended, or given
 * another, before.
 *
 * @throws documents.BookEnded, BookEndsBeforeToday, SeriesInUse; platform.NotFound
 */
export async function endSeries(context: Context, { id, validTo, basis }: Ending): Promise<string> {
  const { tx, agency } = context
  refuseUnfit(context, await getSeries(context, id), validTo)
  const register = await tx
    .selectFrom('registers')
    .select('name')
    .where('agency_id', '=', agency)
    .where('series_id', '=', id)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', validTo)]))
    .executeTakeFirst()
  if (register) throw documentErrors.SeriesInUse({ register: register.name })
  await endOn(context, id, validTo)
  await context.audit({ act: 'documents.end-series', subject: { type: 'series', id }, after: { validTo, basis } })
  return id
}

function refuseUnfit({ today }: Context, book: { name: string; valid_to: string | null }, validTo: string): void {
  if (book.valid_to !== null && book.valid_to <= today)
    throw documentErrors.BookEnded({ name: book.name, date: formatDate(book.valid_to) })
  if (validTo < today) throw documentErrors.BookEndsBeforeToday()
}

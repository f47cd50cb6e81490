import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { agencyErrors, type GiveSeat } from './contract.ts'

/** The first day on which the office is no more, also one that is still to come. */
export async function closingDay({ tx, agency }: Context): Promise<CalendarDate | null> {
  const office = await tx.selectFrom('agencies').select('closed_on').where('id', '=', agency).executeTakeFirst()
  return (office?.closed_on ?? null) as CalendarDate | null
}

/** @throws agencies.AgencyClosed for an office that is closed or is to be */
export async function refuseClosed(context: Context): Promise<void> {
  const date = await closingDay(context)
  if (date) throw agencyErrors.AgencyClosed({ date: formatDate(date) })
}

/**
 * Until when a new seat is held: no longer than the office is there, whenever its closing was entered. Who reads a closed
 * office sits in it after that day too.
 *
 * @throws agencies.SeatAfterClosing
 */
export async function endOfSeat(
  context: Context,
  { role, validFrom, ...wanted }: Pick<GiveSeat, 'role' | 'validFrom' | 'validTo'>,
): Promise<CalendarDate | null> {
  const validTo = wanted.validTo ?? null
  const closedOn = await closingDay(context)
  if (!closedOn || role === 'auditor') return validTo
  if (validFrom >= closedOn) throw agencyErrors.SeatAfterClosing({ date: formatDate(closedOn) })
  return validTo !== null && validTo < closedOn ? validTo : closedOn
}

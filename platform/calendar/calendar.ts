import { type WorkingCalendar, workingCalendar } from '#lib/working-calendar/index.ts'
import type { Transaction } from '../database/transaction.ts'

const freshFor = 60_000
let cached: { calendar: WorkingCalendar; until: number } | undefined

/**
 * The working calendar as the database has it, kept for a minute: the days change by a yearly notice, not by the hour.
 *
 * @param at the time of the asking transaction, in milliseconds
 */
export async function loadWorkingCalendar(tx: Transaction, at: number): Promise<WorkingCalendar> {
  if (cached && at < cached.until && at > cached.until - freshFor) return cached.calendar
  const days = await tx.selectFrom('calendar_days').selectAll().execute()
  const years = await tx.selectFrom('calendar_years').select('year').execute()
  const calendar = workingCalendar({ days, years: years.map(row => row.year) })
  // Before the first notice is loaded there is nothing to remember.
  if (years.length > 0) cached = { calendar, until: at + freshFor }
  return calendar
}

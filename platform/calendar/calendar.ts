import { sql } from 'kysely'
import { type CalendarDayRow, type WorkingCalendar, workingCalendar } from '#lib/working-calendar/index.ts'
import type { Transaction } from '../database/transaction.ts'

const freshFor = 60_000
let cached: { calendar: WorkingCalendar; until: number } | undefined
let forgotten = 0

/**
 * The working calendar as the database has it, kept for a minute: the days change by a yearly notice, not by the hour.
 *
 * @param at the time of the asking transaction, in milliseconds
 */
export async function loadWorkingCalendar(tx: Transaction, at: number): Promise<WorkingCalendar> {
  if (cached && at < cached.until && at > cached.until - freshFor) return cached.calendar
  const before = forgotten
  const calendar = await readCalendar(tx)
  // What was read while a year was being changed is true for this transaction, and perhaps no longer for the next.
  if (before === forgotten && calendar) cached = { calendar, until: at + freshFor }
  return calendar ?? workingCalendar({ days: [], years: [] })
}

/**
 * After the commit of every change of the calendar: whoever asks next reads it anew. Another process on the same database
 * hears of it within a minute.
 */
export function forgetWorkingCalendar(): void {
  forgotten += 1
  cached = undefined
}

/** In one statement, so that no year is seen without its days. Nothing before the first notice is loaded. */
async function readCalendar(tx: Transaction): Promise<WorkingCalendar | undefined> {
  const rows = await tx
    .selectFrom('calendar_years')
    .leftJoin('calendar_days', join =>
      join.on(sql<boolean>`extract(year from calendar_days.date) = calendar_years.year`),
    )
    .select(['calendar_years.year', 'calendar_days.date', 'calendar_days.kind', 'calendar_days.name'])
    .select('calendar_days.basis')
    .execute()
  if (rows.length === 0) return undefined
  const years = [...new Set(rows.map(row => row.year))]
  return workingCalendar({ days: rows.filter((row): row is typeof row & CalendarDayRow => row.date !== null), years })
}

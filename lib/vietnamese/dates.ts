import { type CalendarDate, isCalendarDate } from '#lib/calendar-date/index.ts'

// Viet Nam has had UTC+7 without summer time since 1975.
const offsetMillis = 7 * 3_600_000

/** The day of an instant in Asia/Ho_Chi_Minh. @example todayInVietnam(new Date('2026-12-31T17:30:00Z')) // '2027-01-01' */
export const todayInVietnam = (instant: Date): CalendarDate =>
  new Date(instant.getTime() + offsetMillis).toISOString().slice(0, 10) as CalendarDate

/** The time of an instant in Viet Nam, 24 hours: '08:15'. */
export const vietnamTime = (instant: Date): string =>
  new Date(instant.getTime() + offsetMillis).toISOString().slice(11, 16)

/** '2026-11-25' → '25/11/2026'. */
export const formatDate = (date: string): string => date.split('-').reverse().join('/')

/**
 * What a person types for a day: '25/11/2026', '25-11-26', '25.11.2026', '251126'. Two-digit years are of this century.
 * Nothing when it is no day that exists.
 */
export function parseTypedDate(typed: string): CalendarDate | undefined {
  const match =
    /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})\s*$/.exec(typed) ??
    /^\s*(\d{2})(\d{2})(\d{4}|\d{2})\s*$/.exec(typed)
  if (!match) return undefined
  const [, day, month, year] = match as unknown as [string, string, string, string]
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

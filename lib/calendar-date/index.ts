/**
 * Calendar dates: days without a time and without a zone, written 'yyyy-mm-dd' (ISO 8601), years 1900 to 2199.
 *
 * As text they sort and compare in the order of time, travel as JSON unchanged and are what PostgreSQL's `date` reads.
 * The type is branded, so that an unchecked string or an instant cannot stand where a day is meant.
 *
 * @example
 * if (isCalendarDate(text)) addDays(text, 3)
 * calendarDate('2026-11-25') < calendarDate('2026-12-01')   // true
 */
declare const brand: unique symbol
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

/** Days of the week as ISO 8601 counts them: 1 is Monday (thứ hai), 7 is Sunday (chủ nhật). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const millisecondsPerDay = 86_400_000

/** Whether the value is a date that exists: '2026-02-29' is none. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false
  const match = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(value)
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The date of a text that is known to be one. @throws RangeError for anything else */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${text}`)
  return text
}

/** The date of year, month (1–12) and day, or nothing when there is no such day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(text) ? text : undefined
}

/** The date so many days later; earlier when negative. @throws RangeError beyond the years 1900 to 2199 */
export const addDays = (date: CalendarDate, days: number): CalendarDate => fromDayNumber(dayNumber(date) + days)

/** How many days lie from the first date to the second: 1 from a day to the next, negative backwards. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)

/** The day of the week. */
export const weekdayOf = (date: CalendarDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Days since 1 January 1970, a Thursday. */
const dayNumber = (date: CalendarDate): number => Date.parse(date) / millisecondsPerDay

function fromDayNumber(days: number): CalendarDate {
  const date = new Date(days * millisecondsPerDay)
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a calendar date: day ${days}`)
  return calendarDate(date.toISOString().slice(0, 10))
}

/**
 * A day of the calendar, 'yyyy-mm-dd', without time or zone: the date on a document, a deadline, the first day of a post.
 * Days compare as text.
 */
export type CalendarDate = string & { readonly calendarDate: unique symbol }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists: '2026-02-29' is not. */
export function isCalendarDate(value: string): value is CalendarDate {
  const match = pattern.exec(value)
  if (!match) return false
  const [, year, month, day] = match.map(Number) as [number, number, number, number]
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The text as a day. @throws RangeError when it is none */
export function calendarDate(value: string): CalendarDate {
  if (!isCalendarDate(value)) throw new RangeError(`not a calendar date: ${value}`)
  return value
}

/** The day so many days later (earlier when negative). @example addDays(calendarDate('2026-12-31'), 1) // '2027-01-01' */
export const addDays = (date: CalendarDate, days: number): CalendarDate => fromEpochDay(toEpochDay(date) + days)

/** Days from the first to the second. @example daysBetween('2026-11-24', '2026-11-26') // 2 */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toEpochDay(to) - toEpochDay(from)

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: CalendarDate): number => (((toEpochDay(date) + 4) % 7) + 7) % 7

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))

const millisecondsOfDay = 86_400_000
const toEpochDay = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / millisecondsOfDay
const fromEpochDay = (day: number): CalendarDate =>
  new Date(day * millisecondsOfDay).toISOString().slice(0, 10) as CalendarDate

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

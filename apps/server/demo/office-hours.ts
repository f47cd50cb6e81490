import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { WorkingCalendar } from '#lib/working-calendar/index.ts'
import type { Instant } from './types.ts'

/** Minutes that an office works on a day: 07:00–11:30 and 13:30–17:00. */
export const minutesOfDay = 480
const morning = { starts: 7 * 60, minutes: 270 }
const afternoon = { starts: 13 * 60 + 30 }

/**
 * Time as offices live it: one line of office minutes over the working days before `today`, on which nights, lunch breaks
 * and holidays have no length. A story told on this line never acts at night and never after `today` has begun.
 *
 * @example
 * const hours = officeHours(calendar, calendarDate('2026-11-26'), 10)
 * hours.instantAt(hours.end - 1)   // '2026-11-25T09:59:00Z', one minute before closing on the day before
 */
export type OfficeHours = {
  /** The minute after the last one. */
  readonly end: number
  /** The first minute of the working day so many working days before `today`. */
  dayBefore(days: number): number
  instantAt(minute: number): Instant
  dateAt(minute: number): CalendarDate
}

export function officeHours(calendar: WorkingCalendar, today: CalendarDate, weeks: number): OfficeHours {
  const days: CalendarDate[] = []
  for (let day = addDays(today, -7 * weeks); day < today; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) days.push(day)
  }
  const end = days.length * minutesOfDay
  const dateAt = (minute: number) => {
    const day = days[Math.floor(minute / minutesOfDay)]
    if (day === undefined) throw new RangeError(`office minute ${minute} is outside 0 … ${end - 1}`)
    return day
  }
  return {
    end,
    dateAt,
    dayBefore: count => Math.max(0, days.length - count) * minutesOfDay,
    instantAt(minute) {
      const within = Math.floor(minute) % minutesOfDay
      const clock = within < morning.minutes ? morning.starts + within : afternoon.starts + within - morning.minutes
      return instantOn(dateAt(minute), clock)
    },
  }
}

/** The last working day before a day. */
export const workingDayBefore =
  (calendar: WorkingCalendar) =>
  (date: CalendarDate): CalendarDate => {
    let day = addDays(date, -1)
    while (!calendar.isWorkingDay(day)) day = addDays(day, -1)
    return day
  }

/** The instant of a day and a clock time in Viet Nam (UTC+7 the year round), in minutes after midnight. */
export const instantOn = (date: CalendarDate, clockMinutes: number): Instant =>
  new Date(Date.parse(`${date}T00:00:00+07:00`) + clockMinutes * 60_000).toISOString().replace('.000Z', 'Z')

export const dayOf = (instant: Instant): CalendarDate => todayInVietnam(new Date(instant))

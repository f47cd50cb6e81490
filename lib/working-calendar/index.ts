import { addDays, type CalendarDate, weekdayOf, yearOf } from '#lib/calendar-date/index.ts'

/** A day that is not what its weekday says: off (holiday, swap) or worked (a Saturday made up for). */
export type CalendarDay = {
  readonly date: string
  readonly kind: string
  readonly name: string
  readonly basis: string
}

export type Lateness =
  | { readonly kind: 'overdue' | 'soon' | 'in-time'; readonly days: number }
  | { readonly kind: 'today' | 'none'; readonly days: 0 }

/** Thrown for a day in a year whose notice of days off is not loaded: lunar days and swaps are never guessed. */
export class CalendarYearMissing extends Error {
  readonly year: number
  constructor(year: number) {
    super(`no working calendar for ${year}`)
    this.name = 'CalendarYearMissing'
    this.year = year
  }
}

export type WorkingCalendar = ReturnType<typeof workingCalendar>

/**
 * The calendar of working days: Monday to Friday, but for the days that the yearly notices name.
 *
 * @param facts the named days, and the years for which a notice was loaded
 * @throws CalendarYearMissing from every question about another year
 * @example
 * const calendar = workingCalendar({ days: [{ date: '2026-11-24', kind: 'off', name: 'Ngày Văn hóa Việt Nam', basis: '…' }], years: [2026] })
 * calendar.addWorkingDays(calendarDate('2026-11-23'), 1)   // '2026-11-25'
 */
export function workingCalendar(facts: { days: readonly CalendarDay[]; years: readonly number[] }) {
  const named = new Map(facts.days.map(day => [day.date, day]))
  const years = new Set(facts.years)

  const isWorkingDay = (date: CalendarDate): boolean => {
    if (!years.has(yearOf(date))) throw new CalendarYearMissing(yearOf(date))
    const day = named.get(date)
    if (day) return day.kind === 'work'
    return weekdayOf(date) <= 5
  }

  /** The day itself when it is worked, else the next that is. */
  const workingDayFrom = (date: CalendarDate): CalendarDate => {
    let day = date
    while (!isWorkingDay(day)) day = addDays(day, 1)
    return day
  }

  /** So many working days after a day; the day itself does not count. */
  const addWorkingDays = (from: CalendarDate, count: number): CalendarDate => {
    let day = from
    for (let left = count; left > 0; ) {
      day = addDays(day, 1)
      if (isWorkingDay(day)) left--
    }
    return day
  }

  /** Working days after the first up to and with the second; 0 when the second is not later. */
  const workingDaysBetween = (from: CalendarDate, to: CalendarDate): number => {
    let count = 0
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++
    return count
  }

  /**
   * How a deadline stands on a day: overdue since so many working days, due today, soon, or in time with so many left.
   *
   * @param soonWithin from so many working days before the deadline it is "sắp đến hạn"
   */
  const lateness = (dueOn: CalendarDate | null, today: CalendarDate, soonWithin = 2): Lateness => {
    if (dueOn === null) return { kind: 'none', days: 0 }
    if (dueOn === today) return { kind: 'today', days: 0 }
    if (dueOn < today) return { kind: 'overdue', days: Math.max(1, workingDaysBetween(dueOn, today)) }
    const days = workingDaysBetween(today, dueOn)
    return days === 0 ? { kind: 'today', days: 0 } : { kind: days <= soonWithin ? 'soon' : 'in-time', days }
  }

  return {
    isWorkingDay,
    workingDayFrom,
    addWorkingDays,
    workingDaysBetween,
    lateness,
    knows: (date: CalendarDate): boolean => years.has(yearOf(date)),
    dayOff: (date: CalendarDate): CalendarDay | undefined =>
      named.get(date)?.kind === 'off' ? named.get(date) : undefined,
  }
}

import { addDays, type CalendarDate, calendarDate, weekdayOf, yearOf } from '#lib/calendar-date/index.ts'

/** A day that is not what its weekday says: off (holiday, swap) or worked (a Saturday made up for). */
export type CalendarDay = {
  readonly date: CalendarDate
  readonly kind: 'off' | 'work'
  readonly name: string
  /** The notice that says so. */
  readonly basis: string
}

/** As a table or a file holds it: checked when a calendar is built of it. */
export type CalendarDayRow = {
  readonly date: string
  readonly kind: string
  readonly name: string
  readonly basis: string
}

/** A term: in working days, or in days of the calendar. */
export type Term = { readonly workingDays: number } | { readonly days: number }

/** How a deadline stands on a day, in working days. */
export type Lateness =
  | { readonly kind: 'overdue' | 'soon' | 'in-time'; readonly days: number }
  | { readonly kind: 'today' | 'none'; readonly days: 0 }

/** Thrown for a day in a year whose notice of days off is not loaded: lunar days and swaps are never guessed. */
export class CalendarYearMissing extends Error {
  readonly year: number
  constructor(year: number) {
    super(`No working calendar for ${year}`)
    this.name = 'CalendarYearMissing'
    this.year = year
  }
}

/** A deadline is "sắp đến hạn" from so many working days before it, unless the agency says otherwise. */
export const soonWithinByDefault = 2

export type WorkingCalendar = {
  /** Whether the notice of the day's year is loaded. */
  knows(date: CalendarDate): boolean
  isWorkingDay(date: CalendarDate): boolean
  /** The day off that a notice names; nothing for plain weekends and for days that are worked. */
  dayOff(date: CalendarDate): CalendarDay | undefined
  /** The day itself when it is worked, else the next that is. */
  workingDayFrom(date: CalendarDate): CalendarDate
  /** The day itself when it is worked, else the last before it that is. */
  workingDayUpTo(date: CalendarDate): CalendarDate
  /** The first working day after a day. */
  nextWorkingDay(date: CalendarDate): CalendarDate
  /** So many working days later, earlier when negative; the day itself does not count, and is the answer for 0. */
  addWorkingDays(from: CalendarDate, count: number): CalendarDate
  /** Working days after the first up to and with the second; 0 when the second is not later. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number
  /**
   * The last day of a term that begins with a receipt. The day of receipt does not count (Bộ luật Dân sự 2015 Điều 147
   * khoản 2); a term in days that ends on a day off ends on the next working day (Điều 148 khoản 5).
   *
   * @example calendar.dueDate({ receivedOn: calendarDate('2026-11-23'), term: { workingDays: 1 } })   // '2026-11-25'
   */
  dueDate(facts: { receivedOn: CalendarDate; term: Term }): CalendarDate
  /**
   * How a deadline stands today. It never throws, so that one row with a far deadline does not break a list: days of
   * years that are not loaded are not counted, and `days` is then the least it can be.
   *
   * @param soonWithin from so many working days before the deadline it is 'soon'
   */
  lateness(dueOn: CalendarDate | null, today: CalendarDate, soonWithin?: number): Lateness
}

/**
 * The calendar of working days: Monday to Friday, but for the days that the yearly notices name.
 *
 * @param facts the named days, and the years for which a notice was loaded
 * @throws RangeError for a row that is no day, no kind, named twice, or of a year that is not among `years`
 * @throws CalendarYearMissing from every question about another year, but `lateness` and `knows`
 * @example
 * const calendar = workingCalendar({ days: parseCalendarDays(tsv), years: [2026, 2027] })
 * calendar.addWorkingDays(calendarDate('2026-11-23'), 1)   // '2026-11-25': 24 November is Ngày Văn hóa Việt Nam
 */
export function workingCalendar(facts: {
  readonly days: readonly CalendarDayRow[]
  readonly years: readonly number[]
}): WorkingCalendar {
  const years = new Set(facts.years)
  const named = namedDays(facts.days, years)

  const knows = (date: CalendarDate) => years.has(yearOf(date))
  const isWorkingDay = (date: CalendarDate) => {
    if (!knows(date)) throw new CalendarYearMissing(yearOf(date))
    const day = named.get(date)
    return day ? day.kind === 'work' : weekdayOf(date) <= 5
  }
  const workingDayFrom = (date: CalendarDate) => {
    let day = date
    while (!isWorkingDay(day)) day = addDays(day, 1)
    return day
  }
  const workingDayUpTo = (date: CalendarDate) => {
    let day = date
    while (!isWorkingDay(day)) day = addDays(day, -1)
    return day
  }
  const addWorkingDays = (from: CalendarDate, count: number) => {
    if (!Number.isInteger(count)) throw new RangeError(`Not a number of working days: ${count}`)
    const step = count < 0 ? -1 : 1
    let day = from
    for (let left = Math.abs(count); left > 0; ) {
      day = addDays(day, step)
      if (isWorkingDay(day)) left -= 1
    }
    return day
  }
  const countBetween = (from: CalendarDate, to: CalendarDate, counts: (day: CalendarDate) => boolean) => {
    let count = 0
    for (let day = from; day < to; ) {
      day = addDays(day, 1)
      if (counts(day)) count += 1
    }
    return count
  }
  const knownDaysBetween = (from: CalendarDate, to: CalendarDate) =>
    countBetween(from, to, day => knows(day) && isWorkingDay(day))

  return {
    knows,
    isWorkingDay,
    workingDayFrom,
    workingDayUpTo,
    addWorkingDays,
    dayOff: date => (named.get(date)?.kind === 'off' ? named.get(date) : undefined),
    nextWorkingDay: date => workingDayFrom(addDays(date, 1)),
    workingDaysBetween: (from, to) => countBetween(from, to, isWorkingDay),
    dueDate: ({ receivedOn, term }) =>
      'workingDays' in term
        ? addWorkingDays(receivedOn, term.workingDays)
        : workingDayFrom(addDays(receivedOn, term.days)),
    lateness(dueOn, today, soonWithin = soonWithinByDefault) {
      if (dueOn === null) return { kind: 'none', days: 0 }
      if (dueOn < today) return { kind: 'overdue', days: Math.max(1, knownDaysBetween(dueOn, today)) }
      const days = knownDaysBetween(today, dueOn)
      // Due on a day off: the last day to work on it is today.
      if (dueOn === today || (days === 0 && knows(dueOn))) return { kind: 'today', days: 0 }
      return { kind: days <= soonWithin ? 'soon' : 'in-time', days: Math.max(1, days) }
    },
  }
}

/**
 * The rows of a file such as `days-2023-2027.tsv`: a head line, then date, kind, name and basis between tabs.
 *
 * @throws RangeError naming the line that is not so
 */
export function parseCalendarDays(tsv: string): readonly CalendarDay[] {
  const [head, ...lines] = tsv.trimEnd().split(/\r?\n/)
  if (head !== 'date\tkind\tname\tbasis') throw new RangeError('A file of calendar days begins with its columns')
  return lines.map((line, index) => {
    const [date = '', kind = '', name = '', basis = '', ...more] = line.split('\t')
    if (!name || !basis || more.length > 0) throw new RangeError(`Line ${index + 2} is no calendar day: ${line}`)
    return dayOf({ date, kind, name, basis })
  })
}

/** The years that the days speak of, each with the notices it rests on. */
export function yearsOf(days: readonly CalendarDay[]): readonly { readonly year: number; readonly basis: string }[] {
  const notices = Map.groupBy(days, day => yearOf(day.date))
  return [...notices]
    .sort(([one], [other]) => one - other)
    .map(([year, its]) => ({ year, basis: [...new Set(its.flatMap(day => day.basis.split('; ')))].join('; ') }))
}

/**
 * The years whose days off should be known on a day and are not: the running year, and the next one from 1 October, when
 * its notice is due.
 */
export function yearsToEnter(today: CalendarDate, years: readonly number[]): readonly number[] {
  const year = yearOf(today)
  return [year, ...(today >= `${year}-10-01` ? [year + 1] : [])].filter(one => !years.includes(one))
}

function namedDays(
  rows: readonly CalendarDayRow[],
  years: ReadonlySet<number>,
): ReadonlyMap<CalendarDate, CalendarDay> {
  const named = new Map<CalendarDate, CalendarDay>()
  for (const row of rows) {
    const day = dayOf(row)
    if (named.has(day.date)) throw new RangeError(`${day.date} is named twice`)
    if (!years.has(yearOf(day.date))) throw new RangeError(`${day.date} is of a year without a notice`)
    named.set(day.date, day)
  }
  return named
}

function dayOf(row: CalendarDayRow): CalendarDay {
  if (row.kind !== 'off' && row.kind !== 'work') throw new RangeError(`Not a kind of day: ${row.kind}`)
  return { date: calendarDate(row.date), kind: row.kind, name: row.name, basis: row.basis }
}

export {
  type DayFault,
  faultsOfDays,
  type LineFault,
  longestDayName,
  type NoticedDay,
  readCalendarLines,
  writeCalendarLines,
} from './year-lines.ts'

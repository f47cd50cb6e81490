import { type CalendarDate, weekdayOf, yearOf } from '#lib/calendar-date/index.ts'
import { faultOf, fold, formatDate, normaliseInput, parseTypedDate } from '#lib/vietnamese/index.ts'
import type { CalendarDay } from './index.ts'

/** A day of a year's notice, before it is said which notice that is. */
export type NoticedDay = Pick<CalendarDay, 'date' | 'kind' | 'name'>

/** What contradicts in a year's days; `first` is where the same day stood before. */
export type DayFault = { readonly at: number } & (
  | { readonly fault: 'other-year' | 'worked-weekday' }
  | { readonly fault: 'twice'; readonly first: number }
)

/** What is wrong with a line, counted from 1. */
export type LineFault = { readonly line: number; readonly text: string } & (
  | { readonly fault: 'parts' | 'date' | 'kind' | 'name' | 'other-year' | 'worked-weekday' }
  | { readonly fault: 'twice'; readonly first: number }
)

export const longestDayName = 100

/**
 * The days that cannot stand in a year: of another year, named twice, or made up for on a day that is worked anyway
 * (Monday to Friday), which is a slip of the pen. A holiday on a Saturday or Sunday may stand: notices name them.
 */
export function faultsOfDays(days: readonly NoticedDay[], year: number): readonly DayFault[] {
  const places = new Map<CalendarDate, number>()
  return days.flatMap(({ date, kind }, at): DayFault[] => {
    const first = places.get(date)
    if (first === undefined) places.set(date, at)
    if (yearOf(date) !== year) return [{ at, fault: 'other-year' }]
    if (first !== undefined) return [{ at, fault: 'twice', first }]
    return kind === 'work' && weekdayOf(date) <= 5 ? [{ at, fault: 'worked-weekday' }] : []
  })
}

/**
 * A year's days as people write or paste them, one a line: day, "nghỉ" or "làm bù", name, between dashes, semicolons, bars
 * or tabs. Empty lines are passed over. A line with a fault gives no day.
 *
 * @example readCalendarLines('26/01/2028 – nghỉ – Tết Nguyên đán', 2028).days   // [{ date: '2028-01-26', kind: 'off', … }]
 */
export function readCalendarLines(
  text: string,
  year: number,
): { readonly days: readonly (NoticedDay & { readonly line: number })[]; readonly faults: readonly LineFault[] } {
  const read = text
    .split(/\r?\n/)
    .map((one, index) => ({ line: index + 1, text: normaliseInput(one.replaceAll('\t', ' ; ')) }))
    .filter(one => one.text !== '')
    .map(readLine)
  const days = read.flatMap(one => ('day' in one ? [{ ...one.day, line: one.line, text: one.text }] : []))
  const unfit = faultsOfDays(days, year)
  const faults = [
    ...read.flatMap((one): LineFault[] => ('fault' in one ? [one] : [])),
    ...unfit.map(({ at, ...fault }): LineFault => {
      const { line, text: said } = days[at]!
      return fault.fault === 'twice'
        ? { line, text: said, fault: 'twice', first: days[fault.first]!.line }
        : { line, text: said, fault: fault.fault }
    }),
  ]
  return {
    days: days.filter((_, at) => unfit.every(fault => fault.at !== at)).map(({ text: _said, ...day }) => day),
    faults: faults.sort((one, other) => one.line - other.line),
  }
}

/** The lines that are read as these days again, in the order of the year. */
export const writeCalendarLines = (days: readonly NoticedDay[]): string =>
  days
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, kind, name }) => `${formatDate(date)} – ${kind === 'off' ? 'nghỉ' : 'làm bù'} – ${name}`)
    .join('\n')

type Line = { readonly line: number; readonly text: string }

// The date may be written with dashes itself, so it is taken from the front before the parts are told apart.
const dateInFront = /^(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d{2}-\d{2})\s*(?:[-–—;|:,]\s*)?(.*)$/
const kindThenName = /^([^-–—;|:,]+?)\s*(?:[-–—;|:,]\s*(.*))?$/

function readLine({ line, text }: Line): Line & ({ day: NoticedDay } | { fault: 'parts' | 'date' | 'kind' | 'name' }) {
  const [, written, rest = ''] = dateInFront.exec(text) ?? []
  if (written === undefined) return { line, text, fault: /^\d/.test(text) ? 'date' : 'parts' }
  const date = parseTypedDate(written)
  if (!date) return { line, text, fault: 'date' }
  const [, said = '', name = ''] = kindThenName.exec(rest) ?? []
  const kind = kindOf(said)
  if (!kind) return { line, text, fault: said === '' ? 'parts' : 'kind' }
  if (name === '' || name.length > longestDayName || faultOf(name)) return { line, text, fault: 'name' }
  return { line, text, day: { date, kind, name } }
}

function kindOf(said: string): CalendarDay['kind'] | undefined {
  const plain = fold(said)
  if (/^(duoc )?nghi( le| tet| bu| hoan doi)?$/.test(plain)) return 'off'
  return /^(di )?lam( viec)?( bu)?$/.test(plain) ? 'work' : undefined
}

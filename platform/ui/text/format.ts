/**
 * How dates, times, numbers and sizes are written for people: Vietnamese habits, the clock of Asia/Ho_Chi_Minh whatever
 * the machine's own zone.
 */
import { kitMessages } from './messages.vi.ts'

const zone = 'Asia/Ho_Chi_Minh'
const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = new Intl.DateTimeFormat('vi-VN', { timeZone: 'UTC', weekday: 'long' })
const wholeNumber = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** The calendar day in Việt Nam of an instant: `'2026-11-25'`. */
export const dayOf = (instant: Date): string => dayParts.format(instant)

/** `'2026-11-25'` → `'25/11/2026'`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** As in lists: the current year is left out. `'2026-11-25'` → `'25/11'` in 2026. */
export function formatShortDay(day: string, today: string = dayOf(new Date())): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day).slice(0, 5) : formatDay(day)
}

/** `'2026-11-25'` → `'Thứ Tư, 25/11/2026'`. */
export function formatLongDay(day: string): string {
  const name = weekday.format(new Date(`${day}T00:00:00Z`))
  return `${name}, ${formatDay(day)}`
}

/** An instant's time of day: `'08:15'`. */
export const formatTime = (instant: Date): string => clock.format(instant)

/** `'hôm nay, 08:15'`, `'hôm qua, 16:20'`, then `'23/11/2026, 16:20'`. Takes an ISO instant or a Date. */
export function formatMoment(moment: string | Date, now: Date = new Date()): string {
  const instant = typeof moment === 'string' ? new Date(moment) : moment
  const day = dayOf(instant)
  if (day === dayOf(now)) return `${kitMessages.today}, ${formatTime(instant)}`
  if (day === dayOf(new Date(now.getTime() - 86_400_000))) return `${kitMessages.yesterday}, ${formatTime(instant)}`
  return `${formatShortDay(day, dayOf(now))}, ${formatTime(instant)}`
}

/** A quantity: `1284` → `'1.284'`. Numbers that are names (số đến 1286) are written as they are, without this. */
export const formatCount = (count: number): string => wholeNumber.format(count)

/** Counts of the server stop at 100: from there on only "99+" is known. */
export const formatCappedCount = (count: number): string => (count > 99 ? '99+' : String(count))

/** A file's size in the unit people read: `1_258_291` → `'1,2 MB'`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${wholeNumber.format(bytes / 1024)} KB`
  return `${oneDecimal.format(bytes / 1024 / 1024)} MB`
}

/** The letters of an avatar: last two words of a Vietnamese name. `'Trương Thị Ngọc Lan'` → `'NL'`. */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  return words
    .slice(-2)
    .map(word => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')
}

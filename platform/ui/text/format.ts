/**
 * How dates, times, numbers and sizes are written for people: Vietnamese habits, the clock of Asia/Ho_Chi_Minh whatever
 * the machine's own zone.
 */
import { formatBytes, formatDate, formatNumber, initials, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import { kitMessages } from './messages.vi.ts'

export { formatBytes as formatSize, initials as initialsOf }

const weekday = new Intl.DateTimeFormat('vi-VN', { timeZone: 'UTC', weekday: 'long' })

/** The calendar day in Việt Nam of an instant: `'2026-11-25'`. */
export const dayOf = (instant: Date): string => todayInVietnam(instant)

/** `'2026-11-25'` → `'25/11/2026'`. */
export const formatDay = formatDate

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
export const formatTime = vietnamTime

/** `'hôm nay, 08:15'`, `'hôm qua, 16:20'`, then `'23/11/2026, 16:20'`. Takes an ISO instant or a Date. */
export function formatMoment(moment: string | Date, now: Date = new Date()): string {
  const instant = typeof moment === 'string' ? new Date(moment) : moment
  const day = dayOf(instant)
  if (day === dayOf(now)) return `${kitMessages.today}, ${formatTime(instant)}`
  if (day === dayOf(new Date(now.getTime() - 86_400_000))) return `${kitMessages.yesterday}, ${formatTime(instant)}`
  return `${formatShortDay(day, dayOf(now))}, ${formatTime(instant)}`
}

/**
 * A title as it is spoken: posts keep theirs as it is printed above a signature. `'PHÓ CHỦ TỊCH'` → `'Phó chủ tịch'`,
 * `'CHỦ TỊCH HĐND'` → `'Chủ tịch HĐND'`.
 */
export function spokenTitle(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title
  const spoken = title.split(' ').map(word => (isAbbreviation(word) ? word : word.toLocaleLowerCase('vi')))
  return spoken.join(' ').replace(/^\p{L}/u, first => first.toLocaleUpperCase('vi'))
}

/** No syllable of Vietnamese ends in one of these, nor in a G that is not that of 'ng': UBND, HĐND, MTTQ, but PHÒNG. */
const isAbbreviation = (word: string): boolean => /(?:[BDĐKLQRSVX]|(?<!N)G)$/u.test(word)

/** A quantity: `1284` → `'1.284'`. Numbers that are names (số đến 1286) are written as they are, without this. */
export const formatCount = (count: number): string => formatNumber(count)

/** Counts of the server stop at 100: from there on only "99+" is known. */
export const formatCappedCount = (count: number): string => (count > 99 ? '99+' : String(count))

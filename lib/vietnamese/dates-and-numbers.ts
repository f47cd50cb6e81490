import { type CalendarDate, calendarDate, calendarDateOf } from '#lib/calendar-date/index.ts'

// Việt Nam has one zone and no summer time: Asia/Ho_Chi_Minh is UTC+7 since 1975. Arithmetic, because it runs in every act.
const offsetFromUtc = 7 * 3_600_000
const inVietnam = (instant: Date): string => new Date(instant.getTime() + offsetFromUtc).toISOString()

/** The day in Việt Nam at an instant. @example todayInVietnam(new Date('2026-11-24T17:30:00Z'))   // '2026-11-25' */
export const todayInVietnam = (instant: Date): CalendarDate => calendarDate(inVietnam(instant).slice(0, 10))

/** The time of day in Việt Nam, 'HH:mm'. @example vietnamTime(new Date('2026-11-24T17:30:00Z'))   // '00:30' */
export const vietnamTime = (instant: Date): string => inVietnam(instant).slice(11, 16)

/** As dates are shown. @example formatDate('2026-11-05')   // '05/11/2026' */
export const formatDate = (date: string): string => date.split('-').reverse().join('/')

/** The period in which a series counts: a year, or a term of office. @example periodInWords('2025-2030')   // 'nhiệm kỳ 2025-2030' */
export const periodInWords = (period: string): string => (period.includes('-') ? `nhiệm kỳ ${period}` : `năm ${period}`)

const separated = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/
const unseparated = /^(\d{2})(\d{2})(\d{4}|\d{2})$/
const international = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * A date as people type it: day, month, year with any separator or none. A year of two digits is of this century; older
 * ones are written in full. Nothing when it is no date or there is no such day; a guess is never made.
 *
 * @example parseTypedDate('25-11-26')   // '2026-11-25'; likewise '25/11/2026', '251126', '2026-11-25'
 */
export function parseTypedDate(text: string): CalendarDate | undefined {
  const typed = text.trim()
  const iso = international.exec(typed)
  if (iso) return calendarDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = separated.exec(typed) ?? unseparated.exec(typed)
  return parts ? calendarDateOf(fullYear(parts[3]!), Number(parts[2]), Number(parts[1])) : undefined
}

const fullYear = (year: string): number => (year.length === 4 ? Number(year) : 2000 + Number(year))

const numberFormats = [0, 1, 2, 3].map(
  decimals =>
    new Intl.NumberFormat('vi-VN', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    }),
)
const sizeFormat = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/**
 * A quantity. Numbers that are names (số đến 1286) are written as they are, without this.
 *
 * @example formatNumber(1284)   // '1.284'; formatNumber(0.964, 1) is '1,0'
 */
export const formatNumber = (value: number, decimals: 0 | 1 | 2 | 3 = 0): string =>
  numberFormats[decimals]!.format(value)

const sizes = ['KB', 'MB', 'GB', 'TB'] as const

/** A file's size; a unit is 1,024 of the one before. @example formatBytes(1_258_291)   // '1,2 MB' */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${formatNumber(bytes)} byte`
  let size = bytes / 1024
  let unit = 0
  // What would be written as 1.024 of a unit is one of the next.
  while (Math.round(size) >= 1024 && unit < sizes.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${unit === 0 ? formatNumber(size) : sizeFormat.format(size)} ${sizes[unit]}`
}

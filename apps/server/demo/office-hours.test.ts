import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { dayEarlier } from './direction-ways.ts'
import { minutesOfDay, officeHours, workingDayBefore } from './office-hours.ts'
import type { Telling } from './receipts.ts'
import { readWorkingCalendar } from './tables.ts'

const calendar = readWorkingCalendar()
const today = calendarDate('2026-11-25')

describe('office hours', () => {
  // 24/11/2026 is a day off (Ngày Văn hóa Việt Nam).
  const hours = officeHours(calendar, today, 2)

  test('end the evening before today and know neither weekends nor holidays', () => {
    expect(hours.dateAt(hours.end - 1)).toBe('2026-11-23')
    expect(hours.dateAt(hours.dayBefore(1))).toBe('2026-11-23')
    expect(hours.dateAt(hours.dayBefore(2))).toBe('2026-11-20')
    expect(() => hours.dateAt(hours.end)).toThrow(RangeError)
  })

  test('skip the lunch break and stop at five', () => {
    const day = hours.dayBefore(1)
    expect(hours.instantAt(day)).toBe('2026-11-23T00:00:00Z')
    expect(hours.instantAt(day + 269)).toBe('2026-11-23T04:29:00Z')
    expect(hours.instantAt(day + 270)).toBe('2026-11-23T06:30:00Z')
    expect(hours.instantAt(day + minutesOfDay - 1)).toBe('2026-11-23T09:59:00Z')
  })
})

describe('the deadline that is given on', () => {
  const telling = { workingDayBefore: workingDayBefore(calendar) } as Telling
  const given = (due: string | null, on: string) =>
    dayEarlier({ telling, due: () => (due === null ? null : calendarDate(due)) }, calendarDate(on))

  test('is a working day earlier, but never before the day itself', () => {
    expect(given('2026-11-30', '2026-11-23')).toBe('2026-11-27')
    expect(given('2026-11-25', '2026-11-23')).toBe('2026-11-23')
    expect(given('2026-11-25', '2026-11-25')).toBe('2026-11-25')
    expect(given(null, '2026-11-25')).toBeNull()
  })
})

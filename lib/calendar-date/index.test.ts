import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate, calendarDateOf, daysBetween, isCalendarDate, weekdayOf, yearOf } from './index.ts'

const anyDate = fc.integer({ min: 0, max: 50_000 }).map(days => addDays(calendarDate('1990-01-01'), days))

describe('a calendar date', () => {
  test('is a day that exists', () => {
    expect(isCalendarDate('2026-11-24')).toBe(true)
    expect(isCalendarDate('2024-02-29')).toBe(true)
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-5', '24/11/2026', '2026-11-24T00:00', '', 5])
      expect(isCalendarDate(wrong), String(wrong)).toBe(false)
    expect(() => calendarDate('2026-02-30')).toThrow(RangeError)
    expect(calendarDateOf(2026, 2, 30)).toBeUndefined()
    expect(calendarDateOf(2026, 2, 3)).toBe('2026-02-03')
  })

  test('has a day of the week', () => {
    expect(weekdayOf(calendarDate('2026-11-24'))).toBe(2)
    expect(weekdayOf(calendarDate('2026-11-29'))).toBe(7)
    expect(weekdayOf(calendarDate('1969-12-31'))).toBe(3)
    expect(yearOf(calendarDate('2026-11-24'))).toBe(2026)
  })

  test('moves over months, leap days and years', () => {
    expect(addDays(calendarDate('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(calendarDate('2024-03-01'), -1)).toBe('2024-02-29')
    expect(() => addDays(calendarDate('2199-12-31'), 1)).toThrow(RangeError)
  })

  test('moved by n days lies n days away, and sorts as it lies in time', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(daysBetween(date, moved)).toBe(days)
        expect(Math.sign(days)).toBe(moved > date ? 1 : moved < date ? -1 : 0)
        expect(Math.abs((weekdayOf(moved) - weekdayOf(date) - days) % 7)).toBe(0)
      }),
    )
  })
})

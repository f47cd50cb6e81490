import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate, weekdayOf } from '#lib/calendar-date/index.ts'
import { CalendarYearMissing, parseCalendarDays, workingCalendar, yearsOf } from './index.ts'

const days = parseCalendarDays(readFileSync(new URL('days-2023-2027.tsv', import.meta.url), 'utf8'))
const years = yearsOf(days).map(({ year }) => year)
const calendar = workingCalendar({ days, years })
const on = (text: string): CalendarDate => calendarDate(text)

describe('the days of 2023 to 2027', () => {
  test('are off on weekdays and worked on weekends, each by its notice', () => {
    expect(years).toEqual([2023, 2024, 2025, 2026, 2027])
    expect(days).toHaveLength(65)
    for (const day of days) expect(weekdayOf(day.date) <= 5, day.date).toBe(day.kind === 'off')
    expect(yearsOf(days)[4]).toEqual({ year: 2027, basis: '10065/VPCP-KGVX (02/10/2026)' })
  })

  test('hold the holidays and the Saturdays made up for', () => {
    expect(calendar.isWorkingDay(on('2026-11-24'))).toBe(false)
    expect(calendar.dayOff(on('2026-11-24'))?.name).toContain('Ngày Văn hóa Việt Nam')
    expect(calendar.isWorkingDay(on('2026-11-25'))).toBe(true)
    expect(calendar.isWorkingDay(on('2026-11-28'))).toBe(false)
    expect(calendar.isWorkingDay(on('2026-08-22'))).toBe(true)
    expect(calendar.dayOff(on('2026-08-22'))).toBeUndefined()
  })
})

describe('terms', () => {
  test('in working days pass over weekends, holidays and swaps', () => {
    expect(calendar.addWorkingDays(on('2026-11-23'), 1)).toBe('2026-11-25')
    expect(calendar.addWorkingDays(on('2026-02-13'), 1)).toBe('2026-02-23')
    expect(calendar.addWorkingDays(on('2026-08-21'), 1)).toBe('2026-08-22')
    expect(calendar.addWorkingDays(on('2026-11-25'), -1)).toBe('2026-11-23')
    expect(calendar.nextWorkingDay(on('2026-11-20'))).toBe('2026-11-23')
    expect(calendar.workingDayFrom(on('2026-11-20'))).toBe('2026-11-20')
  })

  test('begin after the day of receipt and end on a working day', () => {
    expect(calendar.dueDate({ receivedOn: on('2026-11-23'), term: { workingDays: 5 } })).toBe('2026-12-01')
    expect(calendar.dueDate({ receivedOn: on('2026-11-21'), term: { workingDays: 1 } })).toBe('2026-11-23')
    expect(calendar.dueDate({ receivedOn: on('2026-11-19'), term: { days: 5 } })).toBe('2026-11-25')
    expect(calendar.dueDate({ receivedOn: on('2026-11-19'), term: { days: 4 } })).toBe('2026-11-23')
  })

  test('are not guessed into a year without a notice', () => {
    expect(() => calendar.addWorkingDays(on('2027-12-30'), 2)).toThrow(CalendarYearMissing)
    expect(() => calendar.isWorkingDay(on('2022-12-30'))).toThrow('2022')
    expect(calendar.knows(on('2027-12-31'))).toBe(true)
    expect(calendar.knows(on('2028-01-01'))).toBe(false)
  })

  test('added and counted agree, and end on a working day', () => {
    const day = fc.integer({ min: 0, max: 1600 }).map(count => addDays(on('2023-01-15'), count))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const due = calendar.addWorkingDays(from, count)
        expect(calendar.isWorkingDay(due)).toBe(true)
        expect(calendar.workingDaysBetween(from, due)).toBe(count)
        expect(calendar.workingDaysBetween(from, addDays(due, -1))).toBe(count - 1)
        const back = calendar.addWorkingDays(due, -count)
        expect(calendar.workingDayFrom(back)).toBe(back)
        expect(calendar.workingDaysBetween(back, due)).toBe(count)
      }),
    )
  })
})

describe('the working day up to a day', () => {
  test('is the day itself or the last one before it, over holidays too', () => {
    expect(calendar.workingDayUpTo(on('2026-11-25'))).toBe('2026-11-25')
    expect(calendar.workingDayUpTo(on('2026-11-24'))).toBe('2026-11-23')
    expect(calendar.workingDayUpTo(on('2026-11-29'))).toBe('2026-11-27')
  })
})

describe('lateness', () => {
  const today = on('2026-11-25')
  test('is told in working days', () => {
    expect(calendar.lateness(null, today)).toEqual({ kind: 'none', days: 0 })
    expect(calendar.lateness(today, today)).toEqual({ kind: 'today', days: 0 })
    expect(calendar.lateness(on('2026-11-27'), today)).toEqual({ kind: 'soon', days: 2 })
    expect(calendar.lateness(on('2026-11-30'), today)).toEqual({ kind: 'in-time', days: 3 })
    expect(calendar.lateness(on('2026-11-30'), today, 3)).toEqual({ kind: 'soon', days: 3 })
    expect(calendar.lateness(on('2026-11-20'), today)).toEqual({ kind: 'overdue', days: 2 })
  })

  test('of a deadline on a day off ends with the last working day before it', () => {
    expect(calendar.lateness(on('2026-11-28'), on('2026-11-27'))).toEqual({ kind: 'today', days: 0 })
    expect(calendar.lateness(on('2026-11-27'), on('2026-11-28'))).toEqual({ kind: 'overdue', days: 1 })
  })

  test('over a year without a notice is the least it can be', () => {
    expect(calendar.lateness(on('2028-03-01'), on('2027-12-30'))).toEqual({ kind: 'soon', days: 1 })
    expect(calendar.lateness(on('2028-01-10'), on('2028-01-03'))).toEqual({ kind: 'soon', days: 1 })
    expect(calendar.lateness(on('2027-12-30'), on('2028-01-03'))).toEqual({ kind: 'overdue', days: 1 })
    expect(calendar.lateness(on('2028-03-01'), on('2027-12-01'))).toMatchObject({ kind: 'in-time' })
  })
})

describe('a calendar', () => {
  const day = { date: '2026-11-24', kind: 'off', name: 'thử', basis: 'thử' }
  test('refuses rows that contradict', () => {
    expect(() => workingCalendar({ days: [day, day], years: [2026] })).toThrow('twice')
    expect(() => workingCalendar({ days: [day], years: [2027] })).toThrow('without a notice')
    expect(() => workingCalendar({ days: [{ ...day, kind: 'half' }], years: [2026] })).toThrow('half')
    expect(() => workingCalendar({ days: [{ ...day, date: '2026-11-31' }], years: [2026] })).toThrow('2026-11-31')
    expect(() => parseCalendarDays('date\tkind\tname\tbasis\n2026-11-24\toff\tthử')).toThrow('Line 2')
    expect(() => parseCalendarDays('2026-11-24\toff\tthử\tthử')).toThrow('columns')
  })
})

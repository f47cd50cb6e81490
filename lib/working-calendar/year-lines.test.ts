import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { calendarDate, yearOf } from '#lib/calendar-date/index.ts'
import { faultsOfDays, parseCalendarDays, readCalendarLines, writeCalendarLines, yearsToEnter } from './index.ts'

const off = { date: calendarDate('2028-01-26'), kind: 'off', name: 'Tết Nguyên đán' } as const
const work = { date: calendarDate('2028-02-12'), kind: 'work', name: 'Làm bù cho 31/01/2028' } as const

describe('a line of a year', () => {
  test.each([
    ['26/01/2028 – nghỉ – Tết Nguyên đán', off],
    ['26/1/2028 - nghỉ - Tết Nguyên đán', off],
    ['26-01-2028 – Nghỉ – Tết  Nguyên đán ', off],
    ['26.01.2028;nghi;Tết Nguyên đán', off],
    ['26/01/2028\tnghỉ lễ\tTết Nguyên đán', off],
    ['26/01/2028 | NGHỈ | Tết Nguyên đán', off],
    ['2028-01-26 — nghỉ tết — Tết Nguyên đán', off],
    ['26/01/2028 nghỉ: Tết Nguyên đán', off],
    ['12/02/2028 – làm bù – Làm bù cho 31/01/2028', work],
    ['12/02/2028 – Đi làm bù – Làm bù cho 31/01/2028', work],
    ['12/02/2028 – lam bu – Làm bù cho 31/01/2028', work],
    ['26/01/2028 – nghỉ – Tết – mùng Một', { ...off, name: 'Tết – mùng Một' }],
    [
      '01/01/2028 – nghỉ – Tết Dương lịch (Thứ Bảy)',
      { date: '2028-01-01', kind: 'off', name: 'Tết Dương lịch (Thứ Bảy)' },
    ],
  ])('%s', (text, day) => {
    expect(readCalendarLines(text, 2028)).toEqual({ days: [{ ...day, line: 1 }], faults: [] })
  })

  test.each([
    ['Tết Nguyên đán', 'parts'],
    ['26/01/2028', 'parts'],
    ['30/02/2028 – nghỉ – Tết', 'date'],
    ['26/01 – nghỉ – Tết', 'date'],
    ['26/01/2028 – họp – Tết', 'kind'],
    ['26/01/2028 – Tết Nguyên đán', 'kind'],
    ['26/01/2028 – không nghỉ – Tết', 'kind'],
    ['26/01/2028 – nghỉ', 'name'],
    ['26/01/2028 – nghỉ –', 'name'],
    [`26/01/2028 – nghỉ – ${'Tết '.repeat(40)}`, 'name'],
    ['26/01/2028 – nghỉ – <script>', 'name'],
    ['26/01/2027 – nghỉ – Tết', 'other-year'],
    ['11/02/2028 – làm bù – Thứ Sáu vốn đã làm', 'worked-weekday'],
  ])('%s is refused: %s', (text, fault) => {
    expect(readCalendarLines(text, 2028)).toMatchObject({ days: [], faults: [{ line: 1, fault }] })
  })
})

describe('the lines of a year', () => {
  test('are counted as they stand, empty ones too; a day is there once', () => {
    const text = '26/01/2028 – nghỉ – Tết\r\n\r\nsai\n26/01/2028 – nghỉ – Tết lần nữa\n27/01/2028 – nghỉ – Tết\n'
    const { days, faults } = readCalendarLines(text, 2028)
    expect(days.map(day => [day.line, day.date])).toEqual([
      [1, '2028-01-26'],
      [5, '2028-01-27'],
    ])
    expect(faults).toEqual([
      { line: 3, text: 'sai', fault: 'parts' },
      { line: 4, text: '26/01/2028 – nghỉ – Tết lần nữa', fault: 'twice', first: 1 },
    ])
  })

  test('written out are read as the same days, for every year that came with the program', () => {
    const all = parseCalendarDays(readFileSync(new URL('days-2023-2027.tsv', import.meta.url), 'utf8'))
    for (const year of [2023, 2024, 2025, 2026, 2027]) {
      const days = all.filter(day => yearOf(day.date) === year).map(({ date, kind, name }) => ({ date, kind, name }))
      expect(faultsOfDays(days, year)).toEqual([])
      const read = readCalendarLines(writeCalendarLines(days), year)
      expect(read.faults).toEqual([])
      expect(read.days.map(({ line: _line, ...day }) => day)).toEqual(days)
    }
  })
})

describe('the years to enter', () => {
  test.each([
    ['2027-09-30', [2027], []],
    ['2027-10-01', [2027], [2028]],
    ['2027-12-31', [2027, 2028], []],
    ['2028-01-02', [2027], [2028]],
    ['2028-10-01', [2027], [2028, 2029]],
  ])('on %s with %j are %j', (today, years, missing) => {
    expect(yearsToEnter(calendarDate(today), years)).toEqual(missing)
  })
})

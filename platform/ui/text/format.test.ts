import { expect, test } from 'vitest'
import {
  dayOf,
  formatCappedCount,
  formatCount,
  formatDay,
  formatLongDay,
  formatMoment,
  formatShortDay,
  spokenTitle,
} from './format.ts'

const now = new Date('2026-11-25T01:20:00Z')

test('a moment late in the evening UTC belongs to the next day in Việt Nam', () => {
  expect(dayOf(new Date('2026-11-24T17:30:00Z'))).toBe('2026-11-25')
})

test('dates are day, month, year; lists drop the year that is running', () => {
  expect(formatDay('2026-11-25')).toBe('25/11/2026')
  expect(formatShortDay('2026-11-25', '2026-12-01')).toBe('25/11')
  expect(formatShortDay('2025-11-25', '2026-12-01')).toBe('25/11/2025')
  expect(formatLongDay('2026-11-25')).toBe('Thứ Tư, 25/11/2026')
})

test('moments are said as people say them', () => {
  expect(formatMoment('2026-11-25T01:15:00Z', now)).toBe('hôm nay, 08:15')
  expect(formatMoment('2026-11-24T09:20:00Z', now)).toBe('hôm qua, 16:20')
  expect(formatMoment('2026-11-23T09:42:00Z', now)).toBe('23/11, 16:42')
  expect(formatMoment('2026-11-24T17:05:00Z', now)).toBe('hôm nay, 00:05')
})

test('numbers are written the Vietnamese way; counts of the server end at a hundred', () => {
  expect(formatCount(18204)).toBe('18.204')
  expect(formatCappedCount(100)).toBe('99+')
})

test('a title that is printed in capitals is shown as it is spoken; abbreviations and others stay', () => {
  expect(spokenTitle('PHÓ CHỦ TỊCH')).toBe('Phó chủ tịch')
  expect(spokenTitle('ỦY VIÊN UBND')).toBe('Ủy viên UBND')
  expect(spokenTitle('CHÁNH VĂN PHÒNG')).toBe('Chánh văn phòng')
  expect(spokenTitle('CHỦ TỊCH HĐND')).toBe('Chủ tịch HĐND')
  expect(spokenTitle('Chuyên viên Phòng Kinh tế')).toBe('Chuyên viên Phòng Kinh tế')
})

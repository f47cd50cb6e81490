import { expect, test } from 'vitest'
import { nextNumberOn } from './notation-preview.ts'

const closing = { closedAt: null, hasGiven: true }
const series = {
  ...{ periodKind: 'year' as const, period: '2027' },
  periods: [
    { period: '2026', lastNumber: 414, opened: true, ...closing },
    { period: '2027', lastNumber: 0, opened: true, ...closing },
  ],
}

test('a document of the last days of a year is asked about with the number of that year, not of the new one', () => {
  expect(nextNumberOn('2027-01-04', { nextNumber: 1 }, series)).toBe(1)
  expect(nextNumberOn('2026-12-31', { nextNumber: 1 }, series)).toBe(415)
})

test('no number is named where none can be foretold; a term counts over its years', () => {
  expect(nextNumberOn('2025-12-31', { nextNumber: 1 }, series)).toBeNull()
  expect(nextNumberOn('2026-12-31', { nextNumber: 7 }, { ...series, periodKind: 'term', period: '2026-2031' })).toBe(7)
  expect(nextNumberOn('2026-12-31', { nextNumber: 7 }, undefined)).toBe(7)
})

import { expect, test } from 'vitest'
import { instantAt, parseClockText } from './clock-text.ts'

test.each([
  ['14:00', '14:00'],
  ['14h30', '14:30'],
  [' 9g05 ', '09:05'],
  ['14.30', '14:30'],
  ['1430', '14:30'],
  ['0730', '07:30'],
  ['7H', '07:00'],
  ['23:59', '23:59'],
])('reads %s as people mean it', (text, time) => {
  expect(parseClockText(text)).toBe(time)
})

test.each(['', '9', '24:00', '14:60', '2pm', '14:5', '143', 'sáng'])('does not guess at "%s"', text => {
  expect(parseClockText(text)).toBeUndefined()
})

test('a time of day is one of Việt Nam', () => {
  expect(instantAt('2026-11-25', '7h30')).toBe('2026-11-25T00:30:00.000Z')
})

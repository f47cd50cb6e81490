import { expect, test } from 'vitest'
import { parseDateText } from './date-text.ts'

const today = '2026-11-25'

test.each([
  ['25/11/2026', '2026-11-25'],
  ['5/9/2026', '2026-09-05'],
  [' 5-9-26 ', '2026-09-05'],
  ['05.09.2026', '2026-09-05'],
  ['5 9 2026', '2026-09-05'],
  ['05092026', '2026-09-05'],
  ['050926', '2026-09-05'],
  ['2026-09-05', '2026-09-05'],
  ['29/02/2028', '2028-02-29'],
  ['20/12', '2026-12-20'],
])('reads %s as people mean it', (text, day) => {
  expect(parseDateText(text, today)).toEqual({ day })
})

test.each(['31/11/2026', '29/02/2026', '12/25/2026', '0/5/2026', '1/1/1026'])('says that %s is no day', text => {
  expect(parseDateText(text, today)).toEqual({ fault: 'missing' })
})

test.each(['', 'mai', '25', '25/11/26/7', '25/11/226'])('does not guess at "%s"', text => {
  expect(parseDateText(text, today)).toEqual({ fault: 'unreadable' })
})

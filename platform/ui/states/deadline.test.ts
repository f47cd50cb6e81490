import { expect, test } from 'vitest'
import { deadlineLook, deadlineSentence } from './deadline.tsx'

test('says how long is left, or how late it is, in working days', () => {
  expect(deadlineLook({ lateness: { kind: 'soon', days: 2 } })).toMatchObject({ words: 'còn 2 ngày', tone: 'amber' })
  expect(deadlineLook({ lateness: { kind: 'in-time', days: 8 } })).toMatchObject({
    words: 'còn 8 ngày',
    tone: 'indigo',
  })
  expect(deadlineLook({ lateness: { kind: 'today', days: 0 } })).toMatchObject({ words: 'đến hạn hôm nay' })
  expect(deadlineLook({ lateness: { kind: 'overdue', days: -3 } })).toMatchObject({
    words: 'quá hạn 3 ngày',
    tone: 'red',
  })
})

test('an urgent document is handled at once, but lateness is said before urgency', () => {
  expect(deadlineLook({ lateness: { kind: 'in-time', days: 8 }, urgent: true }).words).toBe('xử lý ngay')
  expect(deadlineLook({ lateness: { kind: 'overdue', days: 3 }, urgent: true }).words).toBe('quá hạn 3 ngày')
})

test('the sentence of the reader has the whole date', () => {
  expect(deadlineSentence({ lateness: { kind: 'soon', days: 2 }, dueOn: '2026-11-27' })).toBe(
    'Hạn 27/11/2026, còn 2 ngày làm việc',
  )
  expect(deadlineSentence({ lateness: { kind: 'today', days: 0 }, dueOn: '2026-11-25' })).toBe(
    'Hạn 25/11/2026, đến hạn hôm nay',
  )
  expect(deadlineSentence({ lateness: { kind: 'none', days: 0 }, dueOn: null })).toBe('')
  // A day that nobody counts yet, as before registration, is not "không có hạn".
  expect(deadlineSentence({ lateness: { kind: 'none', days: 0 }, dueOn: '2026-11-27' })).toBe('Hạn 27/11/2026')
})

import { expect, test } from 'vitest'
import { numbersBefore } from './document-pane-numbers.ts'

test('numbers of places that begin at the same spot stand beside each other, the others alone', () => {
  const kind = { x: 120, y: 150, height: 14 }
  const subject = { x: 120, y: 150, height: 28 }
  const date = { x: 300, y: 150, height: 14 }
  const notation = { x: 120, y: 120, height: 14 }
  expect(numbersBefore([notation, date, kind, subject])).toEqual([0, 0, 0, 1])
})

import { expect, test } from 'vitest'
import { readDecimal, stepOf, toMillimetres, toPoints, withinPage, writeDecimal } from './number-place-value.ts'

const page = { width: 595, height: 842 }

test('a place stays on the page, however far it is dragged', () => {
  const place = { x: 0, y: 0, width: 100, height: 16 }
  expect(withinPage({ ...place, x: -5, y: 900 }, page)).toEqual({ ...place, x: 0, y: 826 })
  expect(withinPage({ ...place, x: 590 }, page).x).toBe(495)
  expect(withinPage({ ...place, width: 700 }, page)).toMatchObject({ x: 0, width: 595 })
})

test('millimetres are read and written with a comma, and survive the way to points and back', () => {
  expect(readDecimal('45,9')).toBe(45.9)
  expect(readDecimal('45.9')).toBe(45.9)
  expect(readDecimal('mười')).toBeUndefined()
  expect(readDecimal(' ')).toBeUndefined()
  expect(writeDecimal(toMillimetres(toPoints(45.9)))).toBe('45,9')
})

test('arrow keys move by one millimetre, with Shift by five; other keys do not', () => {
  expect(stepOf('ArrowLeft', false)).toEqual({ x: -1, y: 0 })
  expect(stepOf('ArrowDown', true)).toEqual({ x: 0, y: 5 })
  expect(stepOf('Enter', false)).toBeUndefined()
})

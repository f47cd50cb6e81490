import { expect, test } from 'vitest'
import { foldForSearch, matchesSearch } from './search-text.ts'

test('marks, case and the stroke of đ make no difference', () => {
  expect(foldForSearch('Đẩy  NHANH tiến độ')).toBe('day nhanh tien do')
  expect(foldForSearch('hoà')).toBe(foldForSearch('hòa'))
})

test('finds by the beginnings of words, in any order', () => {
  expect(matchesSearch('Phòng Văn hóa – Xã hội', 'van hoa')).toBe(true)
  expect(matchesSearch('Phòng Văn hóa – Xã hội', 'xa ph')).toBe(true)
  expect(matchesSearch('Phòng Văn hóa – Xã hội', 'kinh te')).toBe(false)
})

import { expect, test } from 'vitest'
import { matchesSearch } from './search-text.ts'

test('finds by the beginnings of words, in any order, with or without marks', () => {
  expect(matchesSearch('Phòng Văn hóa – Xã hội', 'van hoa')).toBe(true)
  expect(matchesSearch('Phòng Văn hoá – Xã hội', 'Hòa ph')).toBe(true)
  expect(matchesSearch('Đảng ủy xã', 'dang')).toBe(true)
  expect(matchesSearch('Phòng Văn hóa – Xã hội', 'kinh te')).toBe(false)
})

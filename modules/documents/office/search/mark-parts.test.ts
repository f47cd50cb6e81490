import { expect, test } from 'vitest'
import { markParts } from './mark-parts.ts'

const marked = (text: string, query: string) =>
  markParts(text, query)
    .map(part => (part.hit ? `«${part.text}»` : part.text))
    .join('')

test('words are marked whole, whatever their case and marks', () => {
  expect(marked('Làm sạch dữ liệu đất đai', 'sach DAT')).toBe('Làm «sạch» dữ liệu «đất» đai')
  expect(marked('Ủy ban nhân dân', 'an')).toBe('Ủy ban nhân dân')
})

test('a number form is marked whole', () => {
  expect(marked('Công văn 4127/UBND-NNMT', '4127/ubnd')).toBe('Công văn «4127/UBND»-NNMT')
  expect(marked('Nghị quyết 05/2026/NQ-HĐND, số 105/2026', '5/2026')).toBe('Nghị quyết «05/2026»/NQ-HĐND, số 105/2026')
})

test('a text in which nothing was found is one part, and decomposed text is found too', () => {
  expect(markParts('Báo cáo', 'tờ trình')).toEqual([{ text: 'Báo cáo', hit: false }])
  expect(marked('Đất đai'.normalize('NFD'), 'đất')).toBe('«Đất» đai')
})

import { expect, test } from 'vitest'
import { findDeadlines } from './deadlines.ts'

const read = (text: string) => findDeadlines(text).map(({ on }) => on)

test.each([
  ['gửi báo cáo trước ngày 04/12/2026 để tổng hợp', '2026-12-04'],
  ['Báo cáo kết quả trước ngày 04 tháng 12 năm 2026.', '2026-12-04'],
  ['chậm nhất là 16 giờ 30 phút ngày 4/12/2026', '2026-12-04'],
  ['trước 17h00 ngày 04-12-2026', '2026-12-04'],
  ['trước 10 giờ 00, ngày 04.12.2026', '2026-12-04'],
  ['Hạn cuối: ngày 04/12/2026', '2026-12-04'],
  ['lấy ý kiến đến hết ngày 04/12/2026', '2026-12-04'],
  ['muộn nhất vào ngày\n04/12/2026', '2026-12-04'],
  ['TRƯỚC NGÀY 04/12/2026'.normalize('NFD'), '2026-12-04'],
])('%j names a deadline', (text, date) => {
  expect(read(text)).toEqual([date])
})

test.each([
  'ngày 04/12/2026',
  'từ ngày 04/12/2026',
  'trước ngày 04/12',
  'trước ngày 31/11/2026',
  'trước ngày 04/12/20261',
  '',
])('%j names none', text => {
  expect(read(text)).toEqual([])
})

test('several are told in the order of the text, each with its words and place', () => {
  const text = 'Rà soát xong trước ngày 28/11/2026; báo cáo chậm nhất ngày 04 tháng 12 năm 2026.'
  const found = findDeadlines(text)
  expect(found).toEqual([
    { on: '2026-11-28', before: true, text: 'trước ngày 28/11/2026', index: 13 },
    { on: '2026-12-04', before: false, text: 'chậm nhất ngày 04 tháng 12 năm 2026', index: 44 },
  ])
  for (const one of found) expect(text.slice(one.index, one.index + one.text.length)).toBe(one.text)
})

test('a hostile text costs no time', () => {
  const started = performance.now()
  for (const piece of ['trước ', `trước${' '.repeat(50)}`, 'trước 1 giờ ', 'trước là trước 12h12, '])
    findDeadlines(piece.repeat(200_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(1000)
})

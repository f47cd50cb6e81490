import { expect, test } from 'vitest'
import { blocksOfText, editorBlocks, hasWords, letterBlocks, nextMark, textBlock } from './letter-blocks.ts'

const shapes = (text: string) =>
  blocksOfText(text).map(block => (block.kind === 'table' ? ['table'] : [block.kind, block.mark, block.text]))

test('pasted lines become paragraphs, marked ones items', () => {
  expect(
    shapes(
      'Thực hiện Công văn số 4127,\r\n\r\n1. Kết quả rà soát\na) Đã rà soát 18.204 thửa.\nđ) Còn 506 thửa.\n•\tXã',
    ),
  ).toEqual([
    ['paragraph', '', 'Thực hiện Công văn số 4127,'],
    ['item', '1.', 'Kết quả rà soát'],
    ['item', 'a)', 'Đã rà soát 18.204 thửa.'],
    ['item', 'đ)', 'Còn 506 thửa.'],
    ['item', '-', 'Xã'],
  ])
})

test('a date or a figure at the beginning of a line is no mark', () => {
  expect(shapes('18.204 thửa đất ở\n01/12/2026 chốt số liệu')).toEqual([
    ['paragraph', '', '18.204 thửa đất ở'],
    ['paragraph', '', '01/12/2026 chốt số liệu'],
  ])
})

test('cells copied from a sheet become one table with its first row as head', () => {
  const [before, table, after] = blocksOfText('Số liệu:\nNội dung\tKế hoạch\nĐất ở\t7.110\nHết.')
  expect(before).toMatchObject({ kind: 'paragraph', text: 'Số liệu:' })
  expect(table).toMatchObject({ kind: 'table', header: ['Nội dung', 'Kế hoạch'], rows: [['Đất ở', '7.110']] })
  expect(after).toMatchObject({ kind: 'paragraph', text: 'Hết.' })
})

test('a list copied from Word is a list, though its marks are set off by tabs', () => {
  expect(shapes('1.\tRà soát\n2.\tBáo cáo')).toEqual([
    ['item', '1.', 'Rà soát'],
    ['item', '2.', 'Báo cáo'],
  ])
})

test('markup that is pasted stays plain text', () => {
  expect(letterBlocks(blocksOfText('<b onclick=alert(1)>Đậm</b>'))).toEqual([
    { kind: 'paragraph', runs: [{ text: '<b onclick=alert(1)>Đậm</b>' }] },
  ])
})

test('what is written is normalised and empty pieces are left out', () => {
  const decomposed = 'Ðề án đất đai'.normalize('NFD')
  expect(letterBlocks([textBlock({ text: decomposed }), textBlock({ text: '  ' })])).toEqual([
    { kind: 'paragraph', runs: [{ text: 'Đề án đất đai' }] },
  ])
  expect(hasWords([textBlock({ text: ' \n ' })])).toBe(false)
})

test('words in bold within a paragraph stay until the paragraph is changed', () => {
  const runs = [{ text: 'Công văn ' }, { text: '4127', bold: true }]
  const [block] = editorBlocks([{ kind: 'paragraph', runs }])
  expect(letterBlocks([block!])).toEqual([{ kind: 'paragraph', runs }])
  expect(letterBlocks([{ ...block!, text: 'Công văn 4128' } as typeof block & object])).toEqual([
    { kind: 'paragraph', runs: [{ text: 'Công văn 4128' }] },
  ])
})

test('the next mark goes on as a person would write it', () => {
  expect(['1.', '1.9.', '3)', 'a)', 'd)', 'e)', '-', 'II.'].map(nextMark)).toEqual([
    '2.',
    '1.10.',
    '4)',
    'b)',
    'đ)',
    'g)',
    '-',
    'II.',
  ])
})

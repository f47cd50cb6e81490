import { normaliseInput } from '#lib/vietnamese/index.ts'
import type { LetterBlock } from '#modules/documents/contract.ts'
import { newId } from '#platform/ui/data/ids.ts'

type Run = { text: string; bold?: boolean | undefined; italic?: boolean | undefined }

/** A piece of running text in the editor. `runs` are those it was opened with: they stay as long as its text does. */
export type TextBlock = {
  readonly id: string
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly mark: string
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly runs?: readonly Run[]
}
export type TableBlock = {
  readonly id: string
  readonly kind: 'table'
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export type EditorBlock = TextBlock | TableBlock

export const textBlock = (facts: Partial<Omit<TextBlock, 'id'>> = {}): TextBlock => ({
  id: newId(),
  kind: 'paragraph',
  mark: '',
  text: '',
  bold: false,
  italic: false,
  ...facts,
})
export const emptyTable = (): TableBlock => ({
  id: newId(),
  kind: 'table',
  header: ['', '', ''],
  rows: [
    ['', '', ''],
    ['', '', ''],
  ],
})

/** What the API holds, as the editor shows it. A letter without a word begins with one empty paragraph. */
export function editorBlocks(blocks: readonly LetterBlock[]): readonly EditorBlock[] {
  const shown = blocks.map((block): EditorBlock => {
    if (block.kind === 'table') return { id: newId(), kind: 'table', header: block.header, rows: block.rows }
    if (block.kind === 'heading') return textBlock({ kind: 'heading', text: block.text })
    const text = block.runs.map(run => run.text).join('')
    const all = (style: 'bold' | 'italic') => block.runs.length > 0 && block.runs.every(run => run[style] === true)
    return textBlock({
      kind: block.kind,
      mark: block.kind === 'item' ? block.mark : '',
      text,
      bold: all('bold'),
      italic: all('italic'),
      runs: block.runs,
    })
  })
  return shown.length > 0 ? shown : [textBlock()]
}

/** What the editor shows, as the API takes it: normalised, without empty pieces. */
export function letterBlocks(blocks: readonly EditorBlock[]): LetterBlock[] {
  return blocks.flatMap((block): LetterBlock[] => {
    if (block.kind === 'table') return isBlank(block) ? [] : [tableOf(block)]
    const text = clean(block.text)
    if (text === '') return []
    if (block.kind === 'heading') return [{ kind: 'heading', text }]
    const runs = runsOf(block, text)
    return block.kind === 'item'
      ? [{ kind: 'item', mark: clean(block.mark) || '-', runs }]
      : [{ kind: 'paragraph', runs }]
  })
}

const clean = (text: string): string => normaliseInput(text, { multiLine: true }).trim()

function runsOf(block: TextBlock, text: string): Run[] {
  const before = block.runs ?? []
  const mixed = before.length > 1 && !block.bold && !block.italic
  if (mixed && before.map(run => run.text).join('') === block.text) return [...before]
  return [{ text, ...(block.bold ? { bold: true } : {}), ...(block.italic ? { italic: true } : {}) }]
}

const isBlank = (table: TableBlock): boolean =>
  [table.header, ...table.rows].every(cells => cells.every(cell => !cell.trim()))

function tableOf({ header, rows }: TableBlock): LetterBlock {
  const filled = rows.filter(cells => cells.some(cell => cell.trim() !== ''))
  return { kind: 'table', header: header.map(clean), rows: filled.map(cells => cells.map(clean)) }
}

export const hasWords = (blocks: readonly EditorBlock[]): boolean => letterBlocks(blocks).length > 0

/** '1.', '1.2.', 'II.', 'a)', 'đ)', '-', '+' at the beginning of a line, and what follows it. */
const mark = '(?:\\d{1,3}(?:\\.\\d{1,3})*[.)])|(?:[IVX]{1,6}\\.)|(?:[a-zđ]\\))|[-–+•]'
const marked = new RegExp(`^(${mark})\\s+(.+)$`, 'u')
const onlyMark = new RegExp(`^(?:${mark})$`, 'u')

/**
 * Pasted text as blocks: each line is a paragraph, a line that begins with a mark an item, lines of cells (as copied from
 * a sheet or a table) a table. Nothing but text is taken: no fonts, no colours, no markup.
 *
 * @example blocksOfText('1. Kết quả\nĐã rà soát.').map(block => block.kind)   // ['item', 'paragraph']
 */
export function blocksOfText(text: string): readonly EditorBlock[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n')
  const blocks: EditorBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const cells = cellRows(lines, at)
    if (cells.length > 1) {
      const [header = [], ...rows] = cells
      blocks.push({ id: newId(), kind: 'table', header, rows })
      at += cells.length
      continue
    }
    const line = (lines[at] ?? '').replace(/\s+/g, ' ').trim()
    const item = marked.exec(line)
    if (item) blocks.push(textBlock({ kind: 'item', mark: item[1] === '•' ? '-' : item[1]!, text: item[2]! }))
    else if (line !== '') blocks.push(textBlock({ text: line }))
    at += 1
  }
  return blocks
}

/** The rows of cells that begin at a line: lines with tabs, as many in each. A list of Word has a tab after its mark. */
function cellRows(lines: readonly string[], from: number): string[][] {
  const [first = '', ...others] = (lines[from] ?? '').split('\t')
  const width = others.length + 1
  if (width < 2 || width > 12 || onlyMark.test(first.trim())) return []
  const rows: string[][] = []
  for (let at = from; at < lines.length; at += 1) {
    const cells = lines[at]!.split('\t')
    if (cells.length !== width) break
    rows.push(cells.map(cell => cell.trim()))
  }
  return rows
}

/** The letters of points (điểm), in the decree's alphabet. */
const letters = 'abcdđeghiklmnopqrstuvxy'

/**
 * The mark of the next item: what a person would write.
 *
 * @example nextMark('1.2.')   // '1.3.'; nextMark('d)') is 'đ)', nextMark('-') is '-'
 */
export function nextMark(mark: string): string {
  const number = /^(.*?)(\d+)([.)])$/.exec(mark)
  if (number) return `${number[1]}${Number(number[2]) + 1}${number[3]}`
  const letter = letters[letters.indexOf(mark[0] ?? '') + 1]
  if (/^[a-zđ]\)$/u.test(mark) && letters.includes(mark[0]!)) return letter ? `${letter})` : mark
  return mark
}

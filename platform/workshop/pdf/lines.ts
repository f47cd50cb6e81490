import { ascent, lineHeight } from './geometry.ts'

/** A run of text as the page draws it: `x`, `baseline` and `size` in points, from the top left of the page. */
export type TextRun = {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly size: number
}
export type TextLine = {
  /** The page, from 1. */
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The runs of the line from left to right: the gap between two is where a blank may be. */
  readonly runs: readonly { readonly text: string; readonly x: number; readonly width: number }[]
}

/** A gap wider than this many sizes parts two columns, as issuer and national name stand side by side. */
const columnGap = 1.3
/** A blank to be filled is a gap too, but belongs to its line: 'Số:      /UBND', 'ngày      tháng      năm'. */
const opensBlank = /(?:số\s*:?|ngày|tháng|năm)\s*$/iu
const closesBlank = /^\s*(?:\/|-|tháng|năm|20\d\d)/iu

/** Puts runs together to lines in reading order, columns apart. */
export function linesOf(runs: readonly TextRun[], page: number): TextLine[] {
  const rows: TextRun[][] = []
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1)
    const near = row?.[0] && Math.abs(row[0].baseline - run.baseline) <= Math.max(2, run.size * 0.25)
    if (row && near) row.push(run)
    else rows.push([run])
  }
  return rows.flatMap(row => columnsOf(row.sort((a, b) => a.x - b.x)).map(column => toLine(column, page)))
}

/**
 * The runs that are still seen when a filled field with a ground of its own lies over them. Where a run ends below the
 * field is judged by its share of letters.
 */
export function hideBelow(runs: readonly TextRun[], field: TextRun): TextRun[] {
  return runs.flatMap(run => {
    const onLine = Math.abs(run.baseline - field.baseline) < field.size * 0.4
    const [end, fieldEnd] = [run.x + run.width, field.x + field.width]
    if (!onLine || end <= field.x + 1 || run.x >= fieldEnd - 1) return [run]
    const letters = [...run.text]
    const before = Math.round((letters.length * Math.max(0, field.x - run.x)) / run.width)
    const after = Math.round((letters.length * Math.max(0, end - fieldEnd)) / run.width)
    const left = { ...run, text: letters.slice(0, before).join(''), width: field.x - run.x }
    const right = { ...run, text: letters.slice(letters.length - after).join(''), x: fieldEnd, width: end - fieldEnd }
    return [left, right].filter(part => part.text.trim() !== '')
  })
}

function columnsOf(row: readonly TextRun[]): TextRun[][] {
  const columns: TextRun[][] = []
  for (const run of row) {
    const column = columns.at(-1)
    const before = column?.at(-1)
    const gap = before ? run.x - (before.x + before.width) : 0
    const wide = before !== undefined && gap > columnGap * Math.max(before.size, run.size)
    const blank = before !== undefined && (opensBlank.test(before.text) || closesBlank.test(run.text))
    if (column && (!wide || blank)) column.push(run)
    else columns.push([run])
  }
  return columns
}

function toLine(runs: readonly TextRun[], page: number): TextLine {
  const first = runs[0]!
  const last = runs.at(-1)!
  const size = Math.max(...runs.map(run => run.size))
  return {
    page,
    text: joined(runs).replace(/\s+/gu, ' ').trim(),
    x: first.x,
    y: Math.min(...runs.map(run => run.baseline)) - size * ascent,
    width: last.x + last.width - first.x,
    height: size * lineHeight,
    runs: runs.map(({ text, x, width }) => ({ text, x, width })),
  }
}

function joined(runs: readonly TextRun[]): string {
  return runs.reduce((text, run, at) => {
    const before = runs[at - 1]
    const apart = before && run.x - (before.x + before.width) > run.size * 0.15
    return text + (apart ? ' ' : '') + run.text
  }, '')
}

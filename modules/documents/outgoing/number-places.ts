import type { TextLine } from '#platform/workshop/pdf/lines.ts'
import type { FieldPlace } from '#platform/workshop/tasks/freeze-pdf.ts'

export type Place = {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Places<One = FieldPlace> = { readonly number: One; readonly date: One }

/** 'Số:' before a blank, dots, a number or the notation; never the word in a sentence. */
const numberMark = /^\s*số\s*:?(?=[\s….\d/_-]|$)/iu
const dateMark = /ngày[\s….\d_]*tháng[\s….\d_]*năm[\s….\d_]*/iu
/** What follows the number on its line: '/UBND-VP', '-CT/TU'. */
const notationStart = /[/-]\s*\p{L}/u

/** In heights of the line: four digits, and 'ngày 25 tháng 11 năm 2026', drawn somewhat smaller where they must. */
const numberRoom = 1.4
const dateRoom = 10.5

/**
 * Where number and date stand on a page that was not made here: the blank after 'Số:' and the words 'ngày … tháng … năm'
 * on page 1. Where on a line a word ends is judged by its share of letters.
 *
 * @returns nothing where one of the two is not found; 'no-room' where no blank was left for the number
 * @example findPlaces(lines, { width: 595, height: 842 })
 */
export function findPlaces(
  lines: readonly TextLine[],
  page: { readonly width: number; readonly height: number },
): Places<Place> | 'no-room' | undefined {
  const upper = lines.filter(line => line.y < page.height / 2)
  const numberLine = upper.find(line => numberMark.test(line.text))
  const dateLine = upper.find(line => dateMark.test(line.text))
  if (!numberLine || !dateLine) return undefined
  const number = blankAfter(numberLine, numberMark.exec(numberLine.text)![0].trimEnd().length)
  if (number.width < numberRoom * number.height) return 'no-room'
  const words = dateMark.exec(dateLine.text)!
  const date = partOf(dateLine, words.index, words.index + words[0].trimEnd().length)
  const free = page.width - date.x - 1
  return { number, date: { ...date, width: Math.min(Math.max(date.width, dateRoom * date.height), free) } }
}

function blankAfter(line: TextLine, from: number): Place {
  const notation = notationStart.exec(line.text.slice(from))
  const rest = partOf(line, from, notation ? from + notation.index : line.text.length)
  const runAt = line.runs.findIndex(run => /^\s*[/-]/u.test(run.text))
  const [before, run] = [line.runs[runAt - 1], line.runs[runAt]]
  // Where the notation is a run of its own, the blank is known exactly, however wide the gap was drawn.
  if (!run || !before) return notation ? rest : { ...rest, width: Math.max(rest.width, numberRoom * 2 * line.height) }
  const start = /\d|[….]/u.test(before.text) ? rest.x : before.x + before.width
  return { ...rest, x: start, width: run.x - start }
}

function partOf(line: TextLine, from: number, to: number): Place {
  const letter = line.width / Math.max(line.text.length, 1)
  const { page, y, height } = line
  return { page, x: line.x + letter * from, y, width: letter * (to - from), height }
}

const blankDate = (year: number): string => `ngày … tháng … năm ${year}`

/** Fields over a page that was not made to hold them: what is printed below is hidden. */
export const covering = ({ number, date }: Places<Place>, year: number): Places => ({
  number: {
    ...{ ...number, width: Math.max(number.width, numberRoom * number.height) },
    ...{ style: 'upright', align: 'center', cover: true, blankText: '' },
  },
  date: { ...date, style: 'italic', align: 'left', cover: true, blankText: blankDate(year) },
})

/** Where number and date stand in the decree's layout (NĐ 30/2020 Phụ lục I, IV), for a page that says nothing of them. */
export const usualPlaces: Places<Place> = {
  number: { page: 1, x: 130, y: 103, width: 40, height: 15 },
  date: { page: 1, x: 385, y: 103, width: 150, height: 15 },
}

/** Fields in the usual places: there is nothing below that would have to be hidden. */
export const uncovered = ({ number, date }: Places<Place>, year: number): Places => ({
  number: { ...number, style: 'upright', align: 'right', cover: false, blankText: '' },
  date: { ...date, style: 'italic', align: 'left', cover: false, blankText: blankDate(year) },
})

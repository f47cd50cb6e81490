import { describe, expect, test } from 'vitest'
import type { TextLine } from '#platform/workshop/pdf/lines.ts'
import { findPlaces } from './number-places.ts'

const page = { width: 595, height: 842 }
/** A line of the upper half, 13 points high, each letter 6 wide; its runs begin where they are said to. */
function line(runs: readonly (readonly [text: string, x: number])[], y = 110): TextLine {
  const placed = runs.map(([text, x]) => ({ text, x, width: text.length * 6 }))
  const last = placed.at(-1)!
  const text = placed.map(run => run.text).join(' ')
  return { page: 1, text, x: placed[0]!.x, y, width: last.x + last.width - placed[0]!.x, height: 13, runs: placed }
}
const date = line([['Cam Lộ, ngày     tháng     năm 2026', 330]])

describe('the places of number and date on a page that was not made here', () => {
  test('are the gap between "Số:" and the notation, and the words of the date with room for them all', () => {
    const found = findPlaces(
      [
        line([
          ['Số:', 100],
          ['/UBND-VP', 160],
        ]),
        date,
      ],
      page,
    )
    expect(found).toMatchObject({ number: { page: 1, x: 118, y: 110, width: 42 }, date: { page: 1, y: 110 } })
    const places = found as Exclude<typeof found, 'no-room' | undefined>
    // The place name is no part of it.
    expect(places!.date.x).toBeGreaterThan(330 + 6 * 7)
    expect(places!.date.width).toBeGreaterThan(10 * 13)
    expect(places!.date.x + places!.date.width).toBeLessThan(page.width)
  })

  test('are not found where the page names none, in a sentence, or in its lower half', () => {
    const number = line([
      ['Số:', 100],
      ['/UBND-VP', 160],
    ])
    expect(findPlaces([number], page)).toBeUndefined()
    expect(findPlaces([date], page)).toBeUndefined()
    expect(findPlaces([line([['Một số hộ dân', 100]]), date], page)).toBeUndefined()
    expect(
      findPlaces(
        [
          { ...number, y: 600 },
          { ...date, y: 600 },
        ],
        page,
      ),
    ).toBeUndefined()
  })

  test('are refused where no blank was left for the number', () => {
    expect(
      findPlaces(
        [
          line([
            ['Số:', 100],
            ['/UBND-VP', 124],
          ]),
          date,
        ],
        page,
      ),
    ).toBe('no-room')
  })

  test('cover dots and a number that stand in the blank', () => {
    for (const filled of ['Số: ……', 'Số: 15']) {
      const found = findPlaces(
        [
          line([
            [filled, 100],
            ['/UBND-VP', 150],
          ]),
          date,
        ],
        page,
      )
      expect(found, filled).toMatchObject({ number: { x: expect.any(Number) } })
      const { number } = found as { number: { x: number; width: number } }
      expect(number.x).toBeLessThan(100 + filled.length * 6)
      expect(number.x + number.width).toBe(150)
    }
  })
})

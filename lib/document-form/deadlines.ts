import { type CalendarDate, calendarDateOf } from '#lib/calendar-date/index.ts'

export type FoundDeadline = {
  readonly on: CalendarDate
  /** 'trước ngày …' leaves the day itself out by its words; the others count it in. */
  readonly before: boolean
  /** The words it was read from, and where they begin in the NFC text. */
  readonly text: string
  readonly index: number
}

const opening = '(?<words>trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|thời hạn|đến hết|hết)'
// Every repetition is bounded: the text is a stranger's, and a run of spaces must not cost its square.
const between =
  '(?:\\s{1,9}(?:là|vào|đến|hết|trước|lúc|\\d{1,2}\\s{0,3}(?:giờ|h|g)\\s{0,3}(?:\\d{1,2}(?:\\s{0,3}phút)?)?,?)){0,4}'
const numbers = '(?<day>\\d{1,2})\\s{0,3}[/.-]\\s{0,3}(?<month>\\d{1,2})\\s{0,3}[/.-]\\s{0,3}(?<year>\\d{4})'
const words = '(?<day>\\d{1,2})\\s{1,9}tháng\\s{1,9}(?<month>\\d{1,2})\\s{1,9}năm\\s{1,9}(?<year>\\d{4})'
const forms = [numbers, words].map(
  date => new RegExp(`${opening}${between}:?\\s{1,9}ngày\\s{1,9}${date}(?!\\d)`, 'giu'),
)

/**
 * The deadlines that a text names, in its order: `trước ngày 04/12/2026`, `chậm nhất là 16 giờ 30 phút ngày 04/12/2026`,
 * `đến hết ngày 04 tháng 12 năm 2026`. They are proposals: a text also says `trước ngày` of things long past, so whoever
 * shows them leaves out what lies before the document's own date. A date without its year is not guessed.
 */
export function findDeadlines(text: string): readonly FoundDeadline[] {
  const composed = text.normalize('NFC')
  return forms
    .flatMap(form => [...composed.matchAll(form)])
    .sort((one, other) => one.index - other.index)
    .flatMap(match => {
      const on = calendarDateOf(
        ...(['year', 'month', 'day'].map(name => Number(match.groups![name])) as [number, number, number]),
      )
      if (!on) return []
      const found = match[0].replace(/\s+/g, ' ')
      return [{ on, before: /trước/iu.test(found), text: found, index: match.index }]
    })
}

import { formatDay } from '#platform/ui/text/format.ts'
import { paneMessages as words } from './document-pane-messages.vi.ts'
import { numbersBefore } from './document-pane-numbers.ts'

/** Where a value was read on page 1: in points from the top left of the page as shown. */
export type PageMark = {
  readonly number: number
  readonly label: string
  readonly confirmed: boolean
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}
export type PageSize = { readonly width: number; readonly height: number }
export type ArrivalStamp = {
  readonly agency: string
  readonly number: number
  readonly arrivedOn: string
  readonly receiver?: string | undefined
}

const markId = (number: number) => `mark-${number}`

/** Brings a place into sight, as when its field is pressed; one that is seen already stays where it is. */
export function showMark(number: number): void {
  document.getElementById(markId(number))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

type MarkLayerProps = {
  marks: readonly PageMark[]
  page: PageSize
  highlighted: number | undefined
  onHighlight: ((number: number | undefined) => void) | undefined
  /** Pressing a place goes to its field. */
  onChoose: ((number: number) => void) | undefined
}

/** The numbered places over page 1; the same numbers stand at the fields. */
export function MarkLayer({ marks, page, highlighted, onHighlight, onChoose }: MarkLayerProps) {
  const before = numbersBefore(marks.map(mark => mark.place))
  return marks.map(({ number, label, confirmed, place }, at) => (
    <button
      key={number}
      type="button"
      id={markId(number)}
      className="document-pane-mark"
      data-confirmed={confirmed || undefined}
      data-highlighted={number === highlighted || undefined}
      aria-label={words.marked(number, label)}
      style={{
        left: `${(place.x / page.width) * 100}%`,
        top: `${(place.y / page.height) * 100}%`,
        width: `${(place.width / page.width) * 100}%`,
        height: `${(place.height / page.height) * 100}%`,
        '--numbers-before': before[at],
      }}
      onMouseEnter={() => onHighlight?.(number)}
      onMouseLeave={() => onHighlight?.(undefined)}
      onFocus={() => onHighlight?.(number)}
      onBlur={() => onHighlight?.(undefined)}
      onClick={() => onChoose?.(number)}
    >
      <span className={confirmed ? 'source-number source-number-confirmed' : 'source-number'}>{number}</span>
    </button>
  ))
}

/** The stamp of arrival (NĐ 30/2020 Phụ lục IV), drawn over the view: the received file itself is never changed. */
export function Stamp({ stamp, afloat }: { stamp: ArrivalStamp; afloat: boolean }) {
  const { agency, number, arrivedOn, receiver } = stamp
  return (
    // biome-ignore lint/a11y/useSemanticElements: a stamp is no group of fields.
    <div className="document-pane-stamp" data-afloat={afloat || undefined} role="group" aria-label={words.stamp.label}>
      <span>{agency}</span>
      <b>{words.stamp.arrived}</b>
      <span>{words.stamp.number(number)}</span>
      <span>{words.stamp.day(formatDay(arrivedOn))}</span>
      {receiver && <span>{words.stamp.to(receiver)}</span>}
    </div>
  )
}

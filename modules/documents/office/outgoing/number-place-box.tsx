import { type CSSProperties, type PointerEvent, useRef } from 'react'
import type { NumberPlace } from '#modules/documents/contract.ts'
import { numberPlaceMessages as words } from './number-place-messages.vi.ts'
import { sizeOf, stepOf, toMillimetres, toPoints, withinPage, writeDecimal } from './number-place-value.ts'

type NumberPlaceBoxProps = {
  name: string
  /** What will stand there, so that one sees how it looks. */
  sample: string
  italic: boolean
  place: NumberPlace
  page: { readonly width: number; readonly height: number }
  disabled: boolean
  onMove: (place: NumberPlace) => void
}

/** A place over page 1: dragged by mouse or finger, moved by the arrow keys. */
export function NumberPlaceBox({ name, sample, italic, place, page, disabled, onMove }: NumberPlaceBoxProps) {
  const held = useRef<{ x: number; y: number; place: NumberPlace; pixelsPerPoint: number }>(undefined)
  const move = (x: number, y: number, from = place) =>
    onMove(withinPage({ ...from, x: from.x + x, y: from.y + y }, page))

  function take(event: PointerEvent<HTMLButtonElement>) {
    const sheet = event.currentTarget.parentElement
    if (disabled || !sheet) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const pixelsPerPoint = sheet.getBoundingClientRect().width / page.width
    held.current = { x: event.clientX, y: event.clientY, place, pixelsPerPoint }
  }
  function drag(event: PointerEvent<HTMLButtonElement>) {
    const { current } = held
    if (!current) return
    const moved = (now: number, before: number) => (now - before) / current.pixelsPerPoint
    move(moved(event.clientX, current.x), moved(event.clientY, current.y), current.place)
  }
  const letGo = () => {
    held.current = undefined
  }

  const share = (part: number, whole: number) => `${(part / whole) * 100}%`
  const style: CSSProperties = {
    left: share(place.x, page.width),
    top: share(place.y, page.height),
    width: share(place.width, page.width),
    height: share(place.height, page.height),
    fontSize: `${(sizeOf(place) / page.width) * 100}cqw`,
  }
  const where = [place.x, place.y].map(points => writeDecimal(toMillimetres(points))) as [string, string]
  return (
    <button
      type="button"
      className="number-place-box"
      data-italic={italic || undefined}
      style={style}
      disabled={disabled}
      aria-label={`${sample}. ${words.box(name, ...where)}`}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={event => {
        const step = stepOf(event.key, event.shiftKey)
        if (!step) return
        event.preventDefault()
        move(toPoints(step.x), toPoints(step.y))
      }}
    >
      {sample}
    </button>
  )
}

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { pageMessages as words } from './messages.vi.ts'
import type { Pdf } from './pdf-engine.ts'

export type PageSize = { readonly width: number; readonly height: number }
type PdfPageProps = {
  pdf: Pdf
  number: number
  size: PageSize
  zoom: number
  label: string
  /** What is said on the empty sheet until the picture is there. */
  coming: string
  overlay: ((number: number, page: PageSize) => ReactNode) | undefined
  /** Drawn whether in view or not. */
  whole: boolean
  onReady: (number: number) => void
  onMiddle: (number: number) => void
}

/** Points of a page as CSS pixels at zoom 1: an A4 page is then as wide as the column of text. */
const pixelsPerPoint = 1.2
/** A weak machine runs out of memory before a person misses more. */
const widestPicture = 2400

/** One page: room of the right size at once, its picture as soon as it comes near the view and only as long as it is. */
export function PdfPage({ pdf, number, size, zoom, label, coming, overlay, whole, onReady, onMiddle }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  const [own, setOwn] = useState(size)
  const [state, setState] = useState<'coming' | 'shown' | 'failed'>('coming')
  const tell = useRef({ onReady, onMiddle })
  useEffect(() => {
    tell.current = { onReady, onMiddle }
  })

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const seen = (entries: readonly IntersectionObserverEntry[]) => entries.at(-1)?.isIntersecting ?? false
    const nearby = new IntersectionObserver(entries => setNear(seen(entries)), { rootMargin: '600px' })
    const middle = new IntersectionObserver(entries => seen(entries) && tell.current.onMiddle(number), {
      rootMargin: '-45% 0px',
    })
    nearby.observe(element)
    middle.observe(element)
    return () => {
      nearby.disconnect()
      middle.disconnect()
    }
  }, [number])

  const wanted = near || whole
  useEffect(() => {
    if (!wanted) return
    const drawn = canvas.current
    let stop = () => {}
    let left = false
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (left || !drawn) return
      const { width, height } = page.getViewport({ scale: 1 })
      setOwn({ width, height })
      const shownWidth =
        (drawn.clientWidth || width * pixelsPerPoint * zoom) * Math.min(2, window.devicePixelRatio || 1)
      const viewport = page.getViewport({ scale: Math.min(widestPicture, shownWidth) / width })
      drawn.width = Math.floor(viewport.width)
      drawn.height = Math.floor(viewport.height)
      const rendering = page.render({ canvas: drawn, viewport })
      stop = () => rendering.cancel()
      await rendering.promise
      setState('shown')
      tell.current.onReady(number)
    }
    draw().catch(() => {
      // A page that is left while it is drawn is no failure.
      if (left) return
      setState('failed')
      tell.current.onReady(number)
    })
    return () => {
      left = true
      stop()
      if (drawn) drawn.width = drawn.height = 0
      setState('coming')
    }
  }, [pdf, number, zoom, wanted])

  return (
    <figure className="document-pages-page" ref={frame} data-page={number} data-sheet>
      <div
        className="document-page document-pages-sheet"
        style={{
          '--sheet-width': `calc(min(100%, ${(own.width * pixelsPerPoint) / 16}rem) * ${zoom})`,
          aspectRatio: `${own.width} / ${own.height}`,
        }}
      >
        <canvas ref={canvas} role="img" aria-label={label} />
        {state !== 'shown' && (
          <p className="document-pages-coming">{state === 'failed' ? words.pageFailed(number) : coming}</p>
        )}
        {overlay?.(number, own)}
      </div>
      <figcaption className="meta">{label}</figcaption>
    </figure>
  )
}

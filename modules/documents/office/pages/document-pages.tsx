import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn'
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { Problem } from '#platform/ui/data/problem.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { ErrorState } from '#platform/ui/feedback/error-state.tsx'
import { formatSize } from '#platform/ui/text/format.ts'
import { pageMessages as words } from './messages.vi.ts'
import type { OpenedPdf, Pdf } from './pdf-engine.ts'
import { type PageSize, PdfPage } from './pdf-page.tsx'
import './document-pages.css'

const zooms = [0.6, 0.8, 1, 1.25, 1.5, 2] as const

type DocumentPagesProps = {
  url: string
  /** Of the whole file: how much a page that is still coming will be, about. */
  bytes?: number | undefined
  /** Only so many from the first. */
  pages?: number | undefined
  /** Set by whoever has the zoom among tools of his own; else the pages bring theirs. */
  zoom?: number | undefined
  /** What is seen until the file is open, under the line that says what is awaited. */
  meanwhile?: ReactNode
  /** What lies over a page: places, the stamp. */
  overlay?: ((number: number, page: PageSize) => ReactNode) | undefined
  /** Which page is in the middle of the view. */
  onPage?: ((number: number, all: number) => void) | undefined
  /** Draws every page, in view or not, and says when all are there: for paper. */
  onAllDrawn?: (() => void) | undefined
}

/** The pages of a PDF, each drawn when it comes into view. Its code is fetched when a person asks to see pages. */
export function DocumentPages({
  url,
  bytes,
  pages,
  zoom: given,
  meanwhile,
  overlay,
  onPage,
  onAllDrawn,
}: DocumentPagesProps) {
  const { id: seat } = useSeat()
  const [attempt, setAttempt] = useState(0)
  const [pdf, setPdf] = useState<Pdf>()
  const [size, setSize] = useState<PageSize>()
  const [progress, setProgress] = useState('')
  const [failed, setFailed] = useState(false)
  const [zoom, setZoom] = useState(2)
  const drawn = useRef(new Set<number>())

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the same file anew.
  useEffect(() => {
    let opened: OpenedPdf | undefined
    let left = false
    const onProgress = (loaded: number, total: number) =>
      setProgress(words.loaded(formatSize(loaded), total > 0 ? formatSize(total) : ''))
    const open = async () => {
      const { openPdf } = await import('./pdf-engine.ts')
      if (left) return
      opened = openPdf({ url, seat, onProgress })
      const document = await opened.pdf
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
      if (left) return
      setSize({ width, height })
      setPdf(document)
    }
    setPdf(undefined)
    setFailed(false)
    drawn.current = new Set()
    open().catch(() => !left && setFailed(true))
    return () => {
      left = true
      opened?.close()
    }
  }, [url, seat, attempt])

  if (failed) return <ErrorState problem={notOpened} onAgain={() => setAttempt(attempt + 1)} />
  if (!pdf || !size)
    return (
      <>
        <p className="meta" role="status">
          {progress || words.loading}
        </p>
        {meanwhile}
      </>
    )
  const all = pdf.numPages
  const shown = Math.min(pages ?? all, all)
  const ready = (number: number) => {
    drawn.current.add(number)
    if (drawn.current.size === shown) onAllDrawn?.()
  }
  return (
    <>
      {given === undefined && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place between pages.
        <div className="document-pages-tools" role="group" aria-label={words.tools}>
          <Button small look="plain" icon={IconZoomOut} onClick={() => setZoom(Math.max(0, zoom - 1))}>
            {words.smaller}
          </Button>
          <Button small look="plain" icon={IconZoomIn} onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}>
            {words.larger}
          </Button>
        </div>
      )}
      {Array.from({ length: shown }, (_, index) => (
        <PdfPage
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a file never change places.
          key={index}
          pdf={pdf}
          number={index + 1}
          size={size}
          zoom={given ?? zooms[zoom] ?? 1}
          label={words.page(index + 1, all)}
          coming={words.coming(index + 1, all, bytes ? formatSize(Math.round(bytes / all)) : '')}
          overlay={overlay}
          whole={onAllDrawn !== undefined}
          onReady={ready}
          onMiddle={number => onPage?.(number, all)}
        />
      ))}
    </>
  )
}

const notOpened = new Problem('link', {
  type: 'urn:xaso:problem:pdf',
  status: 0,
  code: 'pdf',
  title: words.failed,
  detail: words.failedDetail,
})

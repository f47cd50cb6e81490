import { useEffect, useRef, useState } from 'react'

/** PageUp and PageDown go page by page wherever the focus is, but in a field they belong to it. */
export function usePageKeys(opened: boolean): void {
  useEffect(() => {
    if (!opened) return
    const turn = (event: KeyboardEvent) => {
      const step = { PageDown: 1, PageUp: -1 }[event.key]
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, dialog *')
      if (step === undefined || typing || event.ctrlKey || event.altKey || event.shiftKey) return
      const pages = [...document.querySelectorAll<HTMLElement>('.reader-desk [data-page]')]
      const scroll = pages[0]?.closest('.reader-scroll')
      if (!scroll) return
      const top = Math.max(scroll.getBoundingClientRect().top, 0)
      const tops = pages.map(page => page.getBoundingClientRect().top - top)
      const next = step > 0 ? tops.findIndex(one => one > 8) : tops.findLastIndex(one => one < -8)
      if (next < 0) return
      event.preventDefault()
      pages[next]?.scrollIntoView({ block: 'start' })
    }
    window.addEventListener('keydown', turn)
    return () => window.removeEventListener('keydown', turn)
  }, [opened])
}

/** A part of a page, as where the form of a document puts its number; of the last page where it is said. */
export type Look = { readonly across: 'left' | 'middle' | 'right'; readonly down: 'top' | 'bottom' }

/**
 * Goes to a part of the pages and enlarges it: where nothing was read on a scan, whoever types from it sees the place
 * without scrolling there. The head is on the first page, the foot on the last.
 */
export function useLook(look: Look | undefined, { large, enlarge }: { large: boolean; enlarge: () => void }): void {
  const looked = useRef<Look>(undefined)
  useEffect(() => {
    if (!look || look === looked.current) return
    const sheets = [...document.querySelectorAll<HTMLElement>('.reader-desk [data-sheet]')]
    const sheet = look.down === 'top' ? sheets[0] : sheets.at(-1)
    const scroll = sheet?.closest('.reader-scroll')
    // On a phone the pages are another part, out of sight while one types.
    if (!sheet || !scroll || sheet.getClientRects().length === 0) return
    if (!large) return enlarge()
    looked.current = look
    const wide = sheet.scrollWidth - sheet.clientWidth
    sheet.scrollTo({ left: { left: 0, middle: wide / 2, right: wide }[look.across] })
    const { top, height } = sheet.getBoundingClientRect()
    // Signatures stand in the lower half of a page.
    const wanted = look.down === 'top' ? top : top + height / 2
    scroll.scrollBy({ top: wanted - scroll.getBoundingClientRect().top })
  })
}

/**
 * Prints the document alone, as it is shown: its text at once; of its pages all must be drawn first, which is waited for.
 * The file opened by itself would not do: it is sandboxed, and a browser then shows no PDF.
 */
export function usePrinting(pages: boolean) {
  const [waiting, setWaiting] = useState(false)
  function ready() {
    setWaiting(false)
    const { body } = document
    body.dataset.print = 'document'
    window.addEventListener('afterprint', () => delete body.dataset.print, { once: true })
    // The sheet is painted before the dialogue stops everything.
    requestAnimationFrame(() => window.print())
  }
  return { waiting, ready, print: () => (pages ? setWaiting(true) : ready()) }
}

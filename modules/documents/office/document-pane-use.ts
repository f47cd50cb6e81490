import { useEffect, useState } from 'react'

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

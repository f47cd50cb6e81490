import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** The link that was followed from each address: coming back, the focus is on its row again. */
const followed = new Map<string, string>()

/**
 * After a change of screen the focus goes to the content, so that a screen reader reads on there and not in the menu;
 * coming back to a list it goes to the row that was opened. A change of filters moves nothing.
 */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  // The resolved location: by then the new screen is drawn, while the plain one changes as soon as a link is pressed.
  const path = useRouterState({ select: state => state.resolvedLocation?.pathname })
  const shown = useRef(path)

  useEffect(() => {
    const note = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('main a[href]') : null
      if (link) followed.set(hereAddress(), link.getAttribute('href') ?? '')
    }
    document.addEventListener('click', note, true)
    return () => document.removeEventListener('click', note, true)
  }, [])

  useEffect(() => {
    const before = shown.current
    shown.current = path
    if (before === undefined || before === path) return
    const href = followed.get(hereAddress())
    const row = href ? main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) : undefined
    const target = row ?? main.current
    target?.focus({ preventScroll: true })
  }, [path, main])
}

const hereAddress = (): string => window.location.pathname + window.location.search

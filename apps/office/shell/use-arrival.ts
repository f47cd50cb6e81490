import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** The link that was followed on each screen: coming back, the focus is on its row again. */
const followed = new Map<string, string>()

/**
 * After a change of screen the focus goes to the content, so that a screen reader reads on there and not in the menu;
 * coming back to a list it goes to the row that was opened.
 */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  const address = useLocation({ select: ({ pathname, searchStr }) => pathname + searchStr })
  const path = address.split('?')[0]
  const first = useRef(true)

  useEffect(() => {
    const note = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('main a[href]') : null
      if (link) followed.set(address, link.getAttribute('href') ?? '')
    }
    document.addEventListener('click', note, true)
    return () => document.removeEventListener('click', note, true)
  }, [address])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of path that moves the focus, not of filters.
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const href = followed.get(address)
    const row = href ? main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) : undefined
    const target = row ?? main.current
    target?.focus({ preventScroll: true })
  }, [path])
}

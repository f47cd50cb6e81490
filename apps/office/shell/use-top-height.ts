import { useEffect, useRef } from 'react'

/** Strips come and go above the screen; what sticks below the top must know how high it is. */
export function useTopHeight() {
  const app = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = top.current
    if (!element) return
    const watch = new ResizeObserver(() =>
      app.current?.style.setProperty('--app-top-height', `${element.getBoundingClientRect().height}px`),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { app, top }
}

import { useEffect, useRef } from 'react'

/**
 * Brings a refusal into sight when it comes: the button that was pressed stands at the foot of a form, the refusal above
 * its fields, and whoever sees nothing happen presses again.
 *
 * @param what scrolled to anew when it is another
 */
export function useInSight<Shown extends HTMLElement>(what: unknown) {
  const shown = useRef<Shown>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal is the reason to go there again.
  useEffect(() => {
    // It must not be returned: newer browsers answer with a promise, which React would call as the effect's end.
    void shown.current?.scrollIntoView({ block: 'nearest' })
  }, [what])
  return shown
}

import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../icons/icon.tsx'
import { buttonClass } from './button.tsx'

type MenuProps = {
  /** What opens it; "Việc khác" in the foot of a reader. */
  label: ReactNode
  /** For a label that is more than a word. */
  className?: string | undefined
  /** Where it opens to: `up` at the foot of a panel. */
  direction?: 'up' | 'down'
  /** Buttons and links, each a verb. */
  children: ReactNode
}

/** Rare acts behind one word. It closes with Esc, with a press elsewhere and after a choice; the focus comes back. */
export function Menu({ label, className, direction = 'down', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const close = (back: boolean) => {
      if (!details.current?.open) return
      details.current.open = false
      if (back) details.current.querySelector('summary')?.focus()
    }
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) close(false)
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close(true)
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [])

  return (
    <details className={`menu menu-${direction}`} ref={details}>
      <summary className={className ?? buttonClass({ look: 'plain' })}>
        {label}
        {className === undefined && <Icon of={IconChevronDown} small />}
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: closes after a choice; what is chosen is a button or link. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button or link arrives here as its click. */}
      <div
        className="menu-items"
        onClick={event => {
          if (!(event.target instanceof Element && event.target.closest('a, button')) || !details.current) return
          details.current.open = false
          // What was chosen is out of sight now: a dialog that it opened gives the focus back to the menu.
          details.current.querySelector('summary')?.focus()
        }}
      >
        {children}
      </div>
    </details>
  )
}

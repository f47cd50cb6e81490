import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

type DialogProps = {
  open: boolean
  onClose: () => void
  labelledBy: string
  describedBy?: string | undefined
  className: string
  /** `alertdialog` for a question that must be answered. */
  role?: 'dialog' | 'alertdialog'
  children: ReactNode
}

/**
 * The browser's own modal dialog: it keeps the focus, closes with Esc and makes the rest inert. The focus goes back to
 * where it was, and the page behind does not scroll. It stands at the end of the page: what opens it may lie in a part that
 * a phone does not show, and nothing in such a part is drawn.
 */
export function Dialog({ open, onClose, labelledBy, describedBy, className, role = 'dialog', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element || !open) return
    const before = document.activeElement
    element.showModal()
    document.documentElement.style.overflow = 'hidden'
    return () => {
      element.close()
      document.documentElement.style.overflow = ''
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])

  function closeByBackdrop(event: SyntheticEvent<HTMLDialogElement, globalThis.MouseEvent>) {
    if (event.target === dialog.current && role === 'dialog') onClose()
  }
  if (!open) return null
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it (onCancel); a press on the backdrop is a second way.
    <dialog
      ref={dialog}
      role={role}
      className={className}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={closeByBackdrop}
    >
      {children}
    </dialog>,
    document.body,
  )
}

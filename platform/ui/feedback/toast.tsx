import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconX from '@tabler/icons-react/icons/IconX'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Button } from '../actions/button.tsx'
import { newId } from '../data/ids.ts'
import { Icon } from '../icons/icon.tsx'
import { actLabels } from '../text/act-labels.ts'
import { kitMessages } from '../text/messages.vi.ts'

export type Toast = {
  /** What happened, in one sentence. */
  readonly text: string
  /** The counter-act; Ctrl+Z does it too while the toast stands. */
  readonly undo?: () => unknown
}
type ShownToast = Toast & { readonly id: string }

const ToastContext = createContext<((toast: Toast) => void) | undefined>(undefined)

/** Says what was done: `toast({ text: 'Đã giao Phòng Kinh tế.', undo: () => takeBack.send(path) })`. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToast needs the shell around the screen.')
  return show
}

const shownForMs = 10_000
const tickMs = 100

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const remove = useCallback((id: string) => setToasts(all => all.filter(toast => toast.id !== id)), [])
  const show = useCallback((toast: Toast) => setToasts(all => [...all.slice(-2), { ...toast, id: newId() }]), [])

  const latest = toasts.at(-1)
  useEffect(() => {
    if (!latest?.undo) return
    const undoByKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
      // In a field Ctrl+Z belongs to the text that is being typed.
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.shiftKey || typing) return
      event.preventDefault()
      remove(latest.id)
      latest.undo?.()
    }
    window.addEventListener('keydown', undoByKey)
    return () => window.removeEventListener('keydown', undoByKey)
  }, [latest, remove])

  return (
    <ToastContext value={show}>
      {children}
      <section className="toasts" aria-label={kitMessages.toast.label} aria-live="polite">
        {toasts.map(toast => (
          <ToastCard key={toast.id} toast={toast} onEnd={() => remove(toast.id)} />
        ))}
      </section>
    </ToastContext>
  )
}

/** Stands ten seconds, and as long as it is pointed at or focused. */
function ToastCard({ toast, onEnd }: { toast: ShownToast; onEnd: () => void }) {
  const [leftMs, setLeftMs] = useState(shownForMs)
  const held = useRef(false)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const timer = setInterval(() => !held.current && setLeftMs(left => left - tickMs), tickMs)
    return () => clearInterval(timer)
  }, [])
  const over = leftMs <= 0
  useEffect(() => {
    if (over) end.current()
  }, [over])

  const hold = (on: boolean) => () => {
    held.current = on
  }
  const { undo } = toast
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only makes it stay.
    <div
      className="toast"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <Icon of={IconCircleCheck} />
      <p>{toast.text}</p>
      {undo && (
        <Button
          small
          icon={IconArrowBackUp}
          title={kitMessages.toast.undoHint}
          onClick={() => {
            onEnd()
            undo()
          }}
        >
          {actLabels.undo}
        </Button>
      )}
      <button type="button" className="icon-button" aria-label={kitMessages.toast.close} onClick={onEnd}>
        <Icon of={IconX} small />
      </button>
      <span className="toast-time" aria-hidden="true" style={{ width: `${(leftMs / shownForMs) * 100}%` }} />
    </div>
  )
}

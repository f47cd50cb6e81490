import { useCallback, useEffect, useRef, useState } from 'react'
import { type DraftPlace, emptyDraft, readDraft, removeDraft, type StoredDraft, writeDraft } from './drafts.ts'
import { newId } from './ids.ts'
import { useMaybeSeat, useSession } from './session.ts'

export type Draft<Value> = {
  readonly value: Value
  /** The id for what is created by it, and the Idempotency-Key of its sending; both survive a reload. */
  readonly id: string
  readonly key: string
  readonly savedAt: Date | undefined
  /** It was there already when the screen opened. */
  readonly restored: boolean
  /** The machine could not keep it. */
  readonly notKept: boolean
  /** Takes the changed parts, or a function from the present value to them. */
  change(changes: Partial<Value> | ((value: Value) => Partial<Value>)): void
  /** After the server's answer: it is no longer needed. */
  clear(): void
  /** The person starts anew. */
  discard(): void
  /** After a refusal: the next sending is a new request. */
  renewKey(): void
}

const saveAfterMs = 2_000

/**
 * The state of a form that is never lost: kept two seconds after the last key, and at once when the page is left.
 *
 * @param screen names the form and what it is about, `'direct:0197…'`; person and seat are added here.
 * @example const draft = useDraft('register-incoming', { subject: '', notation: '' })
 */
export function useDraft<Value extends object>(screen: string, initial: Value): Draft<Value> {
  const person = useSession().person.id
  const seat = useMaybeSeat()?.id ?? 'none'
  const place: DraftPlace = { person, seat, screen }
  const first = useRef(initial)
  const [opened] = useState(() => readDraft(localStorage, place, hasPartsOf(initial)))
  const [draft, setDraft] = useState<StoredDraft<Value>>(() =>
    opened ? { ...opened, value: { ...initial, ...opened.value } } : emptyDraft(initial),
  )
  const [restored, setRestored] = useState(opened !== undefined)
  const [notKept, setNotKept] = useState(false)
  const latest = useRef(draft)
  const unsaved = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    if (!unsaved.current) return
    const kept = { ...latest.current, savedAt: new Date().toISOString() }
    unsaved.current = false
    latest.current = kept
    setDraft(kept)
    setNotKept(!writeDraft(localStorage, { person, seat, screen }, kept))
  }, [person, seat, screen])

  useEffect(() => {
    const keepWhenHidden = () => document.visibilityState === 'hidden' && keep()
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keepWhenHidden)
    return () => {
      keep()
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keepWhenHidden)
    }
  }, [keep])

  function update(next: StoredDraft<Value>) {
    latest.current = next
    setDraft(next)
  }
  function startAnew() {
    clearTimeout(timer.current)
    unsaved.current = false
    removeDraft(localStorage, place)
    update(emptyDraft(first.current))
    setRestored(false)
  }

  return {
    value: draft.value,
    id: draft.id,
    key: draft.key,
    savedAt: draft.savedAt ? new Date(draft.savedAt) : undefined,
    restored,
    notKept,
    change(changes) {
      const present = latest.current.value
      const parts = typeof changes === 'function' ? changes(present) : changes
      update({ ...latest.current, value: { ...present, ...parts } })
      unsaved.current = true
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, saveAfterMs)
    },
    clear: startAnew,
    discard: startAnew,
    renewKey() {
      update({ ...latest.current, key: newId() })
      unsaved.current = true
      keep()
    },
  }
}

/**
 * A kept draft fits when each of its parts that the screen knows has the kind the screen starts with: a form that has
 * changed since then takes what fits and does not fall over the rest.
 */
const hasPartsOf =
  <Value extends object>(initial: Value) =>
  (value: unknown): value is Value => {
    if (typeof value !== 'object' || value === null) return false
    const kept: Readonly<Record<string, unknown>> = { ...value }
    return Object.entries(initial).every(
      ([name, start]) =>
        kept[name] === undefined ||
        start === undefined ||
        start === null ||
        kept[name] === null ||
        (typeof kept[name] === typeof start && Array.isArray(kept[name]) === Array.isArray(start)),
    )
  }

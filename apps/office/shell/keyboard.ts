import { type RefObject, useEffect } from 'react'
import type { KeyHint } from '#platform/ui/feedback/help.tsx'
import { officeMessages } from '../messages.vi.ts'
import { singleKeys } from '../preferences.ts'

const words = officeMessages.keys

/** The list that the help shows. F1, ?, Esc and Ctrl+Z are handled where what they open or undo lives. */
export const keyHints: readonly KeyHint[] = [
  { keys: '/', does: words.search },
  { keys: '? hoặc F1', does: words.help },
  { keys: 'Alt + 1 … 9', does: words.menu },
  { keys: '↑ ↓', does: words.rows },
  { keys: 'Alt + ←', does: words.back },
  { keys: 'Alt + ↓', does: words.next },
  { keys: 'Alt + ↑', does: words.previous },
  { keys: 'Ctrl + Enter', does: words.primary },
  { keys: 'Ctrl + Z', does: words.undo },
  { keys: 'Esc', does: words.close },
]

type KeyTargets = {
  search: RefObject<HTMLInputElement | null>
  openMenuItem: (index: number) => void
}

/** The keys of the frame; those of lists, dialogs and toasts live with them. */
export function useShellKeys({ search, openMenuItem }: KeyTargets): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
      if (event.altKey && !event.ctrlKey && digit) act(event, () => openMenuItem(Number(digit) - 1))
      else if (event.altKey && event.key === 'ArrowDown' && !isSelect(event.target)) act(event, press('next'))
      else if (event.altKey && event.key === 'ArrowUp' && !isSelect(event.target)) act(event, press('previous'))
      else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') act(event, press('primary'))
      else if (event.key === '/' && singleKeys.get() && !isTyping(event.target))
        act(event, () => search.current?.focus())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [search, openMenuItem])
}

function act(event: KeyboardEvent, run: () => void) {
  event.preventDefault()
  run()
}

/** Presses what the screen has marked with `data-key`; inside an open dialog only what stands there. */
const press = (key: 'next' | 'previous' | 'primary') => () => {
  const where = document.querySelector('dialog[open]') ?? document
  where.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
// Alt+↓ opens the list of a select and of a combobox: there it stays theirs.
const isSelect = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('select, [role="combobox"], input[type="date"]')

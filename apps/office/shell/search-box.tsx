import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { useLocation } from '@tanstack/react-router'
import { type FormEvent, type RefObject, useEffect, useState } from 'react'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { useGo } from '#platform/ui/screens/use-address.ts'
import { officeMessages } from '../messages.vi.ts'

const words = officeMessages.menu

/** Finds documents from everywhere; the answer is a screen of its own, whose address can be sent. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const go = useGo()
  const asked = useLocation({
    select: ({ pathname, search }) => (pathname.endsWith('/search') ? ((search as { q?: string }).q ?? '') : ''),
  })
  const [text, setText] = useState(asked)
  useEffect(() => setText(asked), [asked])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') void go(`search?${new URLSearchParams({ q: text.trim() })}`)
  }
  return (
    <search className="search-box-slot">
      <form className="search-box" onSubmit={submit}>
        <label className="visually-hidden" htmlFor="search-everywhere">
          {words.searchLabel}
        </label>
        <Icon of={IconSearch} />
        <input
          id="search-everywhere"
          ref={input}
          type="search"
          value={text}
          onChange={event => setText(event.target.value)}
          placeholder={words.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {words.searchSubmit}
        </button>
      </form>
    </search>
  )
}

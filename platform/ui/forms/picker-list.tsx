import type { HTMLAttributes, ReactNode } from 'react'
import { kitMessages } from '../text/messages.vi.ts'
import type { Option } from './use-options.ts'

type PickerListProps<Found extends Option> = {
  listProps: HTMLAttributes<HTMLUListElement>
  open: boolean
  options: readonly Found[]
  active: number
  optionProps: (option: Found, index: number) => HTMLAttributes<HTMLLIElement>
  query: string
  searching: boolean
  failed: boolean
}

/** The options below a picker, or the sentence that stands in for them. */
export function PickerList<Found extends Option>(props: PickerListProps<Found>) {
  const { listProps, open, options, active, optionProps, query, searching, failed } = props
  const words = kitMessages.picker
  const note: ReactNode = failed
    ? words.failed
    : searching && options.length === 0
      ? words.searching
      : options.length === 0
        ? words.nothing(query)
        : undefined
  return (
    <>
      <ul {...listProps} className="picker-list" hidden={!open || note !== undefined}>
        {open &&
          options.map((option, index) => (
            <li
              key={option.id}
              {...optionProps(option, index)}
              className="picker-option"
              data-active={index === active || undefined}
            >
              {option.name}
              {option.note && <span className="meta">{option.note}</span>}
            </li>
          ))}
      </ul>
      {open && note && <div className="picker-list picker-note">{note}</div>}
      <span className="visually-hidden" role="status">
        {open && !searching && (note ?? words.results(options.length))}
      </span>
    </>
  )
}

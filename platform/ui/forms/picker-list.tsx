import type { HTMLAttributes, ReactNode } from 'react'
import { kitMessages } from '../text/messages.vi.ts'
import type { GroupedOption } from './use-options.ts'

type PickerListProps<Found extends GroupedOption> = {
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
export function PickerList<Found extends GroupedOption>(props: PickerListProps<Found>) {
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
          groupsOf(options).map(({ heading, from, members }) => {
            const rows = members.map((option, at) => (
              <li
                key={option.id}
                {...optionProps(option, from + at)}
                className="picker-option"
                data-active={from + at === active || undefined}
              >
                {option.name}
                {option.note && <span className="meta">{option.note}</span>}
              </li>
            ))
            if (heading === undefined) return rows
            return (
              <li key={heading} role="presentation" className="picker-group">
                <span className="picker-heading" aria-hidden>
                  {heading}
                </span>
                {/* biome-ignore lint/a11y/useSemanticElements: the group of a listbox; a fieldset cannot hold options. */}
                <ul role="group" aria-label={heading}>
                  {rows}
                </ul>
              </li>
            )
          })}
      </ul>
      {open && note && <div className="picker-list picker-note">{note}</div>}
      <span className="visually-hidden" role="status">
        {open && !searching && (note ?? words.results(options.length))}
      </span>
    </>
  )
}

/** Options in the order in which they were found, those under one heading together. */
function groupsOf<Found extends GroupedOption>(options: readonly Found[]) {
  const groups: { readonly heading: string | undefined; readonly from: number; readonly members: Found[] }[] = []
  for (const [index, option] of options.entries()) {
    const last = groups.at(-1)
    if (last && last.heading === option.heading) last.members.push(option)
    else groups.push({ heading: option.heading, from: index, members: [option] })
  }
  return groups
}

import IconX from '@tabler/icons-react/icons/IconX'
import { useCombobox } from 'downshift'
import { useRef, useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { kitMessages } from '../text/messages.vi.ts'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'
import { PickerList } from './picker-list.tsx'
import { type FindOptions, type Option, useFoundOptions } from './use-options.ts'

type MultiPickerProps<Found extends Option> = FieldProps & {
  value: readonly Found[]
  onChange: (value: readonly Found[]) => void
  /** Must be the same function from one rendering to the next (`useCallback`, or outside the component). */
  find: FindOptions<Found>
  placeholder?: string | undefined
}

/** Several of many things: chips in the order of choosing, then the place to type. */
export function MultiPicker<Found extends Option>(props: MultiPickerProps<Found>) {
  const { label, hint, error, optional, name, className, value, onChange, find, placeholder } = props
  const words = kitMessages.picker
  const ids = useFieldIds({ name, hint, error })
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const found = useFoundOptions(find, query, open)
  const options = found.options.filter(option => !value.some(chosen => chosen.id === option.id))

  function add(option: Found) {
    onChange([...value, option])
    setSaid(words.chosen(option.name))
    setQuery('')
  }
  function remove(option: Found) {
    onChange(value.filter(chosen => chosen.id !== option.id))
    setSaid(words.removed(option.name))
    input.current?.focus()
  }

  const box = useCombobox<Found>({
    items: options,
    itemToString: option => option?.name ?? '',
    selectedItem: null,
    inputId: ids.id,
    isOpen: open,
    inputValue: query,
    onIsOpenChange: ({ isOpen }) => setOpen(isOpen),
    stateReducer: (_state, { type, changes }) => {
      switch (type) {
        case useCombobox.stateChangeTypes.InputKeyDownEnter:
        case useCombobox.stateChangeTypes.ItemClick:
          if (changes.selectedItem) add(changes.selectedItem)
          // One recipient is seldom alone: the list stays for the next.
          return { ...changes, selectedItem: null, isOpen: true, highlightedIndex: -1 }
        case useCombobox.stateChangeTypes.InputBlur:
          return { ...changes, selectedItem: null }
        default:
          return changes
      }
    },
  })

  return (
    <FieldFrame {...{ label, hint, error, optional, className, ids }} labelId={box.getLabelProps().id}>
      <div className="picker">
        <div className="picker-box" data-invalid={ids.invalid || undefined}>
          {value.map(option => (
            <span className="picker-chip" key={option.id}>
              {option.name}
              <button
                type="button"
                className="icon-button"
                aria-label={words.remove(option.name)}
                onClick={() => remove(option)}
              >
                <Icon of={IconX} small />
              </button>
            </span>
          ))}
          <input
            {...box.getInputProps({
              ref: input,
              onChange: event => setQuery(event.currentTarget.value),
              onKeyDown: event => {
                const last = value.at(-1)
                // Enter chooses; it does not send the form around it.
                if (event.key === 'Enter') event.preventDefault()
                if (event.key === 'Backspace' && query === '' && last) remove(last)
              },
            })}
            placeholder={value.length === 0 ? (placeholder ?? words.placeholder) : ''}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid || undefined}
            spellCheck={false}
          />
        </div>
        <PickerList
          listProps={box.getMenuProps()}
          open={open}
          options={options}
          active={box.highlightedIndex}
          optionProps={(item, index) => box.getItemProps({ item, index })}
          query={query}
          searching={found.searching}
          failed={found.failed}
        />
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </FieldFrame>
  )
}

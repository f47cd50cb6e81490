import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import IconX from '@tabler/icons-react/icons/IconX'
import { useCombobox } from 'downshift'
import { useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { kitMessages } from '../text/messages.vi.ts'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'
import { PickerList } from './picker-list.tsx'
import { type FindOptions, type Option, useFoundOptions } from './use-options.ts'

type ComboboxProps<Found extends Option> = FieldProps & {
  value: Found | undefined
  onChange: (value: Found | undefined) => void
  /** Must be the same function from one rendering to the next (`useCallback`, or outside the component). */
  find: FindOptions<Found>
  placeholder?: string | undefined
}

/** One of many things, found by typing, with or without diacritics. */
export function Combobox<Found extends Option>(props: ComboboxProps<Found>) {
  const { label, hint, error, optional, name, className, value, onChange, find, placeholder } = props
  const words = kitMessages.picker
  const ids = useFieldIds({ name, hint, error })
  const [text, setText] = useState(value?.name ?? '')
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const { options, failed, searching } = useFoundOptions(find, query, open)

  const box = useCombobox<Found>({
    items: [...options],
    itemToString: option => option?.name ?? '',
    selectedItem: value ?? null,
    inputId: ids.id,
    isOpen: open,
    inputValue: open ? text : (value?.name ?? text),
    onIsOpenChange: ({ isOpen, type }) => {
      setOpen(isOpen)
      // Opened by typing, the text is what was typed; opened otherwise, the list begins with the likely ones.
      if (isOpen && type !== useCombobox.stateChangeTypes.InputChange) {
        setText(value?.name ?? '')
        setQuery('')
      }
    },
    onSelectedItemChange: ({ selectedItem }) => onChange(selectedItem ?? undefined),
    stateReducer: (_state, { type, changes }) => {
      // Leaving the field without choosing keeps what was chosen before.
      // Esc closes the list; on a closed one it would throw the choice away unasked.
      const { InputBlur, InputKeyDownEscape } = useCombobox.stateChangeTypes
      if (type === InputBlur || type === InputKeyDownEscape) return { ...changes, selectedItem: value ?? null }
      return changes
    },
  })

  return (
    <FieldFrame {...{ label, hint, error, optional, className, ids }} labelId={box.getLabelProps().id}>
      <div className="picker">
        <div className="picker-box" data-invalid={ids.invalid || undefined}>
          <input
            {...box.getInputProps({
              // Typing replaces what was chosen.
              onFocus: event => event.currentTarget.select(),
              // Enter chooses; it does not send the form around it.
              onKeyDown: event => event.key === 'Enter' && event.preventDefault(),
              // Synchronous, or a Vietnamese input method loses the letter it is composing.
              onChange: event => {
                setText(event.currentTarget.value)
                setQuery(event.currentTarget.value)
              },
            })}
            placeholder={placeholder ?? words.placeholder}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid || undefined}
            spellCheck={false}
          />
          {value && optional && (
            <button type="button" className="icon-button" aria-label={words.clear} onClick={() => onChange(undefined)}>
              <Icon of={IconX} small />
            </button>
          )}
          <button {...box.getToggleButtonProps()} type="button" className="icon-button" aria-label={words.open(label)}>
            <Icon of={IconChevronDown} small />
          </button>
        </div>
        <PickerList
          listProps={box.getMenuProps()}
          open={open}
          options={options}
          active={box.highlightedIndex}
          optionProps={(item, index) => box.getItemProps({ item, index })}
          {...{ query, searching, failed }}
        />
      </div>
    </FieldFrame>
  )
}

import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { dayOf, formatDay, formatLongDay } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { parseDateText } from './date-text.ts'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'

type DateFieldProps = FieldProps & {
  /** `'yyyy-mm-dd'`, or nothing. */
  value: string | undefined
  onChange: (day: string | undefined) => void
  /** Bounds of the calendar; the form says itself what is wrong with a day outside. */
  min?: string | undefined
  max?: string | undefined
}

/**
 * A date, typed as dd/MM/yyyy and understood generously; the browser's own calendar is an aid beside it. What cannot be
 * read stays as it was typed, with a sentence under it.
 */
export function DateField({
  label,
  hint,
  error,
  optional,
  name,
  className,
  value,
  onChange,
  min,
  max,
}: DateFieldProps) {
  const [text, setText] = useState(value ? formatDay(value) : '')
  const [fault, setFault] = useState<string>()
  const shown = useRef(value)
  const native = useRef<HTMLInputElement>(null)
  const ids = useFieldIds({ name, hint, error: error ?? fault })

  // Set from outside (a restored draft, a proposal taken over): the text follows.
  useEffect(() => {
    if (value === shown.current) return
    shown.current = value
    setText(value ? formatDay(value) : '')
    setFault(undefined)
  }, [value])

  function give(day: string | undefined) {
    shown.current = day
    onChange(day)
  }
  function type(typed: string) {
    setText(typed)
    setFault(undefined)
    const reading = parseDateText(typed, dayOf(new Date()))
    // While the year is still being typed "25/11" is complete by itself: only a full date counts before the field is left.
    give('day' in reading && /\d{4}|\d{1,2}\D+\d{1,2}\D+\d{2}$/.test(typed) ? reading.day : undefined)
  }
  function settle() {
    if (text.trim() === '') return give(undefined)
    const reading = parseDateText(text, dayOf(new Date()))
    if ('day' in reading) {
      setText(formatDay(reading.day))
      give(reading.day)
    } else {
      setFault(reading.fault === 'missing' ? kitMessages.date.notExisting(text.trim()) : kitMessages.date.notReadable)
    }
  }

  return (
    <FieldFrame {...{ label, hint, error: error ?? fault, optional, className, ids }}>
      <div className="date-field">
        <input
          type="text"
          className="input"
          id={ids.id}
          value={text}
          inputMode="numeric"
          autoComplete="off"
          onChange={event => type(event.target.value)}
          onBlur={settle}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid || undefined}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={`${kitMessages.date.open}: ${label}`}
          onClick={() => native.current?.showPicker()}
        >
          <Icon of={IconCalendar} />
        </button>
        <input
          ref={native}
          type="date"
          className="date-native"
          tabIndex={-1}
          aria-hidden="true"
          value={value ?? ''}
          min={min}
          max={max}
          onChange={event => {
            const day = event.target.value
            if (!day) return
            setText(formatDay(day))
            setFault(undefined)
            give(day)
          }}
        />
      </div>
      {value && !fault && !error && <div className="field-echo">{formatLongDay(value).split(',')[0]}</div>}
    </FieldFrame>
  )
}

import { useId } from 'react'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'
import type { Choice } from './select-field.tsx'

type CheckFieldProps = {
  label: string
  note?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
}

/** One thing that is so or not. */
export function CheckField({ label, note, checked, onChange }: CheckFieldProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        className="checkbox"
        checked={checked}
        onChange={event => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note && <span className="meta">{note}</span>}
      </span>
    </label>
  )
}

type RadioFieldProps<Value extends string> = FieldProps & {
  value: Value | ''
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
}

/** One of up to five things, all in sight. */
export function RadioField<Value extends string>(props: RadioFieldProps<Value>) {
  const { label, hint, error, optional, name, className, value, choices, onChange } = props
  const ids = useFieldIds({ name, hint, error })
  const group = useId()
  return (
    <FieldFrame {...{ label, hint, error, optional, className, ids }} group labelId={group}>
      <div role="radiogroup" id={ids.id} tabIndex={-1} aria-labelledby={group} aria-describedby={ids.describedBy}>
        {choices.map(choice => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              className="checkbox"
              name={ids.id}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.note && <span className="meta">{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

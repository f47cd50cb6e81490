import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string; readonly note?: string }

type SelectFieldProps<Value extends string> = FieldProps & {
  value: Value | ''
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined
}

/** One of few known things. Of many, a {@link Combobox} finds by typing. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, optional, name, className, value, choices, onChange, placeholder } = props
  const ids = useFieldIds({ name, hint, error })
  return (
    <FieldFrame {...{ label, hint, error, optional, className, ids }}>
      <select
        className="input"
        id={ids.id}
        value={value}
        onChange={event => {
          const chosen = choices.find(choice => choice.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
      >
        {(placeholder !== undefined || value === '') && <option value="">{placeholder ?? ''}</option>}
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

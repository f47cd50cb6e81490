import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'

type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'type' | 'onBlur' | 'spellCheck'
  >

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  optional,
  name,
  className,
  value,
  onChange,
  ...input
}: TextFieldProps) {
  const ids = useFieldIds({ name, hint, error })
  return (
    <FieldFrame {...{ label, hint, error, optional, className, ids }}>
      <input
        type="text"
        spellCheck={false}
        {...input}
        className="input"
        id={ids.id}
        value={value}
        onChange={event => onChange(event.target.value)}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
        aria-required={optional ? undefined : true}
      />
    </FieldFrame>
  )
}

type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
} & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength' | 'placeholder' | 'rows' | 'onBlur'>

/** Text of several lines; grows with what is written. */
export function TextArea({ label, hint, error, optional, name, className, value, onChange, ...area }: TextAreaProps) {
  const ids = useFieldIds({ name, hint, error })
  return (
    <FieldFrame {...{ label, hint, error, optional, className, ids }}>
      <textarea
        rows={3}
        spellCheck={false}
        {...area}
        className="input"
        id={ids.id}
        value={value}
        onChange={event => onChange(event.target.value)}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
        aria-required={optional ? undefined : true}
      />
    </FieldFrame>
  )
}

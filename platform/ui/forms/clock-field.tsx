import { parseClockText } from './clock-text.ts'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

type ClockFieldProps = FieldProps & {
  /** As it was typed; `14:00` once the field is left. The form says what is wrong with anything else. */
  value: string
  onChange: (time: string) => void
}

/**
 * A time of day, typed in the twenty-four hours of Việt Nam. The browser's own field asks for morning or afternoon where
 * the machine is set to English.
 */
export function ClockField(props: ClockFieldProps) {
  const { value, onChange } = props
  return (
    <TextField
      {...props}
      className="width-number"
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      onBlur={() => {
        const time = parseClockText(value)
        if (time && time !== value) onChange(time)
      }}
    />
  )
}

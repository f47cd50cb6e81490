import { TextField } from '#platform/ui/forms/text-field.tsx'
import { agencyMessages } from './messages.vi.ts'

const words = agencyMessages.correct
type OrderFieldProps = { value: string; error: string | undefined; onChange: (ordinal: string) => void }

/** Where a seat stands among those of equal standing: vice chairmen in the order of their appointment, not by alphabet. */
export function OrderField({ value, error, onChange }: OrderFieldProps) {
  return (
    <TextField
      label={words.ordinal}
      hint={words.ordinalHint}
      optional
      name="ordinal"
      className="width-number"
      inputMode="numeric"
      maxLength={4}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}

import { ClockField } from '#platform/ui/forms/clock-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import type { DraftValue } from './draft-value.ts'

type HourFieldsProps = {
  value: DraftValue
  fault: string | undefined
  onChange: (changes: Partial<DraftValue>) => void
}

/** Until when the receivers of HỎA TỐC HẸN GIỜ are to handle it: the hour goes to them with the document. */
export function HourFields({ value, fault, onChange }: HourFieldsProps) {
  return (
    <div className="field-pair">
      <DateField
        label={words.handleDay}
        name="handleDay"
        value={value.handleDay || undefined}
        onChange={day => onChange({ handleDay: day ?? '' })}
      />
      <ClockField
        label={words.handleTime}
        hint={words.handleHint}
        name="handleTime"
        value={value.handleTime}
        error={fault}
        onChange={handleTime => onChange({ handleTime })}
      />
    </div>
  )
}

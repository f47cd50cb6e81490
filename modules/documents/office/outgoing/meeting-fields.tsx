import { ClockField } from '#platform/ui/forms/clock-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import type { DraftValue } from './draft-value.ts'

type MeetingFieldsProps = {
  value: DraftValue
  fault: string | undefined
  onChange: (changes: Partial<DraftValue>) => void
}

/**
 * When, where, under whom and who is invited: what an invitation (giấy mời) says, and what its receivers find under "Việc
 * hôm nay". In a letter that is written here the invited stand at its head.
 */
export function MeetingFields({ value, fault, onChange }: MeetingFieldsProps) {
  return (
    <fieldset className="form">
      <legend className="field-label">{words.meeting}</legend>
      <div className="field-pair">
        <DateField
          label={words.meetingDay}
          name="meetingDay"
          value={value.meetingDay || undefined}
          onChange={day => onChange({ meetingDay: day ?? '' })}
        />
        <ClockField
          label={words.meetingTime}
          name="meetingTime"
          value={value.meetingTime}
          error={fault}
          onChange={meetingTime => onChange({ meetingTime })}
        />
      </div>
      <TextField
        label={words.meetingPlace}
        optional
        maxLength={200}
        value={value.meetingPlace}
        onChange={meetingPlace => onChange({ meetingPlace })}
      />
      <TextField
        label={words.meetingChair}
        optional
        maxLength={100}
        value={value.meetingChair}
        onChange={meetingChair => onChange({ meetingChair })}
      />
      {value.source === 'upload' && (
        <TextArea
          label={words.meetingInvited}
          hint={words.meetingInvitedHint}
          optional
          rows={2}
          maxLength={1000}
          value={value.meetingInvited}
          onChange={meetingInvited => onChange({ meetingInvited })}
        />
      )}
    </fieldset>
  )
}

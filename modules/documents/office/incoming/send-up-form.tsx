import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import type { ActFormProps } from './act-form-props.ts'
import { useFindLeader } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

/** To which leader, and what to tell him. */
export function SendUpForm({ value, onChange }: ActFormProps) {
  const findLeader = useFindLeader()
  return (
    <div className="form">
      <Combobox
        label={words.toLeader}
        hint={words.leaderHint}
        name="leader"
        optional
        value={value.leader ?? undefined}
        onChange={leader => onChange({ leader: leader ?? null })}
        find={findLeader}
      />
      <TextArea
        label={words.message}
        name="text"
        optional
        rows={2}
        maxLength={500}
        value={value.text}
        onChange={text => onChange({ text })}
      />
    </div>
  )
}

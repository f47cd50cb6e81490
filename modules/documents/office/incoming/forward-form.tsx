import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { type ActFormProps, errorIn } from './act-form-props.ts'
import { ownWork } from './act-plan.ts'
import { OftenPhrases } from './often-phrases.tsx'
import { useFindParty } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

/** For information to as many as one likes; who leads may pass his whole work to another. */
export function ForwardForm({ document, value, errors, onChange }: ActFormProps) {
  const find = useFindParty()
  const leads = ownWork(document.assignments).some(one => one.role === 'lead')
  return (
    <div className="form">
      <MultiPicker
        label={words.forwardTo}
        name="inform"
        error={errorIn(errors, 'inform')}
        optional={leads}
        value={value.inform}
        onChange={inform => onChange({ inform })}
        find={find}
      />
      {leads && (
        <Combobox
          label={words.forwardWork}
          hint={words.forwardWorkHint}
          optional
          value={value.lead ?? undefined}
          onChange={lead => onChange({ lead: lead ?? null })}
          find={find}
        />
      )}
      <div>
        <TextArea
          label={words.message}
          name="text"
          optional
          rows={2}
          maxLength={2000}
          value={value.text}
          onChange={text => onChange({ text })}
        />
        <OftenPhrases text={value.text} onChange={text => onChange({ text })} />
      </div>
    </div>
  )
}

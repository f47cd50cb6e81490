import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { type ActFormProps, errorIn } from './act-form-props.ts'
import { useFindParty } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'
import { WorkField } from './work-field.tsx'

const words = readerMessages.form

/** Acts that need words: a result, or the reason that the other side reads. */
export function ReasonForm({ act, document, value, errors, onChange }: ActFormProps) {
  const findParty = useFindParty()
  const isResult = act === 'finish'
  const hints: Readonly<Record<string, string | undefined>> = words.reasonHint
  return (
    <div className="form">
      <WorkField {...{ act, document, value, errors, onChange }} />
      {act === 'change-lead' && (
        <Combobox
          label={words.newLead}
          name="lead"
          error={errorIn(errors, 'lead')}
          value={value.lead ?? undefined}
          onChange={lead => onChange({ lead: lead ?? null })}
          find={findParty}
        />
      )}
      <TextArea
        label={isResult ? words.result : words.reason}
        hint={isResult ? words.resultHint : hints[act]}
        name="text"
        error={errorIn(errors, 'text')}
        rows={3}
        maxLength={isResult ? 2000 : 500}
        value={value.text}
        onChange={text => onChange({ text })}
      />
    </div>
  )
}

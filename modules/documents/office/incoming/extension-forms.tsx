import { Note } from '#platform/ui/feedback/note.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { type ActFormProps, errorIn } from './act-form-props.ts'
import { readerMessages } from './reader-messages.vi.ts'
import { WorkField } from './work-field.tsx'

const words = readerMessages.form

/** Until when, and why: asked of whoever gave the work, or said by him. */
export function AskExtensionForm({ act, document, value, errors, onChange }: ActFormProps) {
  const work = document.assignments.find(one => one.id === value.work)
  return (
    <div className="form">
      <WorkField {...{ act, document, value, errors, onChange }} />
      <DateField
        label={act === 'ask-extension' ? words.askedDue : words.newDue}
        hint={work?.dueOn ? words.currentDue(work.dueOn) : undefined}
        name="due"
        error={errorIn(errors, 'due')}
        value={value.dueOn || undefined}
        onChange={dueOn => onChange({ dueOn: dueOn ?? '' })}
      />
      <TextArea
        label={words.reason}
        name="text"
        error={errorIn(errors, 'text')}
        rows={3}
        maxLength={500}
        value={value.text}
        onChange={text => onChange({ text })}
      />
    </div>
  )
}

/** More time as asked, until another day, or none. */
export function AnswerExtensionForm({ act, document, value, errors, onChange }: ActFormProps) {
  const asked = document.assignments.find(one => one.id === value.work)
  const extension = asked?.extension
  if (!asked || !extension) return null
  return (
    <div className="form">
      <WorkField {...{ act, document, value, errors, onChange }} />
      <Note tone="amber">
        <b>{words.asked(extension.askedBy, extension.askedDueOn)}.</b> {extension.reason}
        {asked.dueOn && <span className="meta"> {words.currentDue(asked.dueOn)}</span>}
      </Note>
      <RadioField
        label={words.answer}
        name="granted"
        error={errorIn(errors, 'granted')}
        value={value.granted}
        choices={[
          { value: 'asked', label: words.grantAsked(extension.askedDueOn) },
          { value: 'other', label: words.grantOther },
          { value: 'none', label: words.grantNone },
        ]}
        onChange={granted => onChange({ granted })}
      />
      {value.granted === 'other' && (
        <DateField
          label={words.granted}
          name="due"
          error={errorIn(errors, 'due')}
          value={value.dueOn || undefined}
          onChange={dueOn => onChange({ dueOn: dueOn ?? '' })}
        />
      )}
      <TextArea
        label={value.granted === 'none' ? words.reason : words.message}
        name="text"
        optional={value.granted !== 'none'}
        error={errorIn(errors, 'text')}
        rows={2}
        maxLength={500}
        value={value.text}
        onChange={text => onChange({ text })}
      />
    </div>
  )
}

import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { FieldFrame, useFieldIds } from '#platform/ui/forms/field.tsx'
import { Phrases } from '#platform/ui/forms/phrases.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { type ActFormProps, errorIn } from './act-form-props.ts'
import { urgeable } from './act-value.ts'
import { withPhrase } from './often-phrases.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

/** Whom to urge, and with which words: they stand first in his day. */
export function UrgeForm({ document, value, errors, onChange }: ActFormProps) {
  const ids = useFieldIds({ name: 'urged', hint: undefined, error: errorIn(errors, 'urged') })
  return (
    <div className="form">
      <FieldFrame label={words.urged} error={errorIn(errors, 'urged')} ids={ids} group labelId={`${ids.id}-label`}>
        {/* biome-ignore lint/a11y/useSemanticElements: the frame is the field; a fieldset would bring a frame of its own. */}
        <div role="group" id={ids.id} tabIndex={-1} aria-labelledby={`${ids.id}-label`}>
          {urgeable(document.assignments).map(one => (
            <CheckField
              key={one.id}
              label={words.workOf(one.toName, readerMessages.roles[one.role], one.dueOn ? words.dueOn(one.dueOn) : '')}
              note={words.urgedBefore(one.urgedCount) || undefined}
              checked={value.urged.includes(one.id)}
              onChange={checked =>
                onChange({
                  urged: checked ? [...value.urged, one.id] : value.urged.filter(id => id !== one.id),
                })
              }
            />
          ))}
        </div>
      </FieldFrame>
      <div>
        <TextArea
          label={words.urgeText}
          name="text"
          error={errorIn(errors, 'text')}
          rows={2}
          maxLength={500}
          value={value.text}
          onChange={text => onChange({ text })}
        />
        <Phrases
          label={words.often}
          phrases={words.urgeOften}
          onPick={phrase => onChange({ text: withPhrase(value.text, phrase) })}
        />
      </div>
    </div>
  )
}

import { useSeat } from '#platform/ui/data/session.ts'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { Phrases } from '#platform/ui/forms/phrases.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { type ActFormProps, errorIn } from './act-form-props.ts'
import { mustName } from './act-value.ts'
import { BehalfField } from './behalf-field.tsx'
import { withPhrase } from './often-phrases.tsx'
import { useFindParty } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

/** What is decided where nobody has to do anything, whose decision it is, and who is only to know of it. */
export function KeepForm({ document, value, errors, onChange }: ActFormProps) {
  const seat = useSeat()
  const find = useFindParty()
  return (
    <div className="form">
      {document.mayActFor.length > 0 && (
        <BehalfField
          principals={document.mayActFor}
          mustName={mustName(document, seat.role)}
          value={value}
          error={errorIn(errors, 'behalf')}
          onChange={onChange}
        />
      )}
      <div>
        <TextArea
          label={words.direction}
          name="text"
          error={errorIn(errors, 'text')}
          rows={2}
          maxLength={2000}
          value={value.text}
          onChange={text => onChange({ text })}
        />
        <Phrases
          label={words.often}
          phrases={words.keepOften}
          onPick={phrase => onChange({ text: withPhrase(value.text, phrase) })}
        />
      </div>
      <MultiPicker
        label={words.inform}
        name="inform"
        optional
        value={value.inform}
        onChange={inform => onChange({ inform })}
        find={find}
      />
    </div>
  )
}

import IconNote from '@tabler/icons-react/icons/IconNote'
import { Note } from '#platform/ui/feedback/note.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { ClockField } from '#platform/ui/forms/clock-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import { Fold } from '#platform/ui/layout/reader.tsx'
import { type Form, secrecies } from './register-incoming-form.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'

type PartProps = {
  form: Form
  change: (changes: Partial<Form>) => void
  errorOf: (path: string) => string | undefined
}

const secrecyChoices = secrecies.map(value => ({ value, label: words.secrecies[value] }))

const carrierChoices = (['paper', 'mail'] as const).map(value => ({ value, label: words.carriers[value] }))

/** Asked plainly, and answered with what the law wants done instead (Luật Bảo vệ bí mật nhà nước). */
export function SecrecyField({ form, change, errorOf }: PartProps) {
  return (
    <>
      <SelectField
        label={words.secrecy}
        name="secrecy"
        error={errorOf('secrecy')}
        value={form.secrecy}
        choices={secrecyChoices}
        onChange={secrecy => change({ secrecy })}
      />
      {form.secrecy !== 'none' && (
        <div role="alert">
          <Note tone="red">{words.secret}</Note>
        </div>
      )}
    </>
  )
}

/** The hour of HỎA TỐC HẸN GIỜ alone: it stands on the paper beside the stamp or in the text. */
export function HourFields({ form, change, errorOf }: PartProps) {
  if (form.urgency !== 'hour') return null
  return (
    <div className="field-pair">
      <DateField
        label={words.handleOn}
        name="handleOn"
        error={errorOf('handleOn')}
        value={form.handleOn || undefined}
        onChange={day => change({ handleOn: day ?? '' })}
      />
      <ClockField
        label={words.handleTime}
        hint={words.handleTimeHint}
        name="handleTime"
        error={errorOf('handleTime') ?? errorOf('handleBy')}
        value={form.handleTime}
        onChange={handleTime => change({ handleTime })}
      />
    </div>
  )
}

/** What is seldom needed. */
export function FurtherFields({ form, change, errorOf }: PartProps) {
  return (
    <Fold title={words.more} icon={IconNote}>
      <TextField
        label={words.signerTitle}
        optional
        name="signerTitle"
        error={errorOf('signerTitle')}
        maxLength={100}
        value={form.signerTitle}
        onChange={signerTitle => change({ signerTitle })}
      />
      <SelectField
        label={words.carrier}
        name="carrier"
        value={form.carrier}
        choices={carrierChoices}
        onChange={carrier => change({ carrier })}
      />
      <TextField
        label={words.copies}
        hint={words.copiesHint}
        optional
        name="copies"
        className="width-number"
        inputMode="numeric"
        error={errorOf('copies')}
        maxLength={3}
        value={form.copies}
        onChange={copies => change({ copies })}
      />
      <TextField
        label={words.language}
        hint={words.languageHint}
        optional
        name="language"
        error={errorOf('language')}
        maxLength={30}
        value={form.language}
        onChange={language => change({ language })}
      />
      <TextField
        label={words.paperPlace}
        optional
        name="paperPlace"
        error={errorOf('paperPlace')}
        maxLength={200}
        value={form.paperPlace}
        onChange={paperPlace => change({ paperPlace })}
      />
      <TextArea
        label={words.note}
        optional
        name="note"
        error={errorOf('note')}
        rows={2}
        maxLength={500}
        value={form.note}
        onChange={note => change({ note })}
      />
      <CheckField
        label={words.restricted}
        note={words.restrictedNote}
        checked={form.restricted}
        onChange={restricted => change({ restricted })}
      />
    </Fold>
  )
}

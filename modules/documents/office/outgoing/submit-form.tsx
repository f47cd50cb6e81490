import type { Party } from '#modules/agencies/contract.ts'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { readerMessages } from './reader-messages.vi.ts'
import type { SubmitValue } from './submit-value.ts'

const words = readerMessages.submit

type SubmitFormProps = {
  document: OutgoingDocument
  value: SubmitValue
  onChange: (changes: Partial<SubmitValue>) => void
}

/** Whom to ask before it goes up, one after the other or all at once; the two checks follow by themselves. */
export function SubmitForm({ document, value, onChange }: SubmitFormProps) {
  const find = useFind('/parties', ({ id, name, detail }: Party) => ({ id, name, note: detail }), { kind: 'seat' })
  const wordOnly = !document.letter && !document.files.some(file => file.role === 'main')
  return (
    <section className="form block" aria-label={words.title}>
      <h2>{words.title}</h2>
      {!document.signerSeatId && <Note tone="amber">{words.noSigner}</Note>}
      {wordOnly && <Note tone="amber">{words.noPdf}</Note>}
      <MultiPicker
        label={words.reviewers}
        hint={words.reviewersHint}
        optional
        value={value.reviewers}
        find={find}
        onChange={reviewers => onChange({ reviewers })}
      />
      {value.reviewers.length > 1 && (
        <RadioField
          label={words.order}
          value={value.together ? 'together' : 'in-order'}
          choices={[
            { value: 'in-order', label: words.inOrder },
            { value: 'together', label: words.together },
          ]}
          onChange={order => onChange({ together: order === 'together' })}
        />
      )}
      <TextArea
        label={words.message}
        optional
        rows={2}
        maxLength={500}
        value={value.text}
        onChange={text => onChange({ text })}
      />
      {document.signerName && <p className="meta">{words.afterwards(document.signerName)}</p>}
    </section>
  )
}

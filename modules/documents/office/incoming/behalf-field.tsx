import type { IncomingDocument } from '#modules/documents/contract.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import type { ActValue } from './act-value.ts'
import { KeptFiles } from './kept-files.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

type BehalfFieldProps = {
  principals: IncomingDocument['mayActFor']
  /** Who has no direction of his own to give. */
  mustName: boolean
  value: ActValue
  error: string | undefined
  fileError: string | undefined
  onChange: (changes: Partial<ActValue>) => void
  onUploading: (busy: boolean) => void
}

/** Whose direction it is; one that was written on paper is typed in with a photo of the paper. */
export function BehalfField(props: BehalfFieldProps) {
  const { principals, mustName, value, error, fileError, onChange, onUploading } = props
  const named = principals.map(one => ({
    value: one.seatId,
    label: mustName ? `${one.name}, ${one.title}` : words.behalfOf(one.name, one.title),
  }))
  return (
    <>
      <SelectField
        label={mustName ? words.behalfClerk : words.behalf}
        name="behalf"
        error={error}
        value={value.behalf || (mustName ? '' : 'own')}
        placeholder={mustName ? words.behalfChoose : undefined}
        choices={mustName ? named : [{ value: 'own', label: words.behalfOwn }, ...named]}
        onChange={behalf => onChange({ behalf: behalf === 'own' ? '' : behalf })}
      />
      {value.behalf && (
        <>
          <Note tone="indigo">{words.behalfNote}</Note>
          <KeptFiles
            label={words.evidence}
            hint={words.evidenceHint}
            accept={['.jpg', '.jpeg', '.png', '.pdf']}
            most={5}
            optional
            error={fileError}
            files={value.files}
            onChange={files => onChange({ files })}
            onUploading={onUploading}
          />
        </>
      )}
    </>
  )
}

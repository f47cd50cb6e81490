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
  onChange: (changes: Partial<ActValue>) => void
}

/** Whose direction it is: his own, or what a leader wrote on paper or said. */
export function BehalfField({ principals, mustName, value, error, onChange }: BehalfFieldProps) {
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
      {value.behalf && <Note tone="indigo">{words.behalfNote}</Note>}
    </>
  )
}

type EvidenceFieldProps = Pick<BehalfFieldProps, 'value' | 'error' | 'onChange'> & {
  onUploading: (busy: boolean) => void
}

/** The photo of the paper with the direction. */
export function EvidenceField({ value, error, onChange, onUploading }: EvidenceFieldProps) {
  return (
    <KeptFiles
      label={words.evidence}
      hint={words.evidenceHint}
      accept={['.jpg', '.jpeg', '.png', '.pdf']}
      most={5}
      optional
      error={error}
      files={value.files}
      onChange={files => onChange({ files })}
      onUploading={onUploading}
    />
  )
}

import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { IssuerKind } from '../../contract/common.ts'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.form

export type IssuerValue = {
  readonly kind: IssuerKind
  readonly abbreviation: string
  readonly letterhead: string
  readonly identifier: string
}
type IssuerFieldsProps = {
  value: IssuerValue
  /** Where the body is none that works here. */
  hints?: { readonly abbreviation: string; readonly identifier: string }
  faultOf: (path: string) => string | undefined
  onChange: (changes: Partial<IssuerValue>) => void
}

/** What every body that issues documents has besides its name. */
export function IssuerFields({ value, hints, faultOf, onChange }: IssuerFieldsProps) {
  return (
    <>
      <div className="field-pair">
        <SelectField<IssuerKind>
          label={words.kind}
          value={value.kind}
          choices={Object.entries(words.kinds).map(([kind, label]) => ({ value: kind as IssuerKind, label }))}
          onChange={kind => onChange({ kind })}
        />
        <TextField
          label={words.abbreviation}
          hint={hints?.abbreviation ?? words.abbreviationHint}
          name="abbreviation"
          maxLength={30}
          value={value.abbreviation}
          error={faultOf('abbreviation')}
          onChange={abbreviation => onChange({ abbreviation })}
        />
      </div>
      <TextField
        label={words.letterhead}
        hint={words.letterheadHint}
        optional
        name="letterhead"
        maxLength={100}
        value={value.letterhead}
        onChange={letterhead => onChange({ letterhead })}
      />
      <TextField
        label={words.identifier}
        hint={hints?.identifier ?? words.identifierHint}
        optional
        name="identifier"
        maxLength={35}
        value={value.identifier}
        onChange={identifier => onChange({ identifier })}
      />
    </>
  )
}

/** As the API takes them: what was left empty is not sent. */
export const issuerInput = ({ kind, abbreviation, letterhead, identifier }: IssuerValue) => ({
  kind,
  abbreviation,
  ...(letterhead.trim() ? { letterhead: [letterhead] } : {}),
  ...(identifier.trim() ? { identifier } : {}),
})

import { fold } from '#lib/vietnamese/index.ts'
import type { Addressee } from '#modules/agencies/contract.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { Form, Issuer } from './register-incoming-form.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import { nameOfCapitals } from './register-incoming-proposals.ts'

type IssuerFields = Pick<Form, 'issuer' | 'issuerByName' | 'issuerName'>
type IssuerFieldProps = {
  label: string
  name: string
  hint: string | undefined
  error: string | undefined
  form: IssuerFields
  onChange: (changes: Partial<IssuerFields>) => void
}

/** The body of the directory that issued it; what the directory does not have is named by hand. */
export function IssuerField({ form, onChange, ...field }: IssuerFieldProps) {
  const find = useFindIssuer()
  return (
    <>
      {form.issuerByName ? (
        <TextField
          {...field}
          maxLength={200}
          value={form.issuerName}
          onChange={issuerName => onChange({ issuerName })}
        />
      ) : (
        <Combobox
          {...field}
          hint={field.hint ?? words.issuerHint}
          value={form.issuer}
          onChange={issuer => onChange({ issuer })}
          find={find}
        />
      )}
      <button
        type="button"
        className="text-button register-incoming-other"
        onClick={() => onChange({ issuerByName: !form.issuerByName })}
      >
        {form.issuerByName ? words.issuerByList : words.issuerByName}
      </button>
    </>
  )
}

export const useFindIssuer = () =>
  useFind(
    '/agencies',
    (one: Addressee): Issuer => ({
      id: one.issuerId,
      name: one.name,
      note: [one.parentName, one.identifier].filter(Boolean).join(' · '),
    }),
  )

/** The body that a letterhead names, if the directory has exactly one of that name; else the name alone. */
export function issuerOf(capitals: string, found: readonly Issuer[]): IssuerFields {
  const same = found.filter(({ name }) => key(name) === key(capitals))
  return same.length === 1
    ? { issuer: same[0], issuerByName: false, issuerName: '' }
    : { issuer: undefined, issuerByName: true, issuerName: nameOfCapitals(capitals) }
}

const key = (name: string) =>
  fold(name)
    .replace(/\buy ban nhan dan\b/gu, 'ubnd')
    .replace(/\s+/gu, ' ')
    .trim()

import { PasswordField } from '#platform/ui/forms/password-field.tsx'
import { officeMessages } from '../messages.vi.ts'
import { installationWords } from './messages.vi.ts'

const passwords = officeMessages.password
const shortest = 14

export const noPassword = { password: '', repeat: '' }
type Given = typeof noPassword
type Faults = { readonly [Field in keyof Given]?: string | undefined }

export const passwordFaults = ({ password, repeat }: Given): Faults => ({
  password: password.length < shortest ? passwords.short(password.length) : undefined,
  repeat: repeat === password ? undefined : passwords.different,
})

type Props = { value: Given; faults: Faults; onChange: (value: Given) => void }

/** A password that its owner chooses, written twice. */
export function NewPasswordFields({ value, faults, onChange }: Props) {
  return (
    <>
      <PasswordField
        label={installationWords.password}
        hint={passwords.nextHint}
        name="password"
        autoComplete="new-password"
        value={value.password}
        error={faults.password}
        onChange={password => onChange({ ...value, password })}
      />
      <PasswordField
        label={installationWords.repeat}
        hint={passwords.repeatHint}
        name="repeat"
        autoComplete="new-password"
        value={value.repeat}
        error={faults.repeat}
        onChange={repeat => onChange({ ...value, repeat })}
      />
    </>
  )
}

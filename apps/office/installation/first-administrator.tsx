import { type FormEvent, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { ErrorSummary, errorsOf } from '#platform/ui/forms/error-summary.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { LinkPage } from './link-page.tsx'
import { installationWords as words } from './messages.vi.ts'
import { NewPasswordFields, noPassword, passwordFaults } from './new-password-fields.tsx'

const validLogin = /^[a-z0-9][a-z0-9._-]{2,49}$/

/** Whoever holds the link that was printed once becomes an administrator of the installation. */
export default function FirstAdministrator() {
  return (
    <LinkPage words={words} steps={words.stepTexts}>
      {(token, onDone) => <FirstAdministratorForm token={token} onDone={onDone} />}
    </LinkPage>
  )
}

function FirstAdministratorForm({ token, onDone }: { token: string; onDone: () => void }) {
  const [fullName, setFullName] = useState('')
  const [login, setLogin] = useState('')
  const [given, setGiven] = useState(noPassword)
  const [attempts, setAttempts] = useState(0)
  const sender = useSend({ title: words.sending })
  const faults = {
    fullName: fullName.trim() === '' ? words.fullNameMissing : undefined,
    login: validLogin.test(login) ? undefined : words.loginFault,
    ...passwordFaults(given),
  }
  const tried = attempts > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (Object.values(faults).some(Boolean)) return
    if (await sender.send('/first-administrator', { token, login, fullName, password: given.password })) onDone()
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={tried ? errorsOf(faults) : []} attempts={attempts} />
      <TextField
        label={words.fullName}
        name="fullName"
        autoComplete="name"
        maxLength={50}
        value={fullName}
        error={tried ? faults.fullName : undefined}
        onChange={setFullName}
      />
      <TextField
        label={words.login}
        hint={words.loginHint}
        name="login"
        autoComplete="username"
        maxLength={50}
        value={login}
        error={tried ? faults.login : undefined}
        onChange={typed => setLogin(typed.toLowerCase())}
      />
      <NewPasswordFields value={given} faults={tried ? faults : {}} onChange={setGiven} />
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      <Button type="submit" look="primary" busy={sender.sending} className="full-width" data-key="primary">
        {words.submit}
      </Button>
    </form>
  )
}

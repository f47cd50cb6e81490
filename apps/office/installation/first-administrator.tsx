import { type FormEvent, useState } from 'react'
import { Button, buttonClass } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ErrorSummary, errorsOf } from '#platform/ui/forms/error-summary.tsx'
import { PasswordField } from '#platform/ui/forms/password-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { officeMessages } from '../messages.vi.ts'
import { Brand } from '../shell/brand.tsx'
import { installationWords as words } from './messages.vi.ts'

const passwords = officeMessages.password
const shortest = 14
const validLogin = /^[a-z0-9][a-z0-9._-]{2,49}$/

/** Whoever holds the link that was printed once. Its token stands behind the #, which browsers send to no server. */
export default function FirstAdministrator() {
  const [token] = useState(() => window.location.hash.slice(1))
  const [done, setDone] = useState(false)
  useTitle(words.title)
  return (
    <div className="sign-in">
      <main className="card sign-in-card">
        <Brand subtitle={officeMessages.signIn.subtitle} />
        <h1>{done ? words.done : words.title}</h1>
        {done ? (
          <>
            <p className="secondary">{words.doneWhy}</p>
            <a className={buttonClass({ look: 'primary' }, 'full-width')} href="/">
              {words.signIn}
            </a>
          </>
        ) : token === '' ? (
          <Note tone="amber">
            <b>{words.noToken}.</b> {words.noTokenWhy}
          </Note>
        ) : (
          <>
            <p className="secondary">{words.why}</p>
            <FirstAdministratorForm token={token} onDone={() => setDone(true)} />
          </>
        )}
      </main>
      <aside className="sign-in-help">
        <h2>{words.steps}</h2>
        <ol className="help-steps">
          {words.stepTexts.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </aside>
    </div>
  )
}

function FirstAdministratorForm({ token, onDone }: { token: string; onDone: () => void }) {
  const [fullName, setFullName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [attempts, setAttempts] = useState(0)
  const sender = useSend({ title: words.sending })
  const faults = {
    fullName: fullName.trim() === '' ? words.fullNameMissing : undefined,
    login: validLogin.test(login) ? undefined : words.loginFault,
    password: password.length < shortest ? passwords.short(password.length) : undefined,
    repeat: repeat === password ? undefined : passwords.different,
  }
  const tried = attempts > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (Object.values(faults).some(Boolean)) return
    if (await sender.send('/first-administrator', { token, login, fullName, password })) onDone()
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
      <PasswordField
        label={words.password}
        hint={passwords.nextHint}
        name="password"
        autoComplete="new-password"
        value={password}
        error={tried ? faults.password : undefined}
        onChange={setPassword}
      />
      <PasswordField
        label={words.repeat}
        hint={passwords.repeatHint}
        name="repeat"
        autoComplete="new-password"
        value={repeat}
        error={tried ? faults.repeat : undefined}
        onChange={setRepeat}
      />
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      <Button type="submit" look="primary" busy={sender.sending} className="full-width" data-key="primary">
        {words.submit}
      </Button>
    </form>
  )
}

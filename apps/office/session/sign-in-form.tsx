import { type FormEvent, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useData } from '#platform/ui/data/client-context.ts'
import { asProblem, type Problem } from '#platform/ui/data/problem.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { fieldId } from '#platform/ui/forms/field.tsx'
import { PasswordField } from '#platform/ui/forms/password-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { officeMessages } from '../messages.vi.ts'
import { useSessionStore } from './office-session.ts'

const words = officeMessages.signIn

/** Login and password; the server's own sentence when they do not fit. */
export function SignInForm() {
  const { client } = useData()
  const store = useSessionStore()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const empty = login.trim() === '' ? 'login' : password === '' ? 'password' : undefined
    if (empty) document.getElementById(fieldId(empty))?.focus()
    if (sending || empty) return
    setSending(true)
    setProblem(undefined)
    try {
      await store.signIn(client, login.trim(), password)
    } catch (error) {
      setProblem(asProblem(error))
      setSending(false)
    }
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextField
        label={words.login}
        name="login"
        value={login}
        onChange={setLogin}
        autoComplete="username"
        error={tried && login.trim() === '' ? words.loginMissing : undefined}
      />
      <PasswordField
        label={words.password}
        name="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={tried && password === '' ? words.passwordMissing : undefined}
      />
      {problem && <ProblemNote problem={problem} />}
      <Button type="submit" look="primary" busy={sending} className="full-width" data-key="primary">
        {sending ? words.submitting : words.submit}
      </Button>
    </form>
  )
}

import { type FormEvent, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { ErrorSummary, errorsOf } from '#platform/ui/forms/error-summary.tsx'
import { LinkPage } from './link-page.tsx'
import { installationWords } from './messages.vi.ts'
import { NewPasswordFields, noPassword, passwordFaults } from './new-password-fields.tsx'

const words = installationWords.newPassword

/** For who runs the installation and forgot his password: the link was printed on the server. */
export default function NewPassword() {
  return (
    <LinkPage words={words} steps={words.stepTexts}>
      {(token, onDone) => <NewPasswordForm token={token} onDone={onDone} />}
    </LinkPage>
  )
}

function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const [given, setGiven] = useState(noPassword)
  const [attempts, setAttempts] = useState(0)
  const sender = useSend({ title: words.title })
  const faults = passwordFaults(given)
  const shown = attempts > 0 ? faults : {}

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (Object.values(faults).some(Boolean)) return
    if (await sender.send('/password-by-link', { token, password: given.password })) onDone()
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={errorsOf(shown)} attempts={attempts} />
      <NewPasswordFields value={given} faults={shown} onChange={setGiven} />
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      <Button type="submit" look="primary" busy={sender.sending} className="full-width" data-key="primary">
        {words.submit}
      </Button>
    </form>
  )
}

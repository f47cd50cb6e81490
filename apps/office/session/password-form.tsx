import { type FormEvent, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { ErrorSummary, errorsOf } from '#platform/ui/forms/error-summary.tsx'
import { PasswordField } from '#platform/ui/forms/password-field.tsx'
import { officeMessages } from '../messages.vi.ts'

const words = officeMessages.password
const shortest = 14

/** Changes the password; the other sessions of the person end with it. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const [attempts, setAttempts] = useState(0)
  const change = useSend({ title: words.title })

  const faults = {
    current: current === '' ? words.missing : undefined,
    next: next.length < shortest ? words.short(next.length) : undefined,
    repeat: repeat !== next ? words.different : undefined,
  }
  const tried = attempts > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (faults.current || faults.next || faults.repeat) return
    const sent = await change.send('/password', { current, next })
    if (!sent) return
    setCurrent('')
    setNext('')
    setRepeat('')
    setAttempts(0)
    onDone()
  }

  return (
    <form className="form password-form" onSubmit={submit} noValidate>
      <ErrorSummary errors={tried ? errorsOf(faults) : []} attempts={attempts} />
      <PasswordField
        label={words.current}
        name="current"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        error={tried ? faults.current : undefined}
      />
      <PasswordField
        label={words.next}
        hint={words.nextHint}
        name="next"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        error={tried ? faults.next : undefined}
      />
      <PasswordField
        label={words.repeat}
        hint={words.repeatHint}
        name="repeat"
        value={repeat}
        onChange={setRepeat}
        autoComplete="new-password"
        error={tried ? faults.repeat : undefined}
      />
      {change.problem && <ProblemNote problem={change.problem} onAgain={change.again} />}
      <div>
        <Button type="submit" look="primary" busy={change.sending} data-key="primary">
          {words.submit}
        </Button>
      </div>
    </form>
  )
}

import IconCopy from '@tabler/icons-react/icons/IconCopy'
import IconKey from '@tabler/icons-react/icons/IconKey'
import { useId } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Facts } from '#platform/ui/layout/page.tsx'
import type { NewPassword } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'
import type { Listed } from './people.tsx'
import './office.css'

const words = agencyMessages.password

/** `password` is nothing when the answer was asked for again: it is told once, and the person may have set his own since. */
export type GivenPassword = { readonly name: string; readonly login: string; readonly password: string | null }

/** Shown once and stored nowhere: it closes by its own button alone, not by a stray key or press. */
export function FirstPassword({ given, onClose }: { given: GivenPassword; onClose: () => void }) {
  const id = useId()
  const toast = useToast()
  const { name, login, password } = given
  async function copy(text: string) {
    await navigator.clipboard.writeText(text)
    toast({ text: words.copied })
  }
  return (
    <Dialog open onClose={() => undefined} role="alertdialog" labelledBy={id} className="dialog">
      <h2 id={id}>{words.title(name)}</h2>
      <Facts
        facts={[
          [words.login, <b key="login">{login}</b>],
          [words.password, password && <span className="agencies-password">{password}</span>],
        ]}
      />
      <Note tone="amber">{password ? words.once : words.unknown}</Note>
      <div className="dialog-actions">
        <Button look="primary" data-key="primary" onClick={onClose}>
          {words.close}
        </Button>
        {password && 'clipboard' in navigator && (
          <Button icon={IconCopy} onClick={() => copy(password)}>
            {words.copy}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

type ResetPasswordProps = { seat: Listed; onGiven: (given: GivenPassword) => void; onClose: () => void }

/** Asked first: the old password and all sessions of the person end with it. */
export function ResetPassword({ seat, onGiven, onClose }: ResetPasswordProps) {
  const reset = useSend<z.infer<typeof NewPassword>>({ title: words.reset, changes: ['/seats'] })
  async function confirm() {
    const sent = await reset.send(`/seats/${seat.id}/reset-password`, {})
    if (sent) onGiven({ name: seat.fullName, login: sent.value.login, password: sent.value.firstPassword })
  }
  return (
    <ConfirmDialog
      open
      title={words.resetTitle(seat.fullName)}
      consequence={words.resetConsequence}
      confirm={words.reset}
      icon={IconKey}
      busy={reset.sending}
      problem={reset.problem}
      onConfirm={confirm}
      onCancel={onClose}
    />
  )
}

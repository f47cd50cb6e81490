import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import type { Session } from '#platform/ui/data/session.ts'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { officeMessages } from '../messages.vi.ts'
import { SignInForm } from './sign-in-form.tsx'

const words = officeMessages.signIn

/** The session has ended while somebody was working: he signs in again over his screen, and nothing on it is lost. */
export function Expired({ session }: { session: Session }) {
  const id = useId()
  const queries = useQueryClient()
  // What failed meanwhile is read again as soon as this dialog goes.
  useEffect(() => () => void queries.invalidateQueries(), [queries])
  return (
    <Dialog
      open
      onClose={() => undefined}
      role="alertdialog"
      className="dialog"
      labelledBy={`${id}-title`}
      describedBy={`${id}-why`}
    >
      <h2 id={`${id}-title`}>{words.again}</h2>
      <p className="secondary" id={`${id}-why`}>
        {words.againHint(session.person.fullName)}
      </p>
      <SignInForm />
    </Dialog>
  )
}

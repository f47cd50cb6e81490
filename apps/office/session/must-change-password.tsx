import { useData } from '#platform/ui/data/client-context.ts'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { officeMessages } from '../messages.vi.ts'
import { Brand } from '../shell/brand.tsx'
import { useSessionStore } from './office-session.ts'
import { PasswordForm } from './password-form.tsx'

const words = officeMessages.password

/** At the first sign-in nothing else opens until the password is one's own. */
export function MustChangePassword() {
  const { client } = useData()
  const store = useSessionStore()
  useTitle(words.title)
  return (
    <div className="sign-in">
      <main className="card sign-in-card">
        <Brand subtitle={officeMessages.signIn.subtitle} />
        <h1>{words.mustTitle}</h1>
        <p className="secondary">{words.mustWhy}</p>
        <PasswordForm onDone={() => store.start(client)} />
      </main>
    </div>
  )
}

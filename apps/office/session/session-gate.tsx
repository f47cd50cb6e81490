import { type ReactNode, useSyncExternalStore } from 'react'
import { useData } from '#platform/ui/data/client-context.ts'
import { SessionContext } from '#platform/ui/data/session.ts'
import { ErrorState } from '#platform/ui/feedback/error-state.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { officeMessages } from '../messages.vi.ts'
import { Expired } from './expired.tsx'
import { MustChangePassword } from './must-change-password.tsx'
import { useSessionStore } from './office-session.ts'
import { SignIn } from './sign-in.tsx'

/** Nothing of the app without a session; the address stays, so that after signing in one is where one wanted to be. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { client } = useData()
  const store = useSessionStore()
  const state = useSyncExternalStore(store.state.subscribe, store.state.get)
  switch (state.kind) {
    case 'starting':
      return (
        <main className="page">
          <Loading sentence={officeMessages.starting} onReload={() => store.start(client)} />
        </main>
      )
    case 'unreachable':
      return (
        <main className="page">
          <ErrorState problem={state.problem} onAgain={() => store.start(client)} />
        </main>
      )
    case 'signed-out':
      return <SignIn />
    case 'signed-in':
    case 'expired':
      return (
        <SessionContext value={state.session}>
          {state.session.mustChangePassword ? <MustChangePassword /> : children}
          {state.kind === 'expired' && <Expired session={state.session} />}
        </SessionContext>
      )
  }
}

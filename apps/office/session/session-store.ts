import type { DataClient } from '#platform/ui/data/client.ts'
import { asProblem, type Problem } from '#platform/ui/data/problem.ts'
import type { Session } from '#platform/ui/data/session.ts'
import { createStore, type Store } from '#platform/ui/data/store.ts'

/**
 * `expired` keeps the session's person: the screen stays as it is, and the same person signs in again over it.
 */
export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'unreachable'; readonly problem: Problem }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'expired'; readonly session: Session }

export type SessionStore = {
  readonly state: Store<SessionState>
  start(client: DataClient): Promise<void>
  /** A request was answered "not signed in". */
  lost(): void
  /** Posts come and go during the day: reads anew which seats the person has; what is on the screen stays. */
  renew(client: DataClient): Promise<void>
  signIn(client: DataClient, login: string, password: string): Promise<void>
  signOut(client: DataClient): Promise<void>
}

/** Tells the other tabs of this browser, for they share the cookie: none goes on under another person's name. */
type TabMessage = { readonly person: string | undefined }

export function createSessionStore(tabs: BroadcastChannel, reload: () => void): SessionStore {
  const state = createStore<SessionState>({ kind: 'starting' })

  tabs.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    const now = state.get()
    const own = now.kind === 'signed-in' || now.kind === 'expired' ? now.session.person.id : undefined
    if (data.person !== own) reload()
    else if (now.kind === 'expired') state.set({ kind: 'signed-in', session: now.session })
  }

  return {
    state,
    async start(client) {
      state.set({ kind: 'starting' })
      try {
        state.set({ kind: 'signed-in', session: await client.get<Session>('/session') })
      } catch (error) {
        const problem = asProblem(error)
        state.set(problem.status === 401 ? { kind: 'signed-out' } : { kind: 'unreachable', problem })
      }
    },
    lost() {
      const now = state.get()
      if (now.kind === 'signed-in') state.set({ kind: 'expired', session: now.session })
    },
    async renew(client) {
      const before = state.get()
      if (before.kind !== 'signed-in') return
      try {
        const session = await client.get<Session>('/session')
        if (state.get() === before) state.set({ kind: 'signed-in', session })
      } catch {
        // What stands is as good as before; the next request that is refused asks again.
      }
    },
    async signIn(client, login, password) {
      const before = state.get()
      const session = await client.send<Session>({ path: '/session', body: { login, password } })
      tabs.postMessage({ person: session.person.id } satisfies TabMessage)
      if (before.kind === 'expired' && before.session.person.id !== session.person.id) reload()
      state.set({ kind: 'signed-in', session })
    },
    async signOut(client) {
      await client.send({ method: 'DELETE', path: '/session' })
      tabs.postMessage({ person: undefined } satisfies TabMessage)
      reload()
    },
  }
}

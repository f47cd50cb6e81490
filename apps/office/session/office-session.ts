import { createContext, useContext } from 'react'
import type { SessionStore } from './session-store.ts'

export const SessionStoreContext = createContext<SessionStore | undefined>(undefined)

export function useSessionStore(): SessionStore {
  const store = useContext(SessionStoreContext)
  if (!store) throw new Error('useSessionStore needs the session gate.')
  return store
}

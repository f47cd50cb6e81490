import { createContext, useContext } from 'react'
import type { SeatRole } from '#lib/roles/index.ts'

export type Seat = {
  readonly id: string
  readonly agencyId: string
  readonly agencyName: string
  readonly unitName: string
  /** The position's title: "Chủ tịch", "Văn thư". */
  readonly title: string
  readonly role: SeatRole
}

/** What `GET /api/v1/session` answers. */
export type Session = {
  readonly person: { readonly id: string; readonly fullName: string }
  readonly installationAdministrator: boolean
  readonly seats: readonly Seat[]
  readonly mustChangePassword: boolean
  readonly demonstration: boolean
}

export const SessionContext = createContext<Session | undefined>(undefined)
export const SeatContext = createContext<Seat | undefined>(undefined)

/** The person who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a screen inside the session.')
  return session
}

/** The seat of this screen, as its address says: every request of the screen is made in it. */
export function useSeat(): Seat {
  const seat = useContext(SeatContext)
  if (!seat) throw new Error('useSeat needs a screen below /s/:seat/.')
  return seat
}

/** The same, where a screen may also stand outside a seat (own account). */
export const useMaybeSeat = (): Seat | undefined => useContext(SeatContext)

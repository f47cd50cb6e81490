import type { SeatRole } from '#lib/roles/index.ts'
import type { SeatActor } from '../acts/actor.ts'

export type SeatSummary = {
  readonly id: string
  readonly agencyId: string
  readonly agencyName: string
  readonly unitName: string
  readonly title: string
  readonly role: SeatRole
}

/** What signing in needs to know of people and seats; the agencies module answers, `apps/server` wires it. */
export type SeatDirectory = {
  /** The person's name, and whether he runs the installation; nothing when the person is unknown. */
  findPerson(personId: string): Promise<{ fullName: string; installationAdmin: boolean } | undefined>
  /** Seats that are held today. */
  seatsOf(personId: string): Promise<readonly SeatSummary[]>
  /** The actor of a seat, if it is this person's and held today. */
  findActor(personId: string, seat: { id: string; agencyId: string }): Promise<SeatActor | undefined>
}

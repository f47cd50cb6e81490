import { officeRoles, type SeatRole, type Standing } from '#lib/roles/index.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { agencyPermissions, type IssuerKind, keepersForOffice, standingsOfRole } from './contract.ts'

/** Units, seats, logins and other people's delegations are the administrator's; standing in for him gives none of it. */
export const mayAdminister = (actor: Actor): boolean => actor.kind === 'system' || actor.role === 'agency-admin'

/** What the regulations say of signing by order is entered by who keeps the office's people or its paper. */
export const mayArrangeSigning = (actor: Actor): boolean =>
  actor.kind === 'system' || agencyPermissions['arrange-signing'].roles.includes(actor.role)

/** What the whole office uses (its groups of recipients, its phrases) is kept by those who run its correspondence. */
export const mayKeepForOffice = (actor: Actor): boolean =>
  actor.kind === 'system' || keepersForOffice.includes(actor.role)

/** Every holder of a seat delegates his own work; the administrator also another's. */
export const mayDelegateFor = (actor: Actor, fromSeatId: string): boolean =>
  mayAdminister(actor) || (actor.kind === 'seat' && actor.seatId === fromSeatId)

/** Only seats that handle documents are stood in for and stand in: the administrator gets no reader's rights this way. */
export const handlesDocuments = (role: SeatRole): boolean => officeRoles.includes(role)

/**
 * Who may sign by special authorisation (TUQ.) for whom: the head of the body, or who acts as head, authorises the head of
 * a unit of it; a deputy signs KT. and cannot authorise. Source: NĐ 30/2020 Điều 13.3.
 */
export const mayAuthoriseSigning = (from: Standing, to: Standing): boolean =>
  (from === 'head' || from === 'acting-head') && to === 'unit-head'

export const standingFits = (role: SeatRole, standing: Standing): boolean => standingsOfRole[role].includes(standing)

/** The one who stands first in a body; there is at most one at a time. */
export const firstStandings: readonly Standing[] = ['head', 'acting-head', 'deputy-in-charge']

/** Where a unit stands in the tree. */
export type Place = { readonly id: string; readonly parent_id: string | null }

/** Whether a unit would come to stand under itself. */
export function wouldStandBelowItself(units: readonly Place[], unitId: string, parentId: string | null): boolean {
  const parents = new Map(units.map(unit => [unit.id, unit.parent_id]))
  for (let at: string | null | undefined = parentId; at; at = parents.get(at)) if (at === unitId) return true
  return false
}

/** A person's seat in some agency, as signing in knows it. */
export type PersonSeat = { readonly agency_id: string; readonly given_at: Date }

/**
 * The agency that looks after a person's login: the one that made it while he sits there, else the one that seated him
 * first among those where he sits; of one who sits nowhere any more, the one that made it. Whoever may reset a password can act in all of the person's seats, so an office that
 * merely seated him too may not.
 */
export function agencyInCharge(home: string | null, heldSeats: readonly PersonSeat[]): string | undefined {
  if (home && heldSeats.some(seat => seat.agency_id === home)) return home
  const first = heldSeats.toSorted((left, right) => left.given_at.getTime() - right.given_at.getTime()).at(0)
  return first?.agency_id ?? home ?? undefined
}

/** Kinds of bodies in the order in which a search shows those that fit alike. */
export const kindsInOrder: readonly IssuerKind[] = [
  'government',
  'ministry',
  'people-committee',
  'people-council',
  'office',
  'department',
  'service-centre',
  'party',
  'mass-organisation',
  'state-agency',
  'village',
  'other',
]

import { expect, test } from 'vitest'
import { officeRoles, readsDocuments, type SeatRole, seatRoles } from '#lib/roles/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { SeatActor } from '#platform/acts/actor.ts'
import { leadsPeople } from '#platform/acts/hats.ts'
import { actRequest } from '#tests/office/act-requests.ts'
import { type Direction, incomingActs, incomingStates, outgoingActs, outgoingStates } from './contract.ts'
import { hatStandpoints } from './incoming/policy.ts'
import { incomingTable } from './incoming/states.ts'
import { partsOf } from './outgoing/policy.ts'
import { signingRoles } from './outgoing/signing.ts'
import { outgoingTable } from './outgoing/states.ts'
import { incomingRoutes } from './routes-incoming.ts'
import { outgoingRoutes } from './routes-outgoing.ts'

const [seatId, unitId, other] = ['the seat', 'its unit', 'another']
const seatOf = (role: SeatRole): SeatActor => ({
  ...{ seatId, unitId, role, standing: 'head', fullName: '', title: '', agencyId: '', personId: '', standsInFor: [] },
  ...{ kind: 'seat', unitName: '', issuerId: other },
})

/** Everything that a seat of a role can be to an incoming document: who leads people is given it to direct. */
function incomingParts(role: SeatRole) {
  const actor = seatOf(role)
  const work = { state: 'in-progress', toSeatId: seatId, toUnitId: null, enteredAs: 'from-paper' }
  const works = [
    { ...work, fromSeatId: seatId, onBehalfOfSeatId: null, mayChangeAs: seatId },
    { ...work, fromSeatId: other, onBehalfOfSeatId: seatId, mayChangeAs: seatId },
    { ...work, fromSeatId: seatId, onBehalfOfSeatId: other, mayChangeAs: other },
  ] as unknown as Assignment[]
  const holder_seat_id = leadsPeople({ role }) ? seatId : other
  const document = { state: 'assigned', holder_seat_id, holder_unit_id: null, proposal: null, sender_agency_id: null }
  const inOffice = officeRoles.includes(role)
  return hatStandpoints(actor, document as never, inOffice ? works : [], inOffice ? seatId : null).flatMap(({ is }) => [
    ...is,
  ])
}

/** The same of an outgoing one: written in the unit, signed by those who sign at all, read by whoever is asked. */
function outgoingParts(role: SeatRole) {
  const document = {
    ...{ drafter_seat_id: seatId, drafting_unit_id: unitId },
    signer_seat_id: signingRoles.includes(role) ? seatId : other,
  }
  const reviews = readsDocuments(role) ? [{ seat_id: seatId, state: 'asked' as const }] : []
  return partsOf({ ...seatOf(role), standIn: undefined }, document, reviews)
}

const everything = { has: () => true, size: 0 } as unknown as ReadonlySet<never>
const offered: Readonly<Record<Direction, (role: SeatRole) => ReadonlySet<string>>> = {
  incoming: role => {
    const at = { is: new Set(incomingParts(role)), has: everything }
    return new Set(incomingStates.flatMap(state => incomingTable.allowed(state, at)))
  },
  outgoing: role => {
    const at = { is: outgoingParts(role), has: everything }
    return new Set(outgoingStates.flatMap(state => outgoingTable.allowed(state, at)))
  },
}

test.for([
  ['incoming', incomingActs, incomingRoutes],
  ['outgoing', outgoingActs, outgoingRoutes],
] as const)(
  'no act on %s documents is offered to a role whose request the route turns away',
  ([direction, acts, routes]) => {
    const turnedAway = acts.flatMap(act => {
      const route = routes.find(({ method, path }) => `${method.toUpperCase()} ${path}` === actRequest(direction, act))
      const { access } = route!
      const admitted = typeof access === 'string' ? seatRoles : access.roles
      return seatRoles
        .filter(role => offered[direction](role).has(act) && !admitted.includes(role))
        .map(role => [act, role])
    })
    expect(turnedAway).toEqual([])
    // Each act is somebody's.
    expect(acts.filter(act => !seatRoles.some(role => offered[direction](role).has(act)))).toEqual([])
  },
)

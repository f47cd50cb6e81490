import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { giveWork } from './give-work.ts'
import { type OpenRegister, routeOf } from './open-register.ts'
import { type Place, waitForProposal } from './settle.ts'

type ToPlace = {
  readonly id: string
  readonly arrived_at: Date
  readonly restricted: boolean
  readonly typeCode: string | null
  readonly dueOn: CalendarDate | null
}

/**
 * Where a document goes once it is registered: to the leader whom the clerk names, else as the register's route for its
 * type says. A route straight to a unit gives the work at once (NĐ 30/2020 Điều 23; the agency's regulation).
 *
 * @throws documents.LeaderNeeded, NotALeader; agencies.SeatUnknown, UnitUnknown
 */
export async function firstPlace(
  context: ActContext,
  register: OpenRegister,
  document: ToPlace,
  leaderSeatId: string | undefined,
): Promise<Place> {
  const { route, unitId } = routeOf(register, document.typeCode)
  if (leaderSeatId) return withLeader(context, leaderSeatId)
  // A unit without a head could not take it: then the leader decides, and registration goes on.
  if (route === 'unit' && (await context.ports.agencies.findUnitHead(context, unitId!)))
    return straightToUnit(context, document, unitId!)
  if (route === 'office-head') {
    const place = await waitForProposal(context)
    if (!place.seatId) throw documentErrors.LeaderNeeded()
    return { ...place, receiver: receivedBy(context, place.name) }
  }
  const [first] = await context.ports.agencies.seatsWhere(context, { role: 'leader' })
  if (!first) throw documentErrors.LeaderNeeded()
  return beforeLeader(context, first)
}

/** A document that waits for a leader's direction. @throws documents.NotALeader; agencies.SeatUnknown */
export async function withLeader(context: ActContext, seatId: string): Promise<Place> {
  const [seat] = await context.ports.agencies.getSeats(context, [seatId])
  if (seat!.role !== 'leader') throw documentErrors.NotALeader({ name: seat!.fullName })
  return beforeLeader(context, seat!)
}

const beforeLeader = (context: ActContext, { id, fullName }: { id: string; fullName: string }): Place => ({
  state: 'awaiting-direction',
  seatId: id,
  unitId: null,
  name: fullName,
  receiver: receivedBy(context, fullName),
})

async function straightToUnit(context: ActContext, document: ToPlace, unitId: string): Promise<Place> {
  const [lead] = await giveWork(context, document, {
    from: { seatId: context.actor.seatId, enteredAs: 'by-route' },
    text: 'Chuyển đơn vị xử lý theo quy chế làm việc.',
    targets: [{ unitId, role: 'lead' }],
    dueOn: document.dueOn,
    needsLead: true,
  })
  return {
    state: 'assigned',
    seatId: null,
    unitId,
    name: lead!.toName,
    receiver: receivedBy(context, lead!.toName),
  }
}

const receivedBy = ({ today }: ActContext, name: string) => ({ name, passedOn: today })

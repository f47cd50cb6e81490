import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import type { Today } from './contract.ts'
import { whoHasOutgoing } from './outgoing/hand-over.ts'
import { statesThatWait, workOfSeat } from './work-of-seat.ts'

type Left = z.input<typeof Today>['left']
const mostLooked = 200

/**
 * The seats that ended with work open, and how much: it must be handed over (NĐ 30/2020 Phụ lục VI, D71). Clerk and office
 * head answer for the whole office, the head of a unit for his unit.
 */
export async function workLeft(context: ActContext): Promise<Left> {
  const hats = hatsOf(context.actor, 'incoming')
  const ofAll = hats.some(hat => hat.role === 'clerk' || hat.role === 'office-head')
  const unitIds = hats.filter(hat => hat.role === 'unit-head').map(hat => hat.unitId)
  if (!ofAll && unitIds.length === 0) return []
  const ended = await context.ports.agencies.endedSeats(context, ofAll ? {} : { unitIds })
  const holding = await whoHolds(
    context,
    ended.map(seat => seat.id),
  )
  const left: Left = []
  for (const seat of ended.filter(({ id }) => holding.has(id))) {
    const { items, hidden } = await workOfSeat(context, seat.id)
    const count = items.length + hidden
    if (count > 0)
      left.push({ ...{ seatId: seat.id, name: seat.fullName, title: seat.title }, endedOn: seat.validTo!, count })
  }
  return left
}

async function whoHolds(context: ActContext, seatIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (seatIds.length === 0) return new Set()
  const { tx, agency, ports } = context
  const work = await ports.assignments.openOf(context, { seatIds, unitIds: [] }, mostLooked)
  const decisions = await tx
    .selectFrom('incoming_documents')
    .select('holder_seat_id')
    .distinct()
    .where('agency_id', '=', agency)
    .where('holder_seat_id', 'in', seatIds)
    .where('state', 'in', statesThatWait)
    .execute()
  return new Set([
    ...work.map(one => one.toSeatId!),
    ...decisions.map(row => row.holder_seat_id!),
    ...(await whoHasOutgoing(context, seatIds)),
  ])
}

import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import type { Today } from './contract.ts'
import { incomingSubject } from './incoming/rows.ts'
import { countOutgoingOf } from './outgoing/hand-over.ts'
import { statesThatWait } from './work-of-seat.ts'

type Left = z.input<typeof Today>['left']

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
  if (ended.length === 0) return []
  const seatIds = ended.map(seat => seat.id)
  const [incoming, outgoing] = await Promise.all([countIncoming(context, seatIds), countOutgoingOf(context, seatIds)])
  return ended.flatMap(({ id, fullName, title, validTo }) => {
    const count = (incoming.get(id) ?? 0) + (outgoing.get(id) ?? 0)
    return count > 0 ? [{ seatId: id, name: fullName, title, endedOn: validTo!, count }] : []
  })
}

/**
 * How many incoming documents wait for each of these seats: for its decision, or with work given to it. What is restricted
 * counts too, or a seat would be believed to be cleared.
 */
async function countIncoming(context: ActContext, seatIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { tx, agency, ports } = context
  const { type } = incomingSubject('')
  const given = await ports.assignments.openSubjectsOf(context, { type, seatIds })
  const { rows } = await sql<{ seat_id: string; count: number }>`
    with left_open as (
      select holder_seat_id as seat_id, id from incoming_documents where agency_id = ${agency}
        and holder_seat_id in (${sql.join(seatIds)}) and state in (${sql.join(statesThatWait)})
      union select * from unnest(${given.map(one => one.seatId)}::uuid[], ${given.map(one => one.subjectId)}::uuid[]))
    select seat_id, count(*)::int as count from left_open group by seat_id`.execute(tx)
  return new Map(rows.map(row => [row.seat_id, row.count]))
}

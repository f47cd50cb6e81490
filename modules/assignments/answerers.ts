import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import type { AssignmentRow } from './queries.ts'
import { deciderOf } from './rights.ts'

/**
 * Whoever answers for given work and is told of it: who decided it, and who stood in for him. Who typed in a leader's
 * decision is not among them. What nobody decided (a register's route did), and what one decided whose seat has ended, is
 * answered for by the office head and by the first leader.
 */
export async function answerersOf(context: ActContext, row: AssignmentRow): Promise<readonly string[]> {
  const decider = deciderOf(row)
  const { officeHead, leader } = await firstOnes(context)
  if (decider === null) return [officeHead ?? leader].filter(one => one !== undefined)
  const standIn = row.entered_as === 'delegation' ? [row.from_seat_id] : []
  const seat = await context.ports.agencies.findSeat(context, decider)
  const isHeld = seat && (seat.validTo === null || seat.validTo > context.today)
  return [...standIn, isHeld ? decider : leader].filter(one => one !== undefined)
}

/** What the acting seat, or one it stands in for, answers for where nobody else does. */
export async function answersForTheRest(context: ActContext): Promise<{ byRoute: boolean; ended: boolean }> {
  const { officeHead, leader } = await firstOnes(context)
  const is = (seatId: string | undefined) => hatsOf(context.actor, 'all').some(hat => hat.seatId === seatId)
  return { byRoute: is(officeHead ?? leader), ended: is(leader) }
}

async function firstOnes(context: ActContext): Promise<{ officeHead: string | undefined; leader: string | undefined }> {
  const seats = await context.ports.agencies.seatsWhere(context, { role: ['office-head', 'leader'] })
  const first = (role: string) => seats.find(seat => seat.role === role)?.id
  return { officeHead: first('office-head'), leader: first('leader') }
}

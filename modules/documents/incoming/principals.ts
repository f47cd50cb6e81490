import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { documentErrors } from '../contract.ts'

/** For whom a direction is given, when it is not the actor's own. */
export type Principal = {
  readonly seatId: string
  readonly name: string
  readonly title: string
  /** `from-paper`: typed in for a leader who wrote or said it; `delegation`: the actor stands in for him. */
  readonly enteredAs: 'from-paper' | 'delegation'
}

/** For whom the acting seat may give a direction: those it stands in for; for clerk and office head every leader. */
export async function possiblePrincipals(
  context: ActContext,
  mayDirect: boolean,
): Promise<{ seatId: string; name: string; title: string }[]> {
  if (!mayDirect) return []
  const { actor, ports } = context
  const standIns = hatsOf(actor, 'incoming').flatMap(({ standIn }) => standIn ?? [])
  const leaders = typesInForLeaders(context) ? await ports.agencies.seatsWhere(context, { role: 'leader' }) : []
  const all = [
    ...standIns.map(({ seatId, fullName, title }) => ({ seatId, name: fullName, title })),
    ...leaders.map(({ id, fullName, title }) => ({ seatId: id, name: fullName, title })),
  ]
  return [...new Map(all.map(one => [one.seatId, one])).values()].filter(one => one.seatId !== actor.seatId)
}

/**
 * The leader in whose name somebody gives a direction (nhập hộ bút phê; xử lý thay): shown as such everywhere.
 *
 * @throws documents.NotALeader; platform.NotAllowed; agencies.SeatUnknown
 */
export async function principalOf(context: ActContext, seatId: string): Promise<Principal> {
  const standIn = hatsOf(context.actor, 'incoming').find(hat => hat.seatId === seatId)?.standIn
  if (standIn) return { seatId, name: standIn.fullName, title: standIn.title, enteredAs: 'delegation' }
  if (!typesInForLeaders(context)) throw platformErrors.NotAllowed({ roles: 'Văn thư, Chánh Văn phòng' })
  const [seat] = await context.ports.agencies.getSeats(context, [seatId])
  if (seat!.role !== 'leader') throw documentErrors.NotALeader({ name: seat!.fullName })
  return { seatId, name: seat!.fullName, title: seat!.title, enteredAs: 'from-paper' }
}

const typesInForLeaders = ({ actor }: ActContext): boolean => actor.role === 'clerk' || actor.role === 'office-head'

import { vietnamTime } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { type ActingCase, takeUp } from './case.ts'
import { recordOutgoing } from './record.ts'

/** Whoever took a draft in hand has it until he gives it back; what he forgot is free again the next day. */
const heldForMillis = 24 * 3_600_000

/** Takes a draft to edit it ('lấy để sửa'): the others see who has it. @throws documents.SomebodyEdits */
export async function holdDraft(context: ActContext, { id }: { id: string }): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'edit')
  await refuseEdited(context, theCase)
  const inHand = { editing_seat_id: context.actor.seatId, editing_since: context.now }
  await recordOutgoing(context, theCase, { after: theCase.document.state }, inHand)
  return { id }
}

/** Gives a draft back unedited. */
export async function releaseDraft(context: ActContext, { id }: { id: string }): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'release')
  if (theCase.document.editing_seat_id === context.actor.seatId)
    await recordOutgoing(context, theCase, { after: theCase.document.state }, notInHand)
  return { id }
}

/** Who has the draft in hand now; nobody when he forgot it. */
export const heldBy = (
  { now }: Pick<ActContext, 'now'>,
  { editing_seat_id, editing_since }: ActingCase['document'],
): { seatId: string; since: Date } | undefined =>
  editing_seat_id && editing_since && now.getTime() - editing_since.getTime() <= heldForMillis
    ? { seatId: editing_seat_id, since: editing_since }
    : undefined

export const notInHand = { editing_seat_id: null, editing_since: null } as const

/** @throws documents.SomebodyEdits while another has the draft in hand */
export async function refuseEdited(context: ActContext, { document }: Pick<ActingCase, 'document'>): Promise<void> {
  const held = heldBy(context, document)
  if (!held || held.seatId === context.actor.seatId) return
  const names = await context.ports.agencies.seatNames(context, [held.seatId])
  throw documentErrors.SomebodyEdits({
    name: names.get(held.seatId)?.fullName ?? '',
    since: vietnamTime(held.since),
  })
}

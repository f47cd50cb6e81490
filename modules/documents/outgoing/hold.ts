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

export const notInHand = { editing_seat_id: null, editing_since: null } as const

/** @throws documents.SomebodyEdits while another has the draft in hand */
export async function refuseEdited(context: ActContext, { document }: Pick<ActingCase, 'document'>): Promise<void> {
  const { editing_seat_id, editing_since } = document
  if (!editing_seat_id || !editing_since || editing_seat_id === context.actor.seatId) return
  if (context.now.getTime() - editing_since.getTime() > heldForMillis) return
  const names = await context.ports.agencies.seatNames(context, [editing_seat_id])
  throw documentErrors.SomebodyEdits({
    name: names.get(editing_seat_id)?.fullName ?? '',
    since: vietnamTime(editing_since),
  })
}

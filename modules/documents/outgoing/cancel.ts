import type { ActContext } from '#platform/acts/context.ts'
import { cancelNumber } from '#platform/numbering/numbering.ts'
import { replyDropped } from '../incoming/reply-link.ts'
import { takeUp } from './case.ts'
import { notInHand } from './hold.ts'
import { recordOutgoing } from './record.ts'

/** Drops a draft, or a numbered document before it is dispatched: the number stays, struck out with the reason. */
export async function cancelOutgoing(
  context: ActContext,
  { id, reason }: { id: string; reason: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'cancel')
  if (theCase.document.number !== null) await cancelNumber(context, id, reason)
  const gone = { state_reason: reason, holder_seat_id: null, holder_unit_id: null, holder_name: '', ...notInHand }
  await recordOutgoing(context, theCase, { after: 'cancelled', text: reason }, gone)
  await replyDropped(context, theCase.document)
  return { id }
}

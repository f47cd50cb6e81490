import type { ActContext } from '#platform/acts/context.ts'
import { cancelNumber } from '#platform/numbering/numbering.ts'
import { replyWithdrawn } from '../incoming/reply-link.ts'
import { askBack } from './ask-back.ts'
import { type ActingCase, takeUp } from './case.ts'
import { insideSeats } from './inside.ts'
import { recallOrderOf } from './recall-order.ts'
import { recordOutgoing } from './record.ts'
import { tell } from './tell.ts'

/**
 * Thu hồi: freezes the document and its data, strikes its number out, and asks every receiver to cancel it; order, reason,
 * time and each answer are kept on both sides. Who decided is recorded also where another carries it out in his name.
 *
 * Source: NĐ 30/2020 Điều 18.4; Phụ lục VI, III.8.
 * @throws documents.RecallOrderMissing, RecallOrderUnfit
 */
export async function recallOutgoing(
  context: ActContext,
  { id, reason, orderedBySeatId }: { id: string; reason: string; orderedBySeatId?: string | undefined },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'recall')
  const order = await recallOrderOf(context, theCase, orderedBySeatId)
  const { name, title } = order
  await askBack(context, theCase, { kind: 'recall', orderedBy: { name, title } }, reason)
  await tellInside(context, theCase, reason)
  await cancelNumber(context, id, reason)
  const frozen = { recalled_at: context.now, state_reason: reason, recall_ordered_by: order.seatId }
  const inPlaceOf = order.seatId === context.actor.seatId ? undefined : { seatId: order.seatId, fullName: name }
  const said = { after: 'recalled', text: reason, detail: { orderedBy: order } } as const
  await recordOutgoing(context, { ...theCase, inPlaceOf }, said, frozen)
  await replyWithdrawn(context, theCase.document)
  return { id }
}

/** Agencies cancel what they got; own people who had it to read learn that it holds no longer. */
async function tellInside(context: ActContext, { document, recipients }: ActingCase, reason: string): Promise<void> {
  await tell(context, document, await insideSeats(context, recipients), 'recalled-inside', { reason })
}

import type { ActContext } from '#platform/acts/context.ts'
import { cancelNumber } from '#platform/numbering/numbering.ts'
import { replyWithdrawn } from '../incoming/reply-link.ts'
import { askBack } from './ask-back.ts'
import { type ActingCase, takeUp } from './case.ts'
import { insideSeats } from './inside.ts'
import { recordOutgoing } from './record.ts'
import { tell } from './tell.ts'

/**
 * Thu hồi: freezes the document and its data, strikes its number out, and asks every receiver to cancel it; order, reason,
 * time and each answer are kept on both sides.
 *
 * Source: NĐ 30/2020 Điều 18.4; Phụ lục VI, III.8.
 */
export async function recallOutgoing(
  context: ActContext,
  { id, reason }: { id: string; reason: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'recall')
  await askBack(context, theCase, 'recall', reason)
  await tellInside(context, theCase, reason)
  await cancelNumber(context, id, reason)
  const frozen = { recalled_at: context.now, state_reason: reason }
  await recordOutgoing(context, theCase, { after: 'recalled', text: reason }, frozen)
  await replyWithdrawn(context, theCase.document)
  return { id }
}

/** Agencies cancel what they got; own people who had it to read learn that it holds no longer. */
async function tellInside(context: ActContext, { document, recipients }: ActingCase, reason: string): Promise<void> {
  for (const seatId of await insideSeats(context, recipients))
    await tell(context, document, seatId, 'recalled-inside', { reason })
}

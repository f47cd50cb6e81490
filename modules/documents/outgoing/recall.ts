import type { ActContext } from '#platform/acts/context.ts'
import { cancelNumber } from '#platform/numbering/numbering.ts'
import { dropReply } from '../incoming/reply-link.ts'
import { askBack } from './ask-back.ts'
import { takeUp } from './case.ts'
import { recordOutgoing } from './record.ts'

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
  await cancelNumber(context, id, reason)
  await dropReply(context, theCase.document)
  const frozen = { recalled_at: context.now, state_reason: reason }
  await recordOutgoing(context, theCase, { after: 'recalled', text: reason }, frozen)
  return { id }
}

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { TieToIncoming } from '../contract.ts'
import { replyMoved } from '../incoming/reply-link.ts'
import { findIncoming } from '../incoming/rows.ts'
import { requireVisible } from '../readers.ts'
import { takeUp } from './case.ts'
import { nextRevision, refuseMoved } from './moved.ts'
import { recordOutgoing } from './record.ts'

/**
 * Ties a draft to the incoming document that it answers, as if it had been begun from it; or to none. What it answered
 * before waits for another answer, if there is none.
 *
 * @throws documents.DraftMoved; platform.NotFound for an incoming document that the acting seat may not see
 */
export async function tieToIncoming(
  context: ActContext,
  { id, inReplyTo, revision }: z.output<typeof TieToIncoming> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'tie-to-incoming')
  await refuseMoved(context, theCase, { revision })
  const { document } = theCase
  const before = document.in_reply_to
  if (before === inReplyTo) return { id }
  if (inReplyTo) await requireVisible(context, 'incoming', await findIncoming(context, inReplyTo))
  // Readers of the draft may not see what it answers, nor know that it is there.
  const said = { after: document.state, auditedOnly: { before, inReplyTo } }
  await recordOutgoing(context, theCase, said, { in_reply_to: inReplyTo, ...nextRevision(theCase) })
  await replyMoved(context, document, inReplyTo)
  return { id }
}

import type { ActContext } from '#platform/acts/context.ts'
import { replyWithdrawn } from '../incoming/reply-link.ts'
import { dropReadersFor } from '../readers.ts'
import { askBack } from './ask-back.ts'
import { takeUp } from './case.ts'
import { dropOpenReviews, withDrafter } from './give-back.ts'
import { refuseEdited } from './hold.ts'
import { recordOutgoing } from './record.ts'

/**
 * Lấy lại: a draft that lies before others goes back to its author; what was dispatched by mistake and opened nowhere goes
 * back to the clerk, and each receiver answers whether it gives the document back. It is not the legal recall.
 *
 * @throws documents.AlreadyOpenedThere, SomebodyEdits
 */
export async function takeBack(
  context: ActContext,
  { id, reason = '' }: { id: string; reason?: string | undefined },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'take-back')
  const { document } = theCase
  if (document.state !== 'dispatched') {
    await refuseEdited(context, theCase)
    await dropOpenReviews(context, id)
    await recordOutgoing(context, theCase, { after: 'draft' }, await withDrafter(context, document))
    return { id }
  }
  await askBack(context, theCase, { kind: 'take-back' }, reason)
  await dropReadersFor(context, id, 'recipient')
  const { seatId, fullName } = context.actor
  await recordOutgoing(
    context,
    theCase,
    { after: 'numbered', text: reason || undefined },
    { dispatched_at: null, dispatched_by: null, holder_seat_id: seatId, holder_name: fullName },
  )
  await replyWithdrawn(context, document)
  return { id }
}

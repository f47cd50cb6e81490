import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { takeUp } from './case.ts'
import { renew, send } from './dispatch.ts'
import { refuseGone } from './gone.ts'
import { isGivenBack, isRefused } from './policy.ts'
import { recordOutgoing } from './record.ts'
import { recipientsOf } from './rows.ts'

/**
 * A take-back that one receiver could not answer leaves the document dispatched, while the others have given it back and
 * stand without it: they are sent it again, each as a pair of its own. So is one who refused it, when the clerk names him;
 * who refuses for a good reason is not sent it unasked. The document and its number are the same.
 *
 * @throws documents.NothingGivenBack, RecipientGone
 */
export async function dispatchAgain(
  context: ActContext,
  { id, recipientId }: { id: string; recipientId?: string | undefined },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'dispatch-again')
  const { document, recipients } = theCase
  const without = recipientId
    ? recipients.filter(one => one.id === recipientId && (isGivenBack(one) || isRefused(one)))
    : recipients.filter(isGivenBack)
  if (without.length === 0) throw documentErrors.NothingGivenBack()
  await refuseGone(context, without)
  await renew(
    context,
    without.map(one => one.id),
  )
  const anew = (await recipientsOf(context, id)).filter(one => one.state === 'waiting')
  await send(context, document, anew)
  const detail = recipientId ? { to: without[0]!.name } : { recipients: anew.length }
  await recordOutgoing(context, theCase, { after: 'dispatched', detail }, {})
  return { id }
}

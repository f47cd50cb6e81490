import type { ActContext } from '#platform/acts/context.ts'
import { takeUp } from './case.ts'
import { renew, send } from './dispatch.ts'
import { refuseGone } from './gone.ts'
import { isGivenBack } from './policy.ts'
import { recordOutgoing } from './record.ts'
import { recipientsOf } from './rows.ts'

/**
 * A take-back that one receiver could not answer leaves the document dispatched, while the others have given it back and
 * stand without it: they are sent it again, each as a pair of its own. The document and its number are the same.
 *
 * @throws documents.NothingGivenBack, RecipientGone
 */
export async function dispatchAgain(context: ActContext, { id }: { id: string }): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'dispatch-again')
  const { document } = theCase
  const without = theCase.recipients.filter(isGivenBack)
  await refuseGone(context, without)
  await renew(
    context,
    without.map(one => one.id),
  )
  const anew = (await recipientsOf(context, id)).filter(one => one.state === 'waiting')
  await send(context, document, anew)
  await recordOutgoing(context, theCase, { after: 'dispatched', detail: { recipients: anew.length } }, {})
  return { id }
}

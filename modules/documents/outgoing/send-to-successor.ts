import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { takeUp } from './case.ts'
import { send } from './dispatch.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { isSucceeded } from './policy.ts'
import { recordOutgoing } from './record.ts'
import { recipientsOf } from './rows.ts'
import { addRecipient } from './write-recipients.ts'

/**
 * A recipient was closed between dispatch and delivery and its office turned the document away: it is sent to who took
 * over, as a pair of its own. The old recipient stays in the list with its reason.
 *
 * @throws documents.NoSuccessor, RecipientGone
 */
export async function sendToSuccessor(
  context: ActContext,
  { id, recipientId }: { id: string; recipientId: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'send-to-successor')
  const { document, recipients } = theCase
  const closed = recipients.find(one => one.id === recipientId && isSucceeded(one, recipients))
  if (!closed) throw documentErrors.NoSuccessor()
  const { name } = await addRecipient(context, id, {
    ...{ id: context.newId(), kind: 'agency', carrier: 'system' },
    ...{ issuerId: closed.successor_issuer_id!, purpose: closed.purpose as 'act' },
  })
  const anew = (await recipientsOf(context, id)).filter(one => one.state === 'waiting')
  await send(context, document, anew)
  await recordOutgoing(context, theCase, { after: 'dispatched', detail: { from: closed.name, to: name } }, {})
  await indexOutgoing(context, id)
  return { id }
}

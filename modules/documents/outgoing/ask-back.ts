import type { ActContext } from '#platform/acts/context.ts'
import type { ExchangePayload, WithdrawalMessage } from '../contract.ts'
import type { ActingCase } from './case.ts'
import { goesThroughExchange } from './message.ts'
import type { RecipientRow } from './rows.ts'
import { needNotBeRead } from './unread.ts'

/** What stands between sender and receiver is over: nothing is there any more to be asked back. */
const over: readonly string[] = ['refused', 'taken-back', 'recalled']

/** How a recipient stands while it is asked for the document, and afterwards. */
const words = {
  'take-back': { asked: 'take-back-asked', done: 'taken-back' },
  recall: { asked: 'recall-asked', done: 'recalled' },
} as const

/**
 * Asks everybody who got a document for it: agencies answer by a state; own units and people no longer have it, and what
 * was never carried away need not come back. A paper that was handed over is asked for until it lies here again.
 */
export async function askBack(
  context: ActContext,
  { document, recipients }: Pick<ActingCase, 'document' | 'recipients'>,
  { kind, orderedBy }: Pick<WithdrawalMessage, 'kind' | 'orderedBy'>,
  reason: string,
): Promise<void> {
  const reached = recipients.filter(one => !over.includes(one.state))
  const [agencies, others] = [reached.filter(goesThroughExchange), reached.filter(one => !goesThroughExchange(one))]
  await context.outbox(
    agencies.map(receiver => {
      const message: WithdrawalMessage = {
        messageId: context.newId(),
        documentId: document.id,
        recipientId: receiver.id,
        sequence: receiver.state_sequence + 1,
        kind,
        reason,
        byName: context.actor.fullName,
        ...(orderedBy ? { orderedBy } : {}),
      }
      const payload: ExchangePayload = { receiverAgencyId: receiver.receiver_agency_id!, message }
      return { kind: 'exchange.withdrawal', subjectId: receiver.id, payload }
    }),
  )
  await needNotBeRead(context, document.id)
  const onPaper = others.filter(one => one.state === 'handed-over')
  const atOnce = others.filter(one => one.state !== 'handed-over')
  await setStates(context, [...agencies, ...onPaper], words[kind].asked, reason)
  await setStates(context, atOnce, words[kind].done, reason)
}

async function setStates(
  { tx, agency, now }: ActContext,
  recipients: readonly Pick<RecipientRow, 'id'>[],
  state: string,
  reason: string,
): Promise<void> {
  if (recipients.length === 0) return
  await tx
    .updateTable('outgoing_recipients')
    .set({ state, state_reason: reason || null, state_at: now })
    .where('agency_id', '=', agency)
    .where(
      'id',
      'in',
      recipients.map(one => one.id),
    )
    .execute()
}

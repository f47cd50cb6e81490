import type { Context } from '#platform/acts/context.ts'
import type { StateMessage } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { announceOutgoing } from './case.ts'
import { findOutgoing, outgoingSubject } from './rows.ts'

/** What a sender wants to see in the history, not only beside the recipient. */
const worthTelling: readonly StateMessage['state'][] = ['refused', 'recalled', 'taken-back', 'finished']

/**
 * Notes in the sender's agency what became of a document at a receiver. Messages of a pair may come late or twice: a later
 * state never yields to an earlier one.
 */
export async function receiveState(context: Context, message: StateMessage): Promise<'applied' | 'unknown'> {
  const { tx, agency } = context
  const changed = await tx
    .updateTable('outgoing_recipients')
    .set({
      state: message.state,
      state_sequence: message.sequence,
      state_reason: message.reason,
      state_at: new Date(message.at),
    })
    .where('agency_id', '=', agency)
    .where('document_id', '=', message.documentId)
    .where('id', '=', message.recipientId)
    .where('state_sequence', '<', message.sequence)
    .returning(['name'])
    .executeTakeFirst()
  const document = await findOutgoing(context, message.documentId)
  if (!document) return 'unknown'
  if (!changed) return (await pairIsKnown(context, message)) ? 'applied' : 'unknown'
  if (worthTelling.includes(message.state))
    await writeHistory(context, {
      documentId: document.id,
      act: `receiver-${message.state}`,
      before: document.state,
      after: document.state,
      text: message.reason,
      by: { name: message.byName || changed.name, title: changed.name },
    })
  if (message.state === 'refused' && document.dispatched_by)
    await context.notify({
      seatId: document.dispatched_by,
      kind: 'documents.refused-there',
      subject: outgoingSubject(document.id),
      detail: { subject: document.subject, receiver: changed.name },
      onceKey: `refused:${message.messageId}`,
    })
  await announceOutgoing(context, document)
  return 'applied'
}

async function pairIsKnown({ tx, agency }: Context, message: StateMessage): Promise<boolean> {
  const row = await tx
    .selectFrom('outgoing_recipients')
    .select('id')
    .where('agency_id', '=', agency)
    .where('id', '=', message.recipientId)
    .executeTakeFirst()
  return row !== undefined
}

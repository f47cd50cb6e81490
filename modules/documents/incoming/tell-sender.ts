import type { Context } from '#platform/acts/context.ts'
import type { ExchangePayload, StateMessage } from '../contract.ts'
import type { IncomingDocumentRow } from './rows.ts'

type FromSender = Pick<
  IncomingDocumentRow,
  'id' | 'sender_agency_id' | 'sender_document_id' | 'sender_recipient_id' | 'sent_sequence'
>

/**
 * Tells the agency that sent a document what has become of it here, by the same road on which it came. Each message of the
 * pair (document, receiver) has a higher sequence than the one before, so that a late one never undoes a later.
 */
export async function tellSender(
  context: Context,
  document: FromSender,
  state: StateMessage['state'],
  more: {
    readonly reason?: string | null
    readonly byName?: string
    readonly dueAt?: Date
    readonly keeps?: true
  } = {},
): Promise<void> {
  const { tx, agency, actor, now } = context
  const { sender_agency_id, sender_document_id, sender_recipient_id } = document
  if (!sender_agency_id || !sender_document_id || !sender_recipient_id) return
  const { sent_sequence } = await tx
    .updateTable('incoming_documents')
    .set(({ eb }) => ({ sent_sequence: eb('sent_sequence', '+', 1) }))
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .returning('sent_sequence')
    .executeTakeFirstOrThrow()
  const message: StateMessage = {
    messageId: context.newId(),
    documentId: sender_document_id,
    recipientId: sender_recipient_id,
    sequence: sent_sequence,
    state,
    reason: more.reason ?? null,
    byName: more.byName ?? (actor.kind === 'seat' ? actor.fullName : ''),
    at: now.toISOString(),
    ...(more.keeps ? { keeps: true } : {}),
  }
  const payload: ExchangePayload = { receiverAgencyId: sender_agency_id, message }
  await context.outbox({
    kind: 'exchange.state',
    subjectId: sender_recipient_id,
    payload,
    ...(more.dueAt ? { dueAt: more.dueAt } : {}),
  })
}

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
    readonly successorIssuerId?: string
  } = {},
): Promise<void> {
  const { tx, agency } = context
  const { sender_agency_id, sender_document_id, sender_recipient_id } = document
  if (!sender_agency_id || !sender_document_id || !sender_recipient_id) return
  const { sent_sequence } = await tx
    .updateTable('incoming_documents')
    .set(({ eb }) => ({ sent_sequence: eb('sent_sequence', '+', 1) }))
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .returning('sent_sequence')
    .executeTakeFirstOrThrow()
  const pair = { documentId: sender_document_id, recipientId: sender_recipient_id, sequence: sent_sequence }
  await sendState(context, sender_agency_id, { ...pair, state, ...more })
}

type Told = Pick<StateMessage, 'documentId' | 'recipientId' | 'sequence' | 'state'> &
  Partial<Pick<StateMessage, 'reason' | 'byName' | 'keeps' | 'successorIssuerId'>> & { readonly dueAt?: Date }

/** Puts a state of a pair into the outbox, for the agency that sent the document. */
export async function sendState(context: Context, toAgencyId: string, { dueAt, ...told }: Told): Promise<void> {
  const { actor, now } = context
  const message: StateMessage = {
    messageId: context.newId(),
    reason: null,
    byName: actor.kind === 'seat' ? actor.fullName : '',
    at: now.toISOString(),
    ...told,
  }
  const payload: ExchangePayload = { receiverAgencyId: toAgencyId, message }
  await context.outbox({
    kind: 'exchange.state',
    subjectId: told.recipientId,
    payload,
    ...(dueAt ? { dueAt } : {}),
  })
}

import type { Context } from '#platform/acts/context.ts'
import { type Reception, receiverStates, type StateMessage } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { replySent } from '../incoming/reply-link.ts'
import { announceOutgoing, recordOutgoing } from './record.ts'
import { findOutgoing, lockOutgoing, type OutgoingRowStored, type RecipientRow } from './rows.ts'
import { tellClerks } from './tell.ts'

/** What a sender wants to see in the history, not only beside the recipient. */
const worthTelling: readonly StateMessage['state'][] = ['refused', 'recalled', 'taken-back', 'finished']
/** By these a receiver has nothing of the document any more, whatever it was asked. */
const over: readonly StateMessage['state'][] = ['refused', 'recalled', 'taken-back']

/**
 * Notes in the sender's agency what became of a document at a receiver. Messages of a pair may come late or twice: a later
 * state never yields to an earlier one. While a receiver is asked for the document, only its answer counts.
 */
export async function receiveState(context: Context, message: StateMessage, from: string): Promise<Reception> {
  const ends = over.includes(message.state) || message.keeps === true
  // What only tells how far it has come, a hundred times for a letter to all communes, does not wait for the document.
  const document = await (ends ? lockOutgoing : findOutgoing)(context, message.documentId)
  const recipient = document && (await findPair(context, message))
  if (!document || !recipient) return 'unknown'
  if (!mayBe(recipient, message, from)) return 'impossible'
  if (message.sequence <= recipient.state_sequence) return 'applied'
  const asked = recipient.state === 'take-back-asked' || recipient.state === 'recall-asked'
  const answered = ends || !asked
  await writeState(context, recipient, message, answered)
  if (!answered) return 'applied'
  if (worthTelling.includes(message.state)) await writeReceiverState(context, document, recipient, message)
  if (message.keeps && document.state === 'numbered') await goOnAsDispatched(context, document, recipient, message)
  if (message.state === 'refused')
    await tellClerks(context, document, document.dispatched_by, 'refused-there', { receiver: recipient.name })
  await announceOutgoing(context, document)
  return 'applied'
}

/** Who tells a state is the receiver itself, of a document that it was sent. */
const mayBe = (recipient: RecipientRow, { state }: StateMessage, from: string): boolean =>
  recipient.receiver_agency_id === from && recipient.state !== 'waiting' && receiverStates.includes(state)

const findPair = ({ tx, agency }: Context, message: StateMessage): Promise<RecipientRow | undefined> =>
  tx
    .selectFrom('outgoing_recipients')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', message.documentId)
    .where('id', '=', message.recipientId)
    .forUpdate()
    .executeTakeFirst()

const writeState = (
  { tx, agency }: Context,
  { id }: RecipientRow,
  message: StateMessage,
  answered: boolean,
): Promise<unknown> =>
  tx
    .updateTable('outgoing_recipients')
    .set({
      state_sequence: message.sequence,
      ...(answered ? { state: message.state, state_reason: message.reason, state_at: new Date(message.at) } : {}),
      ...(message.successorIssuerId ? { successor_issuer_id: message.successorIssuerId } : {}),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()

const writeReceiverState = (
  context: Context,
  document: OutgoingRowStored,
  recipient: RecipientRow,
  message: StateMessage,
): Promise<void> =>
  writeHistory(context, {
    documentId: document.id,
    act: `receiver-${message.state}`,
    before: document.state,
    after: document.state,
    text: message.reason,
    by: { name: message.byName || recipient.name, title: recipient.name },
  })

/**
 * A receiver had opened the document before it was asked back: it has it, so the document is dispatched as before, and
 * nothing but a recall is left.
 */
async function goOnAsDispatched(
  context: Context,
  document: OutgoingRowStored,
  recipient: RecipientRow,
  message: StateMessage,
): Promise<void> {
  const dispatch = await context.tx
    .selectFrom('document_history')
    .select(['seat_id', 'at'])
    .where('agency_id', '=', context.agency)
    .where('document_id', '=', document.id)
    .where('act', '=', 'dispatch')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const changes = { dispatched_at: dispatch.at, dispatched_by: dispatch.seat_id, holder_seat_id: null, holder_name: '' }
  const said = { after: 'dispatched', text: message.reason ?? undefined, detail: { to: recipient.name } } as const
  await recordOutgoing(context, { document, act: 'kept-by-receiver' }, said, changes)
  await replySent(context, document)
  await tellClerks(context, document, dispatch.seat_id, 'kept-there', { receiver: recipient.name })
}

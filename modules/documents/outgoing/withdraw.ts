import type { ActContext } from '#platform/acts/context.ts'
import { cancelNumber } from '#platform/numbering/numbering.ts'
import { documentErrors, type ExchangePayload, type WithdrawalMessage } from '../contract.ts'
import { type ActingCase, recordOutgoing, takeUp } from './case.ts'
import { goesThroughExchange } from './dispatch.ts'
import { takeBackDraft } from './review.ts'
import type { RecipientRow } from './rows.ts'

/**
 * Lấy lại: a draft that lies before others goes back to its author; what was dispatched by mistake and opened nowhere goes
 * back to the clerk. It is not the legal recall.
 *
 * @throws documents.AlreadyOpenedThere
 */
export async function takeBack(
  context: ActContext,
  input: { id: string; reason?: string | undefined },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'take-back')
  const { document } = theCase
  if (document.state !== 'dispatched') {
    await takeBackDraft(context, theCase)
    return { id: document.id }
  }
  await askBack(context, theCase, 'take-back', input.reason ?? '')
  await setStates(context, document.id, 'taken-back', input.reason ?? null)
  await dropInsideReaders(context, theCase)
  const back = {
    dispatched_at: null,
    dispatched_by: null,
    holder_seat_id: context.actor.seatId,
    holder_name: context.actor.fullName,
  }
  await recordOutgoing(context, theCase, { after: 'numbered', text: input.reason }, back)
  return { id: document.id }
}

/**
 * Thu hồi: freezes the document and its data, strikes its number out, and asks every receiver to cancel it; order, reason,
 * time and each answer are kept on both sides.
 *
 * Source: NĐ 30/2020 Điều 18.4; Phụ lục VI, III.8.
 */
export async function recallOutgoing(
  context: ActContext,
  input: { id: string; reason: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'recall')
  const { document } = theCase
  await askBack(context, theCase, 'recall', input.reason)
  await setStates(context, document.id, 'recall-asked', input.reason)
  await cancelNumber(context, document.id, input.reason)
  await recordOutgoing(
    context,
    theCase,
    { after: 'recalled', text: input.reason },
    { recalled_at: context.now, state_reason: input.reason },
  )
  return { id: document.id }
}

/** Drops a draft, or a numbered document before it is dispatched: the number stays, struck out with the reason. */
export async function cancelOutgoing(
  context: ActContext,
  input: { id: string; reason: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'cancel')
  if (theCase.document.number !== null) await cancelNumber(context, theCase.document.id, input.reason)
  const gone = { state_reason: input.reason, holder_seat_id: null, holder_unit_id: null, holder_name: '' }
  await recordOutgoing(context, theCase, { after: 'cancelled', text: input.reason }, gone)
  return { id: theCase.document.id }
}

const outOfReach = new Set(['refused', 'taken-back', 'recalled'])

async function askBack(
  context: ActContext,
  { document, recipients }: ActingCase,
  kind: WithdrawalMessage['kind'],
  reason: string,
): Promise<void> {
  const receivers = recipients.filter(goesThroughExchange).filter(one => !outOfReach.has(one.state))
  await context.outbox(
    receivers.map(receiver => {
      const message: WithdrawalMessage = {
        messageId: context.newId(),
        documentId: document.id,
        recipientId: receiver.id,
        sequence: receiver.state_sequence + 1,
        kind,
        reason,
        byName: context.actor.fullName,
      }
      const payload: ExchangePayload = { receiverAgencyId: receiver.receiver_agency_id!, message }
      return { kind: 'exchange.withdrawal', subjectId: receiver.id, payload }
    }),
  )
}

const setStates = ({ tx, agency, now }: ActContext, documentId: string, state: string, reason: string | null) =>
  tx
    .updateTable('outgoing_recipients')
    .set({ state, state_reason: reason, state_at: now })
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('state', 'not in', [...outOfReach])
    .execute()

async function dropInsideReaders({ tx, agency }: ActContext, { document }: ActingCase): Promise<void> {
  await tx
    .deleteFrom('document_readers')
    .where('agency_id', '=', agency)
    .where('document_id', '=', document.id)
    .where('why', '=', 'recipient')
    .execute()
}

/** What was carried by hand or sent by post is ticked off with its day. @throws documents.NotByHand */
export async function handedOver(
  context: ActContext,
  input: { id: string; recipientId: string; on: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'hand-over-by-hand')
  const receiver = theCase.recipients.find(
    (one: RecipientRow) => one.id === input.recipientId && one.state === 'by-hand',
  )
  if (!receiver) throw documentErrors.NotByHand()
  await context.tx
    .updateTable('outgoing_recipients')
    .set({ state: 'handed-over', handed_over_on: input.on, state_at: context.now })
    .where('agency_id', '=', context.agency)
    .where('id', '=', receiver.id)
    .execute()
  await recordOutgoing(
    context,
    theCase,
    { after: theCase.document.state, detail: { to: receiver.name, on: input.on } },
    {},
  )
  return { id: theCase.document.id }
}

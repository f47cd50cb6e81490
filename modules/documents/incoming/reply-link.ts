import type { Context } from '#platform/acts/context.ts'
import { writeHistory } from '../history.ts'
import { findIncoming, type IncomingDocumentRow, incomingSubject } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { isOpenIncoming } from './states.ts'

/**
 * Notes at an incoming document which outgoing one answers it and, once that has one, its number and notation: column 6
 * of the follow-up register (NĐ 30/2020 Phụ lục IV, mẫu VIII). Called by the acts of the answer.
 */
export async function noteReply(
  context: Context,
  reply: { readonly incomingId: string; readonly outgoingId: string; readonly notation?: string | null },
): Promise<void> {
  const incoming = await findIncoming(context, reply.incomingId)
  if (!incoming) return
  await context.tx
    .updateTable('incoming_documents')
    .set({ reply_document_id: reply.outgoingId, ...(reply.notation ? { reply_notation: reply.notation } : {}) })
    .where('agency_id', '=', context.agency)
    .where('id', '=', reply.incomingId)
    .execute()
  if (reply.notation) {
    await writeHistory(context, {
      documentId: incoming.id,
      act: 'answered',
      before: incoming.state,
      after: incoming.state,
      detail: { documentId: reply.outgoingId, notation: reply.notation },
    })
    await proposeToFinish(context, incoming, reply.notation)
  }
  await context.audit({
    act: 'documents.note-reply',
    subject: incomingSubject(reply.incomingId),
    after: { outgoing: reply.outgoingId, notation: reply.notation ?? null },
  })
  await announceIncoming(context, incoming)
}

/** The answer has left: whoever holds the document may now say that it is done. */
async function proposeToFinish(context: Context, incoming: IncomingDocumentRow, notation: string): Promise<void> {
  if (!isOpenIncoming(incoming.state)) return
  const { holder_seat_id, holder_unit_id } = incoming
  const head = holder_unit_id ? await context.ports.agencies.findUnitHead(context, holder_unit_id) : undefined
  const seatId = holder_seat_id ?? head?.id
  if (seatId)
    await context.notify({
      seatId,
      kind: 'documents.answered',
      subject: incomingSubject(incoming.id),
      detail: { notation, subject: incoming.subject },
      onceKey: `answered/${incoming.id}/${notation}`,
    })
}

/** The answer is dropped or recalled: what it answered waits for another one. */
export async function dropReply(
  context: Context,
  outgoing: { readonly id: string; readonly in_reply_to: string | null },
): Promise<void> {
  if (!outgoing.in_reply_to) return
  const incoming = await findIncoming(context, outgoing.in_reply_to)
  if (incoming?.reply_document_id !== outgoing.id) return
  await context.tx
    .updateTable('incoming_documents')
    .set({ reply_document_id: null, reply_notation: null })
    .where('agency_id', '=', context.agency)
    .where('id', '=', incoming.id)
    .execute()
  if (incoming.reply_notation)
    await writeHistory(context, {
      documentId: incoming.id,
      act: 'answer-withdrawn',
      before: incoming.state,
      after: incoming.state,
      detail: { documentId: outgoing.id, notation: incoming.reply_notation },
    })
  await context.audit({
    act: 'documents.drop-reply',
    subject: incomingSubject(incoming.id),
    before: { outgoing: outgoing.id, notation: incoming.reply_notation },
    after: {},
  })
  await announceIncoming(context, incoming)
}

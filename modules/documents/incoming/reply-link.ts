import type { Context } from '#platform/acts/context.ts'
import { writeHistory } from '../history.ts'
import { findIncoming, incomingSubject } from './rows.ts'
import { announceIncoming } from './settle.ts'

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
  if (reply.notation)
    await writeHistory(context, {
      documentId: incoming.id,
      act: 'answered',
      before: incoming.state,
      after: incoming.state,
      detail: { documentId: reply.outgoingId, notation: reply.notation },
    })
  await context.audit({
    act: 'documents.note-reply',
    subject: incomingSubject(reply.incomingId),
    after: { outgoing: reply.outgoingId, notation: reply.notation ?? null },
  })
  await announceIncoming(context, incoming)
}

import { formatDate } from '#lib/vietnamese/index.ts'
import type { GoneParty } from '#modules/agencies/contract.ts'
import type { Context } from '#platform/acts/context.ts'
import type { DocumentMessage } from '../contract.ts'
import { sendState } from './tell-sender.ts'

/** Whom a document is for, when that body was closed before the document came: nobody would register it here. */
export async function findGoneAddressee(
  context: Context,
  { addresseeIssuerId }: Pick<DocumentMessage, 'addresseeIssuerId'>,
) {
  const gone = await context.ports.agencies.findGone(context, {
    issuerIds: [addresseeIssuerId],
    unitIds: [],
    seatIds: [],
  })
  return gone.get(addresseeIssuerId)
}

/**
 * A body that was merged or dissolved takes nothing in: what it is sent stays with its sender, who is told since when it is
 * gone and who took over, and may send it there.
 */
export async function turnAway(
  context: Context,
  { documentId, recipientId, sequence, senderAgencyId, addresseeIssuerId, messageId }: DocumentMessage,
  gone: GoneParty,
): Promise<void> {
  const { successor } = gone
  await sendState(context, senderAgencyId, {
    ...{ documentId, recipientId, sequence, state: 'refused', byName: '', reason: reasonOf(gone) },
    ...(successor ? { successorIssuerId: successor.issuerId } : {}),
  })
  await context.audit({
    act: 'documents.turn-away',
    subject: { type: 'issuer', id: addresseeIssuerId },
    after: { from: senderAgencyId, document: documentId, message: messageId, successor: successor?.issuerId ?? null },
  })
}

/** Since when a body is gone, and who took over. */
export function reasonOf({ closedOn, successor }: GoneParty): string {
  const since = closedOn ? ` từ ngày ${formatDate(closedOn)}` : ''
  return successor
    ? `Cơ quan đã sáp nhập${since}; nơi kế thừa: ${successor.name}.`
    : `Cơ quan đã giải thể hoặc sáp nhập${since}; hệ thống chưa ghi nơi kế thừa.`
}

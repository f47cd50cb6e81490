import { notationKey } from '#lib/document-form/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { requestHash } from '#platform/acts/same-request.ts'
import type { DocumentMessage, Reception } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { addReaders } from '../readers.ts'
import { indexDocument } from '../search-index.ts'
import { searchableOf } from './facts.ts'
import { incomingSubject } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { beginLadder } from './tell-rung.ts'
import { tellSender } from './tell-sender.ts'
import { findGoneAddressee, turnAway } from './turn-away.ts'

/**
 * In the receiver's transaction: what another agency sent stands among what arrived, with the facts and files that came
 * with it, and its sender is told so. The same message again changes nothing. Where the addressee is gone, nothing stays.
 */
export async function receiveDocument(context: Context, message: DocumentMessage, from: string): Promise<Reception> {
  if (message.senderAgencyId !== from) return 'impossible'
  const [received, gone] = await Promise.all([findReceived(context, message), findGoneAddressee(context, message)])
  if (received) return 'applied'
  if (gone) {
    await turnAway(context, message, gone)
    return 'turned-away'
  }
  const { tx, agency, now } = context
  const { facts } = message
  const id = context.newId()
  const asRead = { documentId: id, direction: 'incoming', sortAt: now } as const
  const columns = {
    ...{ agency_id: agency, id, request_hash: requestHash(message), state: 'arrived', carrier: 'inside' },
    ...{ addressee_issuer_id: message.addresseeIssuerId, arrived_at: now },
    ...{ type_code: facts.typeCode, number: facts.number, notation: facts.notation },
    ...{ folded_notation: notationKey(facts.notation), issued_on: facts.issuedOn, issuer_id: facts.issuerId },
    ...{ issuer_name: facts.issuerName, issuer_code: facts.issuerCode, subject: facts.subject },
    ...{ document_identifier: facts.documentIdentifier, language: facts.language, pages: facts.pages },
    ...{ signer_title: facts.signerTitle, signer_name: facts.signerName, urgency: facts.urgency },
    ...{ handle_by: facts.handleBy ? new Date(facts.handleBy) : null },
    ...{ restricted: facts.restricted, due_on: facts.dueOn, due_basis: facts.dueOn && 'Theo văn bản', note: null },
    ...{ meeting_at: facts.meetingAt ? new Date(facts.meetingAt) : null, meeting_place: facts.meetingPlace },
    ...{ meeting_chair: facts.meetingChair, meeting_invited: facts.meetingInvited ?? null },
    ...{ signature: facts.signature ?? null },
    ...{ answers_document_id: facts.answersDocumentId },
    ...{ sender_agency_id: message.senderAgencyId, sender_document_id: message.documentId },
    ...{ sender_recipient_id: message.recipientId, sent_sequence: 0 },
  }
  // A letter to all communes is received a hundred times: what needs no answer of the other goes out together.
  const [clerks] = await Promise.all([
    context.ports.agencies.seatsWhere(context, { role: 'clerk' }),
    tx.insertInto('incoming_documents').values(columns).execute(),
    insertFiles(context, id, message),
    indexDocument(context, {
      ...asRead,
      restricted: facts.restricted,
      metadata: searchableOf(columns),
      typeCode: facts.typeCode,
      urgency: facts.urgency,
      bodyText: message.files
        .filter(file => file.role !== 'attachment')
        .map(file => file.bodyText)
        .join('\n'),
    }),
    writeHistory(context, {
      documentId: id,
      act: 'arrive',
      after: 'arrived',
      by: { name: message.senderName, title: '' },
    }),
    context.audit({
      act: 'documents.arrive',
      subject: incomingSubject(id),
      after: { from: message.senderAgencyId, document: message.documentId, message: message.messageId },
    }),
  ])
  if (message.files.some(file => file.textCut))
    await context.outbox({ kind: 'documents.read-text', subjectId: id, payload: {} })
  // A restricted document is shown to named seats alone; until it is registered those are the clerks.
  const clerkKeys = clerks.map(clerk => seatKey(clerk.id))
  if (facts.restricted) await addReaders(context, asRead, clerkKeys, 'register')
  if (facts.urgency > 0)
    await context.notify(
      clerks.map(clerk => ({
        seatId: clerk.id,
        kind: 'documents.urgent',
        subject: incomingSubject(id),
        detail: { urgency: facts.urgency, subject: facts.subject },
        onceKey: `urgent/${id}/arrived`,
      })),
    )
  await beginLadder(context, { id, urgency: facts.urgency, handle_by: columns.handle_by }, clerks)
  await Promise.all([
    tellSender(context, columns, 'delivered', { byName: '' }),
    announceIncoming(context, { id, restricted: facts.restricted }),
  ])
  return 'applied'
}

/** The document of a pair (document, receiver), if it has arrived. */
export const findReceived = (
  { tx, agency }: Context,
  pair: { readonly documentId: string; readonly recipientId: string },
): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('incoming_documents')
    .select('id')
    .where('agency_id', '=', agency)
    .where('sender_document_id', '=', pair.documentId)
    .where('sender_recipient_id', '=', pair.recipientId)
    .executeTakeFirst()

/** What came of a sender's document for one addressee of the agency. */
export const findAddressed = (
  { tx, agency }: Context,
  { documentId, issuerId }: { readonly documentId: string; readonly issuerId: string },
): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('incoming_documents')
    .select('id')
    .where('agency_id', '=', agency)
    .where('sender_document_id', '=', documentId)
    .where('addressee_issuer_id', '=', issuerId)
    .executeTakeFirst()

async function insertFiles(context: Context, documentId: string, { files }: DocumentMessage): Promise<void> {
  if (files.length === 0) return
  await context.tx
    .insertInto('document_files')
    .values(
      files.map(file => ({
        agency_id: context.agency,
        id: context.newId(),
        document_id: documentId,
        direction: 'incoming',
        role: file.role,
        ordinal: file.ordinal,
        title: file.title,
        name: file.name,
        hash: Buffer.from(file.hash, 'hex'),
        media_type: file.mediaType,
        size: file.size,
        pages: file.pages,
        body_text: file.bodyText,
        text_cut: file.textCut === true,
        added_by: null,
        added_at: context.now,
      })),
    )
    .execute()
}

import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type Dispatch, type DocumentMessage, documentErrors, type ExchangePayload } from '../contract.ts'
import { noteReply } from '../incoming/reply-link.ts'
import { findIncoming } from '../incoming/rows.ts'
import { addReaders, readerKeysFor } from '../readers.ts'
import { recordOutgoing, takeUp } from './case.ts'
import { writeRecipients } from './recipients.ts'
import { tell } from './review.ts'
import { asRead, type OutgoingRowStored, type RecipientRow, recipientsOf } from './rows.ts'

/** What a message bears of a file's text, for the receiver's search: a letter's whole, of a book its beginning. */
const textInMessage = 20_000

/**
 * Sends a numbered document to its recipients: to agencies here by one outbox row each, in one statement; to own units
 * and people by letting them read it; what goes by paper or mail stands to be carried by hand.
 *
 * Source: NĐ 30/2020 Điều 18.
 * @throws documents.FileNotReady, RecipientsMissing
 */
export async function dispatchOutgoing(
  context: ActContext,
  input: z.output<typeof Dispatch> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'dispatch')
  const { document } = theCase
  if (!document.numbered_file_id) throw documentErrors.FileNotReady({}, { retryAfterSeconds: 3 })
  if (input.recipients) await writeRecipients(context, document.id, input.recipients)
  await renewTakenBack(context, document.id)
  const recipients = await recipientsOf(context, document.id)
  if (recipients.length === 0) throw documentErrors.RecipientsMissing()
  await sendToAgencies(context, document, recipients.filter(goesThroughExchange))
  await showInside(
    context,
    document,
    recipients.filter(one => one.kind === 'unit' || one.kind === 'seat'),
  )
  await markSent(context, document.id)
  if (document.in_reply_to)
    await noteReply(context, { incomingId: document.in_reply_to, outgoingId: document.id, notation: document.notation })
  await recordOutgoing(
    context,
    theCase,
    { after: 'dispatched', detail: { recipients: recipients.length } },
    {
      dispatched_at: context.now,
      dispatched_by: context.actor.seatId,
      holder_seat_id: null,
      holder_unit_id: null,
      holder_name: '',
    },
  )
  return { id: document.id }
}

export const goesThroughExchange = (one: RecipientRow): boolean =>
  one.kind === 'agency' && one.carrier === 'system' && one.receiver_agency_id !== null

/** A pair that was taken back begins anew: late states of the old one must not touch the new. */
async function renewTakenBack(context: ActContext, documentId: string): Promise<void> {
  const { tx, agency } = context
  const old = await tx
    .selectFrom('outgoing_recipients')
    .select('id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('state', '=', 'taken-back')
    .execute()
  for (const { id } of old)
    await tx
      .updateTable('outgoing_recipients')
      .set({ id: context.newId(), state: 'waiting', state_sequence: 0, state_reason: null })
      .where('agency_id', '=', agency)
      .where('id', '=', id)
      .execute()
}

async function sendToAgencies(
  context: ActContext,
  document: OutgoingRowStored,
  receivers: readonly RecipientRow[],
): Promise<void> {
  if (receivers.length === 0) return
  const message = await messageOf(context, document)
  await context.outbox(
    receivers.map(receiver => {
      const payload: ExchangePayload = {
        receiverAgencyId: receiver.receiver_agency_id!,
        message: {
          ...message,
          messageId: context.newId(),
          recipientId: receiver.id,
          addresseeIssuerId: receiver.issuer_id!,
        },
      }
      // Messages of one pair keep their order; pairs do not wait for each other.
      return { kind: 'exchange.document', subjectId: receiver.id, payload }
    }),
  )
}

async function messageOf(
  context: ActContext,
  document: OutgoingRowStored,
): Promise<Omit<DocumentMessage, 'messageId' | 'recipientId' | 'addresseeIssuerId'>> {
  const { agencies } = context.ports
  const agency = await agencies.getAgency(context)
  const issuer = (await agencies.findIssuer(context, document.issuer_id, document.issued_on!))!
  const answered = document.in_reply_to ? await findIncoming(context, document.in_reply_to) : undefined
  return {
    documentId: document.id,
    sequence: 1,
    senderAgencyId: context.agency,
    senderName: agency.name,
    facts: {
      typeCode: document.type_code,
      number: String(document.number),
      notation: document.notation!,
      issuedOn: document.issued_on!,
      issuerId: issuer.id,
      issuerName: issuer.name,
      issuerCode: issuer.identifier,
      documentIdentifier: document.document_identifier,
      subject: document.subject,
      language: document.language,
      pages: document.pages,
      signerTitle: document.signer_title,
      signerName: document.signer_name,
      urgency: document.urgency,
      restricted: document.restricted,
      dueOn: document.due_on,
      meetingAt: document.meeting_at?.toISOString() ?? null,
      meetingPlace: document.meeting_place,
      meetingChair: document.meeting_chair,
      answersDocumentId: answered?.sender_document_id ?? null,
    },
    files: await filesOf(context, document),
  }
}

/** Every recipient gets the main file and all annexes and attachments, in their order. */
async function filesOf({ tx, agency }: ActContext, document: OutgoingRowStored): Promise<DocumentMessage['files']> {
  const rows = await tx
    .selectFrom('document_files')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', document.id)
    .where(({ or, and, eb }) =>
      or([
        eb('id', '=', document.numbered_file_id!),
        and([eb('version', '=', document.version), eb('role', 'in', ['annex', 'attachment'])]),
      ]),
    )
    .orderBy('ordinal')
    .execute()
  return rows.map((row, at) => ({
    role: row.role as 'main' | 'annex' | 'attachment',
    ordinal: at + 1,
    title: row.title,
    name: row.name,
    hash: row.hash.toString('hex'),
    mediaType: row.media_type,
    size: row.size,
    pages: row.pages,
    bodyText: row.body_text.slice(0, textInMessage),
  }))
}

/** Own units and people find it among what was issued inside, to be read; it gets no arrival number. */
async function showInside(
  context: ActContext,
  document: OutgoingRowStored,
  inside: readonly RecipientRow[],
): Promise<void> {
  const keys = await readerKeysFor(
    context,
    inside.map(one => ({ seatId: one.seat_id, unitId: one.unit_id })),
    document.restricted,
  )
  await addReaders(context, asRead(document), keys, 'recipient')
  for (const { seat_id } of inside) if (seat_id) await tell(context, document, seat_id, 'internal')
}

const markSent = ({ tx, agency, now }: ActContext, documentId: string) =>
  sql`update outgoing_recipients set state_at = ${now},
      state = case when kind in ('unit', 'seat') then 'sent' when carrier = 'system' then 'sent' else 'by-hand' end
    where agency_id = ${agency} and document_id = ${documentId} and state = 'waiting'`.execute(tx)

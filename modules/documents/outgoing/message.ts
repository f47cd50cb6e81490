import { sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import type { DocumentMessage } from '../contract.ts'
import { findIncoming } from '../incoming/rows.ts'
import type { OutgoingRowStored, RecipientRow } from './rows.ts'

/** What a message bears of a file's text: a letter's whole, of a book its beginning; the receiver reads on in the file. */
const textInMessage = 20_000

/** Whether a recipient gets the document as a message, and answers by messages. */
export const goesThroughExchange = (one: Pick<RecipientRow, 'kind' | 'carrier' | 'receiver_agency_id'>): boolean =>
  one.kind === 'agency' && one.carrier === 'system' && one.receiver_agency_id !== null

/** What all receivers of a document get alike. */
export type MessageBody = Omit<DocumentMessage, 'messageId' | 'recipientId' | 'addresseeIssuerId'>

/** The document as it leaves the agency: its facts on the day of issue, its files by their hashes. */
export async function messageOf(context: ActContext, document: OutgoingRowStored): Promise<MessageBody> {
  const { agencies } = context.ports
  const [agency, issued, answered, files] = await Promise.all([
    agencies.getAgency(context),
    agencies.findIssuer(context, document.issuer_id, document.issued_on!),
    document.in_reply_to ? findIncoming(context, document.in_reply_to) : undefined,
    filesOf(context, document),
  ])
  const issuer = issued!
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
      handleBy: document.handle_by?.toISOString() ?? null,
      restricted: document.restricted,
      dueOn: document.due_on,
      meetingAt: document.meeting_at?.toISOString() ?? null,
      meetingPlace: document.meeting_place,
      meetingChair: document.meeting_chair,
      meetingInvited: document.meeting_invited,
      signature: document.signature,
      answersDocumentId: answered?.sender_document_id ?? null,
    },
    files,
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
    .orderBy(sql`role = 'attachment'`)
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
    ...(row.body_text.length > textInMessage ? { textCut: true } : {}),
  }))
}

import { findDocumentType } from '#lib/document-form/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { indexDocument } from '../search-index.ts'
import { asRead, findOutgoing, findVersion } from './rows.ts'

/** Writes what an outgoing document is found by, as it stands now. */
export async function indexOutgoing(context: Context, id: string): Promise<void> {
  const document = await findOutgoing(context, id)
  if (!document) return
  const version = await findVersion(context, id, document.version)
  await indexDocument(context, {
    ...asRead(document),
    restricted: document.restricted,
    metadata: [
      document.notation,
      document.subject,
      document.signer_name,
      document.signer_title,
      document.note,
      document.meeting_place,
      document.meeting_invited,
      document.document_identifier,
      findDocumentType(document.type_code)?.name,
    ],
    typeCode: document.type_code,
    urgency: document.urgency,
    bodyText: version?.body_text ?? '',
  })
}

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { sightOf } from '#platform/acts/sight.ts'
import type { OutgoingDocument } from '../contract.ts'
import { maySee, type ReaderReason } from '../readers.ts'
import { findOutgoing, type OutgoingRowStored } from './rows.ts'

/** Who reads a document because it was issued to him has no part in how it came about. */
const receiving: readonly ReaderReason[] = ['recipient', 'inform']
/** What happens to a document from its issue on. */
export const issuing: readonly string[] = ['dispatch', 'dispatch-again', 'send-to-successor', 'recall']

/**
 * Whether the acting seat knows a document as its receivers do: the issued version alone. Drafts, what was said of them
 * and by whom they were held up are the business of those who made and checked it.
 */
export async function seesIssuedOnly(
  { tx, agency, actor }: ActContext,
  document: Pick<OutgoingRowStored, 'id' | 'restricted'>,
): Promise<boolean> {
  const sight = sightOf(actor, 'outgoing')
  if (maySee(sight, document, [])) return false
  const part = await tx
    .selectFrom('document_readers')
    .select('reader')
    .where('agency_id', '=', agency)
    .where('document_id', '=', document.id)
    .where('reader', 'in', sight.readerKeys)
    .where('why', 'not in', receiving)
    .limit(1)
    .executeTakeFirst()
  return part === undefined
}

/** A document as its receivers see it. */
export const asIssued = (shown: z.input<typeof OutgoingDocument>): z.input<typeof OutgoingDocument> => ({
  ...shown,
  note: null,
  editing: null,
  signingProblem: null,
  possibleSigners: [],
  files: shown.files.filter(file => file.role !== 'source'),
  versions: [],
  reviews: [],
  comments: [],
  steps: [],
  recipients: shown.recipients.map(one => ({ ...one, stateReason: null, reads: null, successor: null })),
  history: shown.history.filter(entry => issuing.includes(entry.act)),
})

/** Whether a file belongs to what was issued: the numbered document itself, its annexes and attachments. */
export async function isIssuedFile(
  context: ActContext,
  file: { readonly id: string; readonly document_id: string; readonly version: number; readonly role: string },
): Promise<boolean> {
  const document = await findOutgoing(context, file.document_id)
  if (!document) return false
  return (
    file.id === document.numbered_file_id ||
    (file.version === document.version && ['annex', 'attachment'].includes(file.role))
  )
}

import { findDocumentType, notationKey, parseNotation } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { documentErrors, type IncomingFacts } from '../contract.ts'
import { hourOf } from '../handle-by.ts'

type Entered = z.output<typeof IncomingFacts>
type IssuedBy = { readonly id: string | null; readonly name: string; readonly code: string | null }

/**
 * What is written on a received document, as its row holds it. What the directory knows is taken from it, as it stood on
 * the day of the document, and never typed.
 *
 * @throws platform.StateSecret; documents.TypeUnknown, SenderUnknown
 */
export async function columnsOfFacts(context: ActContext, facts: Entered) {
  if (facts.secrecy !== undefined && facts.secrecy !== 'none') throw platformErrors.StateSecret()
  if (facts.typeCode && !findDocumentType(facts.typeCode)) throw documentErrors.TypeUnknown({ type: facts.typeCode })
  const issuer = await issuerOf(context, facts)
  const notation = facts.notation ?? ''
  const parsed = parseNotation(notation)
  return {
    type_code: facts.typeCode ?? null,
    number: parsed?.number ?? '',
    notation: parsed?.written ?? notation,
    folded_notation: notationKey(notation),
    issued_on: facts.issuedOn ?? null,
    issuer_id: issuer.id,
    issuer_name: issuer.name,
    issuer_code: issuer.code,
    subject: facts.subject,
    language: facts.language ?? 'Tiếng Việt',
    signer_title: facts.signerTitle ?? null,
    signer_name: facts.signerName ?? null,
    urgency: facts.urgency ?? 0,
    handle_by: hourOf(facts),
    copies: facts.copies ?? 1,
    note: facts.note ?? null,
    meeting_at: facts.meetingAt ? new Date(facts.meetingAt) : null,
    meeting_place: facts.meetingPlace ?? null,
    meeting_chair: facts.meetingChair ?? null,
    meeting_invited: facts.meetingInvited ?? null,
  }
}

export type FactColumns = Awaited<ReturnType<typeof columnsOfFacts>>

async function issuerOf(context: ActContext, facts: Entered): Promise<IssuedBy> {
  if (facts.issuerId) {
    const issuer = await context.ports.agencies.findIssuer(context, facts.issuerId, facts.issuedOn ?? context.today)
    if (!issuer) throw documentErrors.SenderUnknown()
    return { id: issuer.id, name: issuer.name, code: issuer.identifier }
  }
  if (!facts.issuerName) throw documentErrors.SenderUnknown()
  return { id: null, name: facts.issuerName, code: null }
}

/** What an incoming document is found by. */
export const searchableOf = (
  row: Pick<
    FactColumns,
    | 'notation'
    | 'subject'
    | 'issuer_name'
    | 'signer_name'
    | 'signer_title'
    | 'note'
    | 'type_code'
    | 'meeting_place'
    | 'meeting_chair'
    | 'meeting_invited'
  > & { readonly document_identifier?: string | null; readonly arrival_number?: number | null },
): (string | null | undefined)[] => [
  row.notation,
  row.subject,
  row.issuer_name,
  row.signer_name,
  row.signer_title,
  row.note,
  row.meeting_place,
  row.meeting_chair,
  row.meeting_invited,
  row.document_identifier,
  row.arrival_number?.toString(),
  row.type_code && findDocumentType(row.type_code)?.name,
]

import { findDocumentType } from '#lib/document-form/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { indexDocument, mostCharacters } from '../search-index.ts'
import { asRead, findOutgoing, type OutgoingRowStored, recipientsOf } from './rows.ts'
import { searchedTexts } from './searched-text.ts'

/** Writes what an outgoing document is found by, as it stands now. */
export async function indexOutgoing(context: Context, id: string): Promise<void> {
  const document = await findOutgoing(context, id)
  if (!document) return
  const [names, [version]] = await Promise.all([
    namesIn(context, document),
    searchedTexts(context, [id], mostCharacters),
  ])
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
      document.meeting_chair,
      document.meeting_invited,
      document.document_identifier,
      findDocumentType(document.type_code)?.name,
      ...names,
    ],
    typeCode: document.type_code,
    urgency: document.urgency,
    bodyText: version?.text ?? '',
  })
}

/** Who issues it, whose work it is, and whom it goes to, as they are called today. */
async function namesIn(context: Context, document: OutgoingRowStored): Promise<string[]> {
  const { agencies } = context.ports
  const { issuer_id, drafting_unit_id, drafter_seat_id } = document
  const [issuer, units, seats, recipients] = await Promise.all([
    agencies.findIssuer(context, issuer_id),
    agencies.getUnits(context, [drafting_unit_id]),
    agencies.seatNames(context, [drafter_seat_id]),
    recipientsOf(context, document.id),
  ])
  const drafter = seats.get(drafter_seat_id)?.fullName
  return [issuer?.name, drafter, ...units.map(unit => unit.name), ...recipients.map(one => one.name)].flatMap(
    name => name ?? [],
  )
}

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { together } from '#platform/database/together.ts'
import type { HistoryEntry, HistoryQuery, IncomingDocument, Signature } from '../contract.ts'
import { pageOfHistory, seesLooks } from '../history-page.ts'
import { openLateness } from '../lateness.ts'
import { bodyTextOf, listComments, listFiles, listHistory } from '../present-parts.ts'
import { isVisible, seenBy } from '../readers.ts'
import { allowedActs, hasRead, type IncomingCase, readCase } from './case.ts'
import { presentRow } from './present-row.ts'
import { possiblePrincipals } from './principals.ts'
import { getIncoming, type IncomingDocumentRow } from './rows.ts'
import { waitingAct } from './waiting-act.ts'

/** What a registration answers: the row of the list, with its number. Whoever entered a document has read it. */
export const presentRegistered = async (context: ActContext, row: IncomingDocumentRow) =>
  presentRow(row, false, await openLateness(context), actFor(context, row))

const actFor = ({ actor }: ActContext, row: IncomingDocumentRow) =>
  waitingAct(hatsOf(actor, 'incoming'), { ...row, proposed: row.proposal !== null })

/** A document as its reader shows it, with the acts that the acting seat may do now. */
export async function presentIncoming(
  context: ActContext,
  theCase: IncomingCase,
): Promise<z.input<typeof IncomingDocument>> {
  const { document: row, work } = theCase
  const allowed = allowedActs(theCase)
  const { seen, latenessOf, reply, body, ...shown } = await together({
    seen: hasRead(context, row.id, context.actor.seatId),
    latenessOf: openLateness(context),
    addresseeName: addresseeName(context, row),
    registerName: registerName(context, row),
    answers: answeredDocument(context, row),
    body: bodyTextOf(context, row.id),
    files: listFiles(context, row.id),
    comments: listComments(context, row.id),
    history: historyOf(context, row.id),
    reply: replyOf(context, row),
    mayActFor: possiblePrincipals(context, allowed.includes('direct')),
  })
  return {
    ...presentRow(row, !seen, latenessOf, actFor(context, row)),
    ...presentFacts(row),
    ...reply,
    ...body,
    ...shown,
    proposal: presentProposal(row),
    assignments: [...work],
    seesLooks: seesLooks(context, 'incoming'),
    allowed,
  }
}

const presentFacts = (row: IncomingDocumentRow) => ({
  stateReason: row.state_reason,
  recallOrderedBy: row.recall_ordered_by,
  registerId: row.register_id,
  period: row.period,
  arrivedOn: row.arrived_on,
  registeredAt: row.registered_at?.toISOString() ?? null,
  typeCode: row.type_code,
  number: row.number,
  issuerId: row.issuer_id,
  issuerIdentifier: row.issuer_code,
  documentIdentifier: row.document_identifier,
  language: row.language,
  pages: row.pages,
  copies: row.copies,
  signerTitle: row.signer_title,
  signerName: row.signer_name,
  note: row.note,
  paperPlace: row.paper_place,
  dueBasis: row.due_basis,
  duplicateReason: row.duplicate_reason,
  meetingAt: row.meeting_at?.toISOString() ?? null,
  meetingPlace: row.meeting_place,
  meetingChair: row.meeting_chair,
  meetingInvited: row.meeting_invited,
  signature: row.signature as Signature | null,
})

const addresseeName = async (context: ActContext, row: IncomingDocumentRow): Promise<string> =>
  (await context.ports.agencies.findIssuer(context, row.addressee_issuer_id))?.name ?? ''

async function registerName({ tx, agency }: ActContext, row: IncomingDocumentRow): Promise<string | null> {
  if (!row.register_id) return null
  const register = await tx
    .selectFrom('registers')
    .select('name')
    .where('agency_id', '=', agency)
    .where('id', '=', row.register_id)
    .executeTakeFirst()
  return register?.name ?? null
}

/** The document again after an act, as whoever acted sees it now. */
export const presentIncomingById = async (context: ActContext, id: string) =>
  presentIncoming(context, await readCase(context, id))

function presentProposal({ proposal }: IncomingDocumentRow): z.input<typeof IncomingDocument>['proposal'] {
  if (!proposal) return null
  const { byName, at, text, dueOn, targets } = proposal
  return {
    ...{ byName, at, text, dueOn },
    targets: targets.map(target => ({
      seatId: target.seatId,
      unitId: target.unitId,
      name: target.name,
      role: target.role,
      dueOn: target.dueOn ?? null,
      text: target.text ?? null,
    })),
  }
}

/** The own outgoing document that this one answers, where the acting seat may see that too. */
async function answeredDocument(context: ActContext, row: IncomingDocumentRow) {
  if (!row.answers_document_id) return null
  const document = await context.tx
    .selectFrom('outgoing_documents')
    .select(['id', 'notation', 'subject', 'restricted'])
    .where('agency_id', '=', context.agency)
    .where('id', '=', row.answers_document_id)
    .executeTakeFirst()
  if (!document || !(await isVisible(context, 'outgoing', document))) return null
  return { id: document.id, notation: document.notation ?? '', subject: document.subject }
}

/**
 * The outgoing document that answers this one, where the acting seat may see that too: its notation would name the type and
 * the unit of a restricted one.
 */
async function replyOf(context: ActContext, row: IncomingDocumentRow) {
  const id = row.reply_document_id
  const seen = id !== null && (await seenOutgoing(context, [id])).has(id)
  return { replyDocumentId: seen ? id : null, replyNotation: seen ? row.reply_notation : null }
}

const historyOf = async (context: ActContext, id: string) =>
  withoutHiddenAnswers(context, await listHistory(context, id))

/** A page of movements and looks. @throws platform.NotFound also for what the acting seat may not see */
export async function incomingHistory(context: ActContext, asked: z.output<typeof HistoryQuery> & { id: string }) {
  await getIncoming(context, asked.id)
  const { items, next } = await pageOfHistory(context, {
    ...{ ...asked, documentId: asked.id, seesLooks: seesLooks(context, 'incoming') },
  })
  return { items: await withoutHiddenAnswers(context, items), next }
}

/** The history without what it says of answers that the acting seat may not see. */
async function withoutHiddenAnswers(context: ActContext, history: readonly HistoryEntry[]) {
  const answerOf = ({ act, detail }: (typeof history)[number]): string | undefined =>
    act === 'answered' || act === 'answer-withdrawn' ? String(detail.documentId) : undefined
  const seen = await seenOutgoing(
    context,
    history.map(answerOf).filter(one => one !== undefined),
  )
  return history.map(entry => {
    const answer = answerOf(entry)
    return answer && !seen.has(answer) ? { ...entry, detail: {} } : entry
  })
}

async function seenOutgoing(context: ActContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await context.tx
    .selectFrom('outgoing_documents')
    .select('id')
    .where('agency_id', '=', context.agency)
    .where('id', 'in', ids)
    .where(seenBy(context, 'outgoing', 'outgoing_documents'))
    .execute()
  return new Set(rows.map(row => row.id))
}

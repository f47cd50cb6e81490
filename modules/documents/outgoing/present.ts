import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { together } from '#platform/database/together.ts'
import { expectedNumber } from '#platform/numbering/series.ts'
import type { HistoryQuery, OutgoingDocument, RecipientView, ReviewView, VersionView } from '../contract.ts'
import { pageOfHistory, seesLooks } from '../history-page.ts'
import { findIncoming } from '../incoming/rows.ts'
import { openLateness } from '../lateness.ts'
import { bodyTextOf, listComments, listFiles, listHistory } from '../present-parts.ts'
import { isVisible } from '../readers.ts'
import { allowedActs, type OutgoingCase, readCase } from './case.ts'
import { heldBy } from './hold.ts'
import { asIssued, issuing } from './issued-only.ts'
import { presentOutgoingRow } from './list.ts'
import { findSeriesFor } from './notation.ts'
import { type ReadMarks, readMarks } from './reads.ts'
import { orderOfRecall, possibleOrders } from './recall-order.ts'
import { findVersion, type RecipientRow, type ReviewRow } from './rows.ts'
import { linesOf, possibleSigners } from './signing.ts'
import { stepsOf } from './steps.ts'
import { successorsOf } from './successors.ts'
import { maySettle } from './talk.ts'

type Files = Awaited<ReturnType<typeof listFiles>>
type Names = ReadonlyMap<string, { fullName: string; title: string }>

/** An outgoing document as its reader shows it, with the acts that the acting seat may do now. */
export async function presentOutgoing(
  context: ActContext,
  theCase: OutgoingCase,
): Promise<z.input<typeof OutgoingDocument>> {
  const { document, reviews, recipients } = theCase
  const { id } = document
  const { agencies } = context.ports
  const allowed = allowedActs(theCase)
  const { units, issuer, version, versions, latenessOf, files, signing, body, marks, successors, ...shown } =
    await together({
      units: agencies.getUnits(context, [document.drafting_unit_id]),
      issuer: agencies.findIssuer(context, document.issuer_id),
      version: findVersion(context, id, document.version),
      versions: versionsOf(context, id),
      latenessOf: openLateness(context),
      files: listFiles(context, id),
      signing: signingOf(context, theCase, allowed),
      body: bodyTextOf(context, id, document.version),
      inReplyTo: answeredBy(context, document.in_reply_to),
      nextNumber: allowed.includes('number') ? nextNumber(context, theCase) : null,
      comments: listComments(context, id, one => allowed.includes('resolve-comment') && maySettle(theCase, one)),
      history: listHistory(context, id),
      marks: readMarks(context, document, recipients),
      recallOrder: orderOfRecall(context, theCase),
      recallOrders: allowed.includes('recall') ? possibleOrders(context, theCase) : [],
      successors: successorsOf(context, recipients),
    })
  const names = await agencies.seatNames(context, [
    ...new Set(
      [
        document.drafter_seat_id,
        document.signer_seat_id,
        document.approved_by,
        document.editing_seat_id,
        ...reviews.flatMap(one => [one.seat_id, one.answered_by]),
        ...versions.map(one => one.author_seat_id),
      ].filter(one => one !== null),
    ),
  ])
  // Who has it before him has read it, and sees each recipient's state below.
  const row = presentOutgoingRow(
    { ...document, unread: false },
    { unitName: units[0]!.name, delivery: undefined, latenessOf },
  )
  const whole: z.input<typeof OutgoingDocument> = {
    ...row,
    ...shown,
    issuedOnly: theCase.issuedOnly,
    stateReason: document.state_reason,
    issuerId: document.issuer_id,
    issuerName: issuer!.name,
    typeCode: document.type_code,
    drafterName: names.get(document.drafter_seat_id)?.fullName ?? '',
    source: document.source as 'upload' | 'template',
    language: document.language,
    pages: document.pages,
    copies: document.copies,
    note: document.note,
    version: document.version,
    revision: document.revision,
    editing: editingOf(context, theCase, names),
    meetingAt: document.meeting_at?.toISOString() ?? null,
    meetingPlace: document.meeting_place,
    meetingChair: document.meeting_chair,
    meetingInvited: document.meeting_invited,
    signerSeatId: document.signer_seat_id,
    capacity: document.capacity,
    authority: document.authority,
    ...signing,
    approvedAt: document.approved_at?.toISOString() ?? null,
    approvedByName: document.approved_by ? (names.get(document.approved_by)?.fullName ?? '') : null,
    documentIdentifier: document.document_identifier,
    number: document.number,
    numberedAt: document.numbered_at?.toISOString() ?? null,
    dispatchedAt: document.dispatched_at?.toISOString() ?? null,
    recalledAt: document.recalled_at?.toISOString() ?? null,
    letter: version?.content ?? null,
    bodyText: version?.body_text || body.bodyText,
    files: currentFiles(theCase, files),
    versions: presentVersions(versions, names, files),
    reviews: reviews.filter(one => one.state !== 'dropped').map(one => presentReview(one, names)),
    recipients: recipients.map(one => ({
      ...presentRecipient(one, one.unit_id ? marks.get(one.unit_id) : undefined),
      successor: successors.get(one.id) ?? null,
    })),
    seesLooks: !theCase.issuedOnly && seesLooks(context, 'outgoing'),
    steps: stepsOf(document, reviews, recipients, names),
    allowed,
  }
  return theCase.issuedOnly ? asIssued(whole) : whole
}

/** A page of movements and looks, to receivers those of its issue alone. @throws platform.NotFound also for what is hidden */
export async function outgoingHistory(context: ActContext, asked: z.output<typeof HistoryQuery> & { id: string }) {
  const { issuedOnly } = await readCase(context, asked.id)
  return pageOfHistory(context, {
    ...{ ...asked, documentId: asked.id },
    seesLooks: !issuedOnly && seesLooks(context, 'outgoing'),
    acts: issuedOnly ? issuing : undefined,
  })
}

/** The file as it stands: numbered, else frozen, else the version's own; with what belongs to it. */
function currentFiles({ document }: OutgoingCase, all: Files): Files {
  const files = all.filter(file => file.version === document.version)
  const main = document.numbered_file_id ?? document.frozen_file_id
  return main ? files.filter(file => file.role !== 'main' || file.id === main) : files
}

function editingOf(context: ActContext, { document }: OutgoingCase, names: Names) {
  const held = heldBy(context, document)
  if (!held) return null
  return {
    name: names.get(held.seatId)?.fullName ?? '',
    since: held.since.toISOString(),
    own: held.seatId === context.actor.seatId,
  }
}

async function signingOf(context: ActContext, { document }: OutgoingCase, allowed: readonly string[]) {
  const { agencies } = context.ports
  const open = allowed.some(act => act === 'change' || act === 'submit' || act === 'approve')
  const issuer = (await agencies.findIssuer(context, document.issuer_id))!
  const possible = open ? await possibleSigners(context, issuer, document.type_code) : []
  const { lines, problem } = await linesOf(context, document, issuer)
  return {
    signingLines: [...lines],
    signingProblem: problem,
    possibleSigners: possible.map(({ seatId, name, title, choices }) => ({
      ...{ seatId, name, title },
      capacities: [...new Set(choices.map(choice => choice.capacity))],
    })),
  }
}

async function answeredBy(context: ActContext, incomingId: string | null) {
  const incoming = incomingId ? await findIncoming(context, incomingId) : undefined
  if (!incoming || !(await isVisible(context, 'incoming', incoming))) return null
  const { id, notation, subject } = incoming
  return { id, notation, subject, arrivalNumber: incoming.arrival_number, issuerName: incoming.issuer_name }
}

async function nextNumber(context: ActContext, { document }: OutgoingCase): Promise<number | null> {
  const series = await findSeriesFor(context, document, context.today)
  return series ? expectedNumber(context, series) : null
}

const versionsOf = ({ tx, agency }: ActContext, id: string) =>
  tx
    .selectFrom('outgoing_versions')
    .select(['version', 'at', 'author_seat_id', 'note'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', id)
    .orderBy('version')
    .execute()

function presentVersions(rows: readonly VersionFacts[], names: Names, files: Files) {
  return rows.map(row =>
    presentVersion(
      row,
      names,
      files.filter(file => file.version === row.version),
    ),
  )
}

type VersionFacts = Awaited<ReturnType<typeof versionsOf>>[number]
const presentVersion = (
  row: VersionFacts,
  names: Names,
  files: z.input<typeof VersionView>['files'],
): z.input<typeof VersionView> => ({
  version: row.version,
  at: row.at.toISOString(),
  authorName: names.get(row.author_seat_id)?.fullName ?? '',
  note: row.note,
  files,
})

function presentReview(row: ReviewRow, names: Names): z.input<typeof ReviewView> {
  const asked = names.get(row.seat_id)
  // What was said in another's place bears the name of who said it.
  const inPlace = row.answered_by !== null && row.answered_by !== row.seat_id
  const by = inPlace ? names.get(row.answered_by!) : asked
  return {
    id: row.id,
    kind: row.kind,
    ordinal: row.ordinal,
    seatId: row.seat_id,
    name: by?.fullName ?? '',
    title: by?.title ?? '',
    state: row.state,
    text: row.text,
    version: row.version,
    answeredAt: row.answered_at?.toISOString() ?? null,
    onBehalfOfName: inPlace ? (asked?.fullName ?? '') : null,
  }
}

const presentRecipient = (row: RecipientRow, reads: ReadMarks | undefined) => ({
  id: row.id,
  kind: row.kind as RecipientView['kind'],
  carrier: row.carrier as RecipientView['carrier'],
  purpose: row.purpose as RecipientView['purpose'],
  issuerId: row.issuer_id,
  unitId: row.unit_id,
  seatId: row.seat_id,
  name: row.name,
  identifier: row.identifier,
  address: row.address,
  state: row.state,
  stateReason: row.state_reason,
  stateAt: row.state_at?.toISOString() ?? null,
  handedOverOn: row.handed_over_on,
  reads: reads ?? null,
})

import { detectSecrecyMark } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { seatKey, unitKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { attachFiles, measureFiles } from '../attach-files.ts'
import { type DraftFacts, type DraftOutgoing, documentErrors, type Letter } from '../contract.ts'
import { hourOf } from '../handle-by.ts'
import { writeHistory } from '../history.ts'
import { replyBegun } from '../incoming/reply-link.ts'
import { findIncoming } from '../incoming/rows.ts'
import { addReaders, requireVisible } from '../readers.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { getOwnIssuer } from './issuer.ts'
import { keepFiles } from './keep-files.ts'
import { letterText } from './letter.ts'
import { announceOutgoing } from './record.ts'
import { asRead, findOutgoing, outgoingSubject } from './rows.ts'
import { getSigning, issuedType } from './signing.ts'
import { writeRecipients } from './write-recipients.ts'

export type Facts = z.output<typeof DraftFacts>

/**
 * Begins a draft: from a PDF (or Word with its PDF), or written from the template; in reply to an incoming document or by
 * itself. It belongs to the drafter's unit.
 *
 * Source: NĐ 30/2020 Điều 10.
 * @throws documents.TypeUnknown, SigningForbidden, ContentMissing, UploadUnknown, UploadOnly; platform.StateSecret, SentDifferently
 */
export async function draftOutgoing(context: ActContext, input: DraftOutgoing): Promise<{ id: string }> {
  const { tx, agency, actor, now } = context
  const hash = requestHash(input)
  const before = await findOutgoing(context, input.id)
  if (before) {
    await requireVisible(context, 'outgoing', before)
    refuseOtherContent(before, hash)
    return { id: before.id }
  }
  if (input.inReplyTo) await requireVisible(context, 'incoming', await findIncoming(context, input.inReplyTo))
  const columns = await columnsOf(context, input, input.letter)
  if (input.letter) await refuseTemplate(context, columns.issuer_id)
  const row = { id: input.id, created_at: now }
  await tx
    .insertInto('outgoing_documents')
    .values({
      agency_id: agency,
      id: input.id,
      request_hash: hash,
      state: 'draft',
      drafting_unit_id: actor.unitId,
      drafter_seat_id: actor.seatId,
      source: input.letter ? 'template' : 'upload',
      in_reply_to: input.inReplyTo ?? null,
      holder_seat_id: actor.seatId,
      holder_name: actor.fullName,
      created_at: now,
      changed_at: now,
      ...columns,
    })
    .execute()
  await writeVersion(
    context,
    { ...row, subject: input.subject },
    { version: 1, letter: input.letter, files: input.files ?? [], note: '' },
  )
  await writeRecipients(context, input.id, input.recipients ?? [])
  const keys = columns.restricted ? [seatKey(actor.seatId)] : [seatKey(actor.seatId), unitKey(actor.unitId)]
  await addReaders(context, asRead(row), keys, 'draft')
  await indexOutgoing(context, input.id)
  await replyBegun(context, { id: input.id, in_reply_to: input.inReplyTo ?? null, restricted: columns.restricted })
  await writeHistory(context, { documentId: input.id, act: 'draft', after: 'draft' })
  await context.audit({ act: 'documents.draft', subject: outgoingSubject(input.id), after: { ...columns } })
  await announceOutgoing(context, { id: input.id, restricted: columns.restricted })
  return { id: input.id }
}

/** Who is invited: of a letter written here those whom it invites at its head, else as it was said. */
const invitedBy = ({ typeCode, meetingInvited }: Facts, letter: Letter | undefined): string | null =>
  (typeCode === 'giay-moi' && letter?.addressees.join('; ')) || (meetingInvited ?? null)

/** What a draft says of itself, as its row holds it. @throws documents.TypeUnknown, SigningForbidden; platform.StateSecret */
export async function columnsOf(context: ActContext, facts: Facts, letter: Letter | undefined) {
  if (facts.secrecy !== undefined && facts.secrecy !== 'none') throw platformErrors.StateSecret()
  issuedType(facts.typeCode)
  const issuer = await getOwnIssuer(context, facts.issuerId)
  const [signer] = facts.signerSeatId ? await context.ports.agencies.getSeats(context, [facts.signerSeatId]) : []
  // Words of signing that the law forbids are refused while they are chosen, not when the document lies before the leader.
  const signing =
    signer &&
    (await getSigning(context, issuer, signer, {
      typeCode: facts.typeCode,
      capacity: facts.capacity,
      authority: facts.authority,
      authorisationId: facts.delegationId,
    }))
  return {
    issuer_id: issuer.id,
    type_code: facts.typeCode,
    subject: facts.subject,
    urgency: facts.urgency ?? 0,
    handle_by: hourOf(facts),
    restricted: facts.restricted ?? false,
    language: facts.language ?? 'Tiếng Việt',
    copies: facts.copies ?? 1,
    note: facts.note ?? null,
    due_on: facts.dueOn ?? null,
    meeting_at: facts.meetingAt ? new Date(facts.meetingAt) : null,
    meeting_place: facts.meetingPlace ?? null,
    meeting_chair: facts.meetingChair ?? null,
    meeting_invited: invitedBy(facts, letter),
    signer_seat_id: signer?.id ?? null,
    signer_title: signer?.title ?? null,
    signer_name: signer?.fullName ?? null,
    capacity: signing?.capacity ?? 'none',
    authority: signing?.authority ?? 'collective',
    delegation_id: signing?.authorisationId ?? null,
  }
}

/**
 * The templates have the layout of the decree, which is that of the State; a Party organ has its own, so what it issues
 * is written elsewhere and uploaded.
 *
 * @throws documents.UploadOnly
 */
export async function refuseTemplate(context: ActContext, issuerId: string): Promise<void> {
  const issuer = await getOwnIssuer(context, issuerId)
  if (issuer.kind === 'party') throw documentErrors.UploadOnly({ issuer: issuer.name })
}

/** What is written here is looked at as an uploaded file is; the drafter words it otherwise where it is no mark. */
function refuseSecret(subject: string, letter: Letter): void {
  if (detectSecrecyMark(letterText(subject, letter).split('\n').slice(0, topOfLetter)))
    throw platformErrors.StateSecret()
}
/** So many lines are the top of its first page. */
const topOfLetter = 25

type NewVersion = {
  version: number
  letter: Letter | undefined
  files: NonNullable<DraftOutgoing['files']>
  /** Of the version before it. */
  keptFileIds?: readonly string[]
  note: string
}

/**
 * Keeps a version whole: all drafts stay (NĐ 30/2020 Phụ lục VI, III.5a).
 * @throws documents.ContentMissing, OneMainFile; platform.StateSecret
 */
export async function writeVersion(
  context: ActContext,
  document: { id: string; subject: string },
  { version, letter, files, keptFileIds = [], note }: NewVersion,
): Promise<void> {
  const { tx, agency, actor, now } = context
  if (!letter && files.length === 0 && keptFileIds.length === 0) throw documentErrors.ContentMissing()
  if (letter) refuseSecret(document.subject, letter)
  // What goes on from the version before keeps its place; what is new stands behind it.
  const kept = await keepFiles(context, { documentId: document.id, from: version - 1, to: version }, keptFileIds)
  const attached = await attachFiles(context, { documentId: document.id, direction: 'outgoing', version }, files, {
    main: false,
  })
  if (kept.mainFileId && attached.mainFileId) throw documentErrors.OneMainFile()
  const { pages, bodyText } = await measureFiles(context, document.id, { version })
  await tx
    .insertInto('outgoing_versions')
    .values({
      agency_id: agency,
      document_id: document.id,
      version,
      author_seat_id: actor.seatId,
      at: now,
      note,
      content: letter ? JSON.stringify(letter) : null,
      main_file_id: attached.mainFileId ?? kept.mainFileId,
      source_file_id: attached.sourceFileId ?? kept.sourceFileId,
      body_text: letter ? letterText(document.subject, letter) : bodyText,
    })
    .execute()
  // How many pages a letter has is known once it is set; its annexes alone are not the document.
  await tx
    .updateTable('outgoing_documents')
    .set({ pages: letter ? 0 : pages })
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .execute()
}

import type { z } from '#lib/schemas/index.ts'
import { seatKey, unitKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type ChangeDraft, documentErrors, type Letter } from '../contract.ts'
import { addReaders, dropReaders } from '../readers.ts'
import { takeUp } from './case.ts'
import { columnsOf, type Facts, refuseTemplate, writeVersion } from './draft.ts'
import { notInHand, refuseEdited } from './hold.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { nextRevision, refuseMoved } from './moved.ts'
import { recordOutgoing } from './record.ts'
import { asRead, findVersion, type OutgoingRowStored } from './rows.ts'
import { tell } from './tell.ts'
import { writeRecipients } from './write-recipients.ts'

type Change = z.output<typeof ChangeDraft> & { readonly id: string }
type Columns = Awaited<ReturnType<typeof columnsOf>>

/**
 * Makes a new version of a draft: by its unit, or by the approver in his own name (NĐ 30/2020 Phụ lục VI, III.1n). What was
 * written before somebody else changed it is refused, and stays in the form.
 *
 * @throws documents.DraftMoved, SomebodyEdits, SignerMissing, UploadOnly
 */
export async function changeDraft(context: ActContext, input: Change): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'change')
  const { document } = theCase
  await refuseMoved(context, theCase, input)
  await refuseEdited(context, theCase)
  const { revision: _revision, letter, files = [], keptFileIds = [], versionNote, recipients, ...changed } = input
  const columns = await columnsOf(context, factsWith(document, changed), letter)
  const hasContent = letter !== undefined || files.length > 0 || keptFileIds.length > 0
  const version = hasContent ? document.version + 1 : document.version
  const text = letter ?? (hasContent ? await letterThatGoesOn(context, document, { files, keptFileIds }) : undefined)
  if (hasContent ? text : document.source === 'template') await refuseTemplate(context, columns.issuer_id)
  if (hasContent)
    await writeVersion(
      context,
      { id: document.id, subject: columns.subject },
      { version, letter: text, files, keptFileIds, note: versionNote ?? '' },
    )
  if (recipients) await writeRecipients(context, document.id, recipients)
  await followRestriction(context, document, columns.restricted)
  await recordOutgoing(
    context,
    theCase,
    { after: document.state, text: versionNote, detail: { version } },
    {
      ...columns,
      ...nextRevision(theCase),
      ...notInHand,
      ...(hasContent ? { version, source: text ? 'template' : 'upload' } : {}),
      // What was marked on one page says nothing of another.
      ...(text || files.some(file => file.role === 'main') ? { number_place: null } : {}),
      ...(await passedOn(context, document, columns)),
    },
  )
  await indexOutgoing(context, document.id)
  return { id: document.id }
}

/** Where only annexes change, what was written goes on as it is; a file of the document itself takes its place. */
async function letterThatGoesOn(
  context: ActContext,
  { id, version }: OutgoingRowStored,
  { files, keptFileIds }: { files: NonNullable<Change['files']>; keptFileIds: readonly string[] },
): Promise<Letter | undefined> {
  const before = await findVersion(context, id, version)
  const kept = before?.main_file_id && keptFileIds.includes(before.main_file_id)
  return kept || files.some(file => file.role === 'main') ? undefined : (before?.content ?? undefined)
}

/** A draft that becomes restricted leaves its unit's sight, and comes back into it when it is no longer. */
async function followRestriction(context: ActContext, document: OutgoingRowStored, restricted: boolean): Promise<void> {
  if (restricted === document.restricted) return
  const unit = [unitKey(document.drafting_unit_id)]
  if (restricted) await dropReaders(context, document.id, unit)
  else await addReaders(context, asRead(document), unit, 'draft')
}

/** The approver may lay the draft before another signer: it waits for that one from then on. @throws documents.SignerMissing */
async function passedOn(context: ActContext, document: OutgoingRowStored, columns: Columns) {
  if (document.state !== 'awaiting-approval' || columns.signer_seat_id === document.signer_seat_id) return {}
  const { signer_seat_id, signer_name } = columns
  if (!signer_seat_id || !signer_name) throw documentErrors.SignerMissing()
  await addReaders(context, asRead(document), [seatKey(signer_seat_id)], 'sign')
  await tell(context, document, signer_seat_id, 'approve')
  return { holder_seat_id: signer_seat_id, holder_name: signer_name }
}

type Changed = { readonly [Name in keyof Facts]?: Facts[Name] | undefined }

function factsWith(document: OutgoingRowStored, changed: Changed): Facts {
  const another = changed.signerSeatId !== undefined && changed.signerSeatId !== document.signer_seat_id
  return {
    issuerId: document.issuer_id,
    typeCode: document.type_code,
    subject: document.subject,
    urgency: document.urgency,
    // What is no longer HỎA TỐC has no hour.
    handleBy: (changed.urgency ?? document.urgency) === 3 ? (document.handle_by?.toISOString() ?? null) : null,
    restricted: document.restricted,
    language: document.language,
    copies: document.copies,
    note: document.note ?? undefined,
    dueOn: document.due_on,
    meetingAt: document.meeting_at?.toISOString() ?? null,
    meetingPlace: document.meeting_place ?? undefined,
    meetingChair: document.meeting_chair ?? undefined,
    meetingInvited: document.meeting_invited ?? undefined,
    signerSeatId: document.signer_seat_id,
    // The words of signing are the signer's: another one signs in his own.
    ...(another
      ? {}
      : { capacity: document.capacity, authority: document.authority, delegationId: document.delegation_id }),
    ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)),
  }
}

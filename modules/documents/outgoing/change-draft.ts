import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type ChangeDraft, documentErrors } from '../contract.ts'
import { type ActingCase, recordOutgoing, takeUp } from './case.ts'
import { columnsOf, type Facts, writeVersion } from './draft.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { writeRecipients } from './recipients.ts'
import { findVersion, type OutgoingRowStored } from './rows.ts'

type Change = z.output<typeof ChangeDraft> & { readonly id: string }

/**
 * Makes a new version of a draft: by its unit, or by the approver in his own name (NĐ 30/2020 Phụ lục VI, III.1n). What was
 * written before somebody else's version came is refused, and stays in the form.
 *
 * @throws documents.VersionMoved, SomebodyEdits
 */
export async function changeDraft(context: ActContext, input: Change): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'change')
  const { document } = theCase
  await refuseMoved(context, document, input.basedOn)
  await refuseEdited(context, theCase)
  const { basedOn: _basedOn, letter, files = [], keptFileIds = [], versionNote, recipients, ...changed } = input
  const columns = await columnsOf(context, factsWith(document, changed))
  const hasContent = letter !== undefined || files.length > 0 || keptFileIds.length > 0
  const version = hasContent ? document.version + 1 : document.version
  if (hasContent)
    await writeVersion(
      context,
      { id: document.id, subject: columns.subject },
      { version, letter, files, keptFileIds, note: versionNote ?? '' },
    )
  if (recipients) await writeRecipients(context, document.id, recipients)
  await recordOutgoing(
    context,
    theCase,
    { after: document.state, text: versionNote, detail: { version } },
    { ...columns, version, editing_seat_id: null, editing_since: null, ...(letter ? { source: 'template' } : {}) },
  )
  await indexOutgoing(context, document.id)
  return { id: document.id }
}

async function refuseMoved(context: ActContext, document: OutgoingRowStored, basedOn: number): Promise<void> {
  if (basedOn === document.version) return
  const latest = await findVersion(context, document.id, document.version)
  const names = await context.ports.agencies.seatNames(context, latest ? [latest.author_seat_id] : [])
  const name = latest ? (names.get(latest.author_seat_id)?.fullName ?? '') : ''
  throw documentErrors.VersionMoved({ version: document.version, name }, { subject: { version: document.version } })
}

/** Whoever took the draft to edit it has it until he gives it back, or for a day. */
export async function refuseEdited(context: ActContext, { document }: Pick<ActingCase, 'document'>): Promise<void> {
  const { editing_seat_id, editing_since } = document
  if (!editing_seat_id || !editing_since || editing_seat_id === context.actor.seatId) return
  if (context.now.getTime() - editing_since.getTime() > heldForMillis) return
  const names = await context.ports.agencies.seatNames(context, [editing_seat_id])
  throw documentErrors.SomebodyEdits({
    name: names.get(editing_seat_id)?.fullName ?? '',
    since: editing_since.toISOString().slice(11, 16),
  })
}
const heldForMillis = 24 * 3_600_000

const factsWith = (
  document: OutgoingRowStored,
  changed: { readonly [Name in keyof Facts]?: Facts[Name] | undefined },
): Facts => ({
  issuerId: document.issuer_id,
  typeCode: document.type_code,
  subject: document.subject,
  urgency: document.urgency,
  restricted: document.restricted,
  language: document.language,
  copies: document.copies,
  note: document.note ?? undefined,
  dueOn: document.due_on,
  meetingAt: document.meeting_at?.toISOString() ?? null,
  meetingPlace: document.meeting_place ?? undefined,
  meetingChair: document.meeting_chair ?? undefined,
  signerSeatId: document.signer_seat_id,
  capacity: document.capacity,
  delegationId: document.delegation_id,
  ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)),
})

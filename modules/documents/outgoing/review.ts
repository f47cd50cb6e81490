import type { z } from '#lib/schemas/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type ReviewDraft, type SubmitDraft } from '../contract.ts'
import { addReaders } from '../readers.ts'
import { type ActingCase, recordOutgoing, takeUp } from './case.ts'
import { asRead, findVersion, type OutgoingRowStored, outgoingSubject, type ReviewRow, reviewsOf } from './rows.ts'

/** The two checks come after all opinions: content, then form (NĐ 30/2020 Điều 12). */
const contentOrdinal = 1001
const formOrdinal = 1002

/**
 * Sends a draft up: opinions in their order (those of one ordinal at once), then the head of the drafting unit answers for
 * the content and the one in charge of form for the layout, then the signer.
 *
 * @throws documents.SignerMissing, PdfMissing
 */
export async function submitDraft(
  context: ActContext,
  input: z.output<typeof SubmitDraft> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'submit')
  const { document } = theCase
  if (!document.signer_seat_id) throw documentErrors.SignerMissing()
  await requirePdf(context, document)
  await dropOpenReviews(context, document.id)
  const asked = await plannedReviews(context, document, input.reviewers ?? [])
  if (asked.length > 0) {
    await context.tx.insertInto('outgoing_reviews').values(asked).execute()
    await addReaders(
      context,
      asRead(document),
      asked.map(one => seatKey(one.seat_id)),
      'review',
    )
  }
  await goOn(context, theCase, input.text)
  return { id: document.id }
}

async function requirePdf(context: ActContext, document: OutgoingRowStored): Promise<void> {
  const version = await findVersion(context, document.id, document.version)
  if (version?.content) return
  if (!version?.main_file_id) throw documentErrors.PdfMissing()
  const file = await context.tx
    .selectFrom('document_files')
    .select('media_type')
    .where('agency_id', '=', context.agency)
    .where('id', '=', version.main_file_id)
    .executeTakeFirst()
  if (file?.media_type !== 'application/pdf') throw documentErrors.PdfMissing()
}

async function plannedReviews(
  context: ActContext,
  document: OutgoingRowStored,
  reviewers: readonly { seatId: string; ordinal: number }[],
) {
  const { agencies } = context.ports
  await agencies.getSeats(
    context,
    reviewers.map(one => one.seatId),
  )
  const own = [document.drafter_seat_id, document.signer_seat_id]
  const unitHead = await agencies.findUnitHead(context, document.drafting_unit_id)
  const [officeHead] = await agencies.seatsWhere(context, { role: 'office-head' })
  const [clerk] = await agencies.seatsWhere(context, { role: 'clerk' })
  // The drafter's own answer for the content is his submitting it, the signer's his signature.
  const content = unitHead && !own.includes(unitHead.id) ? [unitHead] : []
  // Form is the office head's charge by his post (Điều 12.2), also where he signs by order.
  const form = officeHead ?? clerk
  const row = (kind: ReviewRow['kind'], seatId: string, ordinal: number) => ({
    agency_id: context.agency,
    id: context.newId(),
    document_id: document.id,
    kind,
    ordinal,
    seat_id: seatId,
    state: 'waiting',
    version: document.version,
  })
  return [
    ...reviewers.map(one => row('opinion', one.seatId, one.ordinal)),
    ...content.map(seat => row('content', seat.id, contentOrdinal)),
    ...(form ? [row('form', form.id, formOrdinal)] : []),
  ]
}

const dropOpenReviews = ({ tx, agency }: ActContext, documentId: string) =>
  tx
    .updateTable('outgoing_reviews')
    .set({ state: 'dropped' })
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('state', 'in', ['waiting', 'asked'])
    .execute()

/** Asks the next in order, or lays the draft before its signer when all have agreed. */
async function goOn(context: ActContext, theCase: ActingCase, text: string | undefined): Promise<void> {
  const { tx, agency, now } = context
  const { document } = theCase
  const open = (await reviewsOf(context, document.id)).filter(one => one.state === 'waiting' || one.state === 'asked')
  const next = Math.min(...open.map(one => one.ordinal))
  const asked = open.filter(one => one.ordinal === next)
  const fresh = asked.filter(one => one.state === 'waiting')
  if (fresh.length > 0)
    await tx
      .updateTable('outgoing_reviews')
      .set({ state: 'asked', asked_at: now })
      .where('agency_id', '=', agency)
      .where(
        'id',
        'in',
        fresh.map(one => one.id),
      )
      .execute()
  for (const one of fresh) await tell(context, document, one.seat_id, 'review')
  const holderId = asked[0]?.seat_id ?? document.signer_seat_id!
  if (asked.length === 0) {
    await addReaders(context, asRead(document), [seatKey(holderId)], 'sign')
    await tell(context, document, holderId, 'approve')
  }
  const names = await context.ports.agencies.seatNames(
    context,
    asked.length > 0 ? asked.map(one => one.seat_id) : [holderId],
  )
  await recordOutgoing(
    context,
    theCase,
    { after: asked.length > 0 ? 'in-review' : 'awaiting-approval', text },
    {
      holder_seat_id: holderId,
      holder_name: [...names.values()]
        .map(one => one.fullName)
        .join(', ')
        .slice(0, 300),
      editing_seat_id: null,
      editing_since: null,
      state_reason: null,
    },
  )
}

export const tell = (context: ActContext, document: OutgoingRowStored, seatId: string, act: string) =>
  context.notify({
    seatId,
    kind: `documents.${act}`,
    subject: outgoingSubject(document.id),
    detail: { subject: document.subject },
    onceKey: `${act}:${document.id}:${document.version}:${context.now.toISOString()}`,
  })

/** Answers one's question: agrees, with or without a word, or sends the draft back with the reason. @throws documents.ReasonNeeded */
export async function reviewDraft(
  context: ActContext,
  input: z.output<typeof ReviewDraft> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'review', input.onBehalfOf)
  const { document, hat, reviews } = theCase
  if (input.result === 'returned' && !input.text) throw documentErrors.ReasonMissing()
  const mine = reviews.find(one => one.state === 'asked' && one.seat_id === hat.seatId)!
  await context.tx
    .updateTable('outgoing_reviews')
    .set({
      state: input.result,
      text: input.text ?? null,
      answered_at: context.now,
      version: document.version,
      on_behalf_of: hat.standIn ? hat.seatId : null,
    })
    .where('agency_id', '=', context.agency)
    .where('id', '=', mine.id)
    .execute()
  if (input.result === 'agreed') await goOn(context, theCase, input.text)
  else await giveBack(context, theCase, input.text!)
  return { id: document.id }
}

/** Sends a draft back to its author with the reason: by the signer, or by the clerk before it has a number. */
export async function returnDraft(context: ActContext, input: { id: string; reason: string }): Promise<{ id: string }> {
  await giveBack(context, await takeUp(context, input.id, 'return'), input.reason)
  return { id: input.id }
}

async function giveBack(context: ActContext, theCase: ActingCase, reason: string): Promise<void> {
  const { document } = theCase
  await dropOpenReviews(context, document.id)
  await tell(context, document, document.drafter_seat_id, 'returned')
  const changes = {
    ...(await backWithDrafter(context, document)),
    state_reason: reason,
    approved_at: null,
    approved_by: null,
    frozen_file_id: null,
  }
  await recordOutgoing(context, theCase, { after: 'returned', text: reason }, changes)
}

/** The drafter, or his unit's head when he is no longer there, takes a draft back before it is approved. */
export async function takeBackDraft(context: ActContext, theCase: ActingCase): Promise<void> {
  await dropOpenReviews(context, theCase.document.id)
  await recordOutgoing(context, theCase, { after: 'draft' }, await backWithDrafter(context, theCase.document))
}

async function backWithDrafter(context: ActContext, document: OutgoingRowStored) {
  const names = await context.ports.agencies.seatNames(context, [document.drafter_seat_id])
  return {
    holder_seat_id: document.drafter_seat_id,
    holder_unit_id: document.drafting_unit_id,
    holder_name: names.get(document.drafter_seat_id)?.fullName ?? '',
  }
}

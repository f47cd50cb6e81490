import type { z } from '#lib/schemas/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { whyNoNumber } from '#platform/numbering/numbering.ts'
import { expectedNumber } from '#platform/numbering/series.ts'
import { documentErrors, type SubmitDraft } from '../contract.ts'
import { addReaders } from '../readers.ts'
import { type ActingCase, takeUp } from './case.ts'
import { dropOpenReviews } from './give-back.ts'
import { refuseEdited } from './hold.ts'
import { getOwnIssuer } from './issuer.ts'
import { refuseMoved } from './moved.ts'
import { getSeriesFor, notationTail } from './notation.ts'
import { identifierHead } from './number.ts'
import { askNext } from './review.ts'
import { asRead, findVersion, type OutgoingRowStored, type ReviewRow } from './rows.ts'
import { linesOf } from './signing.ts'
import { refuseWhoReadsNothing } from './write-recipients.ts'

/** The two checks come after all opinions: content, then form (NĐ 30/2020 Điều 12). */
const contentOrdinal = 1001
const formOrdinal = 1002

/**
 * Sends a draft up: opinions in their order (those of one ordinal at once), then the head of the drafting unit answers for
 * the content and the one in charge of form for the layout, then the signer.
 *
 * Source: NĐ 30/2020 Điều 10–12.
 * @throws documents.DraftMoved, SignerMissing, SigningForbidden, SomebodyEdits, PdfMissing, RecipientsMissing, NoSeries,
 * UnitNotationMissing, IdentifierMissing, ReadsNoDocuments; numbering.SeriesNotOpened
 */
export async function submitDraft(
  context: ActContext,
  input: z.output<typeof SubmitDraft> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'submit')
  const { document } = theCase
  await refuseMoved(context, theCase, input)
  await refuseEdited(context, theCase)
  if (!document.signer_seat_id) throw documentErrors.SignerMissing()
  await refuseWhoCannotSign(context, document)
  await requireIssuable(context, document)
  if (theCase.recipients.length === 0) throw documentErrors.RecipientsMissing()
  await dropOpenReviews(context, document.id)
  const planned = await plannedReviews(context, theCase, input.reviewers ?? [])
  if (planned.length > 0) await context.tx.insertInto('outgoing_reviews').values(planned).execute()
  const keys = planned.filter(one => one.state === 'waiting').map(one => seatKey(one.seat_id))
  await addReaders(context, asRead(document), keys, 'review')
  await askNext(context, theCase, input.text)
  return { id: document.id }
}

/** A draft sent up to somebody who no longer holds his post would wait for nobody. @throws documents.SigningForbidden */
async function refuseWhoCannotSign(context: ActContext, document: OutgoingRowStored): Promise<void> {
  const { problem } = await linesOf(context, document, await getOwnIssuer(context, document.issuer_id))
  if (problem) throw documentErrors.SigningForbidden({ reason: problem })
}

/**
 * What is approved is a PDF: given, or written from the template, which prints the notation. And it can be numbered today:
 * what is lacking for that is told to who sends it up, not to the clerk when the leader has approved it.
 *
 * @throws documents.PdfMissing, NoSeries, UnitNotationMissing, IdentifierMissing; numbering.SeriesNotOpened
 */
export async function requireIssuable(context: ActContext, document: OutgoingRowStored): Promise<void> {
  await requirePdf(context, document)
  const series = await getSeriesFor(context, document, context.today)
  await notationTail(context, document, series, context.today)
  await identifierHead(context, document, context.today)
  if ((await expectedNumber(context, series)) === null) await whyNoNumber(context, series, context.today)
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
  { document, hat }: ActingCase,
  reviewers: readonly { seatId: string; ordinal: number }[],
) {
  const { agencies } = context.ports
  // Who is named twice is asked the first time.
  const opinions = [...Map.groupBy(reviewers, one => one.seatId).values()].map(([first]) => first!)
  const seatIds = opinions.map(one => one.seatId)
  refuseWhoReadsNothing(await agencies.getSeats(context, seatIds))
  const unitHead = await agencies.findUnitHead(context, document.drafting_unit_id)
  const [officeHead] = await agencies.seatsWhere(context, { role: 'office-head' })
  const [clerk] = await agencies.seatsWhere(context, { role: 'clerk' })
  // Form is the office head's charge by his post (Điều 12.2), also where he signs by order.
  const form = officeHead ?? clerk
  // Who signs what he leads the drafting of, or what he wrote himself, answers for it by his signature.
  const content = [unitHead?.id, document.drafter_seat_id].includes(document.signer_seat_id!) ? undefined : unitHead
  const row = (kind: ReviewRow['kind'], seatId: string, ordinal: number) => ({
    ...{ agency_id: context.agency, id: context.newId(), document_id: document.id, version: document.version },
    ...{ kind, ordinal, seat_id: seatId },
    // The head of the unit who sends the draft up himself answers for its content by that.
    ...(kind === 'content' && seatId === hat.seatId
      ? { state: 'agreed', asked_at: context.now, answered_at: context.now, answered_by: context.actor.seatId }
      : { state: 'waiting', asked_at: null, answered_at: null, answered_by: null }),
  })
  return [
    ...opinions.map(one => row('opinion', one.seatId, one.ordinal)),
    ...(content ? [row('content', content.id, contentOrdinal)] : []),
    ...(form ? [row('form', form.id, formOrdinal)] : []),
  ]
}

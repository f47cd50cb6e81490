import type { z } from '#lib/schemas/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type ApproveDraft, documentErrors } from '../contract.ts'
import { addReaders } from '../readers.ts'
import { recordOutgoing, takeUp } from './case.ts'
import { refuseEdited } from './change-draft.ts'
import { tell } from './review.ts'
import { asRead } from './rows.ts'
import { signingLines } from './signing.ts'

/**
 * Approves the version that the signer has before him; the words of signing are checked once more, for posts and
 * authorisations end. Freezing the PDF is slow work and follows as a job; approved is not signed.
 *
 * Source: NĐ 30/2020 Điều 11, 13.
 * @throws documents.VersionMoved, SomebodyEdits, SigningForbidden
 */
export async function approveDraft(
  context: ActContext,
  input: z.output<typeof ApproveDraft> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'approve')
  const { document } = theCase
  if (input.version !== document.version)
    throw documentErrors.VersionMoved({ version: document.version, name: document.holder_name })
  await refuseEdited(context, theCase)
  const { agencies } = context.ports
  const issuer = (await agencies.findIssuer(context, document.issuer_id))!
  const [signer] = await agencies.getSeats(context, [document.signer_seat_id!])
  const lines = await signingLines(context, issuer, signer!, document.capacity)
  const [clerk] = await agencies.seatsWhere(context, { role: 'clerk' })
  if (clerk) await addReaders(context, asRead(document), [seatKey(clerk.id)], 'register')
  await context.outbox({ kind: 'documents.freeze', subjectId: document.id, payload: { version: document.version } })
  await recordOutgoing(
    context,
    theCase,
    { after: 'approved', text: input.text, detail: { version: document.version, signing: lines.join(' / ') } },
    {
      signing_lines: lines,
      signer_title: signer!.title,
      signer_name: signer!.fullName,
      approved_at: context.now,
      approved_by: context.actor.seatId,
      frozen_file_id: null,
      numbered_file_id: null,
      ...(input.places ? { number_place: input.places } : {}),
      holder_seat_id: clerk?.id ?? null,
      holder_unit_id: null,
      holder_name: clerk?.fullName ?? 'Văn thư',
    },
  )
  await tell(context, document, document.drafter_seat_id, 'approved')
  if (clerk) await tell(context, document, clerk.id, 'to-number')
  return { id: document.id }
}

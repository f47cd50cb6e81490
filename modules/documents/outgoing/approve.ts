import type { z } from '#lib/schemas/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type ApproveDraft, documentErrors } from '../contract.ts'
import { addReaders } from '../readers.ts'
import { takeUp } from './case.ts'
import { notInHand, refuseEdited } from './hold.ts'
import { refuseMoved } from './moved.ts'
import { recordOutgoing } from './record.ts'
import { asRead } from './rows.ts'
import { getSigning } from './signing.ts'
import { requireIssuable } from './submit.ts'
import { tell } from './tell.ts'

/**
 * Approves what the signer has before him, and nothing that was changed meanwhile; the words of signing are checked once more, for posts and
 * authorisations end. Freezing the PDF is slow work and follows as a job; approved is not signed.
 *
 * Source: NĐ 30/2020 Điều 11, 13.
 * @throws documents.DraftMoved, SomebodyEdits, RecipientsMissing, PdfMissing, NoSeries, SigningForbidden
 */
export async function approveDraft(
  context: ActContext,
  input: z.output<typeof ApproveDraft> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'approve')
  const { document } = theCase
  await refuseMoved(context, theCase, input)
  await refuseEdited(context, theCase)
  await requireIssuable(context, document)
  if (theCase.recipients.length === 0) throw documentErrors.RecipientsMissing()
  const { agencies } = context.ports
  const issuer = (await agencies.findIssuer(context, document.issuer_id))!
  const [signer] = await agencies.getSeats(context, [document.signer_seat_id!])
  const signing = await getSigning(context, issuer, signer!, {
    typeCode: document.type_code,
    capacity: document.capacity,
    authority: document.authority,
    authorisationId: document.delegation_id,
  })
  const clerks = await agencies.seatsWhere(context, { role: 'clerk' })
  // Of a restricted document the clerks learn now: they number it.
  const clerkKeys = clerks.map(clerk => seatKey(clerk.id))
  await addReaders(context, asRead(document), clerkKeys, 'register')
  await context.outbox({ kind: 'documents.freeze', subjectId: document.id, payload: { version: document.version } })
  const [clerk] = clerks
  await recordOutgoing(
    context,
    theCase,
    { after: 'approved', text: input.text, detail: { version: document.version, signing: signing.lines.join(' / ') } },
    {
      signing_lines: signing.lines,
      delegation_id: signing.authorisationId,
      signer_title: signer!.title,
      signer_name: signer!.fullName,
      approved_at: context.now,
      approved_by: context.actor.seatId,
      ...notInHand,
      frozen_file_id: null,
      printed_tail: null,
      signature: 'unsigned',
      numbered_file_id: null,
      holder_seat_id: clerk?.id ?? null,
      holder_unit_id: null,
      holder_name: clerk?.fullName ?? 'Văn thư',
    },
  )
  await tell(context, document, document.drafter_seat_id, 'approved')
  if (clerk) await tell(context, document, clerk.id, 'to-number')
  return { id: document.id }
}

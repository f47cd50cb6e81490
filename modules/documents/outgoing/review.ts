import type { z } from '#lib/schemas/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type ReviewDraft } from '../contract.ts'
import { addReaders } from '../readers.ts'
import { type ActingCase, takeUp } from './case.ts'
import { giveBack } from './give-back.ts'
import { notInHand } from './hold.ts'
import { refuseMoved } from './moved.ts'
import { recordOutgoing } from './record.ts'
import { asRead, reviewsOf } from './rows.ts'
import { tell } from './tell.ts'

/**
 * Answers one's question: agrees, with or without a word, or sends the draft back with the reason.
 *
 * @throws documents.DraftMoved, ReasonMissing
 */
export async function reviewDraft(
  context: ActContext,
  input: z.output<typeof ReviewDraft> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'review', input.onBehalfOf)
  const { document, hat, reviews } = theCase
  await refuseMoved(context, theCase, input)
  if (input.result === 'returned' && !input.text) throw documentErrors.ReasonMissing()
  const mine = reviews.find(one => one.state === 'asked' && one.seat_id === hat.seatId)!
  await context.tx
    .updateTable('outgoing_reviews')
    .set({
      state: input.result,
      text: input.text ?? null,
      answered_at: context.now,
      version: document.version,
      answered_by: context.actor.seatId,
    })
    .where('agency_id', '=', context.agency)
    .where('id', '=', mine.id)
    .execute()
  if (input.result === 'agreed') await askNext(context, theCase, input.text, { result: 'agreed', kind: mine.kind })
  else await giveBack(context, theCase, input.text!)
  return { id: document.id }
}

/** Asks the next in order, or lays the draft before its signer when all have agreed. */
export async function askNext(
  context: ActContext,
  theCase: ActingCase,
  text: string | undefined,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { document } = theCase
  const open = (await reviewsOf(context, document.id)).filter(one => one.state === 'waiting' || one.state === 'asked')
  const next = Math.min(...open.map(one => one.ordinal))
  const asked = open.filter(one => one.ordinal === next)
  const fresh = asked.filter(one => one.state === 'waiting')
  await ask(
    context,
    fresh.map(one => one.id),
  )
  await tell(
    context,
    document,
    fresh.map(one => one.seat_id),
    'review',
  )
  const holders = asked.length > 0 ? asked.map(one => one.seat_id) : [document.signer_seat_id!]
  if (asked.length === 0) {
    await addReaders(context, asRead(document), holders.map(seatKey), 'sign')
    await tell(context, document, holders[0]!, 'approve')
  }
  const names = await context.ports.agencies.seatNames(context, holders)
  await recordOutgoing(
    context,
    theCase,
    { after: asked.length > 0 ? 'in-review' : 'awaiting-approval', text, detail },
    {
      holder_seat_id: holders[0]!,
      holder_unit_id: null,
      holder_name: holders
        .map(id => names.get(id)?.fullName ?? '')
        .join(', ')
        .slice(0, 300),
      state_reason: null,
      ...notInHand,
    },
  )
}

async function ask({ tx, agency, now }: ActContext, reviewIds: readonly string[]): Promise<void> {
  if (reviewIds.length === 0) return
  await tx
    .updateTable('outgoing_reviews')
    .set({ state: 'asked', asked_at: now })
    .where('agency_id', '=', agency)
    .where('id', 'in', reviewIds)
    .execute()
}

import { sql } from 'kysely'
import type { Context } from '#platform/acts/context.ts'
import { writeHistory } from '../history.ts'
import { finishedBy } from './finished-by.ts'
import { type IncomingDocumentRow, incomingSubject, lockIncoming } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { isOpenIncoming } from './states.ts'

/** An outgoing document that answers, or is to answer, an incoming one. */
type Reply = {
  readonly id: string
  readonly in_reply_to: string | null
  readonly restricted: boolean
  readonly notation?: string | null
}

/** An answer was begun: the incoming document shows where it is. */
export const replyBegun = (context: Context, reply: Reply): Promise<void> => follow(context, reply, 'begun')

/** An answer has left: the incoming document bears its number and notation, and may be finished. */
export const replySent = (context: Context, reply: Reply): Promise<void> => follow(context, reply, 'sent')

/** An answer was dropped before it left. */
export const replyDropped = (context: Context, reply: Reply): Promise<void> => follow(context, reply, 'dropped')

/** An answer that had left was had back or recalled: what it answered waits for another one, if there is none. */
export const replyWithdrawn = (context: Context, reply: Reply): Promise<void> => follow(context, reply, 'withdrawn')

/** An answer was tied to another incoming document, or to none. */
export async function replyMoved(context: Context, reply: Reply, to: string | null): Promise<void> {
  // Two answers that change places each hold what the other wants, unless both begin with the same one.
  for (const id of [reply.in_reply_to, to].filter(one => one !== null).toSorted()) await lockIncoming(context, id)
  await replyDropped(context, reply)
  await replyBegun(context, { ...reply, in_reply_to: to })
}

type Change = 'begun' | 'sent' | 'dropped' | 'withdrawn'

/** Called by the acts of the answer, which hold its row (outgoing before incoming, everywhere), when it says what became of it. */
async function follow(context: Context, reply: Reply, change: Change): Promise<void> {
  const { id, in_reply_to, notation } = reply
  // Of two answers that change at once the second sees what the first did.
  const incoming = in_reply_to ? await lockIncoming(context, in_reply_to) : undefined
  if (!incoming) return
  const answer = await writeAnswer(context, incoming.id)
  const history = { sent: 'answered', withdrawn: 'answer-withdrawn' } as const
  if (change === 'sent' || change === 'withdrawn')
    await writeHistory(context, {
      documentId: incoming.id,
      act: history[change],
      before: incoming.state,
      after: incoming.state,
      detail: { documentId: id, notation },
    })
  if (change === 'sent') await proposeToFinish(context, incoming, reply)
  if (change === 'withdrawn') await tellWhoFinished(context, incoming, reply)
  await context.audit({
    act: 'documents.follow-reply',
    subject: incomingSubject(incoming.id),
    before: { outgoing: incoming.reply_document_id, notation: incoming.reply_notation },
    after: { outgoing: answer?.reply_document_id ?? null, notation: answer?.reply_notation ?? null },
  })
  await announceIncoming(context, incoming)
}

type Answer = { reply_document_id: string | null; reply_notation: string | null }

/**
 * Writes which outgoing document answers an incoming one: the last that was sent, with its number and notation (column 6
 * of the follow-up register, NĐ 30/2020 Phụ lục IV, mẫu VIII); while none was, the last that is being written.
 */
async function writeAnswer({ tx, agency }: Context, incomingId: string): Promise<Answer | undefined> {
  const { rows } = await sql<Answer>`
    with answer as (
      select id, case state when 'dispatched' then notation end as notation from outgoing_documents
      where agency_id = ${agency} and in_reply_to = ${incomingId} and state not in ('recalled', 'cancelled')
      order by dispatched_at desc nulls last, created_at desc, id desc limit 1)
    update incoming_documents set reply_document_id = (select id from answer), reply_notation = (select notation from answer)
    where agency_id = ${agency} and id = ${incomingId} returning reply_document_id, reply_notation`.execute(tx)
  return rows.at(0)
}

/** The answer has left: whoever holds the document may now say that it is done. */
async function proposeToFinish(
  context: Context,
  incoming: IncomingDocumentRow,
  { notation, restricted }: Reply,
): Promise<void> {
  if (!isOpenIncoming(incoming.state)) return
  const { holder_seat_id, holder_unit_id } = incoming
  const head = holder_unit_id ? await context.ports.agencies.findUnitHead(context, holder_unit_id) : undefined
  const seatId = holder_seat_id ?? head?.id
  if (seatId)
    await context.notify({
      seatId,
      kind: 'documents.answered',
      subject: incomingSubject(incoming.id),
      // The notation of a restricted answer names its type and unit: who may see it finds it in the document.
      detail: { ...(restricted ? {} : { notation: notation! }), subject: incoming.subject },
      onceKey: `answered/${incoming.id}/${notation}`,
    })
}

/** It was finished by an answer that stands no longer: whoever finished it opens it again, or sees that it need not be. */
async function tellWhoFinished(
  context: Context,
  incoming: IncomingDocumentRow,
  { id, notation, restricted }: Reply,
): Promise<void> {
  const seatId = incoming.state === 'finished' && (await finishedBy(context, incoming.id))
  if (!seatId) return
  await context.notify({
    seatId,
    kind: 'documents.answer-withdrawn',
    subject: incomingSubject(incoming.id),
    detail: { ...(restricted ? {} : { notation: notation ?? '' }), subject: incoming.subject },
    onceKey: `answer-withdrawn/${incoming.id}/${id}/${context.now.toISOString()}`,
  })
}

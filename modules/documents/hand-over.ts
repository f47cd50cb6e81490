import type { SeatFacts } from '#modules/agencies/contract.ts'
import { openStates } from '#modules/assignments/contract.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext, Subject } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { HandOverUnseen, HandOverWork, IncomingState } from './contract.ts'
import { writeHistory } from './history.ts'
import { withLeader } from './incoming/first-place.ts'
import { letReadWhoWorks } from './incoming/give-work.ts'
import { findIncoming, type IncomingDocumentRow, incomingSubject, lockIncoming } from './incoming/rows.ts'
import { announceIncoming, type Place, settle, standAt } from './incoming/settle.ts'
import { handOverOutgoing } from './outgoing/hand-over.ts'
import { outgoingSubject } from './outgoing/rows.ts'
import { demoteReaders } from './readers.ts'
import { getSeatToRelieve, getSuccessor, openWorkOfSeat, statesThatWait } from './work-of-seat.ts'

/**
 * Gives to another seat what a seat has of these documents: its open work, the decision they wait for, its drafts and the
 * questions asked of it (NĐ 30/2020 Phụ lục VI, D71). Who gave the work, its deadline and its place in the tree stay; the successor may read from now on.
 *
 * @throws platform.NotFound for documents of which nothing is open with the seat, or that the actor is not shown;
 *   platform.NotAllowed; agencies.SeatUnknown; documents.NotALeader, SuccessorUnfit
 */
export async function handOver(context: ActContext, input: HandOverWork & { readonly id: string }): Promise<string> {
  const from = await getSeatToRelieve(context, input.id)
  const to = await getSuccessor(context, input.toSeatId)
  const open = new Set((await openWorkOfSeat(context, from)).items.map(one => one.documentId))
  if (input.documentIds.some(id => !open.has(id))) throw platformErrors.NotFound()
  await handOverAll(context, input.documentIds, from, to)
  return input.id
}

/**
 * Gives to another seat what a seat has of restricted documents that nobody can hand over who sees them: a draft of one who
 * left would lie there for ever. Who administers does it without being told what they are, and cannot be the successor.
 *
 * @throws platform.NotFound where there is none; platform.NotAllowed; agencies.SeatUnknown; documents.NotALeader, SuccessorUnfit
 */
export async function handOverUnseen(
  context: ActContext,
  input: HandOverUnseen & { readonly id: string },
): Promise<string> {
  const from = await getSeatToRelieve(context, input.id)
  const to = await getSuccessor(context, input.toSeatId)
  const { unseen } = await openWorkOfSeat(context, from)
  if (unseen.length === 0) throw platformErrors.NotFound()
  await handOverAll(context, unseen, from, to)
  return input.id
}

async function handOverAll(context: ActContext, documentIds: readonly string[], from: SeatFacts, to: SeatFacts) {
  const ids = [...new Set(documentIds)].toSorted()
  // One order for everybody, in which nobody waits for another in a circle: what is issued before what came, as an act on
  // a reply takes them, and each kind by id. One by one, for where each stands afterwards follows from its own work.
  for (const id of ids)
    if (await handOverOutgoing(context, id, from, to))
      await recordHandOver(context, outgoingSubject(id), from, to, undefined)
  for (const id of ids) {
    const document = await lockIncoming(context, id)
    if (document) await handOverOne(context, document, from, to)
  }
}

async function handOverOne(context: ActContext, document: IncomingDocumentRow, from: SeatFacts, to: SeatFacts) {
  const { assignments } = context.ports
  const subject = incomingSubject(document.id)
  const before = await assignments.ofSubject(context, subject)
  const hasWork = before.some(one => one.toSeatId === from.id && openStates.includes(one.state))
  const waits = document.holder_seat_id === from.id && statesThatWait.includes(document.state)
  // Another handed it over while this one waited for the document.
  if (!hasWork && !waits) return
  let after: IncomingState = document.state
  let stillWaits = waits
  await demoteReaders(context, document.id, [seatKey(from.id)])
  if (hasWork) {
    const moved = await assignments.handOver(context, { subject, fromSeatId: from.id, toSeatId: to.id })
    await letReadWhoWorks(context, document, moved)
    after = (await settle(context, document, before)).state
    // A part that went beside the decision did not take that along.
    stillWaits = waits && (await findIncoming(context, document.id))?.holder_seat_id === from.id
  }
  if (stillWaits) {
    await standAt(context, document, { ...(await placeWith(context, document, to)), proposal: document.proposal })
    await tellSuccessor(context, document, from, to)
    await announceIncoming(context, document)
  }
  await recordHandOver(context, subject, from, to, { before: document.state, after })
}

async function recordHandOver(
  context: ActContext,
  subject: Subject,
  from: SeatFacts,
  to: SeatFacts,
  states: { readonly before: string; readonly after: string } | undefined,
) {
  await writeHistory(context, {
    documentId: subject.id,
    act: 'hand-over',
    ...states,
    text: `${from.fullName} (${from.title}) → ${to.fullName} (${to.title})`,
    detail: { fromSeatId: from.id, toSeatId: to.id },
  })
  await context.audit({
    act: 'documents.hand-over',
    subject,
    before: { seatId: from.id },
    after: { seatId: to.id },
  })
}

/** Of work that is handed over its new holder is told by `assignments`; of a decision by this. */
const tellSuccessor = (context: ActContext, document: IncomingDocumentRow, from: SeatFacts, to: SeatFacts) =>
  context.notify({
    seatId: to.id,
    kind: 'documents.handed-over',
    subject: incomingSubject(document.id),
    detail: { by: context.actor.fullName, from: from.fullName },
    onceKey: `handed-over/${document.id}/${to.id}/${context.now.toISOString()}`,
  })

/** What waits for a leader waits for another leader; what waits for a proposal, for whoever takes the post. */
async function placeWith(context: ActContext, { state }: IncomingDocumentRow, to: SeatFacts): Promise<Place> {
  if (state === 'awaiting-direction') return withLeader(context, to.id)
  return { state, seatId: to.id, unitId: null, name: to.fullName }
}

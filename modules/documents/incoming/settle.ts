import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import type { IncomingState } from '../contract.ts'
import { addReaders, demoteReaders, readersOf } from '../readers.ts'
import { takeSightFromWhoLost } from './give-work.ts'
import { progressOf } from './progress.ts'
import { asRead, type IncomingDocumentRow, incomingSubject, type Proposal } from './rows.ts'
import { tellSender } from './tell-sender.ts'

export type Settled = { readonly state: IncomingState; readonly work: readonly Assignment[] }

/**
 * Brings a document's state and holder into line with its work after an act on it, tells its sender what has become of
 * it, and takes it out of the sight of those who lost work before they opened it.
 *
 * @param before the work as it stood before the act
 */
export async function settle(
  context: ActContext,
  document: IncomingDocumentRow,
  before: readonly Assignment[],
): Promise<Settled> {
  const work = await context.ports.assignments.ofSubject(context, incomingSubject(document.id))
  await takeSightFromWhoLost(context, document, before, work)
  const place = placeOf(work) ?? (await placeWithoutWork(context, document, progressOf(before)?.top))
  await standAt(context, document, place)
  if (place.state !== document.state && (place.state === 'assigned' || place.state === 'in-progress'))
    await tellSender(context, document, place.state)
  await announceIncoming(context, document)
  return { state: place.state, work }
}

/** Where a document stands: its state, who has it, and what the register says of its passing on. */
export type Place = {
  readonly state: IncomingState
  readonly seatId: string | null
  readonly unitId: string | null
  readonly name: string
  /** Columns 7 and 8 of the register; nothing said: as they are. */
  readonly receiver?: { readonly name: string; readonly passedOn: string }
  /** What is proposed there. Nothing said: a proposal falls when the document moves, for it was made to whoever had it. */
  readonly proposal?: Proposal | null
}

function placeOf(work: readonly Assignment[]): Place | undefined {
  const progress = progressOf(work)
  if (!progress) return undefined
  const { state, holder, top } = progress
  return {
    state,
    seatId: holder.toSeatId,
    unitId: holder.toUnitId,
    name: holder.toName,
    receiver: { name: top.toName, passedOn: todayInVietnam(new Date(top.createdAt)) },
  }
}

/**
 * Nobody answers for the work any more: the document is again with whoever decided it. A leader decides anew; what the
 * office head or the clerk passed straight on waits for a proposal. Where nobody answered for it before either, others
 * merely read it or help: it stays where it is, with what was proposed there.
 */
async function placeWithoutWork(
  context: ActContext,
  document: IncomingDocumentRow,
  ended: Assignment | undefined,
): Promise<Place> {
  if (!ended) {
    const { state, holder_seat_id, holder_unit_id, holder_name, proposal } = document
    return { state, seatId: holder_seat_id, unitId: holder_unit_id, name: holder_name, proposal }
  }
  const giver = await context.ports.agencies.findSeat(context, ended.onBehalfOfSeatId ?? ended.fromSeatId)
  const held = giver && (giver.validTo === null || giver.validTo > context.today)
  if (held && giver.role === 'leader')
    return { state: 'awaiting-direction', seatId: giver.id, unitId: null, name: giver.fullName }
  return waitForProposal(context)
}

/** The office head proposes; where there is none, the first leader decides. */
export async function waitForProposal(context: ActContext): Promise<Place> {
  const { agencies } = context.ports
  const seats = await agencies.seatsWhere(context, { role: ['office-head', 'leader'] })
  const officeHead = seats.find(seat => seat.role === 'office-head')
  if (officeHead) return { state: 'awaiting-proposal', seatId: officeHead.id, unitId: null, name: officeHead.fullName }
  const leader = seats.find(seat => seat.role === 'leader')
  return {
    state: 'awaiting-direction',
    seatId: leader?.id ?? null,
    unitId: null,
    name: leader?.fullName ?? '',
  }
}

/** Writes where a document stands, and lets its holder read it. */
export async function standAt(context: ActContext, document: IncomingDocumentRow, place: Place): Promise<void> {
  const { tx, agency } = context
  const moves = place.state !== document.state || place.seatId !== document.holder_seat_id
  const proposal = place.proposal === undefined && moves ? null : place.proposal
  const passedOn = place.receiver && place.receiver.name !== document.receiver_name
  await tx
    .updateTable('incoming_documents')
    .set({
      state: place.state,
      holder_seat_id: place.seatId,
      holder_unit_id: place.unitId,
      holder_name: place.name,
      ...(proposal === undefined ? {} : { proposal: proposal && JSON.stringify(proposal) }),
      ...(passedOn ? { receiver_name: place.receiver.name, passed_on: place.receiver.passedOn, received_by: '' } : {}),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .execute()
  const before = document.holder_seat_id
  if (before && before !== place.seatId) await demoteReaders(context, document.id, [seatKey(before)], 'holder')
  if (place.seatId) await addReaders(context, asRead(document), [seatKey(place.seatId)], 'holder')
}

/** After the commit, tells the open screens of those who may see a document that it changed. */
export async function announceIncoming(
  context: Context,
  document: Pick<IncomingDocumentRow, 'id' | 'restricted'>,
): Promise<void> {
  context.announce({
    kind: 'documents.incoming',
    id: document.id,
    to: await readersOf(context, document.id),
    direction: 'incoming',
    everyoneWhoSeesAll: !document.restricted,
  })
}

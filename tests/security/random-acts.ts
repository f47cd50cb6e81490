import fc from 'fast-check'
import type { z } from '#lib/schemas/index.ts'
import {
  type IncomingDocument,
  incomingActs,
  type OutgoingDocument,
  outgoingActs,
} from '#modules/documents/contract.ts'
import { actRequest } from '#tests/office/act-requests.ts'
import { upload } from '#tests/office/books.ts'
import { officeSeats, testId } from '#tests/office/make-office.ts'
import type { Answer } from '#tests/office/office-http.ts'
import type { Known, Place, TwoOffices } from './two-offices.ts'

/** One random act, chosen by numbers so that it fits whatever stands there when its turn comes. */
export type RandomAct = {
  readonly place: number
  readonly document: number
  /** Something that the screen would not offer. */
  readonly wild: boolean
  readonly act: number
  readonly choice: number
  readonly other: number
}
export const randomAct: fc.Arbitrary<RandomAct> = fc.record({
  place: fc.nat(1000),
  document: fc.nat(1000),
  wild: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  act: fc.nat(1000),
  choice: fc.nat(1000),
  other: fc.nat(1000),
})

type Shown = Partial<z.infer<typeof IncomingDocument>> & Partial<z.infer<typeof OutgoingDocument>>
export type Chosen = {
  readonly place: Place
  readonly document: Known
  readonly act: string
  readonly shown: Shown
  readonly random: RandomAct
}
export type Done = { readonly request: string; readonly answer: Answer<unknown> }

/**
 * Who does what: anything by anybody when it is wild, else what a seat's screen offers, of the first seat from a random
 * one on that is offered something.
 */
export async function choose(
  { places, http }: TwoOffices,
  documents: readonly Known[],
  random: RandomAct,
): Promise<Chosen | undefined> {
  const document = pick(documents, random.document)
  for (let at = 0; at < places.length; at++) {
    const place = pick(places, random.place + at)
    const path = `GET /documents/${document.direction}/${document.id}`
    const shown = (await http.call<Shown>(place.seat, path)).body
    const offered: readonly string[] = shown.allowed?.filter(act => act !== 'comment') ?? []
    const all: readonly string[] = document.direction === 'incoming' ? incomingActs : outgoingActs
    const acts = random.wild ? all : offered
    if (acts.length > 0) return { place, document, act: pick(acts, random.act), shown, random }
  }
  return undefined
}

/** Does the act over HTTP; the answer may be anything but a fault of the server. */
export async function perform(world: TwoOffices, chosen: Chosen): Promise<Done> {
  const { place, document, act } = chosen
  const request = actRequest(document.direction, act, document.id)
  const body = await bodyOf(world, chosen)
  return { request, answer: await world.http.call(place.seat, request, body, { key: testId() }) }
}

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!

async function bodyOf(world: TwoOffices, chosen: Chosen): Promise<object> {
  const { offices } = world
  const { act, shown } = chosen
  const { office, name } = chosen.place
  const { direction } = chosen.document
  const { choice, other, wild } = chosen.random
  const reason = 'Lý do được ghi'
  // Now and then somebody of the other office is named: that must be refused.
  const from = wild && choice % 4 === 0 ? offices.find(one => one !== office)! : office
  const units = Object.values(from.units)
  const someSeat = from.seats[pick(officeSeats, choice)].id
  const targets = [
    choice % 2 === 0 ? { unitId: pick(units, choice >> 1), role: 'lead' } : { seatId: someSeat, role: 'lead' },
    { seatId: from.seats[pick(officeSeats, other)].id, role: other % 2 === 0 ? 'assist' : 'inform' },
  ]
  const assignmentId = shown.assignments?.length ? pick(shown.assignments, choice).id : testId()
  const typesForLeader = name === 'clerk' || (name === 'office-head' && other % 2 === 0)
  const seen = { revision: shown.revision ?? 1 }
  switch (act) {
    case 'send-up':
      return { leaderSeatId: office.seats.deputy.id }
    case 'propose':
      return { leaderSeatId: office.seats.leader.id, targets, text: 'Đề xuất' }
    case 'direct':
      return { targets, text: 'Rà soát', ...(typesForLeader ? { onBehalfOf: office.seats.leader.id } : {}) }
    case 'correct-direction':
    case 'assign':
      return { targets, text: 'Phân công' }
    case 'forward':
      return { targets: targets.slice(1).map(target => ({ ...target, role: 'inform' })) }
    case 'withdraw':
      return { assignmentId, reason }
    case 'change-lead':
      return { assignmentId, unitId: pick(units, other), reason }
    case 'urge':
      return { assignmentIds: [assignmentId], text: 'Khẩn trương' }
    case 'ask-extension':
      return { extensionId: testId(), assignmentId, dueOn: '2027-12-31', reason }
    case 'extend':
      return { assignmentId, dueOn: '2027-12-31', reason }
    case 'answer-extension':
      return { extensionId: testId(), grantedDueOn: null }
    case 'finish':
      return { result: 'Đã xong' }
    case 'comment':
      return { commentId: testId(), text: 'Góp ý' }
    case 'resolve-comment':
      return { commentId: shown.comments?.[0]?.id ?? testId() }
    case 'attach':
      return { files: [{ uploadId: await upload(office, name), role: 'attachment' }] }
    case 'submit':
      return { ...seen, reviewers: other % 2 === 0 ? [{ seatId: someSeat, ordinal: 1 }] : [] }
    case 'review':
      return { ...seen, result: choice % 3 === 0 ? 'returned' : 'agreed', text: 'Ý kiến' }
    case 'approve':
      return seen
    case 'change':
      return { ...seen, note: 'Sửa' }
    case 'set-recipients':
      return {
        ...seen,
        recipients: [{ id: testId(), kind: 'seat', seatId: someSeat, carrier: 'system', purpose: 'inform' }],
      }
    case 'hand-over-by-hand':
    case 'collect-by-hand':
      return { recipientId: shown.recipients?.[0]?.id ?? testId(), on: '2026-11-20' }
    case 'recall':
      return { reason, orderedBySeatId: shown.recallOrders?.[0]?.seatId ?? someSeat }
    case 'tie-to-incoming':
      return { ...seen, inReplyTo: shown.inReplyTo ? null : await someIncoming(world, chosen) }
    case 'place-number':
      return { version: shown.version ?? 1, places: null }
    case 'send-to-successor':
      return { recipientId: shown.recipients?.[0]?.id ?? testId() }
    case 'open':
    case 'number':
    case 'dispatch':
    case 'dispatch-again':
    case 'edit':
    case 'release':
    case 'register':
    case 'confirm':
      return {}
    case 'take-back':
      return direction === 'incoming' ? {} : { reason }
    default:
      return { reason }
  }
}

/** One that the acting seat finds in its list, or none that exists. */
async function someIncoming({ http }: TwoOffices, { place, random }: Chosen): Promise<string> {
  const { body } = await http.call<{ items: readonly { id: string }[] }>(place.seat, 'GET /documents/incoming?limit=50')
  return body.items?.length ? pick(body.items, random.other).id : testId()
}

import { officeRoles } from '#lib/roles/index.ts'
import { type Assignment, openStates } from '#modules/assignments/contract.ts'
import type { SeatActor } from '#platform/acts/actor.ts'
import { type Hat, hatsOf, leadsPeople, leadsUnit, standsFirst } from '#platform/acts/hats.ts'
import { progressOf } from './progress.ts'
import type { IncomingDocumentRow } from './rows.ts'
import type { IncomingNeed, IncomingWho } from './states.ts'

/** What the policy looks at in an incoming document. */
export type IncomingFacts = Pick<
  IncomingDocumentRow,
  'state' | 'holder_seat_id' | 'holder_unit_id' | 'proposal' | 'sender_agency_id'
>

/** What an actor is to a document under each of his hats, his own first. */
export type HatStandpoint = { readonly hat: Hat; readonly is: ReadonlySet<IncomingWho> }

export const hatStandpoints = (
  actor: SeatActor,
  document: IncomingFacts,
  work: readonly Assignment[],
  finishedBy: string | null,
): readonly HatStandpoint[] =>
  hatsOf(actor, 'incoming').map(hat => ({ hat, is: new Set(partsOf(hat, actor, document, work, finishedBy)) }))

function partsOf(
  hat: Hat,
  actor: SeatActor,
  document: IncomingFacts,
  work: readonly Assignment[],
  finishedBy: string | null,
): readonly IncomingWho[] {
  const open = work.filter(one => openStates.includes(one.state))
  const own = hat.standIn === undefined
  const named = (one: Assignment) => one.onBehalfOfSeatId === hat.seatId && one.fromSeatId !== hat.seatId
  const parts: readonly (readonly [IncomingWho, boolean])[] = [
    ['clerk', hat.role === 'clerk'],
    ['office-head', hat.role === 'office-head'],
    ['leader', hat.role === 'leader'],
    ['first', own && standsFirst(actor)],
    ['holder', holds(hat, document)],
    ['party', open.some(one => hasPart(hat, one))],
    ['chief', leadsPeople(hat) && open.some(one => hasPart(hat, one))],
    // Of a finished one it is whoever may have its work go on.
    ['giver', (document.state === 'finished' ? work : open).some(one => one.mayChangeAs === hat.seatId)],
    ['typist', own && open.some(one => typedBy(actor, one))],
    [
      'adder',
      open.some(one => mayAddBeside(work, one) && (one.mayChangeAs === hat.seatId || (own && typedBy(actor, one)))),
    ],
    ['finisher', finishedBy === hat.seatId],
    ['named', own && open.some(named)],
    ['reader', officeRoles.includes(hat.role)],
  ]
  return parts.filter(([, true_]) => true_).map(([who]) => who)
}

/**
 * Whether the actor may put more beside a piece of work: what is only to be read has nothing beside it, and nothing is
 * given below work that has ended.
 */
export const mayAddBeside = (work: readonly Assignment[], one: Assignment): boolean => {
  const above = work.find(({ id }) => id === one.parentId)
  const isOpen = ({ state }: Assignment) => openStates.includes(state)
  return isOpen(one) && one.mayChangeAs !== null && one.role !== 'inform' && (above === undefined || isOpen(above))
}

/** Whether the actor changes a piece of work only in the name of the leader for whom he typed it in. */
export const typedBy = (actor: SeatActor, { mayChangeAs }: Pick<Assignment, 'mayChangeAs'>): boolean =>
  mayChangeAs !== null && hatsOf(actor, 'incoming').every(hat => hat.seatId !== mayChangeAs)

const holds = (hat: Hat, document: IncomingFacts): boolean =>
  document.holder_seat_id === hat.seatId ||
  (document.holder_unit_id !== null && leadsUnit(hat, document.holder_unit_id))

/** Whether work is this hat's to do: its seat's, or its unit's as the one who leads it. */
export const hasPart = (hat: Hat, one: Pick<Assignment, 'toSeatId' | 'toUnitId'>): boolean =>
  one.toSeatId === hat.seatId || (one.toUnitId !== null && leadsUnit(hat, one.toUnitId))

/** What the document has besides, as far as its rows tell. */
export function needsMet(
  document: IncomingFacts,
  facts: { readonly unopened: boolean; readonly stillHere: boolean; readonly work: readonly Assignment[] },
): ReadonlySet<IncomingNeed> {
  const met: readonly (readonly [IncomingNeed, boolean])[] = [
    ['proposal', document.proposal !== null],
    ['sender', document.sender_agency_id !== null],
    ['unopened', facts.unopened],
    ['undirected', progressOf(facts.work) === undefined],
    ['extension', facts.work.some(one => one.extension !== null && one.mayChangeAs !== null)],
    ['still-here', facts.stillHere],
  ]
  return new Set(met.filter(([, isMet]) => isMet).map(([need]) => need))
}

/**
 * What may be taken back: open work that one gave, if none of it has been opened or read by those who answer for it. The
 * whole level goes together: a direction is one thing.
 *
 * @param looked the pieces that somebody of their party has read without opening them
 */
export function takeableWork(
  hats: readonly Hat[],
  work: readonly Assignment[],
  looked: ReadonlySet<string> = new Set(),
): readonly Assignment[] {
  const given = work.filter(
    one =>
      openStates.includes(one.state) &&
      hats.some(hat => hat.seatId === one.fromSeatId || hat.seatId === one.onBehalfOfSeatId),
  )
  const last = given.at(-1)
  const level = given.filter(one => one.parentId === last?.parentId && one.createdAt === last.createdAt)
  const answering = level.filter(one => one.role === 'lead' || one.role === 'direct')
  const isSeen = (one: Assignment) => one.openedAt !== null || looked.has(one.id)
  return answering.some(isSeen) ? [] : level.filter(one => !isSeen(one))
}

import { sql } from 'kysely'
import { officeRoles, roleNames } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { agencyErrors, agencyPermissions, type SeatFacts } from '#modules/agencies/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import type { IncomingState, WorkToHandOver, WorkToHandOverList, WorkToHandOverQuery } from './contract.ts'
import { type IncomingDocumentRow, incomingSubject } from './incoming/rows.ts'
import { openLateness } from './lateness.ts'
import { outgoingOf } from './outgoing/hand-over.ts'
import { maySee, ownKeysAmong } from './readers.ts'

/** No seat has so much open. */
const mostOpen = 2_000

type WorkOfSeat = z.input<typeof WorkToHandOverList>

/** In these a document waits for the decision of the seat that holds it; in all others work of it is given. */
export const statesThatWait: readonly IncomingState[] = ['awaiting-proposal', 'awaiting-direction']

/**
 * What is open with a seat and must go to another when its holder leaves (NĐ 30/2020 Phụ lục VI, D71): documents that
 * wait for its decision, work given to it, drafts of its own, asked of it or before it to sign. A restricted document is there
 * for its readers alone; to all others it is one more that is `hidden`, so that nobody believes the seat to be cleared.
 *
 * @throws platform.NotFound for a seat of another agency; platform.NotAllowed
 */
export async function openWorkOfSeat(context: ActContext, seatId: string): Promise<Omit<WorkOfSeat, 'next'>> {
  const { fullName: name, title, validTo: endsOn } = await getSeatToRelieve(context, seatId)
  const work = await context.ports.assignments.openOf(context, { seatIds: [seatId], unitIds: [] }, mostOpen)
  const given = Map.groupBy(
    work.filter(({ subject }) => subject.type === incomingSubject('').type),
    one => one.subject.id,
  )
  const documents = await documentsOf(context, seatId, [...given.keys()])
  const outgoing = await outgoingOf(context, seatId, mostOpen)
  const sights = { incoming: sightOf(context.actor, 'incoming'), outgoing: sightOf(context.actor, 'outgoing') }
  const ownRows = await ownKeysAmong(context, sights.incoming, documents)
  const ownDrafts = await ownKeysAmong(context, sights.outgoing, outgoing)
  const latenessOf = await openLateness(context)
  const drafts = outgoing.flatMap((document): WorkToHandOver[] => {
    const seen = maySee(sights.outgoing, document, ownDrafts.get(document.id) ?? [])
    if (document.restricted && !seen) return []
    const { id: documentId, subject, notation, part: role, due_on: dueOn } = document
    return [
      {
        ...{ documentId, direction: 'outgoing', role, dueOn, lateness: latenessOf(dueOn), arrivalNumber: null },
        ...(seen ? { subject, notation: notation ?? '' } : { subject: null, notation: null }),
      },
    ]
  })
  const incoming = documents.flatMap((document): WorkToHandOver[] => {
    const seen = maySee(sights.incoming, document, ownRows.get(document.id) ?? [])
    if (document.restricted && !seen) return []
    const [first] = given.get(document.id) ?? []
    const dueOn = first ? first.dueOn : document.due_on
    return [
      {
        documentId: document.id,
        direction: 'incoming',
        subject: seen ? document.subject : null,
        notation: seen ? document.notation : null,
        arrivalNumber: document.arrival_number,
        role: first?.role ?? null,
        dueOn,
        lateness: latenessOf(dueOn),
      },
    ]
  })
  const items = [...incoming, ...drafts]
  const hidden = documents.length + outgoing.length - items.length
  return { seat: { name, title, endsOn }, items, hidden }
}

/** The same page by page; how much is hidden is said of all of it. */
export async function pageOfWork(
  context: ActContext,
  seatId: string,
  { limit = 100, cursor }: z.output<typeof WorkToHandOverQuery> = {},
): Promise<WorkOfSeat> {
  const { items, ...work } = await openWorkOfSeat(context, seatId)
  const place = readPlaceCursor(cursor)
  return {
    ...work,
    items: items.slice(place, place + limit),
    next: items.length > place + limit ? cursorAtPlace(place + limit) : null,
  }
}

function documentsOf({ tx, agency }: ActContext, seatId: string, withWork: readonly string[]) {
  return tx
    .selectFrom('incoming_documents')
    .selectAll()
    .where('agency_id', '=', agency)
    .where(({ or, and, eb }) =>
      or([
        and([eb('holder_seat_id', '=', seatId), eb('state', 'in', statesThatWait)]),
        ...(withWork.length > 0 ? [eb('id', 'in', withWork)] : []),
      ]),
    )
    .orderBy(sql`due_on nulls last`)
    .orderBy('arrived_at')
    .orderBy('id')
    .limit(mostOpen)
    .$castTo<IncomingDocumentRow>()
    .execute()
}

/**
 * The seat that is to be relieved, if the actor may do it: clerk, office head and administrator for every seat of the
 * office, the head of a unit for those of his unit.
 *
 * @throws platform.NotFound, platform.NotAllowed
 */
export async function getSeatToRelieve(context: ActContext, seatId: string): Promise<SeatFacts> {
  const seat = await context.ports.agencies.findSeat(context, seatId)
  if (!seat) throw platformErrors.NotFound()
  const { roles } = agencyPermissions['hand-over']
  const may = hatsOf(context.actor, 'incoming').some(
    hat => roles.includes(hat.role) && (hat.role !== 'unit-head' || hat.unitId === seat.unitId),
  )
  if (!may) throw platformErrors.NotAllowed({ roles: roles.map(role => roleNames[role]).join(', ') })
  return seat
}

/** @throws agencies.SeatUnknown for a seat that is not held today, or whose role handles no documents */
export async function getSuccessor(context: ActContext, seatId: string): Promise<SeatFacts> {
  const [seat] = await context.ports.agencies.getSeats(context, [seatId])
  if (!seat || !officeRoles.includes(seat.role)) throw agencyErrors.SeatUnknown()
  return seat
}

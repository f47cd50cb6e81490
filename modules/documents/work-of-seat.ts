import { sql } from 'kysely'
import { officeRoles, roleNames, type SeatRole } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { agencyErrors, agencyPermissions, type SeatFacts } from '#modules/agencies/contract.ts'
import { seatKey } from '#platform/acts/actor.ts'
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
type OpenWorkOfSeat = {
  readonly items: WorkOfSeat['items']
  /** By their ids, which nobody is told. */
  readonly hidden: readonly string[]
  readonly unseen: readonly string[]
}

/** In these a document waits for the decision of the seat that holds it; in all others work of it is given. */
export const statesThatWait: readonly IncomingState[] = ['awaiting-proposal', 'awaiting-direction']

/**
 * What is open with a seat and must go to another when its holder leaves (NĐ 30/2020 Phụ lục VI, D71): documents that
 * wait for its decision, work given to it, drafts of its own, asked of it or before it to sign. A restricted document is there
 * for its readers alone; to all others it is one more that is `hidden`, so that nobody believes the seat to be cleared.
 *
 * @param seat found by `getSeatToRelieve`: the actor may do it
 */
export async function openWorkOfSeat(context: ActContext, seat: SeatFacts): Promise<OpenWorkOfSeat> {
  const seatId = seat.id
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
  const shown = new Set(items.map(one => one.documentId))
  const hidden = [...documents, ...outgoing].map(document => document.id).filter(id => !shown.has(id))
  return { items, hidden, unseen: await whatNobodyHandsOver(context, seat, hidden) }
}

/**
 * Those of some restricted documents that nobody sees who may relieve this seat. To be handed over unseen: by who administers.
 */
async function whatNobodyHandsOver(
  context: ActContext,
  seat: SeatFacts,
  hidden: readonly string[],
): Promise<readonly string[]> {
  const { actor, ports, tx, agency } = context
  if (hidden.length === 0 || !agencyPermissions['hand-over-unseen'].roles.includes(actor.role)) return []
  const seats = await ports.agencies.seatsWhere(context, { role: agencyPermissions['hand-over'].roles })
  const relieving = seats.filter(one => mayRelieve(one, seat)).map(one => seatKey(one.id))
  const rows = await tx
    .selectFrom('document_readers')
    .select('document_id')
    .distinct()
    .where('agency_id', '=', agency)
    .where('document_id', 'in', hidden)
    .where('reader', 'in', relieving)
    .execute()
  const seen = new Set(rows.map(row => row.document_id))
  return hidden.filter(id => !seen.has(id))
}

const mayRelieve = (one: { readonly role: SeatRole; readonly unitId: string }, seat: SeatFacts): boolean =>
  agencyPermissions['hand-over'].roles.includes(one.role) && (one.role !== 'unit-head' || one.unitId === seat.unitId)

/** The same page by page; how much is hidden is said of all of it. */
export async function pageOfWork(
  context: ActContext,
  seatId: string,
  { limit = 100, cursor }: z.output<typeof WorkToHandOverQuery> = {},
): Promise<WorkOfSeat> {
  const seat = await getSeatToRelieve(context, seatId)
  const { items, hidden, unseen } = await openWorkOfSeat(context, seat)
  const place = readPlaceCursor(cursor)
  return {
    ...{ seat: { name: seat.fullName, title: seat.title, endsOn: seat.validTo } },
    ...{ hidden: hidden.length, unseen: unseen.length },
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
  const may = hatsOf(context.actor, 'incoming').some(hat => mayRelieve(hat, seat))
  if (!may) throw platformErrors.NotAllowed({ roles: roles.map(role => roleNames[role]).join(', ') })
  return seat
}

/** @throws agencies.SeatUnknown for a seat that is not held today, or whose role handles no documents */
export async function getSuccessor(context: ActContext, seatId: string): Promise<SeatFacts> {
  const [seat] = await context.ports.agencies.getSeats(context, [seatId])
  if (!seat || !officeRoles.includes(seat.role)) throw agencyErrors.SeatUnknown()
  return seat
}

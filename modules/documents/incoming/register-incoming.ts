import type { OperationNodeSource } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { periodOf } from '#platform/numbering/numbering.ts'
import { attachFiles } from '../attach-files.ts'
import { documentErrors, type RegisterIncoming } from '../contract.ts'
import { historyToWrite } from '../history.ts'
import { type ReadDocument, type ReaderReason, readersToAdd, requireVisible } from '../readers.ts'
import { indexToWrite } from '../search-index.ts'
import { dueDateOf } from './due-date.ts'
import { columnsOfFacts, searchableOf } from './facts.ts'
import { firstPlace } from './first-place.ts'
import { insertNumbered, takenNumber } from './insert-numbered.ts'
import { dayOfNumber, findOpenRegister } from './open-register.ts'
import { lockAlike, refuseDuplicates } from './refuse-duplicates.ts'
import { findIncoming, getIncoming, type IncomingDocumentRow, incomingSubject } from './rows.ts'
import { incomingTable } from './states.ts'
import { tellHolderOfUrgent } from './tell-holder.ts'

/**
 * Enters a received paper or file into its register and gives it the next arrival number (số đến). Sent twice under one
 * id it is entered once and answers the same.
 *
 * Source: NĐ 30/2020 Điều 22 (numbers run from 01 each year, one series for paper and digital documents).
 *
 * @throws platform.StateSecret, SentDifferently; documents.DuplicateOfRegistered, DuplicateOfArrived (unless a
 *   `duplicateReason` is given), RegisterUnknown, NoRegister, MainFileMissing, IssuedAfterArrival, ArrivedInFuture,
 *   CalendarMissing; numbering.SeriesNotOpened, SeriesClosed, DateFalls
 */
export async function registerIncoming(context: ActContext, input: RegisterIncoming): Promise<IncomingDocumentRow> {
  const hash = requestHash(input)
  const clerk = hatsOf(context.actor, 'incoming').find(hat => hat.role === 'clerk')
  if (!clerk) throw platformErrors.NotAllowed({ roles: incomingTable.words.who.clerk })
  // Asked for side by side where neither needs the other: an act costs most by its round trips to the database.
  const [before, register, facts, alike] = await Promise.all([
    findIncoming(context, input.id),
    findOpenRegister(context, { registerId: input.registerId }),
    columnsOfFacts(context, input),
    input.duplicateReason === undefined
      ? lockAlike(context, { notation: input.notation, issuedOn: input.issuedOn })
      : [],
  ])
  if (before) return answerAgain(context, before, hash)
  // The same request at the same time: it has come to its end while this one waited for the lock.
  if (alike.some(row => row.id === input.id)) return answerAgain(context, await getIncoming(context, input.id), hash)

  const arrivedOn = input.arrivedOn ?? context.today
  refuseDates({ arrivedOn, issuedOn: input.issuedOn ?? null, today: context.today })
  if (!register) throw input.registerId ? documentErrors.RegisterUnknown() : documentErrors.NoRegister()
  const on = await dayOfNumber(context, register, { arrivedOn, period: input.period })
  const restricted = input.restricted === true || register.restricted
  const due = await dueDateOf(context, register, { arrivedOn, entered: input.dueOn, handleBy: facts.handle_by })
  await refuseDuplicates(context, alike, { issuerId: facts.issuer_id, issuerName: facts.issuer_name })

  const document = { id: input.id, arrived_at: context.now, restricted, typeCode: facts.type_code, dueOn: due.dueOn }
  const asRead = { documentId: input.id, direction: 'incoming', sortAt: context.now } as const
  const [files, place] = await Promise.all([
    attachFiles(context, asRead, input.files, { main: true }),
    firstPlace(context, register, document, input.leaderSeatId),
  ])
  const traces: OperationNodeSource[] = [
    ...(await indexToWrite(
      context,
      {
        ...asRead,
        restricted,
        metadata: searchableOf(facts),
        typeCode: facts.type_code,
        urgency: facts.urgency,
        bodyText: files.bodyText,
      },
      takenNumber,
    )),
    historyToWrite(context, {
      documentId: input.id,
      act: 'register',
      after: place.state,
      text: input.duplicateReason,
      onBehalfOfName: clerk.standIn?.fullName,
      detail: { register: register.name, to: place.name },
    }),
    ...firstReaders(context, asRead, { restricted, clerkSeatId: clerk.seatId, holderSeatId: place.seatId }),
  ]
  await tellHolderOfUrgent(context, { id: input.id, urgency: facts.urgency, subject: facts.subject }, place)

  const columns = {
    agency_id: context.agency,
    id: input.id,
    request_hash: hash,
    ...facts,
    ...{ state: place.state, addressee_issuer_id: register.series.issuerId, carrier: input.carrier ?? 'paper' },
    ...{ paper_place: input.paperPlace ?? null, register_id: register.id, series_id: register.series.id },
    ...{ period: periodOf(register.series, on), arrived_on: arrivedOn, arrived_at: context.now },
    ...{ registered_at: context.now, registered_by: context.actor.seatId, pages: files.pages, restricted },
    ...{ due_on: due.dueOn, due_basis: due.dueBasis, duplicate_reason: input.duplicateReason ?? null },
    ...{ holder_seat_id: place.seatId, holder_unit_id: place.unitId, holder_name: place.name },
    ...{ receiver_name: place.receiver?.name ?? '', passed_on: place.receiver?.passedOn ?? null },
  }
  context.announce({
    kind: 'documents.incoming',
    id: input.id,
    to: place.seatId ? [seatKey(place.seatId)] : [],
    direction: 'incoming',
    everyoneWhoSeesAll: !restricted,
  })
  const audit = {
    act: 'documents.register',
    subject: incomingSubject(input.id),
    onBehalfOf: clerk.standIn?.seatId,
    after: { series: register.series.id, period: columns.period, state: place.state, files: files.ids },
  }
  traces.push(...context.auditToWrite(audit, { number: takenNumber }))
  return insertNumbered(context, { series: register.series, on }, columns, traces)
}

/** Whoever has it before him; of a restricted document also the clerk, who otherwise sees all, and who stood in for him. */
function firstReaders(
  context: ActContext,
  document: ReadDocument,
  facts: { readonly restricted: boolean; readonly clerkSeatId: string; readonly holderSeatId: string | null },
) {
  const readers = new Map<string, ReaderReason>()
  if (facts.restricted)
    for (const seatId of [facts.clerkSeatId, context.actor.seatId]) readers.set(seatKey(seatId), 'register')
  if (facts.holderSeatId) readers.set(seatKey(facts.holderSeatId), 'holder')
  return readers.size > 0 ? [readersToAdd(context, document, [...readers])] : []
}

/** @throws documents.ArrivedInFuture, IssuedAfterArrival */
export function refuseDates(days: {
  arrivedOn: CalendarDate
  issuedOn: CalendarDate | null
  today: CalendarDate
}): void {
  if (days.arrivedOn > days.today) throw documentErrors.ArrivedInFuture()
  if (days.issuedOn !== null && days.issuedOn > days.arrivedOn) throw documentErrors.IssuedAfterArrival()
}

/** The same request again is answered by what is there; under one id nothing else is entered. */
export async function answerAgain(
  context: ActContext,
  before: IncomingDocumentRow,
  hash: Buffer,
): Promise<IncomingDocumentRow> {
  const row = await requireVisible(context, 'incoming', before)
  refuseOtherContent(row, hash)
  return row
}

import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { periodOf } from '#platform/numbering/numbering.ts'
import { measureFiles } from '../attach-files.ts'
import type { RegisterArrived } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { addReaders } from '../readers.ts'
import { indexToWrite } from '../search-index.ts'
import { takeUp } from './case.ts'
import { completePaper } from './complete-paper.ts'
import { dueDateOf } from './due-date.ts'
import { searchableOf } from './facts.ts'
import { firstPlace } from './first-place.ts'
import { takenNumber, updateNumbered } from './insert-numbered.ts'
import { dayOfNumber, getOpenRegister } from './open-register.ts'
import { lockAlike, refuseDuplicates } from './refuse-duplicates.ts'
import { asRead, type IncomingDocumentRow, incomingSubject } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { tellHolderOfUrgent } from './tell-holder.ts'
import { tellSender } from './tell-sender.ts'

/**
 * Registers what stands among the arrived. What another agency sent: its facts came with it and are not typed again. A paper
 * that was noted without a register: with what it says. The sender is told, within the day,
 * that it was received (NĐ 30/2020 Điều 21.2c, 22).
 *
 * @throws documents.DuplicateOfRegistered, DuplicateOfArrived, RegisterUnknown, NoRegister, CalendarMissing;
 *   MainFileMissing, IssuedAfterArrival, ArrivedInFuture; platform.NotValid; numbering.SeriesNotOpened, SeriesClosed
 */
export async function registerArrived(
  context: ActContext,
  input: z.output<typeof RegisterArrived> & { id: string },
): Promise<IncomingDocumentRow> {
  const { document: before, hat } = await takeUp(context, input.id, 'register')
  const paper = await completePaper(context, before, input.paper)
  const document = { ...before, ...paper }
  const arrivedOn = document.arrived_on ?? todayInVietnam(document.arrived_at)
  const register = await getOpenRegister(context, {
    registerId: input.registerId,
    issuerId: document.addressee_issuer_id,
  })
  const on = await dayOfNumber(context, register, { arrivedOn, period: input.period })
  const restricted = document.restricted || input.restricted === true || register.restricted
  const due = await dueDateOf(context, register, {
    ...{ arrivedOn, entered: input.dueOn, asked: document.due_on, handleBy: document.handle_by },
  })
  if (input.duplicateReason === undefined) {
    const alike = await lockAlike(context, {
      except: document.id,
      notation: document.notation,
      issuedOn: document.issued_on,
      documentIdentifier: document.document_identifier,
    })
    await refuseDuplicates(context, alike, {
      issuerId: document.issuer_id,
      issuerName: document.issuer_name,
      documentIdentifier: document.document_identifier,
    })
  }

  const note = input.note ?? document.note
  const toPlace = { ...document, restricted, typeCode: document.type_code, dueOn: due.dueOn }
  const place = await firstPlace(context, register, toPlace, input.leaderSeatId)
  const clerks = [hat.seatId, context.actor.seatId].map(seatKey)
  if (restricted) await addReaders(context, asRead(document), clerks, 'register')
  if (place.seatId) await addReaders(context, asRead(document), [seatKey(place.seatId)], 'holder')
  const { bodyText, pages } = await measureFiles(context, document.id)
  const searchable = {
    ...{ ...asRead(document), restricted, metadata: searchableOf({ ...document, note }) },
    ...{ typeCode: document.type_code, urgency: document.urgency, bodyText },
  }
  const index = await indexToWrite(context, searchable, takenNumber)
  await writeHistory(context, {
    documentId: document.id,
    act: 'register',
    before: document.state,
    after: place.state,
    text: input.duplicateReason,
    onBehalfOfName: hat.standIn?.fullName,
    detail: { register: register.name, to: place.name },
  })
  await tellHolderOfUrgent(context, document, place)
  await tellSender(context, document, 'registered')
  if (place.state === 'assigned') await tellSender(context, document, 'assigned')
  await announceIncoming(context, { id: document.id, restricted })

  const audit = {
    act: 'documents.register',
    subject: incomingSubject(document.id),
    onBehalfOf: hat.standIn?.seatId,
    before: { state: document.state },
    after: { series: register.series.id, period: periodOf(register.series, on), state: place.state },
  }
  const columns = {
    ...paper,
    ...(paper ? { pages } : {}),
    ...{ state: place.state, state_reason: null, register_id: register.id, series_id: register.series.id },
    ...{ period: periodOf(register.series, on), arrived_on: arrivedOn, registered_at: context.now },
    ...{ registered_by: context.actor.seatId, restricted, note, due_on: due.dueOn, due_basis: due.dueBasis },
    ...{ duplicate_reason: input.duplicateReason ?? null, opened_at: document.opened_at ?? context.now },
    ...{ holder_seat_id: place.seatId, holder_unit_id: place.unitId, holder_name: place.name },
    ...{ receiver_name: place.receiver?.name ?? '', passed_on: place.receiver?.passedOn ?? null },
  }
  const along = [...index, ...context.auditToWrite(audit, { number: takenNumber })]
  return updateNumbered(context, { series: register.series, on }, document.id, columns, along)
}

import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { requestHash } from '#platform/acts/same-request.ts'
import { attachFiles } from '../attach-files.ts'
import type { NoteUnregistered } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { addReaders } from '../readers.ts'
import { indexDocument } from '../search-index.ts'
import { columnsOfFacts, searchableOf } from './facts.ts'
import { answerAgain, refuseDates } from './register-incoming.ts'
import { findIncoming, getIncoming, type IncomingDocumentRow, incomingSubject } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { incomingTable } from './states.ts'

/**
 * Notes a paper that came over the counter and is not entered into a register (không vào sổ): a newspaper, a private letter,
 * sent to the wrong office, there twice. It has no number and no duty follows from it, but it is listed with the reason, and
 * can be brought back and registered. Sent twice under one id it is noted once.
 *
 * @throws platform.StateSecret, SentDifferently; documents.SenderUnknown, IssuedAfterArrival, ArrivedInFuture, OneMainFile
 */
export async function noteUnregistered(context: ActContext, input: NoteUnregistered): Promise<IncomingDocumentRow> {
  const hash = requestHash(input)
  const clerk = hatsOf(context.actor, 'incoming').find(hat => hat.role === 'clerk')
  if (!clerk) throw platformErrors.NotAllowed({ roles: incomingTable.words.who.clerk })
  const { tx, agency, now, today } = context
  const [before, facts, [issuer]] = await Promise.all([
    findIncoming(context, input.id),
    columnsOfFacts(context, input),
    context.ports.agencies.ownIssuers(context),
  ])
  if (before) return answerAgain(context, before, hash)
  const arrivedOn = input.arrivedOn ?? today
  refuseDates({ arrivedOn, issuedOn: input.issuedOn ?? null, today })
  const restricted = input.restricted === true
  const read = { documentId: input.id, direction: 'incoming', sortAt: now } as const
  const files = await attachFiles(context, read, input.files, { main: false })
  await tx
    .insertInto('incoming_documents')
    .values({
      ...{ agency_id: agency, id: input.id, request_hash: hash, state: 'set-aside', state_reason: input.reason },
      ...facts,
      ...{ addressee_issuer_id: issuer!.id, carrier: input.carrier ?? 'paper', paper_place: input.paperPlace ?? null },
      ...{ arrived_on: arrivedOn, arrived_at: now, opened_at: now, pages: files.pages, restricted },
    })
    .execute()
  if (restricted) await addReaders(context, read, [clerk.seatId, context.actor.seatId].map(seatKey), 'register')
  await Promise.all([
    indexDocument(context, {
      ...{ ...read, restricted, metadata: searchableOf(facts), typeCode: facts.type_code, urgency: facts.urgency },
      bodyText: files.bodyText,
    }),
    writeHistory(context, {
      ...{ documentId: input.id, act: 'set-aside', after: 'set-aside', text: input.reason },
      onBehalfOfName: clerk.standIn?.fullName,
    }),
    context.audit({
      ...{ act: 'documents.set-aside', subject: incomingSubject(input.id), onBehalfOf: clerk.standIn?.seatId },
      after: { state: 'set-aside', text: input.reason, files: files.ids },
    }),
    announceIncoming(context, { id: input.id, restricted }),
  ])
  return getIncoming(context, input.id)
}

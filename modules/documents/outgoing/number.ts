import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { notationKey } from '#lib/document-form/index.ts'
import { composeDocumentIdentifier } from '#lib/identifiers/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { ensurePeriod, periodOf, type Series, takeNumber, whyNoNumber } from '#platform/numbering/numbering.ts'
import { documentErrors, type NumberOutgoing } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { takeUp } from './case.ts'
import { getSeriesFor, notationTail } from './notation.ts'
import { announceOutgoing } from './record.ts'
import { type OutgoingRowStored, outgoingSubject } from './rows.ts'

/**
 * Gives an approved document its number, date and identifier. They are one statement and come last but for the audit row;
 * the PDF with number and date filled in is made by a job afterwards, so that nobody waits for it with the series locked.
 *
 * Source: NĐ 30/2020 Điều 15; Phụ lục VI, III.1c (mã định danh văn bản).
 * @throws documents.NotFrozenYet, NumberDateInPast, DateInFuture, NotationMoved, NoSeries,
 * UnitNotationMissing, IdentifierMissing; numbering.*
 */
export async function numberOutgoing(
  context: ActContext,
  input: z.output<typeof NumberOutgoing> & { id: string },
): Promise<{ id: string }> {
  const { document, hat } = await takeUp(context, input.id, 'number')
  // A number is given to what is frozen: of a file that cannot be, none would be lost.
  if (!document.frozen_file_id) throw documentErrors.NotFrozenYet({}, { retryAfterSeconds: 3 })
  const on = input.issuedOn ?? context.today
  const approvedOn = todayInVietnam(document.approved_at!)
  if (on < approvedOn) throw documentErrors.NumberDateInPast({ date: formatDate(approvedOn) })
  if (on > context.today) throw documentErrors.DateInFuture()
  const series = await getSeriesFor(context, document, on)
  await ensurePeriod(context, series, on)
  const tail = await notationTail(context, document, series, on)
  // The register says what the signed page says, or nothing: a unit was renamed, a series changed, a year began meanwhile.
  const printed = document.printed_tail
  if (printed !== null && printed !== tail) throw documentErrors.NotationMoved({ printed, now: tail })
  const head = await identifierHead(context, document, on)

  await context.outbox({ kind: 'documents.fill-number', subjectId: document.id, payload: {} })
  await writeHistory(context, {
    documentId: document.id,
    act: 'number',
    before: document.state,
    after: 'numbered',
    onBehalfOfName: hat.standIn?.fullName,
  })
  await announceOutgoing(context, document)
  const row = await takeAndWrite(context, document, { series, on, tail, head })
  await context.audit({
    act: 'documents.outgoing-number',
    subject: outgoingSubject(document.id),
    onBehalfOf: hat.standIn?.seatId,
    before: { state: document.state },
    after: { state: 'numbered', series: series.id, period: row.period, number: row.number, notation: row.notation },
  })
  return { id: document.id }
}

/** 'H50,2026/11/25,' — what stands before the notation in the identifier. @throws documents.IdentifierMissing */
export async function identifierHead(
  context: ActContext,
  document: OutgoingRowStored,
  on: CalendarDate,
): Promise<string> {
  const issuer = await context.ports.agencies.findIssuer(context, document.issuer_id, on)
  if (!issuer?.identifier) throw documentErrors.IdentifierMissing()
  const sample = '1/X'
  return composeDocumentIdentifier({ organisationCode: issuer.identifier, issuedOn: on, notation: sample }).slice(
    0,
    -sample.length,
  )
}

type Numbered = { series: Series; on: CalendarDate; tail: string; head: string }

async function takeAndWrite(
  context: ActContext,
  document: OutgoingRowStored,
  { series, on, tail, head }: Numbered,
): Promise<OutgoingRowStored> {
  const taken = takeNumber(context, { series, on, subject: outgoingSubject(document.id) })
  const written = sql`(select case when number < 10 then '0' || number else number::text end || ${tail}::text from taken)`
  const { rows } = await sql<OutgoingRowStored>`with ${taken}
    update outgoing_documents set state = 'numbered', number = (select number from taken), notation = ${written},
      document_identifier = ${head}::text || ${written}, folded_notation = ${notationKey(`1${tail}`).replace(/^0*1/, '')},
      series_id = ${series.id}, period = ${periodOf(series, on)}, issued_on = ${on}, numbered_at = ${context.now},
      numbered_by = ${context.actor.seatId}, changed_at = ${context.now}
    where agency_id = ${context.agency} and id = ${document.id} returning *`.execute(context.tx)
  const row = rows.at(0)
  // Without a number nothing may stand: the error takes the whole transaction back.
  if (!row || row.number === null) return whyNoNumber(context, series, on)
  return row
}

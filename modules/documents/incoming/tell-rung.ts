import { sql } from 'kysely'
import { formatDate, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import type { SeatFacts } from '#modules/agencies/contract.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from '../by-system.ts'
import type { LadderRole } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { readersOf } from '../readers.ts'
import { unopenedByOffice } from './looks.ts'
import { type IncomingDocumentRow, incomingSubject, lockIncoming } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { ladderOf } from './urgent-ladder.ts'

const kind = 'documents.urgent-unopened'

type Waiting = { readonly documentId: string; readonly rung: number; readonly dueAt: string }

/**
 * An urgent document arrived and its clerks were told: from now on it is watched until somebody opens it. Where nobody is
 * clerk the first rung is told at once.
 */
export async function beginLadder(
  context: Context,
  document: { readonly id: string; readonly urgency: number; readonly handle_by: Date | null },
  clerks: readonly unknown[],
): Promise<void> {
  if (document.urgency === 0) return
  const [first] = await ladderOf(context)
  const dueAt = clerks.length === 0 ? context.now : rungAfter(context.now, first!.minutes, document.handle_by)
  await waitForRung(context, { documentId: document.id, rung: 1, dueAt: dueAt.toISOString() })
}

/** Told by the relay at its time: durable like all that stands in the outbox. */
export async function tellNextRung(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  await runAct(machinery, bySystem(item), context => tellRung(context, item.payload as Waiting))
}

/**
 * Tells the next rung of the ladder that an urgent arrival has not been opened, once, and sets the time for the one after
 * it. It is over as soon as somebody of the office has it before him, or it was registered, refused, set aside or taken
 * back. Of a restricted one only seats that may see it are told.
 */
async function tellRung(context: Context, waiting: Waiting): Promise<void> {
  const { tx, agency, now } = context
  const document = await lockIncoming(context, waiting.documentId)
  if (document?.state !== 'arrived' || document.told_rungs >= waiting.rung) return
  // While days gone by are entered afterwards, what is due later is carried too early.
  if (now < new Date(waiting.dueAt)) return waitForRung(context, waiting)
  if (await isOpened(context, document)) return
  const next = await nextRung(context, document, waiting.rung)
  if (!next) return
  const { seats, told, wait } = next
  const arrived = `${vietnamTime(document.arrived_at)} ngày ${formatDate(todayInVietnam(document.arrived_at))}`
  await tx
    .updateTable('incoming_documents')
    .set({ told_rungs: told })
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .execute()
  await context.notify(
    seats.map(seat => ({
      seatId: seat.id,
      kind,
      subject: incomingSubject(document.id),
      detail: { urgency: document.urgency, subject: document.subject, text: `đến lúc ${arrived}` },
      onceKey: `urgent/${document.id}/rung-${told}`,
    })),
  )
  await writeHistory(context, {
    documentId: document.id,
    act: 'urgent-unopened',
    before: 'arrived',
    after: 'arrived',
    detail: { to: seats.map(seat => seat.fullName), minutes: minutesBetween(document.arrived_at, now) },
  })
  await context.audit({
    act: kind,
    subject: incomingSubject(document.id),
    after: { rung: told, seats: seats.map(seat => seat.id) },
  })
  await announceIncoming(context, document)
  if (wait === undefined) return
  const dueAt = rungAfter(now, wait, document.handle_by).toISOString()
  await waitForRung(context, { documentId: document.id, rung: told + 1, dueAt })
}

const waitForRung = (context: Context, waiting: Waiting): Promise<void> =>
  context.outbox({
    kind,
    // By itself: behind it nothing else that is to be done for the document may wait half an hour.
    subjectId: context.newId(),
    payload: waiting,
    dueAt: new Date(waiting.dueAt),
  })

/** Who is told next, which rung that is, and how long it then has. A rung on which nobody stands is passed over. */
async function nextRung(context: Context, document: IncomingDocumentRow, from: number) {
  const ladder = await ladderOf(context)
  if (from > ladder.length) return undefined
  for (let rung = from; rung <= ladder.length; rung += 1) {
    const seats = await seatsOn(context, document, ladder[rung - 1]!.roles)
    if (seats.length > 0) return { seats, told: rung, wait: ladder[rung]?.minutes }
  }
  // Nobody further up may see it, or is there: its clerks are reminded, for it must not be silently given up.
  const seats = await seatsOn(context, document, ['clerk'])
  return seats.length > 0 ? { seats, told: ladder.length, wait: undefined } : undefined
}

async function seatsOn(
  context: Context,
  document: IncomingDocumentRow,
  roles: readonly LadderRole[],
): Promise<readonly SeatFacts[]> {
  const seats = await context.ports.agencies.seatsWhere(context, { role: roles })
  if (!document.restricted) return seats
  const readers = await readersOf(context, document.id)
  return seats.filter(seat => readers.includes(seatKey(seat.id)))
}

async function isOpened(context: Context, { id }: IncomingDocumentRow): Promise<boolean> {
  const { tx, agency } = context
  const { rows } = await sql`select from incoming_documents d
    where d.agency_id = ${agency} and d.id = ${id} and ${await unopenedByOffice(context, 'd')}`.execute(tx)
  return rows.length === 0
}

/** When the next rung is told. Of what must be handled by an hour no rung takes more than half of the time that is left. */
function rungAfter(from: Date, minutes: number, handleBy: Date | null): Date {
  const left = handleBy ? Math.max(0, handleBy.getTime() - from.getTime()) : Number.POSITIVE_INFINITY
  const isPast = left === 0
  return new Date(from.getTime() + (isPast ? minutes * 60_000 : Math.min(minutes * 60_000, left / 2)))
}
const minutesBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 60_000)

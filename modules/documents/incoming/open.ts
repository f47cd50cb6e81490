import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { documentErrors, type IncomingState } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { type ReaderReason, requireVisible } from '../readers.ts'
import { type IncomingCase, readCase } from './case.ts'
import { progressOf } from './progress.ts'
import { type IncomingDocumentRow, incomingSubject, lockIncoming } from './rows.ts'
import { settle } from './settle.ts'
import { waitingAct } from './waiting-act.ts'

/**
 * The acting seat has a document before it: it is read, and work that waited unopened is in hand from now on. Opening it
 * again changes nothing and takes no lock.
 *
 * @param input.unseen it is marked as read from a list; history says so, and the access log knows of no look
 * @throws documents.NotOnlyForInformation when it is to be marked unseen and something of it waits for the acting seat
 */
export async function open(
  context: ActContext,
  input: { id: string; unseen?: boolean | undefined },
): Promise<{ id: string; state: IncomingState }> {
  const theCase = await readCase(context, input.id)
  const { document, work } = theCase
  if (input.unseen && !(await isOnlyForInformation(context, theCase))) throw documentErrors.NotOnlyForInformation()
  const first = await markRead(context, document.id)
  const waits = work.some(one => one.mine && one.openedAt === null)
  if (!first && !waits) return { id: document.id, state: document.state }

  const locked = await requireVisible(context, 'incoming', await lockIncoming(context, document.id))
  const state = waits ? await openWork(context, locked) : locked.state
  if (first) await markArrivalOpened(context, locked)
  const act = input.unseen ? 'mark-read' : 'open'
  await writeHistory(context, { documentId: document.id, act, before: locked.state, after: state })
  return { id: document.id, state }
}

/** It was sent to the acting seat to be read, and neither waits for it nor is other work of it the seat's. */
async function isOnlyForInformation(context: ActContext, { document, work }: IncomingCase): Promise<boolean> {
  const { tx, agency, actor } = context
  const waits = waitingAct(hatsOf(actor, 'incoming'), { ...document, proposed: document.proposal !== null })
  if (waits !== null || work.some(one => one.mine && one.role !== 'inform')) return false
  const informed = await tx
    .selectFrom('document_readers')
    .select('reader')
    .where('agency_id', '=', agency)
    .where('document_id', '=', document.id)
    .where('reader', 'in', sightOf(actor, 'incoming').readerKeys)
    .where('why', '=', 'inform' satisfies ReaderReason)
    .limit(1)
    .executeTakeFirst()
  return informed !== undefined
}

/**
 * A document as it is given out to be looked at. What arrived is opened by that alone, whatever the screen says
 * afterwards: its sender must not take back what somebody has before him.
 */
export async function lookAt(context: ActContext, id: string): Promise<IncomingCase> {
  const theCase = await readCase(context, id)
  const { state, opened_at } = theCase.document
  if (state !== 'arrived' || opened_at !== null) return theCase
  await openArrival(context, id)
  // It may have been taken back in between: then it is shown as that.
  return readCase(context, id)
}

/** Marks what arrived and waits as opened; anything else stays as it is. */
export async function openArrival({ tx, agency, now }: ActContext, documentId: string): Promise<void> {
  await tx
    .updateTable('incoming_documents')
    .set({ opened_at: now })
    .where('agency_id', '=', agency)
    .where('id', '=', documentId)
    .where('state', '=', 'arrived')
    .where('opened_at', 'is', null)
    .execute()
}

async function markRead({ tx, agency, actor, now }: ActContext, documentId: string): Promise<boolean> {
  const first = await tx
    .insertInto('document_reads')
    .values({ agency_id: agency, document_id: documentId, seat_id: actor.seatId, first_read_at: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('seat_id')
    .executeTakeFirst()
  return first !== undefined
}

async function openWork(context: ActContext, document: IncomingDocumentRow): Promise<IncomingState> {
  const { assignments } = context.ports
  const subject = incomingSubject(document.id)
  const before = await assignments.ofSubject(context, subject)
  const opened = await assignments.markOpened(context, subject)
  const { state, work } = await settle(context, document, before)
  const top = progressOf(work)?.top
  if (top && opened.some(one => one.id === top.id)) await signForIt(context, document)
  return state
}

/** Column 9 of the register: who received it, when it came to whom it was passed. */
const signForIt = ({ tx, agency, actor }: ActContext, document: IncomingDocumentRow) =>
  tx
    .updateTable('incoming_documents')
    .set({ received_by: actor.fullName })
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .execute()

/** The first look of anybody here: from now on its sender can no longer simply take it back. */
async function markArrivalOpened(context: ActContext, document: IncomingDocumentRow): Promise<void> {
  const { tx, agency, actor, now } = context
  if (document.opened_at === null)
    await tx
      .updateTable('incoming_documents')
      .set({ opened_at: now })
      .where('agency_id', '=', agency)
      .where('id', '=', document.id)
      .execute()
  if (document.holder_seat_id === actor.seatId && document.receiver_name === document.holder_name)
    await signForIt(context, document)
}

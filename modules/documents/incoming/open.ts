import type { ActContext } from '#platform/acts/context.ts'
import type { IncomingState } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { requireVisible } from '../readers.ts'
import { readCase } from './case.ts'
import { progressOf } from './progress.ts'
import { type IncomingDocumentRow, incomingSubject, lockIncoming } from './rows.ts'
import { settle } from './settle.ts'

/**
 * The acting seat has a document before it: it is read, and work that waited unopened is in hand from now on. Opening it
 * again changes nothing and takes no lock.
 */
export async function open(context: ActContext, input: { id: string }): Promise<{ id: string; state: IncomingState }> {
  const { document, work } = await readCase(context, input.id)
  const first = await markRead(context, document.id)
  const waits = work.some(one => one.mine && one.openedAt === null)
  if (!first && !waits) return { id: document.id, state: document.state }

  const locked = await requireVisible(context, await lockIncoming(context, document.id))
  const state = waits ? await openWork(context, locked) : locked.state
  if (first) await markArrivalOpened(context, locked)
  await writeHistory(context, { documentId: document.id, act: 'open', before: locked.state, after: state })
  return { id: document.id, state }
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

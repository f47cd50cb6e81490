import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Finish } from '../contract.ts'
import { takeUp } from './case.ts'
import { findOwn } from './own-part.ts'
import { recordAct } from './record-act.ts'
import { type IncomingDocumentRow, incomingSubject } from './rows.ts'
import { announceIncoming, settle } from './settle.ts'
import { tellSender } from './tell-sender.ts'

/**
 * Reports the result of one's work. When whoever answers for the whole has done so, the document is finished, what others
 * still had of it ends, and its sender is told.
 */
export async function finish(context: ActContext, input: z.output<typeof Finish> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'finish', input.onBehalfOf)
  const { document, work } = theCase
  const own = findOwn(theCase, input.assignmentId)
  if (!own) throw platformErrors.NotFound()
  await context.ports.assignments.finish(context, { assignmentId: own.id, result: input.result })
  const after = await context.ports.assignments.ofSubject(context, incomingSubject(document.id))
  const top = work.find(
    one => one.endedAt === null && one.parentId === null && (one.role === 'lead' || one.role === 'direct'),
  )
  const done = top !== undefined && after.find(one => one.id === top.id)?.state === 'done'
  const { state } = done ? await finishDocument(context, document) : await settle(context, document, work)
  await recordAct(context, theCase, { after: state, text: input.result })
  return input.id
}

/** Ends a document with all that is still open of it, but what is only to be read, and tells its sender. */
export async function finishDocument(
  context: ActContext,
  document: IncomingDocumentRow,
): Promise<{ state: 'finished' }> {
  const { tx, agency, now, ports } = context
  await ports.assignments.endAll(context, incomingSubject(document.id), 'done')
  await tx
    .updateTable('incoming_documents')
    .set({ state: 'finished', finished_at: now, holder_seat_id: null, holder_unit_id: null, holder_name: '' })
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .execute()
  await tellSender(context, document, 'finished')
  await announceIncoming(context, document)
  return { state: 'finished' }
}

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type Reopen } from '../contract.ts'
import { type ActingCase, takeUp } from './case.ts'
import { withLeader } from './first-place.ts'
import { progressOf } from './progress.ts'
import { recordAct } from './record-act.ts'
import { incomingSubject } from './rows.ts'
import { announceIncoming, type Place, settle, standAt, waitForProposal } from './settle.ts'
import { tellSender } from './tell-sender.ts'

/**
 * Opens a finished document again (mở lại): all work that ended with it goes on where it was. What was finished without
 * work waits again for a decision. Whoever finished it needs no reason, all others do.
 *
 * @throws documents.ReopenReason
 */
export async function reopen(context: ActContext, input: z.output<typeof Reopen> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'reopen')
  const { document, work, standpoint } = theCase
  if (!input.reason && !standpoint.is.has('finisher')) throw documentErrors.ReopenReason()
  const subject = incomingSubject(document.id)
  await context.ports.assignments.reopen(context, {
    ...{ subject, endedAt: document.finished_at!, reason: input.reason ?? '' },
  })
  await context.tx
    .updateTable('incoming_documents')
    .set({ finished_at: null })
    .where('agency_id', '=', context.agency)
    .where('id', '=', document.id)
    .execute()
  const after = await context.ports.assignments.ofSubject(context, subject)
  const { state } = progressOf(after) ? await settle(context, document, work) : await waitAgain(context, theCase)
  await recordAct(context, theCase, { after: state, text: input.reason })
  return input.id
}

/** Nobody had work of it: it waits for whoever opens it again, if he decides or proposes, else for a proposal. */
async function waitAgain(context: ActContext, { document, hat }: ActingCase): Promise<Pick<Place, 'state'>> {
  const place =
    hat.role === 'leader'
      ? await withLeader(context, hat.seatId)
      : hat.role === 'office-head'
        ? { state: 'awaiting-proposal' as const, seatId: hat.seatId, unitId: null, name: hat.fullName }
        : await waitForProposal(context)
  await standAt(context, document, place)
  await tellSender(context, document, 'registered')
  await announceIncoming(context, document)
  return place
}

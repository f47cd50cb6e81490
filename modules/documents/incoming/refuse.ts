import type { ActContext } from '#platform/acts/context.ts'
import { takeUp } from './case.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming } from './settle.ts'
import { tellSender } from './tell-sender.ts'

/** How long a refusal waits before it leaves the agency: so long it can be undone. */
export const refusalLeavesAfterMs = 10_000

/** Refuses a document to its sender with the reason: wrong addressee, or a check that failed (NĐ 30/2020 Điều 21.2b). */
export async function refuse(context: ActContext, input: { id: string; reason: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'refuse')
  await context.tx
    .updateTable('incoming_documents')
    .set({ state: 'refused', state_reason: input.reason })
    .where('agency_id', '=', context.agency)
    .where('id', '=', input.id)
    .execute()
  await tellSender(context, theCase.document, 'refused', {
    reason: input.reason,
    dueAt: new Date(context.now.getTime() + refusalLeavesAfterMs),
  })
  await recordAct(context, theCase, { after: 'refused', text: input.reason })
  await announceIncoming(context, theCase.document)
  return input.id
}

import type { ActContext } from '#platform/acts/context.ts'
import { takeUp } from './case.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming } from './settle.ts'

/** Sets an arrival aside without a number (không vào sổ): a newspaper, a private letter, sent by mistake, there twice. */
export async function setAside(context: ActContext, input: { id: string; reason: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'set-aside')
  await context.tx
    .updateTable('incoming_documents')
    .set({ state: 'set-aside', state_reason: input.reason })
    .where('agency_id', '=', context.agency)
    .where('id', '=', input.id)
    .execute()
  await recordAct(context, theCase, { after: 'set-aside', text: input.reason })
  await announceIncoming(context, theCase.document)
  return input.id
}

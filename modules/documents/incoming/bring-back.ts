import type { ActContext } from '#platform/acts/context.ts'
import { takeUp } from './case.ts'
import { recordAct } from './record-act.ts'
import { keepRefusalHere } from './refusal.ts'
import { announceIncoming } from './settle.ts'

/**
 * Brings what was set aside back among the arrived, or what was refused as long as the refusal has not left the agency.
 *
 * @throws documents.RefusalHasLeft
 */
export async function bringBack(
  context: ActContext,
  input: { id: string; reason?: string | undefined },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'bring-back')
  if (theCase.document.state === 'refused') await keepRefusalHere(context, theCase.document)
  await context.tx
    .updateTable('incoming_documents')
    .set({ state: 'arrived', state_reason: null })
    .where('agency_id', '=', context.agency)
    .where('id', '=', input.id)
    .execute()
  await recordAct(context, theCase, { after: 'arrived', text: input.reason })
  await announceIncoming(context, theCase.document)
  return input.id
}

import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { takeUp } from './case.ts'
import { isPaperOut } from './policy.ts'
import { recordOutgoing } from './record.ts'

/**
 * A recalled paper that was handed over lies here again; that and its day belong to what is kept of the recall.
 *
 * Source: NĐ 30/2020 Điều 18.4a; Phụ lục VI, III.8c.
 * @throws documents.NoPaperOut, CollectedDay
 */
export async function collected(
  context: ActContext,
  input: { id: string; recipientId: string; on: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'collect-by-hand')
  const { document } = theCase
  const holder = theCase.recipients.find(one => one.id === input.recipientId && isPaperOut(one))
  if (!holder) throw documentErrors.NoPaperOut()
  if (input.on < todayInVietnam(document.recalled_at!) || input.on > context.today) throw documentErrors.CollectedDay()
  await context.tx
    .updateTable('outgoing_recipients')
    .set({ state: 'recalled', state_at: context.now })
    .where('agency_id', '=', context.agency)
    .where('id', '=', holder.id)
    .execute()
  await recordOutgoing(context, theCase, { after: 'recalled', detail: { from: holder.name, on: input.on } }, {})
  return { id: document.id }
}

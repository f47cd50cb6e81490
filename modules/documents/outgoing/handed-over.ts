import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { takeUp } from './case.ts'
import { recordOutgoing } from './record.ts'

/** What was carried by hand or sent by post is ticked off with its day. @throws documents.NotByHand, HandedOverDay */
export async function handedOver(
  context: ActContext,
  input: { id: string; recipientId: string; on: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'hand-over-by-hand')
  const { document } = theCase
  const receiver = theCase.recipients.find(one => one.id === input.recipientId && one.state === 'by-hand')
  if (!receiver) throw documentErrors.NotByHand()
  const tooEarly = document.dispatched_at !== null && input.on < todayInVietnam(document.dispatched_at)
  if (tooEarly || input.on > context.today) throw documentErrors.HandedOverDay()
  await context.tx
    .updateTable('outgoing_recipients')
    .set({ state: 'handed-over', handed_over_on: input.on, state_at: context.now })
    .where('agency_id', '=', context.agency)
    .where('id', '=', receiver.id)
    .execute()
  const said = { after: document.state, detail: { to: receiver.name, on: input.on } }
  await recordOutgoing(context, theCase, said, {})
  return { id: document.id }
}

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { WithdrawTask } from '../contract.ts'
import { takeUp } from './case.ts'
import { deciderOf, tellDecider } from './in-whose-name.ts'
import { getOpen } from './own-part.ts'
import { recordAct } from './record-act.ts'
import { settle } from './settle.ts'

/** Withdraws work from somebody, with the reason (thu hồi phân công); without a lead the document waits for a direction. */
export async function withdrawTask(
  context: ActContext,
  input: z.output<typeof WithdrawTask> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'withdraw')
  const one = getOpen(theCase.work, input.assignmentId)
  const decider = deciderOf(context, one)
  await context.ports.assignments.withdraw(context, {
    assignmentIds: [input.assignmentId],
    reason: input.reason,
    onlyUnopened: false,
  })
  const { state } = await settle(context, theCase.document, theCase.work)
  await recordAct(context, theCase, {
    after: state,
    text: input.reason,
    onBehalfOf: decider,
    detail: { from: [one.toName] },
  })
  await tellDecider(context, input.id, decider)
  return input.id
}

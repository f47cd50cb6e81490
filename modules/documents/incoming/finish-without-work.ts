import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type FinishWithoutWork } from '../contract.ts'
import { takeUpToDecide } from './decider.ts'
import { finishDocument } from './finish.ts'
import { giveWork } from './give-work.ts'
import { tellDecider } from './in-whose-name.ts'
import { recordAct } from './record-act.ts'

/**
 * What only needs to be kept or known is decided so, with the words ("Lưu; gửi để biết"): nobody has to lead it and report.
 * It is a direction like any other: the leader's, typed in for him where he wrote it on the paper, or the office head's.
 *
 * @throws documents.LeaderNeeded, NotALeader, OnlyToKnow
 */
export async function finishWithoutWork(
  context: ActContext,
  input: z.output<typeof FinishWithoutWork> & { id: string },
): Promise<string> {
  const { theCase, decider } = await takeUpToDecide(context, input, 'finish-without-work')
  const targets = input.targets ?? []
  if (targets.some(target => target.role !== 'inform')) throw documentErrors.OnlyToKnow()
  const told = await giveWork(context, theCase.document, {
    from: {
      seatId: context.actor.seatId,
      onBehalfOf: decider?.seatId,
      enteredAs: decider?.enteredAs ?? 'self',
    },
    text: input.text,
    targets,
    needsLead: false,
  })
  const { state } = await finishDocument(context, theCase.document)
  await recordAct(context, theCase, {
    after: state,
    text: input.text,
    onBehalfOf: decider,
    detail: {
      targets: told.map(({ toName, role }) => ({ name: toName, role })),
      decidedBy: decider?.seatId ?? context.actor.seatId,
      enteredAs: decider?.enteredAs ?? 'self',
    },
  })
  await tellDecider(context, input.id, decider)
  return input.id
}

import type { ActContext } from '#platform/acts/context.ts'
import { attachFiles } from '../attach-files.ts'
import type { Direct } from '../contract.ts'
import { carryOut } from './decide.ts'
import { takeUpToDecide } from './decider.ts'
import { tellDecider } from './in-whose-name.ts'
import { recordAct } from './record-act.ts'

/**
 * The direction of a leader (bút phê): who leads, who assists, who is informed or directs further, a deadline for each,
 * and the words (NĐ 30/2020 Điều 23). The office head passes routine papers on by himself. Clerk and office head may type
 * in what a named leader wrote or said: it stands everywhere as his, he is told and can put it right.
 *
 * @throws documents.LeaderNeeded, NotALeader; assignments.LeadMissing, TwoLeads, PartyTwice, DueInThePast, DueAfterParent
 */
export async function direct(context: ActContext, input: Direct & { id: string }): Promise<string> {
  const { theCase, decider } = await takeUpToDecide(context, input, 'direct')
  const { state, to } = await carryOut(context, theCase, {
    deciderSeatId: decider?.seatId ?? context.actor.seatId,
    enteredAs: decider?.enteredAs ?? 'self',
    text: input.text ?? '',
    targets: input.targets,
    dueOn: input.dueOn,
  })
  const evidence = (input.evidence ?? []).map(file => ({ ...file, role: 'evidence' as const }))
  await attachFiles(context, { documentId: input.id, direction: 'incoming' }, evidence, { main: false })
  await recordAct(context, theCase, {
    after: state,
    text: input.text,
    onBehalfOf: decider,
    detail: { to, enteredAs: decider?.enteredAs ?? 'self', ...(input.dueOn ? { dueOn: input.dueOn } : {}) },
  })
  await tellDecider(context, input.id, decider)
  return input.id
}

import type { ActContext } from '#platform/acts/context.ts'
import { attachFiles } from '../attach-files.ts'
import type { Direct } from '../contract.ts'
import { documentErrors } from '../contract.ts'
import { type ActingCase, takeUp } from './case.ts'
import { carryOut } from './decide.ts'
import { tellDecider } from './in-whose-name.ts'
import { type Principal, principalOf } from './principals.ts'
import { recordAct } from './record-act.ts'

/**
 * The direction of a leader (bút phê): who leads, who assists, who is informed or directs further, a deadline for each,
 * and the words (NĐ 30/2020 Điều 23). The office head passes routine papers on by himself. Clerk and office head may type
 * in what a named leader wrote or said: it stands everywhere as his, he is told and can put it right.
 *
 * @throws documents.LeaderNeeded, NotALeader; assignments.LeadMissing, TwoLeads, PartyTwice, DueInThePast, DueAfterParent
 */
export async function direct(context: ActContext, input: Direct & { id: string }): Promise<string> {
  const asked = input.onBehalfOf === context.actor.seatId ? undefined : input.onBehalfOf
  const principal = asked ? await principalOf(context, asked) : undefined
  const theCase = await takeUp(context, input.id, 'direct', principal?.enteredAs === 'delegation' ? asked : undefined)
  const decider = principal ?? standsInFor(theCase)
  if (principal?.enteredAs !== 'from-paper' && !decides(theCase)) throw documentErrors.LeaderNeeded()

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
  if (principal) await tellDecider(context, input.id, { ...principal, typed: principal.enteredAs === 'from-paper' })
  return input.id
}

/** Whether the hat under which somebody acts decides by itself: it holds the document, or passes routine papers on. */
const decides = ({ document, hats, hat }: ActingCase): boolean => {
  const is = hats.find(one => one.hat === hat)!.is
  return is.has('holder') || is.has('first') || (is.has('office-head') && document.state === 'awaiting-proposal')
}

const standsInFor = ({ hat: { standIn } }: ActingCase): Principal | undefined =>
  standIn && { seatId: standIn.seatId, name: standIn.fullName, title: standIn.title, enteredAs: 'delegation' }

import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { type ActingCase, takeUp } from './case.ts'
import { type Principal, principalOf } from './principals.ts'
import type { IncomingEvent } from './states.ts'

/** Another in whose name is decided; `typed`: the actor says what that leader wrote or told him. */
type Decider = Principal & { readonly typed: boolean }

/**
 * Takes a document in hand for a decision: the actor's own, that of one he stands in for, or of a leader for whom he types
 * it in. Nothing for `decider` where it is his own.
 *
 * @throws documents.LeaderNeeded, NotALeader; what `takeUp` throws
 */
export async function takeUpToDecide(
  context: ActContext,
  input: { readonly id: string; readonly onBehalfOf?: string | undefined },
  act: IncomingEvent,
): Promise<{ theCase: ActingCase; decider: Decider | undefined }> {
  const asked = input.onBehalfOf === context.actor.seatId ? undefined : input.onBehalfOf
  const principal = asked ? await principalOf(context, asked) : undefined
  const theCase = await takeUp(context, input.id, act, principal?.enteredAs === 'delegation' ? asked : undefined)
  const decider = principal ?? standsInFor(theCase)
  const typed = principal?.enteredAs === 'from-paper'
  if (!typed && !decides(theCase)) throw documentErrors.LeaderNeeded()
  return { theCase, decider: decider && { ...decider, typed } }
}

/** Whether the hat under which somebody acts decides by itself: it holds the document, or passes routine papers on. */
const decides = ({ document, hats, hat }: ActingCase): boolean => {
  const is = hats.find(one => one.hat === hat)!.is
  return is.has('holder') || is.has('first') || (is.has('office-head') && document.state === 'awaiting-proposal')
}

const standsInFor = ({ hat: { standIn } }: ActingCase): Principal | undefined =>
  standIn && { seatId: standIn.seatId, name: standIn.fullName, title: standIn.title, enteredAs: 'delegation' }

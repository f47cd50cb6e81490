import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { ReturnTask } from '../contract.ts'
import { takeUp } from './case.ts'
import { findOwn } from './own-part.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming, settle, standAt, waitForProposal } from './settle.ts'

/**
 * Gives a document back with the reason: work to whoever gave it, and what waits for a leader's first direction to the
 * office head.
 */
export async function returnTask(
  context: ActContext,
  input: z.output<typeof ReturnTask> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'return', input.onBehalfOf)
  const { document, work } = theCase
  const own = findOwn(theCase, input.assignmentId)
  if (own) {
    const { fromName, onBehalfOfName } = await context.ports.assignments.giveBack(context, {
      assignmentId: own.id,
      reason: input.reason,
    })
    const { state } = await settle(context, document, work)
    await recordAct(context, theCase, { after: state, text: input.reason, detail: { to: onBehalfOfName ?? fromName } })
    return input.id
  }
  const place = await waitForProposal(context)
  // Without an office head it stays with the leader, and so would what he has just turned down.
  await standAt(context, document, { ...place, proposal: null })
  await recordAct(context, theCase, { after: place.state, text: input.reason, detail: { to: place.name } })
  await announceIncoming(context, document)
  return input.id
}

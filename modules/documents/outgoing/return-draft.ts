import type { ActContext } from '#platform/acts/context.ts'
import { takeUp } from './case.ts'
import { giveBack } from './give-back.ts'

/** Sends a draft back to its author with the reason: by the signer, or by the clerk before it has a number. */
export async function returnDraft(context: ActContext, input: { id: string; reason: string }): Promise<{ id: string }> {
  await giveBack(context, await takeUp(context, input.id, 'return'), input.reason)
  return { id: input.id }
}

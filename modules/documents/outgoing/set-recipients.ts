import type { ActContext } from '#platform/acts/context.ts'
import type { RecipientInput } from '../contract.ts'
import { takeUp } from './case.ts'
import { recordOutgoing } from './record.ts'
import { writeRecipients } from './write-recipients.ts'

/** Changes whom a document goes to while it is not dispatched; the list is frozen then. */
export async function setRecipients(
  context: ActContext,
  input: { id: string; recipients: readonly RecipientInput[] },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'set-recipients')
  await writeRecipients(context, input.id, input.recipients)
  const said = { after: theCase.document.state, detail: { recipients: input.recipients.length } }
  await recordOutgoing(context, theCase, said, {})
  return { id: input.id }
}

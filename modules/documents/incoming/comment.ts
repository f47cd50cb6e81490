import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { writeComment } from '../comments.ts'
import type { WriteComment } from '../contract.ts'
import { takeUp } from './case.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming } from './settle.ts'

/** Says something about a document to everybody who reads it. The same comment sent twice stands once. */
export async function comment(
  context: ActContext,
  input: z.output<typeof WriteComment> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'comment')
  const { document } = theCase
  if (!(await writeComment(context, { documentId: input.id, ...input }))) return input.id
  await recordAct(context, theCase, { after: document.state, text: input.text, detail: { comment: input.commentId } })
  await announceIncoming(context, document)
  return input.id
}

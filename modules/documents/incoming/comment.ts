import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { writeComment } from '../comments.ts'
import type { WriteComment } from '../contract.ts'
import { takeUp } from './case.ts'
import { incomingSubject } from './rows.ts'
import { announceIncoming } from './settle.ts'

/** Says something about a document to everybody who reads it. The same comment sent twice stands once. */
export async function comment(
  context: ActContext,
  input: z.output<typeof WriteComment> & { id: string },
): Promise<string> {
  const { document, hat } = await takeUp(context, input.id, 'comment')
  if (!(await writeComment(context, { documentId: input.id, ...input }))) return input.id
  await context.audit({
    act: 'documents.comment',
    subject: incomingSubject(document.id),
    onBehalfOf: hat.standIn?.seatId,
    after: { comment: input.commentId, text: input.text },
  })
  await announceIncoming(context, document)
  return input.id
}

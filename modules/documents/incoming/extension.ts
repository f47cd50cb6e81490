import type { z } from '#lib/schemas/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { AnswerExtension, AskExtension } from '../contract.ts'
import { takeUp } from './case.ts'
import { getOpen } from './own-part.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming } from './settle.ts'

/** Asks whoever gave the work for more time (xin gia hạn). */
export async function askExtension(
  context: ActContext,
  input: z.output<typeof AskExtension> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'ask-extension')
  getOpen(theCase.work, input.assignmentId)
  await context.ports.assignments.askExtension(context, {
    id: input.extensionId,
    assignmentId: input.assignmentId,
    dueOn: input.dueOn,
    reason: input.reason,
  })
  await recordAct(context, theCase, {
    after: theCase.document.state,
    text: input.reason,
    detail: { dueOn: input.dueOn },
  })
  await announceIncoming(context, theCase.document)
  return input.id
}

/**
 * Answers who asked for more time: with a day or with none. When the one who answers for the whole gets more time, so
 * does the document.
 */
export async function answerExtension(
  context: ActContext,
  input: z.output<typeof AnswerExtension> & { id: string },
): Promise<string> {
  const { tx, agency } = context
  const theCase = await takeUp(context, input.id, 'answer-extension')
  const { document, work } = theCase
  const asked = work.find(one => one.extension?.id === input.extensionId)
  if (!asked) throw platformErrors.NotFound()
  const answered = await context.ports.assignments.answerExtension(context, {
    extensionId: input.extensionId,
    grantedDueOn: input.grantedDueOn,
    text: input.text ?? '',
  })
  const answersForAll = asked.parentId === null && asked.role !== 'assist' && asked.role !== 'inform'
  if (answersForAll && input.grantedDueOn)
    await tx
      .updateTable('incoming_documents')
      .set({ due_on: input.grantedDueOn, due_basis: `Gia hạn đến ${formatDate(input.grantedDueOn)}` })
      .where('agency_id', '=', agency)
      .where('id', '=', document.id)
      .execute()
  await recordAct(context, theCase, {
    after: document.state,
    text: input.text,
    detail: { to: answered.toName, granted: input.grantedDueOn },
  })
  await announceIncoming(context, document)
  return input.id
}

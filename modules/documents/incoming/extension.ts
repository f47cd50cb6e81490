import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { AnswerExtension, AskExtension, Extend } from '../contract.ts'
import { takeUp } from './case.ts'
import { deciderOf, tellDecider } from './in-whose-name.ts'
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
  const theCase = await takeUp(context, input.id, 'answer-extension')
  const { document, work } = theCase
  const asked = work.find(one => one.extension?.id === input.extensionId)
  if (!asked) throw platformErrors.NotFound()
  const decider = deciderOf(context, asked)
  const answered = await context.ports.assignments.answerExtension(context, {
    extensionId: input.extensionId,
    grantedDueOn: input.grantedDueOn,
    text: input.text ?? '',
  })
  if (input.grantedDueOn)
    await followed(context, document.id, asked, input.grantedDueOn, `Gia hạn đến ${formatDate(input.grantedDueOn)}`)
  await recordAct(context, theCase, {
    after: document.state,
    text: input.text,
    onBehalfOf: decider,
    detail: { to: answered.toName, granted: input.grantedDueOn },
  })
  await tellDecider(context, input.id, decider)
  await announceIncoming(context, document)
  return input.id
}

/** Whoever gave work gives it another deadline by himself (đổi hạn), with the reason. */
export async function extend(context: ActContext, input: z.output<typeof Extend> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'extend')
  const { document, work } = theCase
  const one = getOpen(work, input.assignmentId)
  const { dueOn, reason } = input
  const decider = deciderOf(context, one)
  await context.ports.assignments.moveDeadline(context, { assignmentId: one.id, dueOn, reason })
  await followed(context, document.id, one, dueOn, `Đổi hạn: ${reason}`.slice(0, 200))
  const detail = { to: one.toName, dueOn }
  await recordAct(context, theCase, { after: document.state, text: reason, onBehalfOf: decider, detail })
  await tellDecider(context, input.id, decider)
  await announceIncoming(context, document)
  return input.id
}

/** The document's own deadline is that of whoever answers for the whole. */
async function followed(
  { tx, agency }: ActContext,
  documentId: string,
  { parentId, role }: Assignment,
  dueOn: CalendarDate,
  basis: string,
): Promise<void> {
  if (parentId !== null || (role !== 'lead' && role !== 'direct')) return
  await tx
    .updateTable('incoming_documents')
    .set({ due_on: dueOn, due_basis: basis })
    .where('agency_id', '=', agency)
    .where('id', '=', documentId)
    .execute()
}

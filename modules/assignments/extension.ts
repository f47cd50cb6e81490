import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { assignmentErrors, type GivenWork } from './contract.ts'
import { tell, tellGivers } from './notify.ts'
import { getGivenWork, getOwnWork, principalOf } from './own-work.ts'
import { refuseDue } from './policy.ts'
import { presentOne } from './present.ts'
import { type AssignmentRow, getAssignment, subjectOf } from './queries.ts'

/**
 * Asks for more time (xin gia hạn). One question at a time waits for its answer.
 *
 * @throws assignments.ExtensionNotLater, ExtensionPending, DueInThePast, NotYours, NotOpen; platform.SentDifferently
 */
export async function askExtension(
  context: ActContext,
  input: { id: string; assignmentId: string; dueOn: CalendarDate; reason: string },
): Promise<GivenWork> {
  const { tx, agency, now, actor } = context
  const { row, hat } = await getOwnWork(context, input.assignmentId)
  if (row.extension_id === input.id && row.extension_due_on === input.dueOn && row.extension_reason === input.reason)
    return presentOne(context, row)
  await refuseAskedDifferently(context, row, input.id)
  if (row.extension_id) throw assignmentErrors.ExtensionPending({ due: formatDate(row.extension_due_on!) })
  if (row.due_on && input.dueOn <= row.due_on)
    throw assignmentErrors.ExtensionNotLater({ due: formatDate(input.dueOn), current: formatDate(row.due_on) })
  refuseDue(input.dueOn, { today: context.today, latest: null })
  const inserted = await tx
    .insertInto('assignment_extensions')
    .values({
      agency_id: agency,
      id: input.id,
      assignment_id: row.id,
      asked_by: actor.seatId,
      asked_at: now,
      asked_due_on: input.dueOn,
      reason: input.reason,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // It is the id of a question about other work, of which nothing is told here.
  if (!inserted) throw platformErrors.SentDifferently()
  await context.audit({
    act: 'assignments.ask-extension',
    subject: subjectOf(row),
    onBehalfOf: principalOf(hat),
    after: { assignment: row.id, dueOn: input.dueOn, reason: input.reason },
  })
  await tellGivers(context, row, 'extension-asked', { text: input.reason, once: input.id })
  return presentOne(context, await getAssignment(context, row.id))
}

/** @throws platform.SentDifferently for an id under which something else was asked of this work, with what it was */
async function refuseAskedDifferently({ tx, agency }: ActContext, work: AssignmentRow, id: string): Promise<void> {
  const stored = await tx
    .selectFrom('assignment_extensions')
    .select(['id', 'asked_due_on as dueOn', 'reason', 'granted_due_on as grantedDueOn', 'answer'])
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('assignment_id', '=', work.id)
    .executeTakeFirst()
  if (stored) throw platformErrors.SentDifferently({}, { subject: { stored } })
}

/**
 * Answers whoever asked for more time: with the asked day, another one after the present deadline, or none. What hangs below an upper deadline
 * stays below it.
 *
 * @throws assignments.ExtensionAnswered, ExtensionNotLater, DueAfterParent, DueInThePast, NotGivenByYou
 */
export async function answerExtension(
  context: ActContext,
  input: { extensionId: string; grantedDueOn: CalendarDate | null; text: string },
): Promise<GivenWork> {
  const { tx, agency, now, actor } = context
  const asked = await tx
    .selectFrom('assignment_extensions')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('id', '=', input.extensionId)
    .executeTakeFirst()
  if (!asked) throw platformErrors.NotFound()
  if (asked.answered_at) throw assignmentErrors.ExtensionAnswered()
  const row = await getGivenWork(context, asked.assignment_id)
  const parent = row.parent_id ? await getAssignment(context, row.parent_id) : undefined
  // A day before the present one is no more time, and would leave what was given on with later deadlines.
  if (input.grantedDueOn && row.due_on && input.grantedDueOn <= row.due_on)
    throw assignmentErrors.ExtensionNotLater({
      due: formatDate(input.grantedDueOn),
      current: formatDate(row.due_on),
    })
  refuseDue(input.grantedDueOn, { today: context.today, latest: parent?.due_on ?? null })
  await tx
    .updateTable('assignment_extensions')
    .set({ answered_by: actor.seatId, answered_at: now, granted_due_on: input.grantedDueOn, answer: input.text })
    .where('agency_id', '=', agency)
    .where('id', '=', asked.id)
    .execute()
  if (input.grantedDueOn)
    await tx
      .updateTable('assignments')
      .set({ due_on: input.grantedDueOn })
      .where('agency_id', '=', agency)
      .where('id', '=', row.id)
      .execute()
  await context.audit({
    act: 'assignments.answer-extension',
    subject: subjectOf(row),
    before: { assignment: row.id, dueOn: row.due_on },
    after: { assignment: row.id, dueOn: input.grantedDueOn ?? row.due_on, text: input.text },
  })
  await tell(context, [asked.asked_by], row, 'extension-answered', { text: input.text, once: asked.id })
  return presentOne(context, await getAssignment(context, row.id))
}

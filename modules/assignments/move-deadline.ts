import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type Assignment, assignmentErrors } from './contract.ts'
import { tellHolders } from './notify.ts'
import { getGivenWork } from './own-work.ts'
import { below, isOpen, refuseDue } from './policy.ts'
import { presentOne } from './present.ts'
import { type AssignmentRow, getAssignment, ofSubject, subjectOf } from './queries.ts'

/**
 * Moves the deadline of work that one gave while it is open, with the reason: later, or nearer when it presses. What was
 * given on from it is never due after it. Whoever asked for more time is answered by that.
 *
 * @throws assignments.DueInThePast, DueAfterParent, DueUnchanged, NotGivenByYou, NotOpen
 */
export async function moveDeadline(
  context: ActContext,
  input: { assignmentId: string; dueOn: CalendarDate; reason: string },
): Promise<Assignment> {
  const { tx, agency, now, actor } = context
  const row = await getGivenWork(context, input.assignmentId)
  const parent = row.parent_id ? await getAssignment(context, row.parent_id) : undefined
  refuseDue(input.dueOn, { today: context.today, latest: parent?.due_on ?? null })
  if (row.due_on === input.dueOn) throw assignmentErrors.DueUnchanged({ due: formatDate(input.dueOn) })
  await setDue(context, [row], input.dueOn)
  await tx
    .updateTable('assignment_extensions')
    .set({ answered_by: actor.seatId, answered_at: now, granted_due_on: input.dueOn, answer: input.reason })
    .where('agency_id', '=', agency)
    .where('assignment_id', '=', row.id)
    .where('answered_at', 'is', null)
    .execute()
  await context.audit({
    act: 'assignments.move-deadline',
    subject: subjectOf(row),
    before: { assignment: row.id, dueOn: row.due_on },
    after: { assignment: row.id, dueOn: input.dueOn, reason: input.reason },
  })
  await tellHolders(context, [row], 'due-moved', { text: input.reason, once: now.toISOString() })
  await keepBelow(context, row, input.dueOn, input.reason)
  return presentOne(context, await getAssignment(context, row.id))
}

/** What hangs below work is not due after it: where its deadline came nearer, theirs does too, and they are told. */
export async function keepBelow(
  context: ActContext,
  row: AssignmentRow,
  dueOn: CalendarDate | null,
  text: string,
): Promise<void> {
  if (dueOn === null) return
  const later = below(await ofSubject(context, subjectOf(row)), row.id).filter(
    part => isOpen(part) && part.due_on !== null && part.due_on > dueOn,
  )
  await setDue(context, later, dueOn)
  await tellHolders(context, later, 'due-moved', { text, once: context.now.toISOString() })
}

async function setDue({ tx, agency }: ActContext, rows: readonly AssignmentRow[], dueOn: CalendarDate): Promise<void> {
  if (rows.length === 0) return
  await tx
    .updateTable('assignments')
    .set({ due_on: dueOn })
    .where('agency_id', '=', agency)
    .where(
      'id',
      'in',
      rows.map(row => row.id),
    )
    .execute()
}

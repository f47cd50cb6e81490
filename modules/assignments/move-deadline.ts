import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { assignmentErrors, type GivenWork } from './contract.ts'
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
): Promise<GivenWork> {
  const { tx, agency, now, actor } = context
  const row = await getGivenWork(context, input.assignmentId)
  const parent = row.parent_id ? await getAssignment(context, row.parent_id) : undefined
  refuseDue(input.dueOn, { today: context.today, latest: parent?.due_on ?? null })
  if (row.due_on === input.dueOn) throw assignmentErrors.DueUnchanged({ due: formatDate(input.dueOn) })
  await setDue(context, [{ row, dueOn: input.dueOn }])
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
  await keepBelow(context, await ofSubject(context, subjectOf(row)), [{ row, dueOn: input.dueOn }], input.reason)
  return presentOne(context, await getAssignment(context, row.id))
}

type Due = { readonly row: AssignmentRow; readonly dueOn: CalendarDate | null }

/**
 * What hangs below pieces of work, of which none hangs below another, is not due after them: where their deadline came
 * nearer, theirs does too, and they are told.
 *
 * @param all the work of the subject
 */
export async function keepBelow(
  context: ActContext,
  all: readonly AssignmentRow[],
  above: readonly Due[],
  text: string,
): Promise<void> {
  const later = above.flatMap(({ row, dueOn }) =>
    below(all, row.id).flatMap(part =>
      isOpen(part) && dueOn !== null && part.due_on !== null && part.due_on > dueOn ? { row: part, dueOn } : [],
    ),
  )
  await setDue(context, later)
  const moved = later.map(({ row }) => row)
  await tellHolders(context, moved, 'due-moved', { text, once: context.now.toISOString() })
}

async function setDue({ tx, agency }: ActContext, moves: readonly Due[]): Promise<void> {
  if (moves.length === 0) return
  await sql`update assignments set due_on = moved.due_on
    from unnest(${moves.map(one => one.row.id)}::uuid[], ${moves.map(one => one.dueOn)}::date[]) as moved (id, due_on)
    where assignments.agency_id = ${agency} and assignments.id = moved.id`.execute(tx)
}

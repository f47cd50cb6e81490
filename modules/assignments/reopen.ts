import type { ActContext, Subject } from '#platform/acts/context.ts'
import { tellHolders } from './notify.ts'
import { getAssignments, ofSubject } from './queries.ts'

/**
 * Work that ended as done at one stroke goes on where it was: its subject was finished and is not. What somebody had
 * reported as done before stays done. A result that is taken back stands in the history of the subject.
 */
export async function reopenAssignments(
  context: ActContext,
  { subject, endedAt, reason }: { subject: Subject; endedAt: Date; reason: string },
): Promise<void> {
  const { tx, agency, now } = context
  const ids = (await ofSubject(context, subject))
    .filter(row => row.state === 'done' && row.role !== 'inform' && row.ended_at?.getTime() === endedAt.getTime())
    .map(row => row.id)
  if (ids.length === 0) return
  await tx
    .updateTable('assignments')
    .set(({ eb }) => ({
      state: eb.case().when('opened_at', 'is', null).then('open').else('in-progress').end(),
      ended_at: null,
      result: null,
    }))
    .where('agency_id', '=', agency)
    .where('id', 'in', ids)
    .execute()
  await context.audit({ act: 'assignments.reopen', subject, after: { assignments: ids, reason } })
  const once = now.toISOString()
  await tellHolders(context, await getAssignments(context, ids), 'reopened', reason ? { text: reason, once } : { once })
}

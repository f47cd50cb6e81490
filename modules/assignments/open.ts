import type { ActContext, Subject } from '#platform/acts/context.ts'
import type { GivenWork } from './contract.ts'
import { hatThatHolds, isOpen } from './policy.ts'
import { hatsFor, presentAssignments } from './present.ts'
import { endAssignments, ofSubject } from './queries.ts'

/**
 * The acting seat looks at a subject: work of it that waits unopened is now in hand. What only informs needs no result:
 * having been seen it is done. Doing it again changes nothing.
 */
export async function markOpened(context: ActContext, subject: Subject): Promise<readonly GivenWork[]> {
  const { tx, agency, now } = context
  const rows = await ofSubject(context, subject)
  const opened = rows.filter(
    row => isOpen(row) && row.opened_at === null && hatThatHolds(hatsFor(context, row), row) !== undefined,
  )
  if (opened.length === 0) return []
  const ids = opened.map(row => row.id)
  await tx
    .updateTable('assignments')
    .set({ opened_at: now, state: 'in-progress' })
    .where('agency_id', '=', agency)
    .where('id', 'in', ids)
    .execute()
  await endAssignments(
    context,
    opened.filter(row => row.role === 'inform'),
    'done',
  )
  await context.audit({ act: 'assignments.open', subject, after: { assignments: ids } })
  const after = (await ofSubject(context, subject)).filter(row => ids.includes(row.id))
  return presentAssignments(context, after)
}

import type { ActContext } from '#platform/acts/context.ts'
import { type Assignment, assignmentErrors } from './contract.ts'
import { tellHolders } from './notify.ts'
import { isOpen, mayUrge } from './policy.ts'
import { hatsFor, presentOne } from './present.ts'
import { getAssignment, subjectOf } from './queries.ts'

/** Urges whoever holds work (đôn đốc): it then stands first in his day, and is counted. */
export async function urgeAssignment(
  context: ActContext,
  input: { assignmentId: string; text: string },
): Promise<Assignment> {
  const { tx, agency, now } = context
  const row = await getAssignment(context, input.assignmentId)
  if (!isOpen(row)) throw assignmentErrors.NotOpen()
  if (!mayUrge(hatsFor(context, row), row))
    throw assignmentErrors.NotGivenByYou({ giver: (await presentOne(context, row)).fromName })
  await tx
    .updateTable('assignments')
    .set(({ eb }) => ({ urged_count: eb('urged_count', '+', 1), urged_at: now, urged_text: input.text }))
    .where('agency_id', '=', agency)
    .where('id', '=', row.id)
    .execute()
  const urged = await getAssignment(context, row.id)
  await context.audit({
    act: 'assignments.urge',
    subject: subjectOf(row),
    after: { assignment: row.id, times: urged.urged_count, text: input.text },
  })
  await tellHolders(context, [urged], 'urged', { text: input.text, once: urged.urged_count })
  return presentOne(context, urged)
}

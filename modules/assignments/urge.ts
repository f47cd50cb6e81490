import type { ActContext } from '#platform/acts/context.ts'
import { assignmentErrors, type GivenWork } from './contract.ts'
import { tellHolders } from './notify.ts'
import { isOpen } from './policy.ts'
import { hatsFor, presentAssignments, presentOne } from './present.ts'
import { getAssignments, ofSubject, subjectOf } from './queries.ts'
import { mayUrge } from './rights.ts'

/**
 * Urges whoever holds work of a subject (đôn đốc), one or several at once: it then stands first in their day, and is
 * counted. Answers the work in the order of the ids.
 *
 * @throws assignments.NotOpen, NotGivenByYou; platform.NotFound
 */
export async function urgeAssignments(
  context: ActContext,
  input: { assignmentIds: readonly string[]; text: string },
): Promise<readonly GivenWork[]> {
  const { tx, agency, now } = context
  const ids = [...new Set(input.assignmentIds)]
  const rows = await getAssignments(context, ids)
  const [first] = rows
  if (!first) return []
  if (!rows.every(isOpen)) throw assignmentErrors.NotOpen()
  const all = await ofSubject(context, subjectOf(first))
  const foreign = rows.find(row => !mayUrge(context.actor, hatsFor(context, row), row, all))
  if (foreign) throw assignmentErrors.NotGivenByYou({ giver: (await presentOne(context, foreign)).fromName })
  await tx
    .updateTable('assignments')
    .set(({ eb }) => ({ urged_count: eb('urged_count', '+', 1), urged_at: now, urged_text: input.text }))
    .where('agency_id', '=', agency)
    .where('id', 'in', ids)
    .execute()
  const urged = await getAssignments(context, ids)
  await context.audit({
    act: 'assignments.urge',
    subject: subjectOf(first),
    after: { urged: urged.map(row => ({ assignment: row.id, times: row.urged_count })), text: input.text },
  })
  await tellHolders(context, urged, 'urged', row => ({ text: input.text, once: row.urged_count }))
  return presentAssignments(context, urged)
}

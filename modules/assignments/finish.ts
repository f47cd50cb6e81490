import type { ActContext } from '#platform/acts/context.ts'
import type { GivenWork } from './contract.ts'
import { tellGivers } from './notify.ts'
import { getOwnWork, principalOf } from './own-work.ts'
import { answersForIt, belowAll, endsWithTheWork, isOpen } from './policy.ts'
import { presentOne } from './present.ts'
import { type AssignmentRow, endAssignments, getAssignment, ofSubject, subjectOf } from './queries.ts'

/**
 * Reports the result of one's work; what was given on from it and is still open ends with it,
 * but for what is only to be read. Whoever was only to direct
 * further has nothing left to do when the one he named has done it: his part is done by that.
 */
export async function finishAssignment(
  context: ActContext,
  input: { assignmentId: string; result: string },
): Promise<GivenWork> {
  const { row, hat } = await getOwnWork(context, input.assignmentId)
  const all = await ofSubject(context, subjectOf(row))
  const done = [row, ...(answersForIt(row.role) ? directedFrom(all, row) : [])]
  const parts = belowAll(
    all,
    done.map(one => one.id),
  )
  await endAssignments(context, parts.filter(endsWithTheWork), 'done')
  await endAssignments(context, done, 'done', { result: input.result })
  await context.audit({
    act: 'assignments.finish',
    subject: subjectOf(row),
    onBehalfOf: principalOf(hat),
    after: { assignment: row.id, result: input.result },
  })
  await tellGivers(context, row, 'finished', { text: input.result })
  return presentOne(context, await getAssignment(context, row.id))
}

/** The chain of those who directed further, from a piece of work upwards. */
function directedFrom(all: readonly AssignmentRow[], row: AssignmentRow): AssignmentRow[] {
  const parent = all.find(one => one.id === row.parent_id)
  return parent?.role === 'direct' && isOpen(parent) ? [parent, ...directedFrom(all, parent)] : []
}

import type { ActContext } from '#platform/acts/context.ts'
import type { Assignment } from './contract.ts'
import { tellGivers } from './notify.ts'
import { getOwnWork, principalOf } from './own-work.ts'
import { below } from './policy.ts'
import { presentOne } from './present.ts'
import { endAssignments, getAssignment, ofSubject, subjectOf } from './queries.ts'

/** Reports the result of one's work; what was given on from it and is still open ends with it. */
export async function finishAssignment(
  context: ActContext,
  input: { assignmentId: string; result: string },
): Promise<Assignment> {
  const { row, hat } = await getOwnWork(context, input.assignmentId)
  await endAssignments(context, below(await ofSubject(context, subjectOf(row)), row.id), 'done')
  await endAssignments(context, [row], 'done', { result: input.result })
  await context.audit({
    act: 'assignments.finish',
    subject: subjectOf(row),
    onBehalfOf: principalOf(hat),
    after: { assignment: row.id, result: input.result },
  })
  await tellGivers(context, row, 'finished', { text: input.result })
  return presentOne(context, await getAssignment(context, row.id))
}

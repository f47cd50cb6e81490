import type { ActContext } from '#platform/acts/context.ts'
import type { GivenWork } from './contract.ts'
import { tellGivers, tellHolders } from './notify.ts'
import { getOwnWork, principalOf } from './own-work.ts'
import { below, isOpen } from './policy.ts'
import { presentOne } from './present.ts'
import { endAssignments, getAssignment, ofSubject, subjectOf } from './queries.ts'

/** Gives one's work back to whoever gave it, with the reason; what was given on from it is withdrawn. */
export async function giveBackAssignment(
  context: ActContext,
  input: { assignmentId: string; reason: string },
): Promise<GivenWork> {
  const { row, hat } = await getOwnWork(context, input.assignmentId)
  const parts = below(await ofSubject(context, subjectOf(row)), row.id).filter(isOpen)
  await endAssignments(context, parts, 'withdrawn', { returnReason: input.reason })
  await endAssignments(context, [row], 'returned', { returnReason: input.reason })
  await context.audit({
    act: 'assignments.give-back',
    subject: subjectOf(row),
    onBehalfOf: principalOf(hat),
    after: { assignment: row.id, reason: input.reason },
  })
  await tellHolders(context, parts, 'withdrawn', { text: input.reason })
  await tellGivers(context, row, 'returned', { text: input.reason })
  return presentOne(context, await getAssignment(context, row.id))
}

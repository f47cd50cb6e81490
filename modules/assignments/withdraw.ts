import type { ActContext, Context, Subject } from '#platform/acts/context.ts'
import { type Assignment, assignmentErrors } from './contract.ts'
import { tellHolders } from './notify.ts'
import { getGivenWork } from './own-work.ts'
import { below, endsWithTheWork, isOpen } from './policy.ts'
import { presentOne } from './present.ts'
import { endAssignments, getAssignment, ofSubject, subjectOf } from './queries.ts'

/**
 * Withdraws work that was given, with the reason and with all that was given on from it (thu hồi phân công). Taking back
 * (lấy lại) is the same before it was opened, and only then.
 *
 * @throws assignments.AlreadyOpened, NotOpen, NotGivenByYou
 */
export async function withdrawAssignment(
  context: ActContext,
  input: { assignmentId: string; reason: string; onlyUnopened: boolean },
): Promise<Assignment> {
  const row = await getGivenWork(context, input.assignmentId)
  if (input.onlyUnopened && row.opened_at)
    throw assignmentErrors.AlreadyOpened({ holder: (await presentOne(context, row)).toName })
  const parts = below(await ofSubject(context, subjectOf(row)), row.id).filter(isOpen)
  await endAssignments(context, [row, ...parts], 'withdrawn', { returnReason: input.reason })
  await context.audit({
    act: input.onlyUnopened ? 'assignments.take-back' : 'assignments.withdraw',
    subject: subjectOf(row),
    after: { assignments: [row, ...parts].map(part => part.id), reason: input.reason },
  })
  await tellHolders(context, [row, ...parts], 'withdrawn', { text: input.reason })
  return presentOne(context, await getAssignment(context, row.id))
}

/**
 * Ends what is open on a subject: all of it when its sender recalled it; when its lead finished it, all but what is still
 * to be read.
 */
export async function endAllOf(context: Context, subject: Subject, as: 'done' | 'withdrawn'): Promise<void> {
  const open = (await ofSubject(context, subject)).filter(
    row => isOpen(row) && (as === 'withdrawn' || endsWithTheWork(row)),
  )
  if (open.length === 0) return
  await endAssignments(context, open, as)
  await context.audit({
    act: 'assignments.end-all',
    subject,
    after: { as, assignments: open.map(row => row.id) },
  })
}

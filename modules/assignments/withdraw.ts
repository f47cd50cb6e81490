import type { ActContext, Context, Subject } from '#platform/acts/context.ts'
import { assignmentErrors, type GivenWork } from './contract.ts'
import { tellHolders } from './notify.ts'
import { getGivenWorks } from './own-work.ts'
import { belowAll, endsWithTheWork, isOpen } from './policy.ts'
import { presentAssignments, presentOne } from './present.ts'
import { endAssignments, getAssignments, ofSubject, subjectOf } from './queries.ts'

/**
 * Withdraws work of a subject that was given, with the reason and with all that was given on from it (thu hồi phân công).
 * Taking back (lấy lại) is the same before it was opened, and only then. Answers the pieces that were named.
 *
 * @throws assignments.AlreadyOpened, NotOpen, NotGivenByYou
 */
export async function withdrawAssignments(
  context: ActContext,
  input: { assignmentIds: readonly string[]; reason: string; onlyUnopened: boolean },
): Promise<readonly GivenWork[]> {
  const ids = [...new Set(input.assignmentIds)]
  const rows = await getGivenWorks(context, ids)
  const [first] = rows
  if (!first) return []
  const opened = rows.find(row => row.opened_at)
  if (input.onlyUnopened && opened)
    throw assignmentErrors.AlreadyOpened({ holder: (await presentOne(context, opened)).toName })
  const all = await ofSubject(context, subjectOf(first))
  const ended = [...rows, ...belowAll(all, ids).filter(isOpen)]
  await endAssignments(context, ended, 'withdrawn', { returnReason: input.reason })
  await context.audit({
    act: input.onlyUnopened ? 'assignments.take-back' : 'assignments.withdraw',
    subject: subjectOf(first),
    after: { assignments: ended.map(part => part.id), reason: input.reason },
  })
  await tellHolders(context, ended, 'withdrawn', { text: input.reason })
  return presentAssignments(context, await getAssignments(context, ids))
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

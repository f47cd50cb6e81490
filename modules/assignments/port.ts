import { changeLead, passOnLead } from './change-lead.ts'
import type { AssignmentsPort } from './contract.ts'
import { answerExtension, askExtension } from './extension.ts'
import { finishAssignment } from './finish.ts'
import { checkAssignments, giveAssignments } from './give.ts'
import { giveAnew } from './give-anew.ts'
import { giveBackAssignment } from './give-back.ts'
import { handOverAssignments } from './hand-over.ts'
import { moveDeadline } from './move-deadline.ts'
import { markOpened } from './open.ts'
import { extensionsToAnswer, openSubjectsOf, openWorkOf } from './open-work.ts'
import { answersForIt, hatThatHolds, isOpen } from './policy.ts'
import { hatsFor, presentOne, presentWork } from './present.ts'
import { ofSubject } from './queries.ts'
import { reopenAssignments } from './reopen.ts'
import { urgeAssignments } from './urge.ts'
import { endAllOf, withdrawAssignments } from './withdraw.ts'

/** The assignments module as other modules call it in their transaction. */
export const assignmentsPort: AssignmentsPort = {
  give: (context, input) => (input.insteadOf?.length ? giveAnew(context, input) : giveAssignments(context, input)),
  check: checkAssignments,
  ofSubject: async (context, subject) => presentWork(context, await ofSubject(context, subject)),
  async findMine(context, subject) {
    const mine = (await ofSubject(context, subject)).filter(
      row => isOpen(row) && hatThatHolds(hatsFor(context, row), row) !== undefined,
    )
    // The lead first, and of several levels the deepest: that is where the work lies.
    const row = mine.findLast(one => answersForIt(one.role)) ?? mine.at(-1)
    return row && presentOne(context, row)
  },
  markOpened,
  finish: finishAssignment,
  giveBack: giveBackAssignment,
  withdraw: withdrawAssignments,
  changeLead,
  passOn: passOnLead,
  urge: urgeAssignments,
  askExtension,
  answerExtension,
  moveDeadline,
  reopen: reopenAssignments,
  endAll: endAllOf,
  openOf: openWorkOf,
  openSubjectsOf,
  extensionsToAnswer,
  handOver: handOverAssignments,
}

import type { ActContext } from '#platform/acts/context.ts'
import type { Hat } from '#platform/acts/hats.ts'
import { assignmentErrors } from './contract.ts'
import { hatThatHolds, isOpen } from './policy.ts'
import { hatsFor, presentOne } from './present.ts'
import { type AssignmentRow, getAssignment, getAssignments, ofSubject, subjectOf } from './queries.ts'
import { changesAs } from './rights.ts'

/** A piece of open work that the acting seat holds, and the hat under which. @throws assignments.NotOpen, NotYours */
export async function getOwnWork(context: ActContext, id: string): Promise<{ row: AssignmentRow; hat: Hat }> {
  const row = await getAssignment(context, id)
  if (!isOpen(row)) throw assignmentErrors.NotOpen()
  const hat = hatThatHolds(hatsFor(context, row), row)
  if (!hat) throw assignmentErrors.NotYours({ holder: (await presentOne(context, row)).toName })
  return { row, hat }
}

/** A piece of open work that the acting seat may change, in its own name or in another's. */
export const getGivenWork = async (context: ActContext, id: string): Promise<AssignmentRow> =>
  (await getGivenWorks(context, [id]))[0]!

/** The same of several pieces. @throws assignments.NotOpen, NotGivenByYou */
export async function getGivenWorks(context: ActContext, ids: readonly string[]): Promise<AssignmentRow[]> {
  const rows = await getAssignments(context, ids)
  if (!rows.every(isOpen)) throw assignmentErrors.NotOpen()
  const [first] = rows
  const all = first ? await ofSubject(context, subjectOf(first)) : []
  const foreign = rows.find(row => changesAs(context.actor, hatsFor(context, row), row, all) === null)
  if (foreign) {
    const { fromName, onBehalfOfName } = await presentOne(context, foreign)
    throw assignmentErrors.NotGivenByYou({ giver: onBehalfOfName ?? fromName })
  }
  return rows
}

/** In whose name a hat acts, for audit: nothing for one's own seat. */
export const principalOf = (hat: Hat): string | undefined => hat.standIn?.seatId

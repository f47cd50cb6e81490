import type { Assignment } from '#modules/assignments/contract.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { ActingCase } from './case.ts'
import { hasPart } from './policy.ts'

/**
 * The work by which an actor holds a document under the hat he acts under: the one named, else the deepest for which he
 * answers, else any.
 *
 * @throws platform.NotFound when the named one is no open work of this document
 */
export function findOwn({ work, hat }: ActingCase, assignmentId: string | undefined): Assignment | undefined {
  const open = work.filter(one => one.endedAt === null)
  if (assignmentId !== undefined) return getOpen(open, assignmentId)
  const mine = open.filter(one => hasPart(hat, one))
  return mine.findLast(one => one.role === 'lead' || one.role === 'direct') ?? mine.at(-1)
}

/** Open work of this document by its id: an id of another document's is none. @throws platform.NotFound */
export function getOpen(work: readonly Assignment[], assignmentId: string): Assignment {
  const one = work.find(({ id }) => id === assignmentId)
  if (!one) throw platformErrors.NotFound()
  return one
}

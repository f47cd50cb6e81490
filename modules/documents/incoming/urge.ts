import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type Urge } from '../contract.ts'
import { takeUp } from './case.ts'
import { getOpen } from './own-part.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming } from './settle.ts'

/**
 * Urges one or many who have work of a document (đôn đốc): it then stands first in their day, and is counted. Who names
 * nobody urges those who answer for it.
 *
 * @throws documents.NobodyToUrge
 */
export async function urge(context: ActContext, input: z.output<typeof Urge> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'urge')
  const urged = input.assignmentIds
    ? [...new Set(input.assignmentIds)].map(id => getOpen(theCase.work, id))
    : theCase.work.filter(one => one.endedAt === null && (one.role === 'lead' || one.role === 'direct'))
  if (urged.length === 0) throw documentErrors.NobodyToUrge()
  await context.ports.assignments.urge(context, { assignmentIds: urged.map(one => one.id), text: input.text })
  await recordAct(context, theCase, {
    after: theCase.document.state,
    text: input.text,
    detail: { to: urged.map(one => one.toName) },
  })
  await announceIncoming(context, theCase.document)
  return input.id
}

import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { ChangeLead } from '../contract.ts'
import { takeUp } from './case.ts'
import { letReadWhoWorks } from './give-work.ts'
import { deciderOf, tellDecider } from './in-whose-name.ts'
import { getOpen } from './own-part.ts'
import { recordAct } from './record-act.ts'
import { settle } from './settle.ts'

/** Another leads instead (đổi chủ trì), with the reason; who led is told and may go on reading what he opened. */
export async function changeLead(
  context: ActContext,
  input: z.output<typeof ChangeLead> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'change-lead')
  const { document, work } = theCase
  const old = getOpen(work, input.assignmentId)
  const decider = deciderOf(context, old)
  const lead = await context.ports.assignments.changeLead(context, {
    assignmentId: input.assignmentId,
    seatId: input.seatId,
    unitId: input.unitId,
    reason: input.reason,
  })
  await letReadWhoWorks(context, document, [lead])
  const { state } = await settle(context, document, work)
  await recordAct(context, theCase, {
    after: state,
    text: input.reason,
    onBehalfOf: decider,
    detail: { from: [old.toName], to: lead.toName },
  })
  await tellDecider(context, input.id, decider)
  return input.id
}

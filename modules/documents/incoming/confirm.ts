import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { Confirm } from '../contract.ts'
import { takeUp } from './case.ts'
import { carryOut } from './decide.ts'
import { recordAct } from './record-act.ts'
import type { ProposedTarget } from './rows.ts'

/**
 * One press: the leader agrees with what the office head proposed, and it is carried out as his direction. Who stands in for
 * him is named as that, and the leader may correct it like any other that was given in his place.
 */
export async function confirm(context: ActContext, input: z.output<typeof Confirm> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'confirm')
  const proposal = theCase.document.proposal!
  const { state, to } = await carryOut(context, theCase, {
    deciderSeatId: theCase.hat.seatId,
    enteredAs: theCase.hat.standIn ? 'delegation' : 'confirmed-proposal',
    text: input.text ?? proposal.text,
    targets: proposal.targets.map(asTarget),
    dueOn: proposal.dueOn ?? undefined,
  })
  await recordAct(context, theCase, {
    after: state,
    text: input.text ?? proposal.text,
    detail: { to, proposedBy: proposal.byName },
  })
  return input.id
}

const asTarget = ({ id, seatId, unitId, role, dueOn, text }: ProposedTarget) => ({
  ...(id ? { id } : {}),
  ...(seatId ? { seatId } : {}),
  ...(unitId ? { unitId } : {}),
  role,
  dueOn,
  text,
})

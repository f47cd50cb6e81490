import type { z } from '#lib/schemas/index.ts'
import type { Assignment, GivenWork } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { documentErrors, type Forward } from '../contract.ts'
import { type ActingCase, takeUp } from './case.ts'
import { giveWork, letReadWhoWorks } from './give-work.ts'
import { hasPart } from './policy.ts'
import { recordAct } from './record-act.ts'
import { settle } from './settle.ts'

/**
 * Passes a document on (chuyển tiếp): for information to as many as one likes, or one's whole work to another who leads
 * it in one's place. Of a restricted document only those who hold or gave it let others know.
 *
 * @throws documents.ForwardToWork; assignments.NotYours, PartyTwice, AlreadyTakesPart
 */
export async function forward(context: ActContext, input: z.output<typeof Forward> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'forward', input.onBehalfOf)
  const { document, work, hat } = theCase
  if (document.restricted) refuseStrangers(theCase)
  const leads = input.targets.filter(target => target.role === 'lead')
  const informed = input.targets.filter(target => target.role === 'inform')
  if (leads.length > 1 || leads.length + informed.length < input.targets.length) throw documentErrors.ForwardToWork()

  const own = work.findLast(one => one.endedAt === null && one.role === 'lead' && hasPart(hat, one))
  const passedOn = leads[0] ? [await passOn(context, theCase, own, leads[0], input.text)] : []
  const told = await giveWork(context, document, {
    parentId: own?.parentId ?? undefined,
    from: {
      seatId: context.actor.seatId,
      onBehalfOf: hat.standIn?.seatId,
      enteredAs: hat.standIn ? 'delegation' : 'self',
    },
    text: input.text ?? '',
    targets: informed,
    needsLead: false,
  })
  const { state } = await settle(context, document, work)
  await recordAct(context, theCase, {
    after: state,
    text: input.text,
    detail: { targets: [...passedOn, ...told].map(({ toName, role }) => ({ name: toName, role })) },
  })
  return input.id
}

/** Whoever merely reads a restricted document does not widen who knows of it. */
function refuseStrangers({ standpoint: { is } }: ActingCase): void {
  if (!is.has('holder') && !is.has('party') && !is.has('giver') && !is.has('first'))
    throw platformErrors.NotAllowed({ roles: 'người đang giữ hoặc đã giao văn bản' })
}

/** One's own work goes to another, who leads it in one's place. */
async function passOn(
  context: ActContext,
  { document }: ActingCase,
  own: Assignment | undefined,
  target: z.output<typeof Forward>['targets'][number],
  text: string | undefined,
): Promise<GivenWork> {
  if (!own) throw documentErrors.ForwardToWork()
  const passed = await context.ports.assignments.passOn(context, {
    assignmentId: own.id,
    seatId: target.seatId,
    unitId: target.unitId,
    reason: text ?? '',
  })
  await letReadWhoWorks(context, document, [passed])
  return passed
}

import type { z } from '#lib/schemas/index.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type TakeBackTask } from '../contract.ts'
import { dropReaders } from '../readers.ts'
import { takeUp } from './case.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming, settle, standAt } from './settle.ts'

const reason = 'Lấy lại trước khi mở'

/**
 * Takes back what one gave or sent up, as long as nobody of those who got it opened or read it (lấy lại): no reason is
 * asked, and who was to get it no longer sees it. Afterwards there is only withdrawing.
 *
 * @throws documents.NothingToTakeBack; assignments.AlreadyOpened
 */
export async function takeBack(
  context: ActContext,
  input: z.output<typeof TakeBackTask> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'take-back')
  const { document, work, hat, takeable } = theCase
  const taken = input.assignmentId ? takeable.filter(one => one.id === input.assignmentId) : takeable
  if (input.assignmentId && taken.length === 0) throw documentErrors.NothingToTakeBack()
  if (taken.length > 0) {
    const assignmentIds = taken.map(one => one.id)
    await context.ports.assignments.withdraw(context, { assignmentIds, reason, onlyUnopened: true })
    const { state } = await settle(context, document, work)
    await recordAct(context, theCase, { after: state, detail: { from: taken.map(one => one.toName) } })
    return input.id
  }
  // It was sent up to a leader who has not looked at it: it is with the sender again.
  await dropReaders(context, document.id, [seatKey(document.holder_seat_id!)])
  await standAt(context, document, {
    state: 'awaiting-proposal',
    seatId: hat.seatId,
    unitId: null,
    name: hat.fullName,
  })
  await recordAct(context, theCase, { after: 'awaiting-proposal', detail: { from: [document.holder_name] } })
  await announceIncoming(context, document)
  return input.id
}

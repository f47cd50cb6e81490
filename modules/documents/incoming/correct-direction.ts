import type { z } from '#lib/schemas/index.ts'
import { openStates } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { CorrectDirection } from '../contract.ts'
import { takeUp } from './case.ts'
import { letReadWhoWorks } from './give-work.ts'
import { recordAct } from './record-act.ts'
import { incomingSubject } from './rows.ts'
import { settle } from './settle.ts'

/**
 * A leader puts right what clerk or office head typed in for him, or who stands in for him decided: he alone, and only
 * what stands in his name. Who stays keeps his work with the new words and deadline.
 */
export async function correctDirection(
  context: ActContext,
  input: z.output<typeof CorrectDirection> & { id: string },
): Promise<string> {
  const { actor, ports, tx, agency } = context
  const theCase = await takeUp(context, input.id, 'correct-direction')
  const { document, work } = theCase
  const entered = work.filter(
    one => openStates.includes(one.state) && one.onBehalfOfSeatId === actor.seatId && one.fromSeatId !== actor.seatId,
  )
  // The table lets nobody in of whose name nothing is open.
  const { parentId } = entered.at(-1)!
  const level = entered.filter(one => one.parentId === parentId)

  await ports.assignments.give(context, {
    subject: incomingSubject(document.id),
    parentId: parentId ?? undefined,
    insteadOf: level.map(one => one.id),
    from: { seatId: actor.seatId, enteredAs: 'self' },
    text: input.text ?? '',
    targets: input.targets,
    dueOn: input.dueOn ?? (parentId || input.dueOn === null ? undefined : document.due_on),
    latest: input.dueOn,
    needsLead: true,
  })
  const after = await ports.assignments.ofSubject(context, incomingSubject(document.id))
  await letReadWhoWorks(
    context,
    document,
    after.filter(one => one.parentId === parentId && openStates.includes(one.state)),
  )
  if (!parentId && input.dueOn !== undefined)
    await tx
      .updateTable('incoming_documents')
      .set({ due_on: input.dueOn, due_basis: input.dueOn && 'Theo ý kiến chỉ đạo' })
      .where('agency_id', '=', agency)
      .where('id', '=', document.id)
      .execute()
  const { state } = await settle(context, document, work)
  await recordAct(context, theCase, { after: state, text: input.text })
  return input.id
}

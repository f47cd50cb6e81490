import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { type Assignment, type GivenTarget, openStates } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { IncomingState } from '../contract.ts'
import type { IncomingCase } from './case.ts'
import { givenBefore, giveWork } from './give-work.ts'
import { settle } from './settle.ts'

export type Decision = {
  /** Whose decision it is. */
  readonly deciderSeatId: string
  readonly enteredAs: Assignment['enteredAs']
  readonly text: string
  readonly targets: readonly GivenTarget[]
  /** The deadline of the whole: not said, it stays; null, there is none. */
  readonly dueOn?: CalendarDate | null | undefined
}

/**
 * Carries out a direction: work is given, under the work by which the decider himself was asked to direct, in place of what
 * is left there of an earlier direction; the document's own deadline follows the first level. Nobody's deadline is later
 * than that of the direction.
 *
 * @returns the state that follows, and to whom the document goes
 */
export async function carryOut(
  context: ActContext,
  { document, work }: Pick<IncomingCase, 'document' | 'work'>,
  decision: Decision,
): Promise<{ state: IncomingState; to: string }> {
  const { actor, tx, agency } = context
  const { deciderSeatId, enteredAs, text, targets, dueOn } = decision
  const above = work.findLast(
    one => one.role === 'direct' && one.toSeatId === deciderSeatId && openStates.includes(one.state),
  )
  const given = await giveWork(context, document, {
    parentId: above?.id,
    from: {
      seatId: actor.seatId,
      onBehalfOf: deciderSeatId === actor.seatId ? undefined : deciderSeatId,
      enteredAs,
    },
    text,
    targets,
    dueOn: dueOn ?? (above || dueOn === null ? undefined : document.due_on),
    latest: dueOn,
    needsLead: true,
    insteadOf: givenBefore(work, above?.id, targets),
  })
  const answering = given.find(one => one.role === 'lead' || one.role === 'direct')!
  const due = dueOn === undefined ? (answering.dueOn ?? document.due_on) : dueOn
  await tx
    .updateTable('incoming_documents')
    .set({
      proposal: null,
      ...(above || due === document.due_on ? {} : { due_on: due, due_basis: due && 'Theo ý kiến chỉ đạo' }),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', document.id)
    .execute()
  const { state } = await settle(context, document, work)
  return { state, to: answering.toName }
}

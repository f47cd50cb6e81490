import type { ActContext } from '#platform/acts/context.ts'
import { type Assignment, assignmentErrors } from './contract.ts'
import { insertPlanned, planGiving } from './give.ts'
import { tellHolder } from './notify.ts'
import { getGivenWork } from './own-work.ts'
import { answersForIt, below, isOpen, partyOf } from './policy.ts'
import { presentOne } from './present.ts'
import { endAssignments, ofSubject, subjectOf } from './queries.ts'

/**
 * Puts another in the place of the one who leads (đổi chủ trì): same words, same deadline, same place in the tree. The
 * old lead is told and stays in the history; what he gave on falls with his part. Somebody who assisted and now leads
 * does not do both.
 *
 * @throws assignments.NotLead, NotOpen, NotGivenByYou, PartyTwice
 */
export async function changeLead(
  context: ActContext,
  input: { assignmentId: string; seatId?: string | undefined; unitId?: string | undefined; reason: string },
): Promise<Assignment> {
  const old = await getGivenWork(context, input.assignmentId)
  const { toName } = await presentOne(context, old)
  if (!answersForIt(old.role)) throw assignmentErrors.NotLead({ name: toName })
  if (partyOf({ seatId: old.to_seat_id, unitId: old.to_unit_id }) === partyOf(input))
    throw assignmentErrors.PartyTwice({ name: toName })

  const subject = subjectOf(old)
  const all = await ofSubject(context, subject)
  const parts = below(all, old.id).filter(isOpen)
  const besides = all.filter(
    row =>
      row.parent_id === old.parent_id &&
      isOpen(row) &&
      partyOf({ seatId: row.to_seat_id, unitId: row.to_unit_id }) === partyOf(input),
  )
  const given = {
    subject,
    parentId: old.parent_id ?? undefined,
    from: {
      seatId: context.actor.seatId,
      onBehalfOf: old.on_behalf_of ?? undefined,
      enteredAs: old.on_behalf_of ? old.entered_as : ('self' as const),
    },
    text: old.text,
    targets: [{ seatId: input.seatId, unitId: input.unitId, role: old.role }],
    dueOn: old.due_on,
    needsLead: true,
  }
  const plan = await planGiving(
    context,
    given,
    [old, ...besides].map(row => row.id),
  )
  await endAssignments(context, [old, ...besides], 'replaced', { returnReason: input.reason })
  await endAssignments(context, parts, 'withdrawn', { returnReason: input.reason })
  const [lead] = await insertPlanned(context, given, plan)
  await context.audit({
    act: 'assignments.change-lead',
    subject,
    before: { assignment: old.id },
    after: { assignment: lead!.id, reason: input.reason },
  })
  await tellHolder(context, old, 'replaced', { text: input.reason })
  for (const part of parts) await tellHolder(context, part, 'withdrawn', { text: input.reason })
  return presentOne(context, lead!)
}

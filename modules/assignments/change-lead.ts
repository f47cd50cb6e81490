import type { ActContext } from '#platform/acts/context.ts'
import { assignmentErrors, type GiveAssignments, type GivenWork } from './contract.ts'
import { insertPlanned, planGiving } from './give.ts'
import { tellGivers, tellHolders } from './notify.ts'
import { getGivenWork, getOwnWork, principalOf } from './own-work.ts'
import { answersForIt, belowAll, isOpen, partyOf } from './policy.ts'
import { presentOne } from './present.ts'
import { type AssignmentRow, endAssignments, ofSubject, subjectOf } from './queries.ts'

type Change = {
  readonly assignmentId: string
  readonly seatId?: string | undefined
  readonly unitId?: string | undefined
  readonly reason: string
}

/**
 * Puts another in the place of the one who leads (đổi chủ trì): same words, same deadline, same place in the tree. The
 * old lead is told and stays in the history; what he gave on falls with his part. Somebody who assisted and now leads
 * does not do both, and what he gave on as an assistant falls too.
 *
 * @throws assignments.NotLead, LeadUnchanged, NotOpen, NotGivenByYou
 */
export async function changeLead(context: ActContext, input: Change): Promise<GivenWork> {
  const old = await getGivenWork(context, input.assignmentId)
  const lead = await putInPlace(context, old, input)
  await tellHolders(context, [old], 'replaced', { text: input.reason })
  return presentOne(context, lead)
}

/** The lead himself passes his work on to another (chuyển tiếp); who gave it is told. */
export async function passOnLead(context: ActContext, input: Change): Promise<GivenWork> {
  const { row: old, hat } = await getOwnWork(context, input.assignmentId)
  const lead = await putInPlace(context, old, input, principalOf(hat))
  await tellGivers(context, old, 'replaced', { text: input.reason })
  return presentOne(context, lead)
}

async function putInPlace(
  context: ActContext,
  old: AssignmentRow,
  input: Change,
  principal?: string,
): Promise<AssignmentRow> {
  const { toName } = await presentOne(context, old)
  if (!answersForIt(old.role)) throw assignmentErrors.NotLead({ name: toName })
  const isTheNew = (row: AssignmentRow) =>
    partyOf({ seatId: row.to_seat_id, unitId: row.to_unit_id }) === partyOf(input)
  if (isTheNew(old)) throw assignmentErrors.LeadUnchanged({ name: toName })

  const subject = subjectOf(old)
  const all = await ofSubject(context, subject)
  const besides = all.filter(row => row.parent_id === old.parent_id && isOpen(row) && isTheNew(row))
  const replaced = [old, ...besides].map(row => row.id)
  const parts = belowAll(all, replaced).filter(isOpen)
  const given = {
    subject,
    parentId: old.parent_id ?? undefined,
    from: { seatId: context.actor.seatId, ...decisionOf(context.actor.seatId, old, principal) },
    text: old.text,
    targets: [{ seatId: input.seatId, unitId: input.unitId, role: old.role }],
    dueOn: old.due_on,
    needsLead: true,
    insteadOf: replaced,
  }
  const plan = await planGiving(context, given)
  await endAssignments(context, [old, ...besides], 'replaced', { returnReason: input.reason })
  await endAssignments(context, parts, 'withdrawn', { returnReason: input.reason })
  const [lead] = await insertPlanned(context, given, plan)
  await context.audit({
    act: 'assignments.change-lead',
    subject,
    before: { assignment: old.id },
    after: { assignment: lead!.id, reason: input.reason },
  })
  await tellHolders(context, parts, 'withdrawn', { text: input.reason })
  return lead!
}

/** A leader's decision that another entered stays his when the lead changes; he himself changes it as his own. */
function decisionOf(
  seatId: string,
  { on_behalf_of, entered_as }: AssignmentRow,
  principal: string | undefined,
): Pick<GiveAssignments['from'], 'onBehalfOf' | 'enteredAs'> {
  if (on_behalf_of === seatId) return { enteredAs: 'self' }
  if (on_behalf_of) return { onBehalfOf: on_behalf_of, enteredAs: entered_as }
  return principal ? { onBehalfOf: principal, enteredAs: 'delegation' } : { enteredAs: 'self' }
}

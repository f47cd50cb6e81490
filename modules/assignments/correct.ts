import type { ActContext } from '#platform/acts/context.ts'
import type { GiveAssignments } from './contract.ts'
import { insertPlanned, type Plan, planGiving } from './give.ts'
import { keepBelow } from './move-deadline.ts'
import { tellHolders } from './notify.ts'
import { getGivenWork } from './own-work.ts'
import { below, dueOf, isOpen, partyOf } from './policy.ts'
import { type AssignmentRow, endAssignments, ofSubject } from './queries.ts'

/**
 * Puts right what another entered in a leader's name: who is named again in the same part keeps his work, with the new
 * words and deadline, below which what he gave on stays; who is no longer named loses it with all that he gave on; who is new gets it.
 */
export async function correctAssignments(
  context: ActContext,
  input: GiveAssignments & { readonly assignmentIds: readonly string[] },
): Promise<void> {
  const old: AssignmentRow[] = []
  for (const id of input.assignmentIds) old.push(await getGivenWork(context, id))
  const plan = await planGiving(context, input, input.assignmentIds)
  const sameAs = (row: AssignmentRow) =>
    plan.targets.findIndex(
      target =>
        target.role === row.role && partyOf(target) === partyOf({ seatId: row.to_seat_id, unitId: row.to_unit_id }),
    )

  const all = await ofSubject(context, input.subject)
  const gone = old.filter(row => sameAs(row) < 0)
  const parts = gone.flatMap(row => below(all, row.id)).filter(isOpen)
  await endAssignments(context, [...gone, ...parts], 'withdrawn', { returnReason: input.text })
  for (const row of old.filter(one => sameAs(one) >= 0)) await reword(context, row, input, plan, sameAs(row))
  for (const row of old.filter(one => sameAs(one) >= 0))
    await keepBelow(context, row, dueOf(plan.targets[sameAs(row)]!, plan), input.text)
  await tellHolders(context, [...gone, ...parts], 'withdrawn', { text: input.text })

  const kept = new Set(old.map(sameAs))
  const fresh = plan.targets.map((_, index) => index).filter(index => !kept.has(index))
  await insertPlanned(
    context,
    { ...input, targets: fresh.map(index => input.targets[index]!) },
    { ...plan, targets: fresh.map(index => plan.targets[index]!) },
  )
  await context.audit({
    act: 'assignments.correct',
    subject: input.subject,
    before: { given: old.map(row => ({ id: row.id, text: row.text, dueOn: row.due_on })) },
    after: { withdrawn: [...gone, ...parts].map(row => row.id), text: input.text },
  })
}

async function reword(
  { tx, agency }: ActContext,
  row: AssignmentRow,
  input: GiveAssignments,
  plan: Plan,
  index: number,
): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ text: input.targets[index]!.text ?? input.text, due_on: dueOf(plan.targets[index]!, plan) })
    .where('agency_id', '=', agency)
    .where('id', '=', row.id)
    .execute()
}

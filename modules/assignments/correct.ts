import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { GiveAssignments } from './contract.ts'
import { insertPlanned, planGiving } from './give.ts'
import { keepBelow } from './move-deadline.ts'
import { tellHolders } from './notify.ts'
import { getGivenWorks } from './own-work.ts'
import { belowAll, dueOf, isOpen, partyOf } from './policy.ts'
import { type AssignmentRow, endAssignments, ofSubject } from './queries.ts'

/**
 * Puts right what another entered in a leader's name: who is named again in the same part keeps his work, with the new
 * words and deadline, below which what he gave on stays; who is no longer named loses it with all that he gave on; who is new gets it.
 */
export async function correctAssignments(
  context: ActContext,
  input: GiveAssignments & { readonly assignmentIds: readonly string[] },
): Promise<void> {
  const old = await getGivenWorks(context, input.assignmentIds)
  const plan = await planGiving(context, input, input.assignmentIds)
  const sameAs = (row: AssignmentRow) =>
    plan.targets.findIndex(
      target =>
        target.role === row.role && partyOf(target) === partyOf({ seatId: row.to_seat_id, unitId: row.to_unit_id }),
    )

  const all = await ofSubject(context, input.subject)
  const gone = old.filter(row => sameAs(row) < 0)
  const parts = belowAll(
    all,
    gone.map(row => row.id),
  ).filter(isOpen)
  await endAssignments(context, [...gone, ...parts], 'withdrawn', { returnReason: input.text })
  const kept = old.flatMap(row => {
    const index = sameAs(row)
    if (index < 0) return []
    return { row, index, dueOn: dueOf(plan.targets[index]!, plan), text: input.targets[index]!.text ?? input.text }
  })
  await reword(context, kept)
  await keepBelow(context, all, kept, input.text)
  await tellHolders(context, [...gone, ...parts], 'withdrawn', { text: input.text })

  const fresh = plan.targets.map((_, index) => index).filter(index => !kept.some(one => one.index === index))
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

type Kept = { readonly row: AssignmentRow; readonly text: string; readonly dueOn: CalendarDate | null }

async function reword({ tx, agency }: ActContext, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return
  await sql`update assignments set text = said.text, due_on = said.due_on
    from unnest(${kept.map(one => one.row.id)}::uuid[], ${kept.map(one => one.text)}::text[],
      ${kept.map(one => one.dueOn)}::date[]) as said (id, text, due_on)
    where assignments.agency_id = ${agency} and assignments.id = said.id`.execute(tx)
}

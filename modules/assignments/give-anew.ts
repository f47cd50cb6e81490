import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { assignmentErrors, type GiveAssignments, type GivenWork } from './contract.ts'
import { insertPlanned, planGiving } from './give.ts'
import { keepBelow } from './move-deadline.ts'
import { tellHolders } from './notify.ts'
import { belowAll, dueOf, isOpen, partyOf } from './policy.ts'
import { presentAssignments } from './present.ts'
import { type AssignmentRow, endAssignments, getAssignments, ofSubject } from './queries.ts'

/**
 * Gives work in place of what was given at a level: a direction is put right, or another is given after its lead gave it
 * back. Who is named again in the same part keeps his work, with the new words and deadline and all that he gave on, and
 * has it from whoever decides now; who has another part now has that alone; who is no longer named loses it with all that
 * he gave on; who is new gets it.
 */
export async function giveAnew(context: ActContext, input: GiveAssignments): Promise<readonly GivenWork[]> {
  const old = await getAssignments(context, input.insteadOf ?? [])
  if (!old.every(isOpen)) throw assignmentErrors.NotOpen()
  const plan = await planGiving(context, input)
  const partyIn = (row: AssignmentRow) => partyOf({ seatId: row.to_seat_id, unitId: row.to_unit_id })
  const sameAs = (row: AssignmentRow) =>
    plan.targets.findIndex(target => target.role === row.role && partyOf(target) === partyIn(row))
  const isNamed = (row: AssignmentRow) => plan.targets.some(target => partyOf(target) === partyIn(row))

  const all = await ofSubject(context, input.subject)
  const gone = old.filter(row => sameAs(row) < 0)
  const parts = belowAll(
    all,
    gone.map(row => row.id),
  ).filter(isOpen)
  const dropped = gone.filter(row => !isNamed(row))
  await endAssignments(context, gone.filter(isNamed), 'replaced', { returnReason: input.text })
  await endAssignments(context, [...dropped, ...parts], 'withdrawn', { returnReason: input.text })
  const kept = old.flatMap(row => {
    const index = sameAs(row)
    if (index < 0) return []
    return { row, index, dueOn: dueOf(plan.targets[index]!, plan), text: input.targets[index]!.text ?? input.text }
  })
  await reword(context, kept, input.from)
  await keepBelow(context, all, kept, input.text)
  await tellHolders(context, [...dropped, ...parts], 'withdrawn', { text: input.text })

  const fresh = plan.targets.map((_, index) => index).filter(index => !kept.some(one => one.index === index))
  const inserted = await insertPlanned(
    context,
    { ...input, targets: fresh.map(index => input.targets[index]!) },
    { ...plan, targets: fresh.map(index => plan.targets[index]!) },
  )
  await context.audit({
    act: 'assignments.give-anew',
    subject: input.subject,
    before: { given: old.map(row => ({ id: row.id, text: row.text, dueOn: row.due_on })) },
    after: { ended: [...gone, ...parts].map(row => row.id), text: input.text },
  })
  const stay = await getAssignments(
    context,
    kept.map(one => one.row.id),
  )
  const stands = plan.targets.map((_, index) => {
    const at = kept.findIndex(one => one.index === index)
    return at < 0 ? inserted[fresh.indexOf(index)]! : stay[at]!
  })
  return presentAssignments(context, stands)
}

type Kept = { readonly row: AssignmentRow; readonly text: string; readonly dueOn: CalendarDate | null }

async function reword(
  { tx, agency }: ActContext,
  kept: readonly Kept[],
  { seatId, onBehalfOf, enteredAs }: GiveAssignments['from'],
): Promise<void> {
  if (kept.length === 0) return
  await sql`update assignments set text = said.text, due_on = said.due_on,
      from_seat_id = ${seatId}, on_behalf_of = ${onBehalfOf ?? null}, entered_as = ${enteredAs}
    from unnest(${kept.map(one => one.row.id)}::uuid[], ${kept.map(one => one.text)}::text[],
      ${kept.map(one => one.dueOn)}::date[]) as said (id, text, due_on)
    where assignments.agency_id = ${agency} and assignments.id = said.id`.execute(tx)
}

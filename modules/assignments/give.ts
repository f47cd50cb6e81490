import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { officeRoles } from '#lib/roles/index.ts'
import type { ActContext, Subject } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { leadsPeople } from '#platform/acts/hats.ts'
import { assignmentErrors, type GiveAssignments, type GivenTarget, type GivenWork } from './contract.ts'
import { tellHolders } from './notify.ts'
import { dueOf, earlier, isOpen, refuseUnfit, type Target } from './policy.ts'
import { presentAssignments } from './present.ts'
import { type AssignmentRow, findAssignment, getAssignments, ofSubject, workOf } from './queries.ts'

/**
 * Gives work of a subject to seats and units: one leads or directs further, others assist or are informed. Under a parent
 * it is that parent's work given on, over as many levels as the office has.
 *
 * @throws assignments.TwoLeads, LeadMissing, PartyTwice, AlreadyTakesPart, DueInThePast, DueAfterParent, PartyUnfit, DirectorUnfit,
 *   UnitVacant, NotOpen;
 *   agencies.SeatUnknown, UnitUnknown
 */
export async function giveAssignments(context: ActContext, input: GiveAssignments): Promise<readonly GivenWork[]> {
  const plan = await planGiving(context, input)
  const rows = await insertPlanned(context, input, plan)
  return presentAssignments(context, rows)
}

/** All that giving would refuse. */
export async function checkAssignments(context: ActContext, input: GiveAssignments): Promise<void> {
  await planGiving(context, input)
}

export type Plan = {
  readonly targets: readonly Target[]
  readonly dueOn: CalendarDate | null
  readonly latest: CalendarDate | null
}

/** Finds everybody and holds the whole against the rules. */
export async function planGiving(context: ActContext, input: GiveAssignments): Promise<Plan> {
  const parent = input.parentId ? await findAssignment(context, input.parentId) : undefined
  if (input.parentId && (!parent || parent.subject_id !== input.subject.id)) throw platformErrors.NotFound()
  if (parent && !isOpen(parent)) throw assignmentErrors.NotOpen()
  const targets = await namedTargets(context, input.targets)
  const beside = await openBeside(context, input.subject, input.parentId ?? null, input.insteadOf ?? [])
  const latest = earlier(parent?.due_on ?? null, input.latest ?? null)
  const dueOn = input.dueOn === undefined ? (parent?.due_on ?? null) : input.dueOn
  refuseUnfit(targets, {
    beside: beside.map(workOf),
    needsLead: input.needsLead,
    dueOn: dueOn,
    latest,
    today: context.today,
  })
  return { targets, dueOn, latest }
}

/** Everybody who is to get work, as he stands in the office today. */
async function namedTargets(context: ActContext, targets: readonly GivenTarget[]): Promise<Target[]> {
  const { agencies } = context.ports
  const idsOf = (key: 'seatId' | 'unitId') => targets.map(target => target[key]).filter(id => id !== undefined)
  const seats = new Map((await agencies.getSeats(context, [...new Set(idsOf('seatId'))])).map(seat => [seat.id, seat]))
  for (const seat of seats.values())
    if (!officeRoles.includes(seat.role)) throw assignmentErrors.PartyUnfit({ name: seat.fullName })
  const units = new Map(
    (await agencies.getOpenUnits(context, [...new Set(idsOf('unitId'))])).map(unit => [unit.id, unit]),
  )
  // What is given to a unit is opened and given on by its head: without one it would lie there unseen.
  const toDo = targets.flatMap(({ unitId, role }) => (role !== 'inform' && unitId ? units.get(unitId)! : []))
  const heads = await agencies.findUnitHeads(
    context,
    toDo.map(unit => unit.id),
  )
  const vacant = toDo.find(unit => !heads.has(unit.id))
  if (vacant) throw assignmentErrors.UnitVacant({ unit: vacant.name })
  return targets.map(({ seatId, unitId, role, dueOn }) => {
    const seat = seatId ? seats.get(seatId) : undefined
    const name = seatId ? seats.get(seatId)?.fullName : unitId ? units.get(unitId)?.name : undefined
    if (!name || (seatId && unitId)) throw platformErrors.NotValid({}, { errors: [neitherNorBoth] })
    if (role === 'direct' && !(seat && leadsPeople(seat))) throw assignmentErrors.DirectorUnfit({ name })
    return { seatId: seatId ?? null, unitId: unitId ?? null, name, role, dueOn }
  })
}

const neitherNorBoth = { path: 'targets', message: 'Mỗi nơi nhận việc là một người hoặc một đơn vị.' }

const openBeside = async (
  context: ActContext,
  subject: Subject,
  parentId: string | null,
  leaveOut: readonly string[],
): Promise<AssignmentRow[]> =>
  (await ofSubject(context, subject)).filter(
    row => row.parent_id === parentId && isOpen(row) && !leaveOut.includes(row.id),
  )

export async function insertPlanned(
  context: ActContext,
  input: Omit<GiveAssignments, 'needsLead'>,
  { targets, dueOn, latest }: Plan,
): Promise<AssignmentRow[]> {
  const { tx, agency, now, newId } = context
  if (targets.length === 0) return []
  const rows = targets.map((target, index) => ({
    agency_id: agency,
    id: input.targets[index]!.id ?? newId(),
    subject_type: input.subject.type,
    subject_id: input.subject.id,
    parent_id: input.parentId ?? null,
    from_seat_id: input.from.seatId,
    on_behalf_of: input.from.onBehalfOf ?? null,
    entered_as: input.from.enteredAs,
    to_seat_id: target.seatId,
    to_unit_id: target.unitId,
    ordinal: index,
    role: target.role,
    text: input.targets[index]!.text ?? input.text,
    due_on: dueOf(target, { dueOn, latest }),
    state: 'open',
    created_at: now,
  }))
  const inserted = await tx
    .insertInto('assignments')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  if (inserted.length < rows.length) await refuseGivenDifferently(context, input, inserted)
  await context.audit({
    act: 'assignments.give',
    subject: input.subject,
    onBehalfOf: input.from.onBehalfOf,
    after: {
      enteredAs: input.from.enteredAs,
      given: rows.map(({ id, parent_id, to_seat_id, to_unit_id, role, due_on, text }) => ({
        id,
        ...{ parentId: parent_id, seatId: to_seat_id, unitId: to_unit_id, role, dueOn: due_on, text },
      })),
    },
  })
  const given = await getAssignments(
    context,
    rows.map(row => row.id),
  )
  await tellHolders(context, given, 'given', row => ({ text: row.text }))
  return given
}

/** Under these ids work was given before; of another subject's nothing is told. @throws platform.SentDifferently */
async function refuseGivenDifferently(
  context: ActContext,
  { subject, targets }: Pick<GiveAssignments, 'subject' | 'targets'>,
  inserted: readonly { readonly id: string }[],
): Promise<never> {
  const taken = targets.map(({ id }) => id).filter(id => id && !inserted.some(one => one.id === id))
  const before = (await ofSubject(context, subject)).filter(row => taken.includes(row.id))
  const stored = await presentAssignments(context, before)
  throw platformErrors.SentDifferently({}, stored.length > 0 ? { subject: { stored } } : {})
}

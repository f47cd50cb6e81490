import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import { type Hat, leadsUnit } from '#platform/acts/hats.ts'
import { type AssignmentRole, type AssignmentState, assignmentErrors, openStates } from './contract.ts'

/** What the rules look at in given work. */
export type Work = {
  readonly id: string
  readonly parentId: string | null
  readonly role: AssignmentRole
  readonly state: AssignmentState
  readonly toSeatId: string | null
  readonly toUnitId: string | null
  readonly dueOn: CalendarDate | null
}

/** Somebody who is to get work, found and with his name. */
export type Target = {
  readonly seatId: string | null
  readonly unitId: string | null
  readonly name: string
  readonly role: AssignmentRole
  /** Not said: that of the whole; null: none. */
  readonly dueOn: CalendarDate | null | undefined
}

export const isOpen = ({ state }: Pick<Work, 'state'>): boolean => openStates.includes(state)

/** Who answers for the result: the lead, or the one who is to direct further. There is one at each level. */
export const answersForIt = (role: AssignmentRole): boolean => role === 'lead' || role === 'direct'

/** What only informs does not end with the work beside it: it was sent to be read, and is done by being read. */
export const endsWithTheWork = ({ role }: Pick<Work, 'role'>): boolean => role !== 'inform'

type Limits = {
  /** Open work beside which the new stands: of the same subject, under the same parent. */
  readonly beside: readonly Work[]
  readonly needsLead: boolean
  /** The deadline of the whole, for those who are given none of their own. */
  readonly dueOn: CalendarDate | null
  /** No deadline may lie after it: that of the work above, or of the whole. */
  readonly latest: CalendarDate | null
  readonly today: CalendarDate
}

/**
 * Refuses what may not be given: two who lead, none where one must (NĐ 30/2020 Điều 23), somebody twice or who has a part
 * already, a deadline that is past or later than the upper one.
 *
 * @throws assignments.TwoLeads, LeadMissing, PartyTwice, AlreadyTakesPart, DueInThePast, DueAfterParent
 */
export function refuseUnfit(targets: readonly Target[], limits: Limits): void {
  const { beside, needsLead, latest, today, dueOn } = limits
  const leads = (some: readonly { readonly role: AssignmentRole }[]) =>
    some.filter(one => answersForIt(one.role)).length
  if (leads(targets) + leads(beside) > 1) throw assignmentErrors.TwoLeads()
  if (needsLead && leads(targets) === 0) throw assignmentErrors.LeadMissing()

  const parts = new Map(beside.map(work => [partyOf({ seatId: work.toSeatId, unitId: work.toUnitId }), work.role]))
  const seen = new Set<string>()
  for (const target of targets) {
    const party = partyOf(target)
    const part = parts.get(party)
    if (part) throw assignmentErrors.AlreadyTakesPart({ name: target.name, role: roleWords[part] })
    if (seen.has(party)) throw assignmentErrors.PartyTwice({ name: target.name })
    seen.add(party)
  }
  for (const due of [dueOn, ...targets.map(target => target.dueOn)]) refuseDue(due ?? null, { latest })
  // What is late already may be given with its old deadline; a new one is never in the past.
  for (const target of targets) refuseDue(target.dueOn ?? null, { today, latest })
}

const roleWords: Readonly<Record<AssignmentRole, string>> = {
  direct: 'chỉ đạo tiếp',
  lead: 'chủ trì',
  assist: 'phối hợp',
  inform: 'để biết',
}

/** @throws assignments.DueInThePast, DueAfterParent */
export function refuseDue(
  due: CalendarDate | null,
  { today, latest }: { readonly today?: CalendarDate; readonly latest: CalendarDate | null },
): void {
  if (due === null) return
  if (today && due < today) throw assignmentErrors.DueInThePast({ due: formatDate(due) })
  if (latest && due > latest)
    throw assignmentErrors.DueAfterParent({ due: formatDate(due), parent: formatDate(latest) })
}

/**
 * The deadline of somebody who gets work: his own, else that of the whole. Who answers for work that has a deadline, or
 * helps with it, is never without one; who is only informed has none.
 */
export function dueOf(
  target: Pick<Target, 'role' | 'dueOn'>,
  { dueOn, latest }: Pick<Limits, 'dueOn' | 'latest'>,
): CalendarDate | null {
  if (target.dueOn) return target.dueOn
  if (target.role === 'inform') return null
  return target.dueOn === null ? latest : (dueOn ?? latest)
}

/** The earlier of two deadlines; nothing is later than any. */
export const earlier = (one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null =>
  one === null || (other !== null && other < one) ? other : one

/** Everything that was given on from a piece of work, over all levels. */
export function below<Node extends { readonly id: string; readonly parent_id: string | null }>(
  all: readonly Node[],
  id: string,
): Node[] {
  const children = all.filter(work => work.parent_id === id)
  return children.flatMap(child => [child, ...below(all, child.id)])
}

/** The same of several pieces, each once and without these themselves. */
export function belowAll<Node extends { readonly id: string; readonly parent_id: string | null }>(
  all: readonly Node[],
  ids: readonly string[],
): Node[] {
  return [...new Set(ids.flatMap(id => below(all, id)))].filter(work => !ids.includes(work.id))
}

/** The hat under which an actor holds work: his own, his unit's as its head, or of one he stands in for. */
export const hatThatHolds = (
  hats: readonly Hat[],
  work: { readonly to_seat_id: string | null; readonly to_unit_id: string | null },
): Hat | undefined =>
  hats.find(hat => hat.seatId === work.to_seat_id) ??
  hats.find(hat => work.to_unit_id !== null && leadsUnit(hat, work.to_unit_id))

export const partyOf = ({
  seatId,
  unitId,
}: {
  readonly seatId?: string | null | undefined
  readonly unitId?: string | null | undefined
}): string => (seatId ? `seat ${seatId}` : `unit ${unitId}`)

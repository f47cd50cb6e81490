import type { Context } from '#platform/acts/context.ts'
import { type Hat, hatsOf } from '#platform/acts/hats.ts'
import { loadWorkingCalendar } from '#platform/calendar/calendar.ts'
import type { Assignment, GivenWork, OpenWork } from './contract.ts'
import { officialStateOf } from './official-state.ts'
import { hatThatHolds, isOpen } from './policy.ts'
import { type AssignmentRow, subjectOf } from './queries.ts'
import { changesAs, mayUrge } from './rights.ts'

/** Given work as others see it: with names, its official state today, and whether it is the acting seat's. */
export async function presentAssignments(
  context: Context,
  rows: readonly AssignmentRow[],
): Promise<readonly GivenWork[]> {
  if (rows.length === 0) return []
  const { ports, tx, now, today } = context
  const seatIds = rows.flatMap(row => [row.from_seat_id, row.on_behalf_of, row.to_seat_id, row.extension_asked_by])
  const seats = await ports.agencies.seatNames(context, [...new Set(seatIds.filter(id => id !== null))])
  const unitIds = [...new Set(rows.map(row => row.to_unit_id).filter(id => id !== null))]
  const units = new Map((await ports.agencies.getUnits(context, unitIds)).map(unit => [unit.id, unit]))
  const calendar = await loadWorkingCalendar(tx, now.getTime())
  const nameOf = (seatId: string | null) => (seatId ? (seats.get(seatId)?.fullName ?? '') : '')

  return rows.map(row => {
    const unit = row.to_unit_id ? units.get(row.to_unit_id) : undefined
    return {
      id: row.id,
      parentId: row.parent_id,
      fromSeatId: row.from_seat_id,
      fromName: nameOf(row.from_seat_id),
      onBehalfOfName: row.on_behalf_of ? nameOf(row.on_behalf_of) : null,
      onBehalfOfSeatId: row.on_behalf_of,
      enteredAs: row.entered_as,
      toSeatId: row.to_seat_id,
      toUnitId: row.to_unit_id,
      toName: unit?.name ?? nameOf(row.to_seat_id),
      toDetail: unit ? unit.abbreviation : (seats.get(row.to_seat_id ?? '')?.title ?? ''),
      role: row.role,
      text: row.text,
      dueOn: row.due_on,
      state: row.state,
      officialState: officialStateOf({ dueOn: row.due_on, state: row.state, endedAt: row.ended_at }, today, calendar),
      openedAt: row.opened_at?.toISOString() ?? null,
      result: row.result,
      returnReason: row.return_reason,
      urgedCount: row.urged_count,
      urgedText: row.urged_text,
      createdAt: row.created_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      extension: row.extension_id
        ? {
            id: row.extension_id,
            askedDueOn: row.extension_due_on!,
            reason: row.extension_reason!,
            askedBy: nameOf(row.extension_asked_by),
          }
        : null,
      mine: isOpen(row) && hatThatHolds(hatsFor(context, row), row) !== undefined,
    }
  })
}

/** The work of a subject, with what the acting seat may do with each piece. */
export async function presentWork(context: Context, rows: readonly AssignmentRow[]): Promise<readonly Assignment[]> {
  const { actor } = context
  const shown = await presentAssignments(context, rows)
  return shown.map((one, at) => {
    const row = rows[at]!
    const isLive = isOpen(row) || row.state === 'done'
    if (actor.kind !== 'seat' || !isLive) return { ...one, mayChangeAs: null, mayUrge: false }
    const hats = hatsFor(context, row)
    const urges = isOpen(row) && mayUrge(actor, hats, row, rows)
    return { ...one, mayChangeAs: changesAs(actor, hats, row, rows), mayUrge: urges }
  })
}

export const presentOne = async (context: Context, row: AssignmentRow): Promise<GivenWork> =>
  (await presentAssignments(context, [row]))[0]!

export async function presentOpenWork(context: Context, rows: readonly AssignmentRow[]): Promise<readonly OpenWork[]> {
  const shown = await presentAssignments(context, rows)
  return shown.map((assignment, index) => ({ ...assignment, subject: subjectOf(rows[index]!) }))
}

/** Under which hats the actor meets work of this kind of subject; the platform itself wears none. */
export const hatsFor = ({ actor }: Context, { subject_type }: Pick<AssignmentRow, 'subject_type'>): readonly Hat[] =>
  actor.kind === 'seat' ? hatsOf(actor, scopes[subject_type] ?? 'all') : []

const scopes: Readonly<Record<string, 'incoming' | 'outgoing'>> = {
  'incoming-document': 'incoming',
  'outgoing-document': 'outgoing',
}

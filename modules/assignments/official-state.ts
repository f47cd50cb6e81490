import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { WorkingCalendar } from '#lib/working-calendar/index.ts'
import type { AssignmentState, OfficialState } from './contract.ts'

type Facts = {
  readonly dueOn: CalendarDate | null
  readonly state: AssignmentState
  readonly endedAt: Date | null
}

/**
 * The official state of given work on a day: in time, soon due, overdue, done in time, done late, or without a deadline.
 * Computed here and nowhere else, by the working calendar. Work that was given back, withdrawn or replaced is no longer
 * measured.
 */
export function officialStateOf(
  { dueOn, state, endedAt }: Facts,
  today: CalendarDate,
  calendar: Pick<WorkingCalendar, 'lateness'>,
): OfficialState {
  if (state === 'returned' || state === 'withdrawn' || state === 'replaced') return 'no-deadline'
  if (dueOn === null) return state === 'done' ? 'done-in-time' : 'no-deadline'
  if (state === 'done') return endedAt && todayInVietnam(endedAt) > dueOn ? 'done-late' : 'done-in-time'
  const { kind } = calendar.lateness(dueOn, today)
  if (kind === 'overdue') return 'overdue'
  return kind === 'today' || kind === 'soon' ? 'soon' : 'in-time'
}

import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Lateness, WorkingCalendar } from '#lib/working-calendar/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { loadWorkingCalendar } from '#platform/calendar/calendar.ts'

const none: Lateness = { kind: 'none', days: 0 }

/**
 * How deadlines stand today by the working calendar, for the rows of a list.
 *
 * @param open whether there is still something to do: what is done, put aside or given back is not late
 * @example const latenessOf = await openLateness(context); latenessOf(row.due_on, isOpen)
 */
export async function openLateness(context: Context): Promise<(dueOn: string | null, open?: boolean) => Lateness> {
  const calendar = await calendarOf(context)
  return (dueOn, open = true) => (open ? calendar.lateness(dueOn as CalendarDate | null, context.today) : none)
}

export const calendarOf = ({ tx, now }: Context): Promise<WorkingCalendar> => loadWorkingCalendar(tx, now.getTime())

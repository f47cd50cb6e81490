import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Lateness, WorkingCalendar } from '#lib/working-calendar/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { loadWorkingCalendar } from '#platform/calendar/calendar.ts'

const none: Lateness = { kind: 'none', days: 0 }

/**
 * How deadlines stand today by the working calendar, for the rows of a list.
 *
 * @example const latenessOf = await openLateness(context); latenessOf(row.due_on, isOpen)
 */
export async function openLateness(context: Context): Promise<
  (
    dueOn: string | null,
    /** Whether there is still something to do: what is done, put aside or given back is not late. */
    open?: boolean,
  ) => Lateness
> {
  const known = answersOf(await calendarOf(context), context.today)
  return (dueOn, open = true) => (open && dueOn !== null ? known(dueOn as CalendarDate) : none)
}

export const calendarOf = ({ tx, now }: Context): Promise<WorkingCalendar> => loadWorkingCalendar(tx, now.getTime())

type Answers = { readonly calendar: WorkingCalendar; readonly today: CalendarDate; readonly of: Map<string, Lateness> }
let remembered: Answers | undefined

/** A list asks for the same few deadlines again and again, and counting days took a tenth of its time. */
function answersOf(calendar: WorkingCalendar, today: CalendarDate): (dueOn: CalendarDate) => Lateness {
  if (remembered?.calendar !== calendar || remembered.today !== today) remembered = { calendar, today, of: new Map() }
  const { of } = remembered
  return dueOn => {
    const before = of.get(dueOn)
    if (before) return before
    const lateness = calendar.lateness(dueOn, today)
    if (of.size < 2000) of.set(dueOn, lateness)
    return lateness
  }
}

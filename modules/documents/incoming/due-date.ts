import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { CalendarYearMissing } from '#lib/working-calendar/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { calendarOf } from '../lateness.ts'
import type { OpenRegister } from './open-register.ts'

export type Due = { readonly dueOn: CalendarDate | null; readonly dueBasis: string | null }

/**
 * Until when a document is to be settled: the day that the clerk entered (none, if he says so), the one that its sender
 * asked for, else the register's term in working days from its arrival (NĐ 30/2020 Điều 24: the agency's regulation).
 *
 * @throws documents.CalendarMissing when the term reaches into a year whose days off are not announced
 */
export async function dueDateOf(
  context: Context,
  register: Pick<OpenRegister, 'termDays' | 'basis'>,
  facts: {
    readonly arrivedOn: CalendarDate
    readonly entered?: CalendarDate | null | undefined
    readonly asked?: CalendarDate | null
  },
): Promise<Due> {
  if (facts.entered !== undefined) return { dueOn: facts.entered, dueBasis: facts.entered && 'Văn thư nhập' }
  if (facts.asked) return { dueOn: facts.asked, dueBasis: 'Theo văn bản' }
  if (register.termDays === null) return { dueOn: null, dueBasis: null }
  try {
    const calendar = await calendarOf(context)
    const dueOn = calendar.dueDate({ receivedOn: facts.arrivedOn, term: { workingDays: register.termDays } })
    return { dueOn, dueBasis: `${register.termDays} ngày làm việc: ${register.basis}` }
  } catch (error) {
    if (error instanceof CalendarYearMissing) throw documentErrors.CalendarMissing({ year: error.year })
    throw error
  }
}

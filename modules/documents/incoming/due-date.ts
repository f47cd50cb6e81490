import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { CalendarYearMissing, type WorkingCalendar } from '#lib/working-calendar/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { type DueDateAnswer, type DueDateQuestion, documentErrors } from '../contract.ts'
import { hourInWords } from '../handle-by.ts'
import { calendarOf } from '../lateness.ts'
import { getOpenRegister, type OpenRegister } from './open-register.ts'

export type Due = { readonly dueOn: CalendarDate | null; readonly dueBasis: string | null }
const none: Due = { dueOn: null, dueBasis: null }

/**
 * Until when a document is to be settled: the day that the clerk entered (none, if he says so), the day of the hour that it
 * bears, the one that its sender asked for, else the register's term in working days from its arrival (NĐ 30/2020 Điều 24: the agency's regulation).
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
    /** The hour of HỎA TỐC HẸN GIỜ: its day holds, be it a holiday. */
    readonly handleBy?: Date | null
  },
): Promise<Due> {
  if (facts.entered !== undefined) return { dueOn: facts.entered, dueBasis: facts.entered && 'Văn thư nhập' }
  if (facts.handleBy)
    return { dueOn: todayInVietnam(facts.handleBy), dueBasis: `Hỏa tốc hẹn giờ, ${hourInWords(facts.handleBy)}` }
  const calendar = await calendarOf(context)
  // What a sender asks for years ahead must not keep his document out of the register.
  if (facts.asked)
    return byPaper(calendar, facts.asked, context.today) ?? { dueOn: facts.asked, dueBasis: 'Theo văn bản' }
  return byTerm(calendar, register, facts.arrivedOn)
}

/** What is proposed while the clerk still types: by the deadline that the paper names, else by the register's term. */
export async function proposeDueDate(
  context: ActContext,
  question: z.output<typeof DueDateQuestion>,
): Promise<z.input<typeof DueDateAnswer>> {
  const named = question.before ? addDays(question.before, -1) : question.until
  if (named) return byPaper(await calendarOf(context), named, context.today) ?? none
  const register = await getOpenRegister(context, { registerId: question.registerId })
  return byTerm(await calendarOf(context), register, question.arrivedOn ?? context.today)
}

/**
 * The working day by which a paper that names its last day is settled: that day, or the last worked one before it. It is
 * today only when the paper says today; where the office is shut from today up to the named day, the term ends with the
 * next working day (Bộ luật Dân sự 2015 Điều 148 khoản 5).
 *
 * @returns nothing when the days off of that year are not announced
 */
function byPaper(calendar: WorkingCalendar, named: CalendarDate, today: CalendarDate): Due | undefined {
  try {
    const before = calendar.workingDayUpTo(named)
    const dueOn = before > today || before === named || named < today ? before : calendar.workingDayFrom(named)
    return { dueOn, dueBasis: dueOn === named ? 'Theo văn bản' : `Theo văn bản, ${formatDate(named)} là ngày nghỉ` }
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined
    throw error
  }
}

function byTerm(
  calendar: WorkingCalendar,
  { termDays, basis }: Pick<OpenRegister, 'termDays' | 'basis'>,
  arrivedOn: CalendarDate,
): Due {
  if (termDays === null) return none
  try {
    const dueOn = calendar.dueDate({ receivedOn: arrivedOn, term: { workingDays: termDays } })
    return { dueOn, dueBasis: `${termDays} ngày làm việc: ${basis}` }
  } catch (error) {
    if (error instanceof CalendarYearMissing) throw documentErrors.CalendarMissing({ year: error.year })
    throw error
  }
}

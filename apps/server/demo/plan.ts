import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { planDelegations, planPhrases, planRecipientGroups, planSigningOrders } from './customs.ts'
import { directoryOf } from './directory.ts'
import { planDocuments } from './documents.ts'
import { identifier } from './identify.ts'
import { giveNumbers } from './numbers.ts'
import { officeHours, workingDayBefore } from './office-hours.ts'
import { planUnits } from './offices.ts'
import { peopleMaker } from './people.ts'
import { planProvince } from './province.ts'
import { seededRandom } from './random.ts'
import { planBooks } from './registers.ts'
import { planStaff } from './staff.ts'
import { readTables, readWorkingCalendar } from './tables.ts'
import type { DemonstrationPlan, PlannedDocument } from './types.ts'

/** How far back the documents go. */
const weeks = 11

/**
 * The demonstration province as plain data: offices, people, registers, and six hundred documents with what was done to
 * them in the weeks before `today`. Same seed and day, same plan, to the last id; nothing is read but the data files.
 *
 * @example
 * const plan = planDemonstration({ seed: 'quang-tri', today: calendarDate('2026-11-26') })
 * plan.documents.filter(document => document.batch === 'first').length   // 60
 */
export function planDemonstration({ seed, today }: { seed: string; today: CalendarDate }): DemonstrationPlan {
  const tables = readTables()
  const calendar = readWorkingCalendar()
  const identify = identifier(seed)
  const random = seededRandom(seed)
  const hours = officeHours(calendar, today, weeks)

  const province = planProvince(tables, identify)
  const units = planUnits(tables, province, identify)
  const making = { tables, province, units, identify, today }
  const { people, seats, accounts } = planStaff(making, random.fork('staff'))
  const books = planBooks({ ...making, from: hours.dateAt(0) }, random.fork('registers'))
  const directory = directoryOf(province, units, seats, books)
  const delegations = planDelegations(directory, identify, today)
  const stories = {
    tables,
    hours,
    identify,
    directory,
    delegations,
    today,
    people: peopleMaker(tables, random.fork('correspondents')),
    addWorkingDays: calendar.addWorkingDays,
    workingDayBefore: workingDayBefore(calendar),
  }
  const written = planDocuments(stories, random.fork('documents'))
  const { documents, series } = giveNumbers(written, { series: books.series, issuers: province.issuers, units })
  return {
    seed,
    today,
    ...province,
    units,
    people,
    seats,
    accounts,
    series,
    registers: books.registers,
    delegations,
    signingOrders: planSigningOrders(directory, identify),
    recipientGroups: planRecipientGroups(directory, identify),
    phrases: planPhrases(directory, tables, identify, random.fork('phrases')),
    documents: [...documents].sort((one, other) => compare(startOf(one), startOf(other)) || compare(one.id, other.id)),
  }
}

const startOf = (document: PlannedDocument): string =>
  document.direction === 'incoming' ? document.receipt.arrivedAt : document.steps[0]!.at

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

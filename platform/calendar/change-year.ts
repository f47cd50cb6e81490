import { sql } from 'kysely'
import { type CalendarDate, calendarDateOf, yearOf } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import { type DayFault, faultsOfDays, yearsToEnter } from '#lib/working-calendar/index.ts'
import type { SystemActor } from '../acts/actor.ts'
import type { Context } from '../acts/context.ts'
import { type ActMachinery, type ActScope, runAct } from '../acts/run.ts'
import { installationId } from '../installation/installation.ts'
import { forgetWorkingCalendar } from './calendar.ts'
import { type CalendarYear, type CalendarYears, calendarErrors, type SaveCalendarYear } from './contract.ts'

/** Notices come in the last months of the year before; who has one earlier may enter it. */
const yearsAhead = 2

/** The years that are there with their days, those that are missed, and those that may be entered. */
export async function calendarYears(context: Context): Promise<CalendarYears> {
  const { tx, today } = context
  const [years, days] = await Promise.all([
    tx.selectFrom('calendar_years').selectAll().orderBy('year', 'desc').execute(),
    tx.selectFrom('calendar_days').selectAll().orderBy('date').execute(),
  ])
  const known = years.map(row => row.year)
  const thisYear = yearOf(today)
  return {
    items: years.map(({ year, version, basis }) => ({
      ...{ year, version, basis, changeable: year >= thisYear },
      days: days.filter(day => day.date.startsWith(`${year}-`)).map(day => ({ ...day, kind: kindOf(day.kind) })),
    })),
    next: null,
    missing: [...yearsToEnter(today, known)],
    toEnter: Array.from({ length: yearsAhead + 1 }, (_, ahead) => thisYear + ahead).filter(
      year => !known.includes(year),
    ),
  }
}

/** The years that should be there on a day and are not. */
export async function missingYears({ tx, today }: Pick<Context, 'tx' | 'today'>): Promise<readonly number[]> {
  const years = await tx.selectFrom('calendar_years').select('year').execute()
  return yearsToEnter(
    today,
    years.map(row => row.year),
  )
}

/**
 * Enters or changes a year as the installation's administrator asks for it. Whatever becomes of it, the calendar that was
 * remembered is forgotten: also a commit whose answer was lost is one.
 *
 * @throws calendar.YearOver, YearTooFar, YearChanged, DocumentInFuture, DaysUnfit
 */
export async function changeCalendarYear(
  machinery: ActMachinery,
  scope: Omit<ActScope<SystemActor>, 'agency'>,
  input: SaveCalendarYear,
): Promise<CalendarYears> {
  try {
    return await runAct(machinery, { ...scope, agency: installationId }, async context => {
      await saveYear(context, input)
      return calendarYears(context)
    })
  } finally {
    forgetWorkingCalendar()
  }
}

async function saveYear(context: Context, input: SaveCalendarYear): Promise<void> {
  const { tx, today } = context
  const { year, version, document } = input
  const [thisYear, unfit] = [yearOf(today), faultsOfDays(input.days, year)]
  if (year < thisYear) throw calendarErrors.YearOver({ year })
  if (year > thisYear + yearsAhead) throw calendarErrors.YearTooFar({ year })
  if (document.date > today) throw calendarErrors.DocumentInFuture()
  if (unfit.length > 0) throw calendarErrors.DaysUnfit({ year }, { errors: unfit.map(errorOf) })

  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar/${year}`}, 0))`.execute(tx)
  const before = await findYear(context, year)
  const after = yearAfter(before, input)
  if (before && isSame(before, after)) return
  if ((before?.version ?? 0) !== version) throw calendarErrors.YearChanged({ year })

  await tx.deleteFrom('calendar_days').where(ofYear(year)).execute()
  await tx.insertInto('calendar_days').values(after.days).execute()
  const row = { basis: after.basis, version: version + 1 }
  await tx
    .insertInto('calendar_years')
    .values({ year, ...row })
    .onConflict(conflict => conflict.column('year').doUpdateSet(row))
    .execute()
  await context.audit({
    act: before ? 'calendar.change-year' : 'calendar.enter-year',
    subject: { type: 'calendar', id: installationId },
    ...(before ? { before: { year, basis: before.basis, days: before.days } } : {}),
    after: { year, ...after },
  })
}

type Year = Pick<CalendarYear, 'basis' | 'days'>

/** What stays as it was keeps its document; the year rests on all that its days rest on, and on this one. */
function yearAfter(before: Year | undefined, { days, document, wholeYear }: SaveCalendarYear): Year {
  const given = `${document.number} (${formatDate(document.date)})`
  const kept = wholeYear ? [] : (before?.days ?? [])
  const resting = days
    .map(day => {
      const same = kept.find(one => one.date === day.date && one.kind === day.kind && one.name === day.name)
      return { ...day, basis: same?.basis ?? given }
    })
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const documents = [...resting.flatMap(day => day.basis.split('; ')), given]
  return { days: resting, basis: [...new Set(documents)].join('; ') }
}

const isSame = (one: Year, other: Year): boolean => fingerprint(one) === fingerprint(other)
const fingerprint = ({ basis, days }: Year): string =>
  JSON.stringify([basis, days.map(day => [day.date, day.kind, day.name, day.basis])])

async function findYear({ tx }: Context, year: number): Promise<(Year & { version: number }) | undefined> {
  const row = await tx.selectFrom('calendar_years').selectAll().where('year', '=', year).executeTakeFirst()
  if (!row) return undefined
  const days = await tx.selectFrom('calendar_days').selectAll().where(ofYear(year)).orderBy('date').execute()
  return { ...row, days: days.map(day => ({ ...day, kind: kindOf(day.kind) })) }
}

const ofYear = (year: number) =>
  sql<boolean>`date between ${calendarDateOf(year, 1, 1) as CalendarDate} and ${calendarDateOf(year, 12, 31) as CalendarDate}`

const kindOf = (kind: string): 'off' | 'work' => (kind === 'work' ? 'work' : 'off')

const messages: Readonly<Record<DayFault['fault'], string>> = {
  'other-year': 'Ngày này thuộc năm khác.',
  'worked-weekday': 'Ngày này vốn là ngày làm việc, không phải ngày làm bù.',
  twice: 'Ngày này đã ghi ở trên.',
}
const errorOf = ({ at, fault }: DayFault) => ({ path: `days.${at}.date`, message: messages[fault] })

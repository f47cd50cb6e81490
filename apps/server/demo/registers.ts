import { type CalendarDate, calendarDate, daysBetween, yearOf } from '#lib/calendar-date/index.ts'
import type { Identify } from './identify.ts'
import type { Province } from './province.ts'
import type { Random } from './random.ts'
import { issuerKeyOf } from './staff.ts'
import type { Tables } from './tables.ts'
import type { PlannedAgency, PlannedRegister, PlannedSeries, PlannedUnit } from './types.ts'

type Making = {
  readonly tables: Tables
  readonly province: Province
  readonly units: readonly PlannedUnit[]
  readonly identify: Identify
  /** The first day of the plan's documents, and the day after the last. */
  readonly from: CalendarDate
  readonly today: CalendarDate
}

export type Books = { readonly series: readonly PlannedSeries[]; readonly registers: readonly PlannedRegister[] }

const basis = 'Quy chế công tác văn thư, lưu trữ của cơ quan'

/** Registers and series of the staffed offices, each with the last number on paper before the plan's first document. */
export function planBooks(making: Making, random: Random): Books {
  const books: { series: PlannedSeries[]; registers: PlannedRegister[] } = { series: [], registers: [] }
  for (const agency of making.province.agencies.filter(one => one.staffed)) {
    for (const row of making.tables.registers.filter(one =>
      registerTables(making.tables, agency).includes(one.office),
    )) {
      const issuer = making.province.issuers.find(one => one.key === issuerKeyOf(agency, row.issuer))
      if (!issuer) throw new Error(`no issuer ${row.issuer} in ${agency.key}`)
      const name = `${agency.key}/${row.direction}/${row.code}`
      const highest = random.between(row.lowest, row.highest)
      const seriesId = making.identify(`series/${name}`, '2025-06-30T17:00:00Z')
      books.series.push({
        id: seriesId,
        agencyId: agency.id,
        issuerId: issuer.id,
        direction: row.direction,
        name: row.name,
        typeCodes: row.types,
        periodKind: 'year',
        notationTemplate: row.direction === 'outgoing' ? '{type}-{issuer}' : '',
        letterTemplate: row.direction === 'outgoing' ? '{issuer}-{unit}' : '',
        basis,
        periods: periods(making, highest),
        past: agency.key === showsPast ? past(making, row.direction, highest) : null,
      })
      books.registers.push({
        id: making.identify(`register/${name}`, '2025-06-30T17:00:00Z'),
        agencyId: agency.id,
        seriesId,
        direction: row.direction,
        code: row.code,
        name: row.direction === 'outgoing' ? `Sổ văn bản đi: ${row.name}` : row.name,
        isDefault: row.isDefault,
        restricted: row.restricted,
        termDays: row.termDays,
        basis,
        routes: row.direction === 'incoming' ? routes(making, agency, row.code) : [],
      })
    }
  }
  return books
}

function registerTables(tables: Tables, agency: PlannedAgency): readonly string[] {
  if (agency.key === 'tinh') return ['province', 'province-citizens']
  if (agency.level === 'department') return ['department']
  if (agency.key.startsWith('du-')) return ['party']
  const full = tables.communes.some(row => agency.key === `xa-${row.code}` && row.staff === 'full')
  return full ? ['commune', 'commune-citizens'] : ['commune']
}

/** The tables give the last number at the end of November; earlier in the year it is lower, and a new year starts at 0. */
function periods({ from, today }: Making, lastAtEndOfNovember: number): PlannedSeries['periods'] {
  const years = yearOf(from) === yearOf(today) ? [yearOf(from)] : [yearOf(from), yearOf(today)]
  return years.map((year, index) => {
    const daysOfYear = daysBetween(calendarDate(`${year}-01-01`), from)
    const lastNumberOnPaper = index === 0 ? Math.round((lastAtEndOfNovember * daysOfYear) / 334) : 0
    return { period: String(year), lastNumberOnPaper, lastNumberBeforeFirst: lastNumberOnPaper }
  })
}

/** Where a newcomer sees a year that is closed, and one that waits for it (Khóa sổ). */
const showsPast = 'xa-19597'

/** The first year of a commune of 2025 is half a year: arrivals are closed, what was issued is left for the clerk to close. */
function past({ from }: Making, direction: string, lastAtEndOfNovember: number): PlannedSeries['past'] {
  const year = yearOf(from) - 1
  if (year < 2025) return null
  return { period: String(year), lastNumber: Math.round(lastAtEndOfNovember / 2), closed: direction === 'incoming' }
}

function routes({ tables, units }: Making, agency: PlannedAgency, register: string): PlannedRegister['routes'] {
  const of = (key: string) => tables.routes.filter(row => row.agency === key && row.register === register)
  const own = of(agency.key)
  return (own.length > 0 ? own : of(agency.level)).map(row => ({
    typeCodes: row.types,
    route: row.route,
    unitId: row.unit ? units.find(unit => unit.agencyId === agency.id && unit.key === row.unit)!.id : null,
  }))
}

import { sql } from 'kysely'
import { type CalendarDate, calendarDate, yearOf } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { ensurePeriod, periodOf, type Series } from '#platform/numbering/numbering.ts'
import { seriesOf, seriesToJoin } from '#platform/numbering/series.ts'
import { documentErrors } from '../contract.ts'

export type OpenRegister = {
  readonly id: string
  readonly name: string
  readonly basis: string
  readonly restricted: boolean
  readonly termDays: number | null
  readonly routes: readonly RegisterRoute[]
  readonly series: Series
  /** Periods of its series that are open, this year's or last year's. */
  readonly openPeriods: readonly string[]
}
export type RegisterRoute = {
  readonly typeCodes: readonly string[]
  readonly route: 'leader' | 'office-head' | 'unit'
  readonly unitId: string | null
}

type RegisterRow = {
  id: string
  name: string
  basis: string
  restricted: boolean
  term_days: number | null
  series_id: string
  series_name: string
  issuer_id: string
  period_kind: 'year' | 'term'
  term: string | null
  notation_template: string
  routes: RegisterRoute[]
  open_periods: string[]
}

type Wanted = { readonly registerId?: string | undefined; readonly issuerId?: string | undefined }

/** @throws documents.RegisterUnknown, NoRegister */
export async function getOpenRegister(context: Context, wanted: Wanted): Promise<OpenRegister> {
  const register = await findOpenRegister(context, wanted)
  if (!register) throw wanted.registerId ? documentErrors.RegisterUnknown() : documentErrors.NoRegister()
  return register
}

/**
 * The register of arrivals that was chosen, else the office's own: that of the addressed issuer before any other, the
 * default one before those of a field.
 */
export async function findOpenRegister(context: Context, wanted: Wanted): Promise<OpenRegister | undefined> {
  const { tx, agency, today } = context
  const { rows } = await sql<RegisterRow>`
    select r.id, r.name, r.basis, r.restricted, r.term_days, s.id as series_id, s.name as series_name, s.issuer_id,
      s.period_kind, s.term, s.notation_template,
      coalesce((select jsonb_agg(jsonb_build_object('typeCodes', w.type_codes, 'route', w.route, 'unitId', w.unit_id)
          order by w.ordinal)
        from register_routes w where w.agency_id = ${agency} and w.register_id = r.id), '[]') as routes, s.open_periods
    from registers r join ${seriesToJoin(context)} s on s.id = r.series_id
    where r.agency_id = ${agency} and r.direction = 'incoming'
      and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
      ${wanted.registerId ? sql`and r.id = ${wanted.registerId}` : sql``}
    order by (s.issuer_id = ${wanted.issuerId ?? null}::uuid) desc nulls last, r.is_default desc, r.code
    limit 1`.execute(tx)
  const row = rows.at(0)
  if (!row) return undefined
  return {
    id: row.id,
    name: row.name,
    basis: row.basis,
    restricted: row.restricted,
    termDays: row.term_days,
    routes: row.routes,
    openPeriods: row.open_periods,
    series: seriesOf({ ...row, id: row.series_id, name: row.series_name }),
  }
}

/** The first route of a register that fits a type of document; without any a document goes to the leader. */
export const routeOf = (
  { routes }: Pick<OpenRegister, 'routes'>,
  typeCode: string | null,
): Pick<RegisterRoute, 'route' | 'unitId'> =>
  routes.find(({ typeCodes }) => typeCodes.length === 0 || (typeCode !== null && typeCodes.includes(typeCode))) ?? {
    route: 'leader',
    unitId: null,
  }

/**
 * The day whose register a document enters: that of the registration. What arrived last year while its register is still
 * open may go there, and the clerk is asked.
 *
 * @throws documents.YearToChoose, YearUnfit
 */
export async function dayOfNumber(
  context: Context,
  { series, openPeriods }: Pick<OpenRegister, 'series' | 'openPeriods'>,
  { arrivedOn, period }: { readonly arrivedOn: CalendarDate; readonly period?: string | undefined },
): Promise<CalendarDate> {
  const { today } = context
  const [arrivedIn, thisYear] = [yearOf(arrivedOn), yearOf(today)]
  const isLastYears = series.periodKind === 'year' && arrivedIn < thisYear
  const chosen = period === undefined ? undefined : Number(period)
  // Only into a book that is open: one of a year that was never opened here stands on paper, with its numbers.
  const isOpenYear = isLastYears && chosen === arrivedIn && openPeriods.includes(String(chosen))
  if (chosen !== undefined && chosen !== thisYear && !isOpenYear) throw documentErrors.YearUnfit({ year: chosen })
  if (isLastYears && chosen === undefined && openPeriods.includes(String(arrivedIn)))
    throw documentErrors.YearToChoose(
      { year: arrivedIn },
      { subject: { periods: [String(arrivedIn), String(thisYear)] } },
    )
  const on = chosen !== undefined && chosen < thisYear ? calendarDate(`${chosen}-12-31`) : today
  if (!openPeriods.includes(periodOf(series, on))) await ensurePeriod(context, series, on)
  return on
}

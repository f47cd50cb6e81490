import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { periodOf } from '#platform/numbering/numbering.ts'
import { getSeries, periodsOf, type SeriesRow, seriesById, seriesInUse } from '#platform/numbering/series.ts'
import type { RegisterView, SeriesView } from '../contract.ts'
import { getRegister, type RegisterRow, routesOfRegisters } from './queries.ts'

type ShownRegister = z.input<typeof RegisterView>
type ShownSeries = z.input<typeof SeriesView>

/** The registers in use, or those that ended too; those of arrivals first, the office's own before those of a field. */
export async function listRegisters(context: ActContext, { ended = false } = {}): Promise<ShownRegister[]> {
  const { tx, agency, today } = context
  const rows = await tx
    .selectFrom('registers')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('valid_from', '<=', today)
    .$if(!ended, query => query.where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', today)])))
    .orderBy('direction')
    .orderBy(sql`coalesce(valid_to <= ${today}, false)`)
    .orderBy('is_default', 'desc')
    .orderBy('code')
    .execute()
  return presentRegisters(context, rows)
}

export const presentRegisterById = async (context: Context, id: string): Promise<ShownRegister> =>
  (await presentRegisters(context, [await getRegister(context, id)]))[0]!

async function presentRegisters(context: Context, rows: readonly RegisterRow[]): Promise<ShownRegister[]> {
  const seriesIds = [...new Set(rows.map(row => row.series_id))]
  const series = await seriesById(context, seriesIds)
  const periods = await periodsOf(context, seriesIds)
  const routes = await routesOfRegisters(
    context,
    rows.map(row => row.id),
  )
  return rows.map(row => ({
    id: row.id,
    direction: row.direction as ShownRegister['direction'],
    code: row.code,
    name: row.name,
    isDefault: row.is_default,
    restricted: row.restricted,
    termDays: row.term_days,
    basis: row.basis,
    validTo: row.valid_to,
    seriesId: row.series_id,
    seriesName: series.get(row.series_id)?.name ?? '',
    period: periodOf(series.get(row.series_id)!, context.today),
    periods: periods.get(row.series_id) ?? [],
    routes: (routes.get(row.id) ?? []).map(({ type_codes, route, unit_id }) => ({
      typeCodes: type_codes as string[],
      route: route as ShownRegister['routes'][number]['route'],
      unitId: unit_id,
    })),
  }))
}

/** The series of numbers in use. */
export const listSeries = async (context: ActContext): Promise<ShownSeries[]> =>
  presentSeries(context, await seriesInUse(context, context.today))

export const presentSeriesById = async (context: Context, id: string): Promise<ShownSeries> =>
  (await presentSeries(context, [await getSeries(context, id)]))[0]!

async function presentSeries(context: Context, rows: readonly SeriesRow[]): Promise<ShownSeries[]> {
  const issuers = await context.ports.agencies.findIssuers(context, [...new Set(rows.map(row => row.issuer_id))])
  const names = new Map(issuers.map(issuer => [issuer.id, issuer.name]))
  const periods = await periodsOf(
    context,
    rows.map(row => row.id),
  )
  return rows.map(row => ({
    id: row.id,
    issuerId: row.issuer_id,
    issuerName: names.get(row.issuer_id) ?? '',
    direction: row.direction as ShownSeries['direction'],
    name: row.name,
    typeCodes: row.type_codes as string[],
    periodKind: row.period_kind as ShownSeries['periodKind'],
    term: row.term,
    period: periodOf(row, context.today),
    notationTemplate: row.notation_template,
    basis: row.basis,
    validTo: row.valid_to,
    periods: periods.get(row.id) ?? [],
  }))
}

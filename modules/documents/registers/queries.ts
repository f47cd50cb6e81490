import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { periodOf, type Series } from '#platform/numbering/numbering.ts'

export type Period = { period: string; lastNumber: number; opened: boolean; closedAt: string | null }

/** The periods of series, the newest first. */
export async function periodsOf(
  { tx, agency }: Context,
  seriesIds: readonly string[],
): Promise<ReadonlyMap<string, Period[]>> {
  if (seriesIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('series_periods')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('series_id', 'in', seriesIds)
    .orderBy('period', 'desc')
    .execute()
  const bySeries = Map.groupBy(rows, row => row.series_id)
  return new Map(
    [...bySeries].map(([id, periods]) => [
      id,
      periods.map(({ period, last_number, opened, closed_at }) => ({
        period,
        lastNumber: last_number,
        opened,
        closedAt: closed_at?.toISOString() ?? null,
      })),
    ]),
  )
}

export const findSeries = ({ tx, agency }: Context, id: string) =>
  tx.selectFrom('series').selectAll().where('agency_id', '=', agency).where('id', '=', id).executeTakeFirst()

/** @throws platform.NotFound */
export async function getSeries(context: Context, id: string) {
  const series = await findSeries(context, id)
  if (!series) throw platformErrors.NotFound()
  return series
}

export const findRegister = ({ tx, agency }: Context, id: string) =>
  tx.selectFrom('registers').selectAll().where('agency_id', '=', agency).where('id', '=', id).executeTakeFirst()

/** @throws platform.NotFound */
export async function getRegister(context: Context, id: string) {
  const register = await findRegister(context, id)
  if (!register) throw platformErrors.NotFound()
  return register
}

export type RegisterRow = Awaited<ReturnType<typeof getRegister>>
export type SeriesRow = Awaited<ReturnType<typeof getSeries>>

export async function routesOfRegisters({ tx, agency }: Context, registerIds: readonly string[]) {
  if (registerIds.length === 0) return new Map<string, RouteRow[]>()
  const rows = await tx
    .selectFrom('register_routes')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('register_id', 'in', registerIds)
    .orderBy('ordinal')
    .execute()
  return Map.groupBy(rows, row => row.register_id)
}
export type RouteRow = {
  readonly register_id: string
  readonly type_codes: unknown
  readonly route: string
  readonly unit_id: string | null
}

/** A series as numbers are drawn from it. */
export const seriesOf = (row: {
  readonly id: string
  readonly name: string
  readonly issuer_id: string
  readonly period_kind: string
  readonly term: string | null
  readonly notation_template: string
}): Series => ({
  id: row.id,
  name: row.name,
  issuerId: row.issuer_id,
  periodKind: row.period_kind as Series['periodKind'],
  term: row.term,
  notationTemplate: row.notation_template,
})

/** The period in which a register counts today. */
export const presentPeriod = async (context: Context, register: { readonly series_id: string }): Promise<string> =>
  periodOf(await getSeries(context, register.series_id), context.today)

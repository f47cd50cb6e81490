import { calendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { openSeries } from '#platform/numbering/numbering.ts'
import type { DemonstrationPlan, PlannedRegister, PlannedSeries } from '../types.ts'
import { fromLoader, loader } from './load-offices.ts'
import type { TypeCodes } from './type-codes.ts'

/** Lays the registers and their series, each begun after the last number that stands on paper. */
export async function loadBooks(
  machinery: ActMachinery,
  plan: DemonstrationPlan,
  types: TypeCodes,
  at: Date,
): Promise<void> {
  const agencies = new Set(plan.series.map(one => one.agencyId))
  for (const agency of agencies)
    await runAct(machinery, { agency, actor: loader, origin: fromLoader, at }, async context => {
      for (const series of plan.series.filter(one => one.agencyId === agency)) await loadSeries(context, series, types)
      for (const register of plan.registers.filter(one => one.agencyId === agency))
        await loadRegister(context, register, types)
    })
}

async function loadSeries(context: Context, series: PlannedSeries, types: TypeCodes): Promise<void> {
  const { id, issuerId, direction, name, periodKind, basis } = series
  const template =
    direction === 'incoming' ? '{number}' : `{number}/${series.notationTemplate}|{number}/${series.letterTemplate}`
  const made = await context.tx
    .insertInto('series')
    .values({
      agency_id: context.agency,
      id,
      issuer_id: issuerId,
      direction,
      name,
      period_kind: periodKind,
      term: periodKind === 'term' ? series.periods.at(-1)!.period : null,
      basis,
      type_codes: JSON.stringify(series.typeCodes.map(types)),
      notation_template: template,
      valid_from: context.today,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return
  for (const { period, lastNumberBeforeFirst } of series.periods) {
    const on = calendarDate(/^\d{4}$/.test(period) ? `${period}-01-01` : context.today)
    const term = periodKind === 'term' ? period : null
    const facts = { id, name, issuerId, periodKind, term, notationTemplate: template }
    await openSeries(context, { series: facts, on, lastNumber: lastNumberBeforeFirst })
  }
}

async function loadRegister(context: Context, register: PlannedRegister, types: TypeCodes): Promise<void> {
  const { id, seriesId, direction, code, name, isDefault, restricted, termDays, basis } = register
  const made = await context.tx
    .insertInto('registers')
    .values({
      agency_id: context.agency,
      id,
      direction,
      code,
      name,
      series_id: seriesId,
      is_default: isDefault,
      restricted,
      term_days: termDays,
      basis,
      valid_from: context.today,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made || register.routes.length === 0) return
  await context.tx
    .insertInto('register_routes')
    .values(
      register.routes.map((route, at) => ({
        agency_id: context.agency,
        register_id: id,
        ordinal: at + 1,
        type_codes: JSON.stringify(route.typeCodes.map(types)),
        route: route.route,
        unit_id: route.route === 'unit' ? route.unitId : null,
      })),
    )
    .execute()
}

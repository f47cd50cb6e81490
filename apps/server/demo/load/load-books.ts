import { calendarDate } from '#lib/calendar-date/index.ts'
import { closeSeriesPeriod } from '#modules/documents/registers/close-period.ts'
import { createRegister } from '#modules/documents/registers/save-register.ts'
import { createSeries } from '#modules/documents/registers/save-series.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { openSeries } from '#platform/numbering/numbering.ts'
import { findSeries } from '#platform/numbering/series.ts'
import type { DemonstrationPlan, PlannedRegister, PlannedSeries } from '../types.ts'
import type { Cast } from './cast.ts'
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

/** Years that were over before the plan's documents began, closed by the clerk in the first days of the next. */
export async function closePastYears(cast: Cast, plan: DemonstrationPlan): Promise<void> {
  for (const { id, agencyId, past } of plan.series) {
    const clerk = past?.closed ? cast.seatOfRole(agencyId, 'clerk') : undefined
    if (!past || !clerk) continue
    const at = `${Number(past.period) + 1}-01-05T02:00:00Z`
    const { period } = past
    await cast.act({ once: { stepId: `close/${id}/${period}`, documentId: id }, seatId: clerk.id, at }, context =>
      closeSeriesPeriod(context, { id, period, reason: `Hết năm ${period}, đã đăng ký đủ văn bản của năm.` }),
    )
  }
}

async function loadSeries(context: Context, series: PlannedSeries, types: TypeCodes): Promise<void> {
  const { id, issuerId, direction, name, periodKind, basis } = series
  const notationTemplate =
    direction === 'incoming' ? '{number}' : `{number}/${series.notationTemplate}|{number}/${series.letterTemplate}`
  // Its periods run on, so a series that is there is not begun again.
  if (await findSeries(context, id)) return
  const term = periodKind === 'term' ? series.periods.at(-1)!.period : undefined
  const typeCodes = series.typeCodes.map(types)
  await createSeries(context, { id, issuerId, direction, name, typeCodes, periodKind, term, notationTemplate, basis })
  const begun = series.periods.map(one => ({ period: one.period, lastNumber: one.lastNumberBeforeFirst }))
  for (const { period, lastNumber } of [...(series.past ? [series.past] : []), ...begun]) {
    const on = calendarDate(/^\d{4}$/.test(period) ? `${period}-01-01` : context.today)
    const facts = { id, name, issuerId, periodKind, term: term === undefined ? null : period, notationTemplate }
    await openSeries(context, { series: facts, on, lastNumber })
  }
}

function loadRegister(context: Context, register: PlannedRegister, types: TypeCodes): Promise<string> {
  const { id, seriesId, direction, code, name, isDefault, restricted, termDays, basis } = register
  const routes = register.routes.map(route => ({ ...route, typeCodes: route.typeCodes.map(types) }))
  const facts = { id, seriesId, direction, code, name, isDefault, restricted, termDays, basis }
  return createRegister(context, { ...facts, routes })
}

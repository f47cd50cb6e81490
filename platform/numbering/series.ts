import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '../acts/context.ts'
import { platformErrors } from '../acts/errors.ts'
import { hasGiven } from './correct-last-number.ts'
import { periodOf, type Series } from './numbering.ts'

export type Period = {
  period: string
  lastNumber: number
  opened: boolean
  closedAt: string | null
  /** A number was given here: what was stated of the paper book stands from then on. */
  hasGiven: boolean
}
export type SeriesRow = Awaited<ReturnType<typeof getSeries>>
export type NewSeries = Series & {
  readonly direction: 'incoming' | 'outgoing' | 'copy'
  /** Of documents that draw from it; none named: all of the issuer that no other series names. */
  readonly typeCodes: readonly string[]
  /** Which rule or decision made it. */
  readonly basis: string
  readonly requestHash: Buffer
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

export const findSeries = ({ tx, agency }: Context, id: string) =>
  tx.selectFrom('series').selectAll().where('agency_id', '=', agency).where('id', '=', id).executeTakeFirst()

/** @throws platform.NotFound */
export async function getSeries(context: Context, id: string) {
  const series = await findSeries(context, id)
  if (!series) throw platformErrors.NotFound()
  return series
}

/** These series, by their ids. */
export async function seriesById(
  { tx, agency }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SeriesRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('series')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** All series from which numbers are drawn on a day. */
export const seriesInUse = ({ tx, agency }: Context, on: CalendarDate): Promise<SeriesRow[]> =>
  tx
    .selectFrom('series')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('valid_from', '<=', on)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('direction')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()

/** The series from which a type of an issuer draws its number: the one that names the type, else the issuer's common one. */
export async function findSeriesOfType(
  { tx, agency }: Context,
  { issuerId, typeCode, on }: { readonly issuerId: string; readonly typeCode: string; readonly on: CalendarDate },
): Promise<Series | undefined> {
  const rows = await tx
    .selectFrom('series')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('issuer_id', '=', issuerId)
    .where('direction', '=', 'outgoing')
    .where('valid_from', '<=', on)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('valid_from', 'desc')
    .execute()
  const codes = (row: SeriesRow) => row.type_codes as string[]
  const found = rows.find(row => codes(row).includes(typeCode)) ?? rows.find(row => codes(row).length === 0)
  return found && seriesOf(found)
}

/** Sets a series up from today on; nothing is numbered in it before `openSeries`. */
export async function addSeries({ tx, agency, today }: Context, series: NewSeries): Promise<void> {
  await tx
    .insertInto('series')
    .values({
      agency_id: agency,
      id: series.id,
      issuer_id: series.issuerId,
      direction: series.direction,
      name: series.name,
      type_codes: JSON.stringify(series.typeCodes),
      period_kind: series.periodKind,
      term: series.term,
      notation_template: series.notationTemplate,
      basis: series.basis,
      valid_from: today,
      request_hash: series.requestHash,
    })
    .execute()
}

/** Puts right what a series is called and what draws from it, before it has given a number. */
export const correctSeries = (
  { tx, agency }: Context,
  series: Pick<NewSeries, 'id' | 'name' | 'typeCodes' | 'notationTemplate' | 'basis'>,
): Promise<unknown> =>
  tx
    .updateTable('series')
    .set({
      name: series.name,
      type_codes: JSON.stringify(series.typeCodes),
      notation_template: series.notationTemplate,
      basis: series.basis,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', series.id)
    .execute()

/** From this day on no number is drawn from the series. */
export const endSeries = ({ tx, agency }: Context, id: string, validTo: CalendarDate): Promise<unknown> =>
  tx.updateTable('series').set({ valid_to: validTo }).where('agency_id', '=', agency).where('id', '=', id).execute()

/** From now on the series counts by this term. */
export const countTerm = ({ tx, agency }: Context, { id, term }: Pick<Series, 'id' | 'term'>): Promise<unknown> =>
  tx.updateTable('series').set({ term }).where('agency_id', '=', agency).where('id', '=', id).execute()

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
      periods.map(({ period, last_number, start_number, opened, closed_at }) => ({
        period,
        hasGiven: hasGiven({ last_number, start_number }),
        lastNumber: last_number,
        opened,
        closedAt: closed_at?.toISOString() ?? null,
      })),
    ]),
  )
}

/** What the next number will be today, of a series that runs; somebody else may be faster. */
export async function expectedNumber(context: Context, series: Series): Promise<number | null> {
  const opened = (await periodsOf(context, [series.id])).get(series.id)?.filter(one => one.opened) ?? []
  if (opened.length === 0) return null
  const now = opened.find(one => one.period === periodOf(series, context.today))
  return (now?.lastNumber ?? 0) + 1
}

/** The series of the agency, each with its `open_periods`, as SQL that another statement joins: `join ${…} s on s.id = …`. */
export const seriesToJoin = ({ agency }: Context): RawBuilder<unknown> => sql`(
  select own.agency_id, own.id, own.name, own.issuer_id, own.period_kind, own.term, own.notation_template,
    array(select p.period from series_periods p where p.agency_id = ${agency} and p.series_id = own.id
      and p.opened and p.closed_at is null) as open_periods
  from series own where own.agency_id = ${agency})`

/** The period in which each series counts today, as SQL to join: `series_id`, `period`, `last_number`. */
export const periodsTodayToJoin = ({ agency, today }: Context): RawBuilder<unknown> => sql`(
  select p.series_id, p.period, p.last_number
  from series own join series_periods p on p.agency_id = ${agency} and p.series_id = own.id
    and p.period = coalesce(own.term, ${today.slice(0, 4)})
  where own.agency_id = ${agency})`

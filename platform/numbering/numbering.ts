import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { errorCatalogue } from '#lib/problem-details/index.ts'
import { formatDate, periodInWords } from '#lib/vietnamese/index.ts'
import type { Context } from '../acts/context.ts'

export const numberingErrors = errorCatalogue('numbering', {
  SeriesNotOpened: {
    status: 409,
    title: 'Dãy số “{series}” {period} chưa bắt đầu.',
    detail: 'Nhập số cuối cùng đã dùng trên sổ giấy trong Quản trị → Sổ và dãy số, rồi làm lại.',
  },
  SeriesClosed: { status: 409, title: 'Dãy số “{series}” {period} đã khóa sổ.', detail: 'Chọn sổ đang dùng.' },
  PeriodRuns: {
    status: 409,
    title: 'Dãy số “{series}” {period} còn đang dùng.',
    detail: 'Khóa sổ khi đã sang năm mới, hoặc đã bắt đầu nhiệm kỳ mới.',
  },
  DateFalls: {
    status: 409,
    title: 'Ngày {date} sớm hơn ngày của số gần nhất ({last}).',
    detail: 'Số sau không được mang ngày trước số liền trước. Chọn ngày {last} hoặc muộn hơn.',
  },
  SeriesRuns: {
    status: 409,
    title: 'Dãy số “{series}” {period} đã dùng đến số {number}.',
    detail: 'Số cuối trên sổ giấy chỉ khai và sửa được trước số đầu tiên cấp trên hệ thống.',
  },
})

export type Series = {
  readonly id: string
  readonly name: string
  readonly issuerId: string
  readonly periodKind: 'year' | 'term'
  /** '2025-2030', of a series that counts by term. */
  readonly term: string | null
  readonly notationTemplate: string
}

/** The period of a date in a series: the calendar year, or the term that it counts now. */
export const periodOf = (series: Pick<Series, 'term'>, on: CalendarDate): string => series.term ?? on.slice(0, 4)

type NextNumber = {
  readonly series: Series
  readonly on: CalendarDate
  readonly subject: { readonly type: string; readonly id: string }
}

/**
 * SQL for the next number of a series: a common table expression `taken (number)` that moves the counter and writes the
 * number's row. The caller puts it in front of the statement that inserts or updates the numbered row, so that counter,
 * number and document are one statement, and that statement comes last in the act: the counter row stays locked until the
 * commit, and everybody who wants a number waits behind it.
 *
 * It yields no row when the period is not opened, is closed, or when the date would fall: ask `whyNoNumber`.
 * Source: NĐ 30/2020 Điều 15.1 (one series a year from 01), Điều 22.2.
 *
 * @example
 * sql`with ${takeNumber(context, { series, on, subject })}
 *     insert into incoming_documents (…, arrival_number) select …, taken.number from taken returning *`
 */
export function takeNumber(context: Context, { series, on, subject }: NextNumber): RawBuilder<unknown> {
  const seatId = context.actor.kind === 'seat' ? context.actor.seatId : null
  const period = periodOf(series, on)
  const mine = sql`agency_id = ${context.agency} and series_id = ${series.id} and period = ${period}`
  // A number of the paper book was counted when the series was opened: it gets its row, the counter stays.
  const counter =
    context.numberOnPaper === undefined
      ? sql`update series_periods set last_number = last_number + 1, last_date = ${on}
          where ${mine} and opened and closed_at is null and last_date <= ${on} returning last_number`
      : sql`select ${context.numberOnPaper}::int as last_number from series_periods
          where ${mine} and opened and last_number >= ${context.numberOnPaper}::int`
  return sql`counter as (
      ${counter}
    ), taken as (
      insert into series_numbers (agency_id, series_id, period, number, state, dated_on, subject_type, subject_id, seat_id, at)
      select ${context.agency}, ${series.id}, ${period}, counter.last_number, 'given', ${on}, ${subject.type}, ${subject.id},
        ${seatId}, ${context.now} from counter
      returning number
    )`
}

/**
 * Opens the period of a series where none is yet: a new year starts by itself once the series has been in use. A year
 * before the first one used here never does: its numbers stand on paper.
 */
export async function ensurePeriod(context: Context, series: Series, on: CalendarDate): Promise<void> {
  const period = periodOf(series, on)
  const known = await context.tx
    .selectFrom('series_periods')
    .select('period')
    .where('agency_id', '=', context.agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .executeTakeFirst()
  if (known) return
  const used = await context.tx
    .selectFrom('series_periods')
    .select('period')
    .where('agency_id', '=', context.agency)
    .where('series_id', '=', series.id)
    .where('opened', '=', true)
    .$if(series.periodKind === 'year', query => query.where('period', '<', period))
    .limit(1)
    .executeTakeFirst()
  if (!used) return
  await context.tx
    .insertInto('series_periods')
    .values({
      agency_id: context.agency,
      series_id: series.id,
      period,
      last_number: 0,
      last_date: `${on.slice(0, 4)}-01-01`,
      opened: true,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The reason why `takeNumber` gave none; it throws the error that says what to do. */
export async function whyNoNumber(context: Context, series: Series, on: CalendarDate): Promise<never> {
  const period = periodOf(series, on)
  const row = await context.tx
    .selectFrom('series_periods')
    .selectAll()
    .where('agency_id', '=', context.agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .executeTakeFirst()
  const names = { series: series.name, period: periodInWords(period) }
  if (!row?.opened) throw numberingErrors.SeriesNotOpened(names)
  if (row.closed_at) throw numberingErrors.SeriesClosed(names)
  throw numberingErrors.DateFalls({ date: formatDate(on), last: formatDate(row.last_date) })
}

/**
 * States the last number on paper before the first number is given here; from then on the series runs. The same statement
 * again is answered alike.
 *
 * @throws numbering.SeriesRuns when it runs already from another number
 */
export async function openSeries(
  context: Context,
  stated: { series: Series; on: CalendarDate; lastNumber: number },
): Promise<void> {
  const { tx, agency } = context
  const { series, on, lastNumber } = stated
  const period = periodOf(series, on)
  const opened = await tx
    .insertInto('series_periods')
    .values({
      agency_id: agency,
      series_id: series.id,
      period,
      last_number: lastNumber,
      start_number: lastNumber + 1,
      last_date: `${on.slice(0, 4)}-01-01`,
      opened: true,
    })
    .onConflict(conflict =>
      conflict
        .columns(['agency_id', 'series_id', 'period'])
        .doUpdateSet({ last_number: lastNumber, start_number: lastNumber + 1, opened: true })
        .where('series_periods.opened', '=', false),
    )
    .returning('period')
    .executeTakeFirst()
  if (!opened) return refuseAnotherNumber(context, stated)
  await context.audit({
    act: 'numbering.opened',
    subject: { type: 'series', id: series.id },
    after: { period, lastNumber },
  })
}

async function refuseAnotherNumber(
  { tx, agency }: Context,
  { series, on, lastNumber }: { series: Series; on: CalendarDate; lastNumber: number },
): Promise<void> {
  const period = periodOf(series, on)
  const row = await tx
    .selectFrom('series_periods')
    .select('last_number')
    .where('agency_id', '=', agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .executeTakeFirstOrThrow()
  if (row.last_number !== lastNumber)
    throw numberingErrors.SeriesRuns({ series: series.name, period: periodInWords(period), number: row.last_number })
}

/**
 * Closes a period that is over: no number is given in it any more.
 *
 * @throws numbering.PeriodRuns for the present one; SeriesNotOpened, SeriesClosed
 */
export async function closePeriod(
  context: Context,
  { series, period, reason }: { series: Series; period: string; reason: string },
): Promise<void> {
  const names = { series: series.name, period: periodInWords(period) }
  if (period === periodOf(series, context.today)) throw numberingErrors.PeriodRuns(names)
  const closed = await context.tx
    .updateTable('series_periods')
    .set({
      closed_at: context.now,
      closed_by: context.actor.kind === 'seat' ? context.actor.seatId : null,
      closed_reason: reason,
    })
    .where('agency_id', '=', context.agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .where('opened', '=', true)
    .where('closed_at', 'is', null)
    .returning('last_number')
    .executeTakeFirst()
  if (!closed) return refuseClosing(context, series, period)
  await context.audit({
    act: 'numbering.closed',
    subject: { type: 'series', id: series.id },
    after: { period, lastNumber: closed.last_number, reason },
  })
}

async function refuseClosing({ tx, agency }: Context, series: Series, period: string): Promise<never> {
  const row = await tx
    .selectFrom('series_periods')
    .select('opened')
    .where('agency_id', '=', agency)
    .where('series_id', '=', series.id)
    .where('period', '=', period)
    .executeTakeFirst()
  throw numberingErrors[row?.opened ? 'SeriesClosed' : 'SeriesNotOpened']({
    series: series.name,
    period: periodInWords(period),
  })
}

/** Strikes a number out: it stays in its place with the reason and is never given again. */
export async function cancelNumber(context: Context, subjectId: string, reason: string): Promise<void> {
  await context.tx
    .updateTable('series_numbers')
    .set({ state: 'cancelled', reason })
    .where('agency_id', '=', context.agency)
    .where('subject_id', '=', subjectId)
    .execute()
}

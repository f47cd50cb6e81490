import { errorCatalogue } from '#lib/problem-details/index.ts'
import { Day, line, named, z } from '#lib/schemas/index.ts'
import { longestDayName } from '#lib/working-calendar/index.ts'

const kind = z.enum(['off', 'work'])

/** A year as it shall be: its days, and the document that says so. */
export const SaveCalendarYear = named(
  'SaveCalendarYear',
  z.object({
    year: z.int().check(z.gte(1900), z.lte(2199)),
    /** The version that was seen; 0 for a year that is not there yet. */
    version: z.int().check(z.gte(0)),
    document: named('CalendarDocument', z.object({ number: line(100), date: Day })),
    /** The whole year rests on this document; else days that stay as they were keep the one that they came by. */
    wholeYear: z.boolean(),
    days: z
      .array(named('SaveCalendarDay', z.object({ date: Day, kind, name: line(longestDayName) })))
      .check(z.minLength(1), z.maxLength(100)),
  }),
)
export type SaveCalendarYear = z.output<typeof SaveCalendarYear>

export const CalendarYear = named(
  'CalendarYear',
  z.object({
    year: z.number(),
    version: z.number(),
    basis: z.string(),
    /** Until the year is over. */
    changeable: z.boolean(),
    days: z.array(named('CalendarDay', z.object({ date: z.string(), kind, name: z.string(), basis: z.string() }))),
  }),
)
export type CalendarYear = z.output<typeof CalendarYear>

/** The newest year first. */
export const CalendarYears = named(
  'CalendarYears',
  z.object({
    items: z.array(CalendarYear),
    next: z.nullable(z.string()),
    /** Years that should be there by now and are not. */
    missing: z.array(z.number()),
    /** Years that are not there and may be entered. */
    toEnter: z.array(z.number()),
  }),
)
export type CalendarYears = z.output<typeof CalendarYears>
export const MissingCalendarYears = named('MissingCalendarYears', z.object({ years: z.array(z.number()) }))
export type MissingCalendarYears = z.output<typeof MissingCalendarYears>

export const calendarErrors = errorCatalogue('calendar', {
  YearOver: {
    status: 409,
    title: 'Năm {year} đã qua, lịch năm đó không sửa được nữa.',
    detail: 'Hạn của văn bản, công việc năm đó đã tính theo lịch này.',
  },
  YearTooFar: {
    status: 422,
    title: 'Chưa nhập được lịch năm {year}.',
    detail: 'Nhập được lịch năm nay và hai năm tới. Xem lại năm.',
  },
  YearChanged: {
    status: 409,
    title: 'Người khác vừa nhập hoặc sửa lịch năm {year}.',
    detail: 'Đóng, xem lịch mới. Nếu vẫn cần sửa: mở lại, bấm “Bỏ nháp, ghi lại từ đầu” rồi sửa trên lịch mới.',
  },
  DocumentInFuture: {
    status: 422,
    title: 'Ngày văn bản sau hôm nay.',
    detail: 'Xem lại ngày ghi trên văn bản.',
  },
  DaysUnfit: {
    status: 422,
    title: 'Có ngày không đúng.',
    detail: 'Mỗi ngày thuộc năm {year}, ghi một lần; ngày làm bù là Thứ Bảy hoặc Chủ Nhật.',
  },
})

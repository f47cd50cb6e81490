import { type CalendarDate, weekdayOf } from '#lib/calendar-date/index.ts'
import { calendarWords as words } from './calendar-messages.vi.ts'

/** `'11 ngày nghỉ, 1 ngày làm bù'` */
export function countsOf(days: readonly { readonly kind: 'off' | 'work' }[]): string {
  const work = days.filter(day => day.kind === 'work').length
  return words.counts(days.length - work, work)
}

export function KindOfDay({ date, kind }: { date: string; kind: 'off' | 'work' }) {
  const weekend = kind === 'off' && weekdayOf(date as CalendarDate) > 5
  return (
    <>
      {kind === 'work' ? <b>{words.kinds.work}</b> : words.kinds.off}
      {weekend && <span className="meta"> ({words.weekend})</span>}
    </>
  )
}

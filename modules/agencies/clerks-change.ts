import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'

/**
 * Says to those who keep something for the office's clerks that from a day on these are others. It is done that day, not
 * before: until then who leaves is the clerk.
 */
export async function clerksChange(context: Context, from: CalendarDate): Promise<void> {
  await context.outbox({
    kind: 'agencies.clerks-change',
    // Each by itself: of one subject an entry waits for the ones before it, and an earlier day may be settled later.
    subjectId: context.newId(),
    payload: { from },
    ...(from > context.today ? { dueAt: new Date(`${from}T00:00:00+07:00`) } : {}),
  })
}

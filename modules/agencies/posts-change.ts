import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { SeatRow } from './queries.ts'

/**
 * Says to those who keep something for a post that from a day on another holds it: for the office's clerks, or for the head
 * of a unit. It is done that day, not before: until then who leaves holds the post.
 */
export async function postsChange(
  context: Context,
  { role, standing, unit_id: unitId }: Pick<SeatRow, 'role' | 'standing' | 'unit_id'>,
  from: CalendarDate,
): Promise<void> {
  const dueAt = from > context.today ? { dueAt: new Date(`${from}T00:00:00+07:00`) } : {}
  // Each by itself: of one subject an entry waits for the ones before it, and an earlier day may be settled later.
  const entry = () => ({ subjectId: context.newId(), ...dueAt })
  await context.outbox([
    ...(role === 'clerk' ? [{ kind: 'agencies.clerks-change', payload: { from }, ...entry() }] : []),
    ...(standing === 'staff' ? [] : [{ kind: 'agencies.heads-change', payload: { from, unitId }, ...entry() }]),
  ])
}

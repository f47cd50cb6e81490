import type { z } from '#lib/schemas/index.ts'
import type { TodayItem } from './contract.ts'

/** Something that waits for the acting seat, before it is put among late, today and soon. */
export type Waiting = z.input<typeof TodayItem>

export type DayGroups = Readonly<Record<'urgent' | 'overdue' | 'today' | 'soon', Waiting[]>>

/** Acts that the law wants on the day, whatever the deadline of the matter (NĐ 30/2020 Điều 4.2c, 18.1). */
const onTheDay: readonly string[] = ['register', 'number', 'dispatch']
/** What is done with an arrival until somebody has work of it: of an urgent one it is done at once (Điều 23.1). */
const untilDirected: readonly string[] = ['register', 'see-urgent', 'propose', 'confirm', 'direct', 'send-up']

/**
 * Puts what waits in order: at once, late, for today, soon. HỎA TỐC, what was urged, and what arrived urgent and is neither
 * registered nor directed stand before all else, also before what is late (NĐ 30/2020 Điều 23.1, Phụ lục VI, D24, D25);
 * what is otherwise urgent is settled at once, so it stands under today. In each HỎA TỐC first, the
 * one whose hour comes first before the others, then by urgency and deadline, the oldest first.
 */
export function groupDay(waiting: readonly Waiting[]): DayGroups {
  const ordered = waiting.toSorted(
    (left, right) =>
      rank(right) - rank(left) ||
      right.urgency - left.urgency ||
      compare(left.handleBy ?? later, right.handleBy ?? later) ||
      compare(left.dueOn ?? later, right.dueOn ?? later) ||
      compare(left.arrivedAt, right.arrivedAt) ||
      compare(left.documentId, right.documentId),
  )
  const groups: DayGroups = { urgent: [], overdue: [], today: [], soon: [] }
  for (const one of ordered) groups[groupOf(one)].push(one)
  return groups
}

function groupOf(one: Waiting): keyof DayGroups {
  const { lateness, urgency, act } = one
  if (rank(one) > 0) return 'urgent'
  if (lateness.kind === 'overdue') return 'overdue'
  const now = lateness.kind === 'today' || urgency > 0 || onTheDay.includes(act)
  return now ? 'today' : 'soon'
}

function rank({ urgency, urgedText, direction, act, assignmentId }: Waiting): number {
  if (urgency === 3) return 2
  const arrivedUrgent = urgency > 0 && direction === 'incoming' && assignmentId === null && untilDirected.includes(act)
  return arrivedUrgent || urgedText !== null ? 1 : 0
}
const later = '9999'
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

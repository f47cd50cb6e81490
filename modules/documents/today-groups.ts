import type { z } from '#lib/schemas/index.ts'
import type { TodayItem } from './contract.ts'

/** Something that waits for the acting seat, before it is put among late, today and soon. */
export type Waiting = z.input<typeof TodayItem>

export type DayGroups = Readonly<Record<'urgent' | 'overdue' | 'today' | 'soon', Waiting[]>>

/** Acts that the law wants on the day, whatever the deadline of the matter (NĐ 30/2020 Điều 4.2c, 18.1). */
const onTheDay: readonly string[] = ['register', 'number', 'dispatch']

/**
 * Puts what waits in order: at once, late, for today, soon. HỎA TỐC and what was urged stand before all else, also before
 * what is late (NĐ 30/2020 Phụ lục VI, D24, D25); what is otherwise urgent is settled at once, so it stands under today. In
 * each HỎA TỐC first, then what was urged, then by urgency and deadline, the oldest first.
 */
export function groupDay(waiting: readonly Waiting[]): DayGroups {
  const ordered = waiting.toSorted(
    (left, right) =>
      rank(right) - rank(left) ||
      right.urgency - left.urgency ||
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

const rank = ({ urgency, urgedText }: Waiting): number => (urgency === 3 ? 2 : urgedText === null ? 0 : 1)
const later = '9999'
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

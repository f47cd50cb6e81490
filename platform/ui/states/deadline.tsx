import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircle from '@tabler/icons-react/icons/IconCircle'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import { dayOf, formatDay, formatShortDay, formatTime } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'
import type { Tone } from './state-families.ts'

/** How a deadline stands today by the agency's working calendar, as the API computes it; `days` are working days. */
export type Lateness = {
  readonly kind: 'overdue' | 'today' | 'soon' | 'in-time' | 'none'
  readonly days: number
}

export type DeadlineFacts = {
  lateness: Lateness
  /** The day itself, `'2026-11-27'`. */
  dueOn: string | null
  /** An urgent document is handled at once, whatever its day says; lateness alone comes before that. */
  urgent?: boolean | undefined
  /** The instant by which HỎA TỐC HẸN GIỜ is to be handled: it is said instead of the day. */
  handleBy?: string | null | undefined
}

type DeadlineLook = { words: string; tone: Tone; icon: IconShape | undefined }
const words = kitMessages.deadline

type Looked = Pick<DeadlineFacts, 'lateness' | 'urgent' | 'handleBy'>

/** The words and the colour of a deadline. */
export function deadlineLook({ lateness, urgent = false, handleBy }: Looked, now: Date = new Date()): DeadlineLook {
  const days = Math.abs(lateness.days)
  if (lateness.kind === 'overdue') return { words: words.late(days), tone: 'red', icon: IconAlertTriangle }
  if (handleBy && new Date(handleBy) < now) return { words: words.hourPassed, tone: 'red', icon: IconAlertTriangle }
  if (urgent) return { words: words.now, tone: 'red', icon: IconInfoCircle }
  switch (lateness.kind) {
    case 'none':
      return { words: words.none, tone: 'grey', icon: undefined }
    case 'today':
      return { words: words.today, tone: 'amber', icon: IconClock }
    case 'soon':
      return { words: words.left(days), tone: 'amber', icon: IconClock }
    case 'in-time':
      return { words: words.left(days), tone: 'indigo', icon: IconCircle }
  }
}

/** A deadline in words, with its date under it. */
export function Deadline({ lateness, dueOn, urgent, handleBy }: DeadlineFacts) {
  const look = deadlineLook({ lateness, urgent, handleBy })
  const hour = handleBy ? new Date(handleBy) : undefined
  const until = hour && words.before(formatTime(hour), formatShortDay(dayOf(hour)))
  const day = dueOn ? words.due(formatShortDay(dueOn)) : undefined
  // A day that is not counted, of a document that nobody has to answer yet, is a day all the same.
  const dayAlone = day !== undefined && !look.icon
  const below = until ?? (dayAlone ? undefined : day)
  return (
    <>
      <span className={look.icon ? `deadline text-${look.tone}` : 'deadline deadline-none'}>
        {look.icon && <Icon of={look.icon} />}
        {dayAlone ? day : look.words}
      </span>
      {below && <span className="deadline-date">{below}</span>}
    </>
  )
}

/** The full sentence of the reader: "Hạn 27/11/2026, còn 2 ngày làm việc". */
export function deadlineSentence({ lateness, dueOn }: Pick<DeadlineFacts, 'lateness' | 'dueOn'>): string {
  if (!dueOn) return ''
  const look = deadlineLook({ lateness })
  if (lateness.kind === 'none') return words.day(formatDay(dueOn))
  const counted = lateness.kind === 'overdue' || lateness.kind === 'soon' || lateness.kind === 'in-time'
  return words.sentence(formatDay(dueOn), counted ? `${look.words} ${words.workingDays}` : look.words)
}

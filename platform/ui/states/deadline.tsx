import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircle from '@tabler/icons-react/icons/IconCircle'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import { Icon, type IconShape } from '../icons/icon.tsx'
import { formatDay, formatShortDay } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'

export type DeadlineFacts = {
  /** The day itself, `'2026-11-27'`; absent when there is none. */
  dueOn?: string | null | undefined
  /** Working days of the agency's calendar that are left, counted by the server; negative when late. */
  workingDaysLeft?: number | null | undefined
  /** An urgent document is handled at once, whatever its day says. */
  urgent?: boolean | undefined
  /** From how many working days before the deadline on it counts as near (data of the agency, 2 unless told). */
  soonWithin?: number | undefined
}

export type DeadlineLook = { words: string; tone: 'red' | 'amber' | 'indigo' | 'none'; icon: IconShape | undefined }

/** The words and the colour of a deadline; lateness comes before urgency, for it cannot be mended by haste. */
export function deadlineLook({ dueOn, workingDaysLeft, urgent, soonWithin = 2 }: DeadlineFacts): DeadlineLook {
  const words = kitMessages.deadline
  if (dueOn && typeof workingDaysLeft === 'number' && workingDaysLeft < 0)
    return { words: words.late(-workingDaysLeft), tone: 'red', icon: IconAlertTriangle }
  if (urgent) return { words: words.now, tone: 'red', icon: IconInfoCircle }
  if (!dueOn) return { words: words.none, tone: 'none', icon: undefined }
  if (typeof workingDaysLeft !== 'number')
    return { words: words.due(formatShortDay(dueOn)), tone: 'indigo', icon: IconCircle }
  if (workingDaysLeft === 0) return { words: words.today, tone: 'amber', icon: IconClock }
  if (workingDaysLeft <= soonWithin) return { words: words.left(workingDaysLeft), tone: 'amber', icon: IconClock }
  return { words: words.left(workingDaysLeft), tone: 'indigo', icon: IconCircle }
}

/** A deadline in words, with its date under it: `note` replaces the date where a row has more to say. */
export function Deadline({ note, ...facts }: DeadlineFacts & { note?: string | undefined }) {
  const look = deadlineLook(facts)
  const date = note ?? (facts.dueOn ? kitMessages.deadline.due(formatShortDay(facts.dueOn)) : undefined)
  return (
    <>
      <span className={look.tone === 'none' ? 'deadline deadline-none' : `deadline text-${look.tone}`}>
        {look.icon && <Icon of={look.icon} />}
        {look.words}
      </span>
      {date && <span className="deadline-date">{date}</span>}
    </>
  )
}

/** The full sentence of the reader: "Hạn 27/11/2026, còn 2 ngày làm việc". */
export function deadlineSentence(facts: DeadlineFacts): string {
  const { words, tone } = deadlineLook(facts)
  if (!facts.dueOn) return tone === 'none' ? '' : words
  const counted =
    typeof facts.workingDaysLeft === 'number' && facts.workingDaysLeft !== 0 && words !== kitMessages.deadline.now
  return kitMessages.deadline.sentence(
    formatDay(facts.dueOn),
    counted ? `${words} ${kitMessages.deadline.workingDays}` : words,
  )
}

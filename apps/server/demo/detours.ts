import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Directing } from './direction-ways.ts'
import type { Random } from './random.ts'
import type { PlannedSeat } from './types.ts'

export const withdraw = ({ story, gap, phrase, leader }: Directing, assignmentId: string) =>
  story.next(gap(10, 100), leader, moment => ({ ...moment, act: 'withdraw', assignmentId, reason: phrase('withdraw') }))

export const urge = ({ story, gap, phrase, leader, due }: Directing, assignmentId: string) =>
  story.next(gap(480, 1200), leader, (moment, on) => {
    const day = due()
    return { ...moment, act: 'urge', assignmentId, text: phrase(day !== null && day < on ? 'urge-late' : 'urge') }
  })

export function forward({ story, gap, phrase, name, telling, office }: Directing, from: PlannedSeat, to: PlannedSeat) {
  story.next(gap(20, 200), from, moment => ({
    ...moment,
    act: 'forward',
    targets: [
      {
        id: telling.identify(`${name}/${office.agency.key}/forward`, moment.at),
        role: 'inform',
        seatId: to.id,
        unitId: null,
        dueOn: null,
      },
    ],
    text: phrase('direct-inform'),
  }))
}

/** What happens while work is open: more time is asked for, or the leader urges. */
export function linger(directing: Directing, assignmentId: string, head: PlannedSeat, random: Random) {
  const { story, leader, gap, phrase, due, name, telling, office } = directing
  if (due() !== null && random.chance(0.3)) {
    const extensionId = telling.identify(`${name}/${office.agency.key}/extension`, '2025-06-30T17:00:00Z')
    const granted = random.chance(0.4)
    const answered = random.chance(0.5)
    const asked = (on: CalendarDate) => telling.addWorkingDays(due()! < on ? on : due()!, 3)
    story.next(gap(300, 900), head, (moment, on) => ({
      ...moment,
      act: 'ask-extension',
      assignmentId,
      extensionId,
      dueOn: asked(on),
      reason: phrase('ask-extension'),
    }))
    if (answered) {
      story.next(gap(30, 300), leader, (moment, on) => ({
        ...moment,
        act: 'answer-extension',
        extensionId,
        grantedDueOn: granted ? asked(on) : null,
        text: phrase(granted ? 'grant-extension' : 'deny-extension'),
      }))
    }
  } else if (random.chance(0.4)) {
    urge(directing, assignmentId)
  }
}

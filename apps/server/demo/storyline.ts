import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Identify } from './identify.ts'
import type { OfficeHours } from './office-hours.ts'
import type { Instant, PlannedSeat } from './types.ts'

/** When an act happens, by whom, and its key. */
export type Moment = { readonly id: string; readonly at: Instant; readonly seatId: string }
type Make<Step> = (moment: Moment, on: CalendarDate) => Step

/**
 * Collects what happens one after the other with the office minutes between, then lays it on the line of office hours:
 * when it does not fit before `until`, everything goes faster by the same measure.
 *
 * @example
 * const story = storyline<OutgoingStep>()
 * story.next(0, drafter, moment => ({ ...moment, act: 'draft' }))
 * story.next(120, drafter, moment => ({ ...moment, act: 'submit', reviewers: [] }))
 * story.lay({ hours, identify, name: 'document/17', from: 4_800, until: 9_600 })
 */
export function storyline<Step>() {
  const untimed: { readonly gap: number; readonly seat: PlannedSeat; readonly make: Make<Step> }[] = []

  /** The office minute of each step: for what must be known before the steps are made. */
  const minutes = ({ from, until }: { from: number; until: number }): number[] => {
    const total = untimed.reduce((sum, step) => sum + step.gap, 0)
    const pace = Math.min(1, Math.max(0, until - 1 - from) / Math.max(1, total))
    let passed = 0
    return untimed.map(step => {
      passed += step.gap
      return Math.floor(from + passed * pace)
    })
  }
  return {
    minutes,
    next(gap: number, seat: PlannedSeat, make: Make<Step>) {
      untimed.push({ gap, seat, make })
    },
    count: () => untimed.length,
    lay(place: { hours: OfficeHours; identify: Identify; name: string; from: number; until: number }): Step[] {
      return minutes(place).map((minute, index) => {
        const { seat, make } = untimed[index]!
        const at = place.hours.instantAt(minute)
        const id = place.identify(`${place.name}/step/${index}`, at)
        return make({ id, at, seatId: seat.id }, place.hours.dateAt(minute))
      })
    },
  }
}
export type Storyline<Step> = ReturnType<typeof storyline<Step>>

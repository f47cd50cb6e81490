import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import { parseCalendarDays, workingCalendar } from '#lib/working-calendar/index.ts'
import { assignmentStates, openStates } from './contract.ts'
import { officialStateOf } from './official-state.ts'

const days = parseCalendarDays(
  readFileSync(new URL('../../lib/working-calendar/days-2023-2027.tsv', import.meta.url), 'utf8'),
)
const calendar = workingCalendar({ days, years: [2023, 2024, 2025, 2026, 2027] })
const today = calendarDate('2026-11-25')
const open = { state: 'in-progress', endedAt: null } as const

describe('the official state of given work', () => {
  test('of open work follows the working calendar', () => {
    const of = (dueOn: string) => officialStateOf({ ...open, dueOn: calendarDate(dueOn) }, today, calendar)
    expect(of('2026-11-24')).toBe('overdue')
    expect(of('2026-11-25')).toBe('soon')
    expect(of('2026-11-27')).toBe('soon')
    expect(of('2026-11-30')).toBe('in-time')
    expect(officialStateOf({ ...open, dueOn: null }, today, calendar)).toBe('no-deadline')
  })

  test('of done work is decided by the day in Việt Nam on which it ended', () => {
    const of = (endedAt: string) =>
      officialStateOf({ state: 'done', endedAt: new Date(endedAt), dueOn: today }, today, calendar)
    expect(of('2026-11-25T16:59:00Z')).toBe('done-in-time')
    expect(of('2026-11-25T17:01:00Z')).toBe('done-late')
  })

  test('of work that was given back, withdrawn or replaced is not measured', () => {
    for (const state of ['returned', 'withdrawn', 'replaced'] as const)
      expect(officialStateOf({ state, endedAt: new Date(), dueOn: addDays(today, -9) }, today, calendar)).toBe(
        'no-deadline',
      )
  })

  test('says done of what is done, late of what is past, and never both ways', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...assignmentStates),
        fc.option(fc.integer({ min: -60, max: 60 }), { nil: null }),
        fc.integer({ min: -40, max: 0 }),
        (state, due, ended) => {
          const dueOn = due === null ? null : addDays(today, due)
          const endedAt = openStates.includes(state) ? null : new Date(Date.parse(addDays(today, ended)))
          const official = officialStateOf({ state, dueOn, endedAt }, today, calendar)
          expect(official.startsWith('done')).toBe(state === 'done')
          if (openStates.includes(state)) expect(official === 'overdue').toBe(due !== null && due < 0)
          if (state === 'done') expect(official === 'done-late').toBe(due !== null && ended > due)
        },
      ),
    )
  })
})

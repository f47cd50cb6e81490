import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate } from '#lib/calendar-date/index.ts'
import { ProblemError } from '#lib/problem-details/index.ts'
import { type AssignmentRole, assignmentRoles } from './contract.ts'
import { answersForIt, below, dueOf, earlier, refuseUnfit, type Target, type Work } from './policy.ts'

const today = calendarDate('2026-11-25')
const day = (offset: number): CalendarDate => addDays(today, offset)
const target = (facts: Partial<Target> = {}): Target => ({
  seatId: null,
  unitId: 'kinh-te',
  name: 'Phòng Kinh tế',
  role: 'lead',
  dueOn: undefined,
  ...facts,
})
const limits = { beside: [], needsLead: true, dueOn: null, latest: null, today }
const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'passes'
  } catch (error) {
    if (error instanceof ProblemError) return error.code.replace('assignments.', '')
    throw error
  }
}

describe('giving work', () => {
  test('needs one who leads, and no more than one, counted with those who have work there already', () => {
    const assist = target({ unitId: 'van-hoa', role: 'assist' })
    expect(codeOf(() => refuseUnfit([target()], limits))).toBe('passes')
    expect(codeOf(() => refuseUnfit([assist], limits))).toBe('LeadMissing')
    expect(codeOf(() => refuseUnfit([assist], { ...limits, needsLead: false }))).toBe('passes')
    expect(codeOf(() => refuseUnfit([target(), target({ unitId: 'van-hoa' })], limits))).toBe('TwoLeads')
    expect(codeOf(() => refuseUnfit([target(), target({ unitId: 'van-hoa', role: 'direct' })], limits))).toBe(
      'TwoLeads',
    )
    expect(
      codeOf(() => refuseUnfit([target()], { ...limits, beside: [work({ role: 'direct', toUnitId: 'x' })] })),
    ).toBe('TwoLeads')
  })

  test('gives nobody two parts', () => {
    const twice = [target(), target({ role: 'inform' })]
    expect(codeOf(() => refuseUnfit(twice, limits))).toBe('PartyTwice')
    const beside = [work({ role: 'assist', toUnitId: 'kinh-te' })]
    expect(codeOf(() => refuseUnfit([target()], { ...limits, beside }))).toBe('AlreadyTakesPart')
  })

  test('knows no deadline in the past and none later than the upper one', () => {
    const due = (dueOn: CalendarDate, latest: CalendarDate | null = null) =>
      codeOf(() => refuseUnfit([target({ dueOn })], { ...limits, latest }))
    expect(due(day(-1))).toBe('DueInThePast')
    expect(due(today)).toBe('passes')
    expect(due(day(5), day(5))).toBe('passes')
    expect(due(day(6), day(5))).toBe('DueAfterParent')
  })

  test('may pass an old deadline on when the work is late already', () => {
    expect(codeOf(() => refuseUnfit([target()], { ...limits, dueOn: day(-3), latest: day(-3) }))).toBe('passes')
    expect(dueOf(target(), { dueOn: day(-3), latest: day(-3) })).toBe(day(-3))
  })

  test('leaves nobody who answers for dated work without a deadline', () => {
    expect(dueOf(target({ dueOn: null }), { dueOn: day(9), latest: day(9) })).toBe(day(9))
    expect(dueOf(target({ dueOn: null }), { dueOn: null, latest: null })).toBeNull()
    expect(dueOf(target({ role: 'inform' }), { dueOn: day(9), latest: day(9) })).toBeNull()
  })
})

describe('whatever is given in whatever order', () => {
  const role = fc.constantFrom(...assignmentRoles)
  const dueOn = fc.option(fc.integer({ min: -2, max: 20 }).map(day), { nil: undefined })
  const asked = fc.record({ under: fc.nat(), party: fc.nat(8), role, dueOn })

  test('one answers for it at each level, nobody stands twice, and no deadline outlives the one above', () => {
    fc.assert(
      fc.property(
        fc.array(asked, { maxLength: 40 }),
        fc.option(fc.nat(20).map(day), { nil: null }),
        (wishes, whole) => {
          const given: Work[] = []
          for (const wish of wishes) {
            const parent = given.length > 0 && wish.under % 3 > 0 ? given[wish.under % given.length]! : undefined
            const wanted = target({ seatId: `seat-${wish.party}`, unitId: null, role: wish.role, dueOn: wish.dueOn })
            const beside = given.filter(one => one.parentId === (parent?.id ?? null))
            const latest = earlier(parent?.dueOn ?? null, whole)
            const inherited = parent?.dueOn ?? whole
            const within = { beside, needsLead: false, dueOn: inherited, latest, today }
            if (codeOf(() => refuseUnfit([wanted], within)) === 'passes')
              given.push(
                work({
                  id: `work-${given.length}`,
                  parentId: parent?.id ?? null,
                  role: wish.role,
                  toSeatId: wanted.seatId,
                  dueOn: dueOf(wanted, within),
                }),
              )
          }
          for (const one of given) {
            const level = given.filter(other => other.parentId === one.parentId)
            expect(level.filter(other => answersForIt(other.role)).length).toBeLessThanOrEqual(1)
            expect(level.filter(other => other.toSeatId === one.toSeatId)).toEqual([one])
            const above = given.find(other => other.id === one.parentId)?.dueOn ?? whole
            if (above && one.dueOn) expect(one.dueOn <= above).toBe(true)
            if (above && answersForIt(one.role)) expect(one.dueOn).not.toBeNull()
          }
        },
      ),
    )
  })

  test('below a piece of work is all that was given on from it, and nothing else', () => {
    const tree = fc.array(fc.nat(), { maxLength: 30 }).map(parents =>
      parents.map((parent, index) => ({
        id: String(index),
        parent_id: index === 0 || parent % 4 === 0 ? null : String(parent % index),
      })),
    )
    fc.assert(
      fc.property(tree, nodes => {
        const isBelow = (id: string, top: string): boolean => {
          const parent = nodes.find(node => node.id === id)?.parent_id ?? null
          return parent === top || (parent !== null && isBelow(parent, top))
        }
        for (const { id } of nodes)
          expect(
            below(nodes, id)
              .map(node => node.id)
              .sort(),
          ).toEqual(
            nodes
              .map(node => node.id)
              .filter(other => isBelow(other, id))
              .sort(),
          )
      }),
    )
  })
})

function work(facts: Partial<Work>): Work {
  return {
    ...{ id: 'work', parentId: null, role: 'lead' as AssignmentRole, state: 'open', toSeatId: null, toUnitId: null },
    ...{ dueOn: null, ...facts },
  }
}

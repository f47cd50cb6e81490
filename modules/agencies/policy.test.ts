import { describe, expect, test } from 'vitest'
import { seatRoles } from '#lib/roles/index.ts'
import { standingsOfRole } from './contract.ts'
import { agencyInCharge, mayAuthoriseSigning, standingFits, wouldStandBelowItself } from './policy.ts'
import { inForce, standingOn } from './validity.ts'

describe('a period', () => {
  const period = { valid_from: '2026-01-01', valid_to: '2026-03-01' }
  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('on %s is in force: %s', (day, held) => {
    expect(inForce(period, day)).toBe(held)
  })

  test('without an end goes on, and of no length never holds', () => {
    expect(inForce({ ...period, valid_to: null }, '2099-01-01')).toBe(true)
    expect(inForce({ ...period, valid_to: period.valid_from }, period.valid_from)).toBe(false)
  })
})

describe('the fact that stands for a day', () => {
  const old = { valid_from: '2020-01-01', valid_to: '2025-07-01' }
  const present = { valid_from: '2025-07-01', valid_to: null }
  const closed = { valid_from: '2020-01-01', valid_to: '2025-07-01' }
  test.each([
    ['the one in force', [present, old], '2025-07-01', present],
    ['the former one before the change', [present, old], '2025-06-30', old],
    ['the first one for earlier days', [present, old], '2019-01-01', old],
    ['the last one after its end', [closed], '2026-01-01', closed],
  ])('is %s', (_which, facts, day, expected) => {
    expect(standingOn(facts, day)).toBe(expected)
  })

  test('is none where there is none', () => {
    expect(standingOn([], '2026-01-01')).toBeUndefined()
  })
})

describe('who looks after a login', () => {
  const seat = (agency_id: string, givenAt: string) => ({ agency_id, given_at: new Date(givenAt) })
  const [january, may] = ['2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z']
  test.each([
    ['the agency that made it, while he sits there', 'home', [seat('guest', january), seat('home', may)], 'home'],
    [
      'once he has left it, the one that seated him first',
      'home',
      [seat('late', may), seat('early', january)],
      'early',
    ],
    ['of one who sits nowhere, the one that made it', 'home', [], 'home'],
    ['of a person without either, nobody', null, [], undefined],
  ])('%s', (_who, home, seats, expected) => {
    expect(agencyInCharge(home, seats)).toBe(expected)
  })
})

describe('signing by special authorisation (NĐ 30/2020 Điều 13.3)', () => {
  test('goes from the head of the body to the head of a unit, and no other way', () => {
    const all = ['head', 'deputy', 'deputy-in-charge', 'acting-head', 'unit-head', 'unit-deputy', 'staff'] as const
    const allowed = all.flatMap(from => all.filter(to => mayAuthoriseSigning(from, to)).map(to => `${from} → ${to}`))
    expect(allowed).toEqual(['head → unit-head', 'acting-head → unit-head'])
  })
})

describe('standings', () => {
  test('of a body belong to leaders alone, so that no other role signs for it', () => {
    for (const role of seatRoles) {
      expect(standingsOfRole[role].length).toBeGreaterThan(0)
      expect([role, standingFits(role, 'head')]).toEqual([role, role === 'leader'])
    }
  })
})

describe('the tree of units', () => {
  const units = [
    { id: 'root', parent_id: null },
    { id: 'child', parent_id: 'root' },
    { id: 'grandchild', parent_id: 'child' },
  ]
  test.each([
    ['root', 'grandchild', true],
    ['child', 'child', true],
    ['grandchild', 'root', false],
    ['child', null, false],
  ])('moving %s under %s makes a circle: %s', (unit, parent, circle) => {
    expect(wouldStandBelowItself(units, unit, parent)).toBe(circle)
  })
})

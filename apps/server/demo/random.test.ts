import { describe, expect, test } from 'vitest'
import { identifier } from './identify.ts'
import { seededRandom } from './random.ts'

describe('seeded random numbers', () => {
  const draw = (seed: string) => {
    const random = seededRandom(seed)
    return Array.from({ length: 5 }, () => random.next())
  }

  test('are the same for the same seed and others for another', () => {
    expect(draw('quang-tri')).toEqual(draw('quang-tri'))
    expect(draw('quang-tri')).not.toEqual(draw('quang-trj'))
  })

  test('fill the range evenly, both ends included', () => {
    const random = seededRandom('range')
    const counts = new Map<number, number>()
    for (let draws = 0; draws < 6000; draws++) {
      const value = random.between(1, 6)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  test('a fork does not depend on what was drawn before it', () => {
    const one = seededRandom('fork')
    one.next()
    expect(one.fork('people').next()).toBe(seededRandom('fork').fork('people').next())
  })

  test('weights count and a shuffle keeps everything', () => {
    const random = seededRandom('weights')
    const items = [
      { name: 'often', weight: 9 },
      { name: 'rarely', weight: 1 },
    ]
    const often = Array.from({ length: 1000 }, () => random.pickWeighted(items)).filter(item => item.name === 'often')
    expect(often.length).toBeGreaterThan(850)
    expect(often.length).toBeLessThan(950)
    expect(random.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5])
  })

  test('ids come of seed and name alone', () => {
    const identify = identifier('quang-tri')
    const at = '2025-07-01T00:00:00Z'
    expect(identify('a', at)).toBe(identifier('quang-tri')('a', at))
    expect(identify('a', at)).not.toBe(identify('b', at))
    expect(identify('a', at)).not.toBe(identifier('another')('a', at))
  })
})

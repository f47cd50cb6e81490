import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { standings } from '#lib/roles/index.ts'
import { leadershipOf, proposeCapacities, type SigningFacts, signingBlock, signingCapacities } from './signing.ts'

const on = calendarDate('2026-11-25')
const committee = leadershipOf('people-committee')!
const department = leadershipOf('department', 'Giám đốc')!
const chairman = { standing: 'head', title: 'Chủ tịch' } as const
const deputy = { standing: 'deputy', title: 'Phó Chủ tịch' } as const
const officeHead = { standing: 'unit-head', title: 'Chánh Văn phòng' } as const
const officeDeputy = {
  standing: 'unit-deputy',
  title: 'Phó Chánh Văn phòng',
  unitHeadTitle: 'Chánh Văn phòng',
} as const
const orderBasis = 'Quy chế làm việc, Điều 12'
const authorisation = {
  givenBy: 'head',
  writtenBasis: 'Giấy ủy quyền số 03/GUQ-UBND ngày 02/11/2026',
  validFrom: calendarDate('2026-11-02'),
  validTo: calendarDate('2026-11-30'),
} as const

const lines = (facts: Omit<SigningFacts, 'on'>, capacity: (typeof signingCapacities)[number]) =>
  signingBlock({ on, ...facts }, capacity).lines
const refused = (facts: Omit<SigningFacts, 'on'>, capacity: (typeof signingCapacities)[number]) =>
  signingBlock({ on, ...facts }, capacity).refusal?.code

describe('the signing block of a People’s Committee', () => {
  const leadership = committee
  test('speaks for the collective', () => {
    expect(lines({ leadership, signer: chairman }, 'TM')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'])
    expect(lines({ leadership, signer: deputy }, 'KT')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    expect(lines({ leadership, signer: { standing: 'acting-head', title: 'Quyền Chủ tịch' } }, 'Q')).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'Q. CHỦ TỊCH',
    ])
  })

  test('of the chairman’s own documents does not', () => {
    const own = { leadership, authority: 'head' } as const
    expect(lines({ ...own, signer: chairman }, 'none')).toEqual(['CHỦ TỊCH'])
    expect(lines({ ...own, signer: deputy }, 'KT')).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    expect(refused({ ...own, signer: chairman }, 'TM')).toBe('tm-needs-collective')
  })

  test('of a deputy in charge is that of a deputy', () => {
    const signer = { standing: 'deputy-in-charge', title: 'Phó Chủ tịch' } as const
    expect(lines({ leadership, signer }, 'KT')?.[1]).toBe('KT. CHỦ TỊCH')
    expect(refused({ leadership, signer }, 'Q')).toBe('q-is-of-the-acting-head')
  })

  test('by order or authorisation names the chairman and the unit', () => {
    expect(lines({ leadership, signer: officeHead, orderBasis }, 'TL')).toEqual(['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'])
    expect(lines({ leadership, signer: officeDeputy, orderBasis }, 'TL')).toEqual([
      'TL. CHỦ TỊCH',
      'KT. CHÁNH VĂN PHÒNG',
      'PHÓ CHÁNH VĂN PHÒNG',
    ])
    expect(lines({ leadership, signer: officeHead, authorisation }, 'TUQ')).toEqual([
      'TUQ. CHỦ TỊCH',
      'CHÁNH VĂN PHÒNG',
    ])
  })
})

test('the signing block of a one-head agency has no collective', () => {
  const leadership = department
  expect(lines({ leadership, signer: { standing: 'head', title: 'Giám đốc' } }, 'none')).toEqual(['GIÁM ĐỐC'])
  expect(lines({ leadership, signer: { standing: 'deputy', title: 'Phó Giám đốc' } }, 'KT')).toEqual([
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
  ])
  expect(refused({ leadership, signer: { standing: 'head', title: 'Giám đốc' } }, 'TM')).toBe('tm-needs-collective')
  expect(leadershipOf('department')).toBeUndefined()
})

describe('Điều 13 forbids', () => {
  const leadership = committee
  test('signing in a standing that one does not hold', () => {
    expect(refused({ leadership, signer: deputy }, 'TM')).toBe('tm-is-of-the-head')
    expect(refused({ leadership, signer: deputy }, 'none')).toBe('prefix-missing')
    expect(refused({ leadership, signer: chairman }, 'KT')).toBe('kt-is-of-a-deputy')
    expect(refused({ leadership, signer: officeHead, orderBasis }, 'KT')).toBe('kt-is-of-a-deputy')
    expect(refused({ leadership, signer: { standing: 'acting-head', title: 'x' } }, 'TM')).toBe('acting-head-signs-q')
    expect(refused({ leadership, signer: deputy, orderBasis }, 'TL')).toBe('tl-is-of-a-unit')
    for (const capacity of signingCapacities)
      expect(
        refused(
          { leadership, signer: { standing: 'staff', title: 'Chuyên viên' }, orderBasis, authorisation },
          capacity,
        ),
      ).toBe('no-authority')
  })

  test('signing by order without the regulation', () => {
    expect(refused({ leadership, signer: officeHead }, 'TL')).toBe('tl-needs-regulation')
    expect(refused({ leadership, signer: officeHead, orderBasis: ' ' }, 'TL')).toBe('tl-needs-regulation')
    expect(refused({ leadership, signer: { ...officeDeputy, unitHeadTitle: null }, orderBasis }, 'TL')).toBe(
      'unit-head-title-unknown',
    )
  })

  test('signing by an authorisation that is not written, not in force, or handed on', () => {
    const facts = { leadership, signer: officeHead } as const
    expect(refused(facts, 'TUQ')).toBe('tuq-needs-writing')
    expect(refused({ ...facts, authorisation: { ...authorisation, writtenBasis: '' } }, 'TUQ')).toBe(
      'tuq-needs-writing',
    )
    expect(signingBlock({ ...facts, authorisation, on: calendarDate('2026-12-01') }, 'TUQ').refusal?.code).toBe(
      'tuq-not-in-force',
    )
    expect(signingBlock({ ...facts, authorisation, on: calendarDate('2026-11-01') }, 'TUQ').refusal?.code).toBe(
      'tuq-not-in-force',
    )
    expect(refused({ ...facts, authorisation: { ...authorisation, givenBy: 'unit-head' } }, 'TUQ')).toBe(
      'tuq-handed-on',
    )
    expect(refused({ ...facts, authorisation: { ...authorisation, givenBy: 'deputy' } }, 'TUQ')).toBe(
      'tuq-is-given-by-the-head',
    )
    expect(refused({ leadership, signer: deputy, authorisation }, 'TUQ')).toBe('tuq-is-of-a-unit-head')
    expect(refused({ leadership, signer: officeDeputy, authorisation }, 'TUQ')).toBe('tuq-is-of-a-unit-head')
  })
})

test('an authorisation holds on its first and on its last day', () => {
  for (const day of [authorisation.validFrom, authorisation.validTo])
    expect(
      signingBlock({ leadership: committee, signer: officeHead, authorisation, on: day }, 'TUQ').lines,
    ).toBeDefined()
})

describe('proposed capacities', () => {
  const propose = (facts: Omit<SigningFacts, 'on'>) => proposeCapacities({ on, ...facts })

  test('begin with the usual one', () => {
    expect(propose({ leadership: committee, signer: chairman })).toEqual(['TM', 'none'])
    expect(propose({ leadership: committee, authority: 'head', signer: chairman })).toEqual(['none'])
    expect(propose({ leadership: committee, signer: deputy })).toEqual(['KT'])
    expect(propose({ leadership: department, signer: { standing: 'head', title: 'Giám đốc' } })).toEqual(['none'])
    expect(propose({ leadership: committee, signer: officeHead })).toEqual([])
    expect(propose({ leadership: committee, signer: officeHead, orderBasis, authorisation })).toEqual(['TL', 'TUQ'])
  })

  test('are exactly those that are not refused', () => {
    for (const leadership of [committee, department])
      for (const standing of standings)
        for (const basis of [orderBasis, null])
          for (const paper of [authorisation, null]) {
            const signer = { standing, title: 'Chức vụ', unitHeadTitle: 'Trưởng phòng' }
            const facts = { leadership, signer, orderBasis: basis, authorisation: paper }
            expect([...propose(facts)].sort()).toEqual(
              signingCapacities.filter(capacity => lines(facts, capacity)).sort(),
            )
          }
  })
})

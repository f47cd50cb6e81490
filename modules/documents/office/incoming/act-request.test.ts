import { describe, expect, test } from 'vitest'
import {
  AnswerExtension,
  AskExtension,
  Assign,
  ChangeLead,
  Direct,
  Finish,
  Forward,
  type IncomingAct,
  Propose,
  Urge,
} from '#modules/documents/contract.ts'
import { missingIn, requestOf } from './act-request.ts'
import { type ActValue, type Chosen, emptyValue, initialValue, mustName, worksFor } from './act-value.ts'
import { workOf } from './work-for-tests.ts'

const id = (digit: number) => `01a206a7-57c0-7514-84d0-5db5ecbe28a${digit}`
const economy: Chosen = { id: id(1), name: 'Phòng Kinh tế', kind: 'unit' }
const police: Chosen = { id: id(2), name: 'Công an xã', kind: 'unit' }
const culture: Chosen = { id: id(3), name: 'Phòng Văn hóa', kind: 'unit' }
const villageHead: Chosen = { id: id(4), name: 'Ngô Văn Cát', kind: 'seat' }
const value = (changes: Partial<ActValue>): ActValue => ({ ...emptyValue, ...changes })
const nothing = { assignments: [] }
const leader = { namesLeader: false }

describe('a direction', () => {
  const direction = value({
    lead: economy,
    dueOn: '2026-12-02',
    assist: [police, culture],
    assistDueOn: '2026-11-30',
    inform: [villageHead],
    own: {
      [culture.id]: { dueOn: '2026-11-27', text: ' Soạn bài ' },
      [villageHead.id]: { dueOn: '', text: 'Báo dân' },
    },
    text: '  Rà soát 14 thôn. ',
  })

  test('gives each party its part, its deadline and its own words', () => {
    expect(requestOf('direct', direction, nothing)).toEqual({
      targets: [
        { unitId: economy.id, role: 'lead', dueOn: '2026-12-02' },
        { unitId: police.id, role: 'assist', dueOn: '2026-11-30' },
        { unitId: culture.id, role: 'assist', dueOn: '2026-11-27', text: 'Soạn bài' },
        { seatId: villageHead.id, role: 'inform', text: 'Báo dân' },
      ],
      text: 'Rà soát 14 thôn.',
    })
  })

  test('goes to a leader who directs further instead of somebody who leads', () => {
    const further = value({ lead: villageHead, further: true })
    expect(requestOf('direct', further, nothing)).toMatchObject({
      targets: [{ seatId: villageHead.id, role: 'direct' }],
    })
  })

  test('takes the photo of a paper along only where it is typed in for a leader', () => {
    const files = [{ id: id(5), name: 'but-phe.jpg', size: 1 }]
    expect(requestOf('direct', { ...direction, files }, nothing)).not.toHaveProperty('evidence')
    expect(requestOf('direct', { ...direction, files, behalf: id(6) }, nothing)).toMatchObject({
      onBehalfOf: id(6),
      evidence: [{ uploadId: id(5), role: 'evidence' }],
    })
  })

  test('names what is missing: who leads, and for a clerk in whose name', () => {
    expect(missingIn('direct', emptyValue, leader).map(one => one.path)).toEqual(['lead'])
    expect(missingIn('direct', emptyValue, { namesLeader: true }).map(one => one.path)).toEqual(['behalf', 'lead'])
    expect(missingIn('direct', direction, leader)).toEqual([])
  })

  test('begins with what the head of office proposed, so that a leader changes only what he would have otherwise', () => {
    const target = {
      seatId: null,
      unitId: economy.id,
      name: economy.name,
      role: 'lead',
      dueOn: '2026-12-01',
      text: null,
    }
    const proposal = { byName: 'Vũ Thị Dung', at: '', text: 'Giao Phòng Kinh tế', dueOn: null, targets: [target] }
    const begun = initialValue('direct', { assignments: [], proposal }, 'leader')
    expect(begun).toMatchObject({
      text: 'Giao Phòng Kinh tế',
      dueOn: '2026-12-01',
      lead: { id: economy.id, kind: 'unit' },
    })
  })
})

test('who corrects a direction begins with what was typed in for him, and with nothing of other levels', () => {
  const entered = { fromSeatId: 'clerk', onBehalfOfSeatId: 'leader', enteredAs: 'from-paper' as const }
  const assignments = [
    workOf({
      ...entered,
      toUnitId: economy.id,
      toSeatId: null,
      toName: economy.name,
      text: 'Rà soát',
      dueOn: '2026-12-02',
    }),
    workOf({ id: 'other', parentId: 'work', fromSeatId: 'head', toName: 'Không liên quan' }),
  ]
  const begun = initialValue('correct-direction', { assignments, proposal: null }, 'leader')
  expect(begun).toMatchObject({
    text: 'Rà soát',
    dueOn: '2026-12-02',
    lead: { id: economy.id },
    assist: [],
    inform: [],
  })
})

describe('a direction that is opened again and sent unchanged', () => {
  const sent = [
    { unitId: economy.id, role: 'lead', dueOn: '2026-12-02' },
    { unitId: police.id, role: 'assist', dueOn: '2026-11-30' },
    { unitId: culture.id, role: 'assist', dueOn: '2026-11-27', text: 'Soạn bài' },
    { seatId: villageHead.id, role: 'inform', text: 'Báo dân' },
  ]
  const name = [economy.name, police.name, culture.name, villageHead.name]

  test('says to each what it said before, also as it was typed in for a leader', () => {
    const entered = { fromSeatId: 'clerk', onBehalfOfSeatId: 'leader', enteredAs: 'from-paper' as const }
    const assignments = sent.map(({ unitId = null, seatId = null, role, dueOn = null, text = 'Rà soát' }, at) =>
      workOf({
        ...{ ...entered, id: `work${at}`, toUnitId: unitId, toSeatId: seatId, toName: name[at]! },
        ...{ role: role as 'lead', dueOn, text },
      }),
    )
    const begun = initialValue('correct-direction', { assignments, proposal: null }, 'leader')
    expect(requestOf('correct-direction', begun, { assignments })).toEqual({ targets: sent, text: 'Rà soát' })
  })

  test('and as the head of office proposed it', () => {
    const targets = sent.map(({ unitId = null, seatId = null, role, dueOn = null, text = null }, at) => ({
      ...{ unitId, seatId, name: name[at]!, role, dueOn, text },
    }))
    const proposal = { byName: 'Vũ Thị Dung', at: '', text: 'Rà soát', dueOn: null, targets }
    const begun = initialValue('direct', { assignments: [], proposal }, 'leader')
    expect(requestOf('direct', begun, nothing)).toEqual({ targets: sent, text: 'Rà soát' })
  })
})

test('urging begins with those who answer for it, not with those who assist', () => {
  const assignments = [workOf({ id: 'lead' }), workOf({ id: 'assist', role: 'assist' })]
  expect(initialValue('urge', { assignments, proposal: null }, 'clerk').urged).toEqual(['lead'])
})

test('clerk, and head of office where it waits for a leader, say whose direction it is', () => {
  const waiting = { state: 'awaiting-direction' as const, assignments: [] }
  expect(mustName(waiting, 'clerk')).toBe(true)
  expect(mustName(waiting, 'office-head')).toBe(true)
  expect(mustName(waiting, 'leader')).toBe(false)
  expect(mustName({ ...waiting, state: 'awaiting-proposal' }, 'office-head')).toBe(false)
  expect(mustName({ ...waiting, assignments: [workOf({ role: 'direct', mine: true })] }, 'office-head')).toBe(false)
})

test('nobody is asked to answer his own question for more time', () => {
  const extension = { id: id(7), askedDueOn: '2026-12-10', reason: 'Mưa lũ', askedBy: 'Trần Thị Bình' }
  const below = workOf({ id: 'below', parentId: 'mine', extension, mayChangeAs: 'seat' })
  const work = [workOf({ id: 'mine', mine: true, extension }), below]
  expect(worksFor('answer-extension', work, 'seat').map(one => one.id)).toEqual(['below'])
})

test('work is chosen among one’s own to report, and among what one gave to withdraw', () => {
  const assignments = [
    workOf({ id: 'mine', mine: true, fromSeatId: 'other' }),
    workOf({ id: 'given', fromSeatId: 'me', mayChangeAs: 'me' }),
    workOf({ id: 'of-others' }),
  ]
  expect(worksFor('finish', assignments, 'me').map(one => one.id)).toEqual(['mine'])
  expect(worksFor('withdraw', assignments, 'me').map(one => one.id)).toEqual(['given'])
  expect(worksFor('withdraw', assignments, 'first').map(one => one.id)).toEqual(['given'])
})

test('work is taken from somebody only after he was chosen, unless there is one alone', () => {
  const one = workOf({ id: 'one', fromSeatId: 'me', mayChangeAs: 'me' })
  const aim = (assignments: (typeof one)[]) => initialValue('withdraw', { assignments, proposal: null }, 'me').work
  expect(aim([one])).toBe('one')
  expect(aim([one, workOf({ id: 'two', fromSeatId: 'me', mayChangeAs: 'me' })])).toBe('')
})

test('an extension is granted as asked, until another day, or not at all, and then with a reason', () => {
  const extension = { id: id(7), askedDueOn: '2026-12-10', reason: 'Mưa lũ', askedBy: 'Trần Thị Bình' }
  const document = { assignments: [workOf({ extension })] }
  const answer = (changes: Partial<ActValue>) =>
    requestOf('answer-extension', value({ work: 'work', ...changes }), document)
  expect(answer({ granted: 'asked' })).toEqual({ extensionId: id(7), grantedDueOn: '2026-12-10' })
  expect(answer({ granted: 'other', dueOn: '2026-12-04' })).toMatchObject({ grantedDueOn: '2026-12-04' })
  expect(answer({ granted: 'none', text: 'Gấp' })).toMatchObject({ grantedDueOn: null, text: 'Gấp' })
  expect(missingIn('answer-extension', value({ granted: 'none' }), leader).map(one => one.path)).toEqual(['text'])
})

test('what the form sends is what the contract of each act takes', () => {
  const filled = value({
    id: id(7),
    text: 'Lời',
    dueOn: '2026-12-02',
    lead: economy,
    assist: [police],
    inform: [villageHead],
    leader: villageHead,
    work: id(8),
    urged: [id(8)],
    granted: 'other',
  })
  const extension = { id: id(7), askedDueOn: '2026-12-10', reason: '', askedBy: '' }
  const document = { assignments: [workOf({ id: id(8), extension })] }
  const contracts = {
    direct: Direct,
    propose: Propose,
    assign: Assign,
    'change-lead': ChangeLead,
    urge: Urge,
    'ask-extension': AskExtension,
    'answer-extension': AnswerExtension,
    finish: Finish,
    forward: Forward,
  } satisfies Partial<Record<IncomingAct, unknown>>
  for (const [act, contract] of Object.entries(contracts)) {
    const read = contract.safeParse(requestOf(act as IncomingAct, filled, document))
    expect(read.error?.issues ?? [], act).toEqual([])
  }
})

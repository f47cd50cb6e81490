import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { delegate } from '#modules/agencies/delegate.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { documentsHttp, type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { Today } from './contract.ts'
import { handOver } from './hand-over.ts'
import { groupDay, type Waiting } from './today-groups.ts'

type Day = z.infer<typeof Today>
const today = todayInVietnam(new Date())
const day = (offset: number) => addDays(today, offset)
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const todayOf = async (seat: OfficeSeat, where = desk) => (await where.get<Day>(seat, '/documents/today')).body
const waitingOf = ({ urgent, overdue, today: now, soon }: Day) => [...urgent, ...overdue, ...now, ...soon]
const actsOf = (view: Day, id: string) =>
  waitingOf(view)
    .filter(item => item.documentId === id)
    .map(item => item.act)

describe('Việc hôm nay', () => {
  test('begins each row with the act that it waits for, and ends with it', async () => {
    const id = await desk.register({ dueOn: day(20) })
    expect(actsOf(await todayOf('leader'), id)).toEqual(['direct'])
    expect(actsOf(await todayOf('deputy'), id)).toEqual([])
    await desk.act('leader', id, 'direct', {
      targets: [{ unitId: desk.office.units.economy, role: 'lead' }],
      text: 'Báo cáo tôi',
    })
    expect(actsOf(await todayOf('leader'), id)).toEqual([])
    const [item] = waitingOf(await todayOf('unit-head')).filter(one => one.documentId === id)
    expect(item).toMatchObject({ act: 'assign', detail: 'Lê Văn Định: Báo cáo tôi', dueOn: day(20), unread: true })
    await desk.act('unit-head', id, 'open')
    await desk.act('unit-head', id, 'assign', { targets: [{ seatId: desk.office.seats.specialist.id, role: 'lead' }] })
    expect(actsOf(await todayOf('unit-head'), id)).toEqual([])
    expect(actsOf(await todayOf('specialist'), id)).toEqual(['finish'])
    await desk.act('specialist', id, 'finish', { result: 'Xong' })
    expect(actsOf(await todayOf('specialist'), id)).toEqual([])
    expect(actsOf(await todayOf('unit-head'), id)).toEqual(['finish'])
  })

  test('asks the leader to confirm what is proposed, and to answer who asks for time', async () => {
    const other = await incomingOffice({ books: { routes: [{ typeCodes: [], route: 'office-head', unitId: null }] } })
    const { units, seats } = other.office
    const id = await other.register()
    expect(actsOf(await todayOf('office-head', other), id)).toEqual(['propose'])
    await other.act('office-head', id, 'propose', {
      leaderSeatId: seats.leader.id,
      targets: [{ unitId: units.economy, role: 'lead', dueOn: day(5) }],
    })
    expect(actsOf(await todayOf('leader', other), id)).toEqual(['confirm'])
    await other.act('leader', id, 'confirm')
    const [lead] = (await other.see('unit-head', id)).body.assignments
    await other.act('unit-head', id, 'ask-extension', {
      ...{ extensionId: testId(), assignmentId: lead!.id, dueOn: day(9), reason: 'Chờ số liệu' },
    })
    const [item] = waitingOf(await todayOf('leader', other)).filter(one => one.documentId === id)
    expect(item).toMatchObject({ act: 'answer-extension', detail: expect.stringContaining('Phan Quốc Việt xin đến') })
  })

  test('puts HỎA TỐC and what was urged before what is late, and says when what is urgent came to the minute', async () => {
    const other = await incomingOffice()
    const { units } = other.office
    const give = async (facts: object, dueOn?: string) => {
      const id = await other.register({ dueOn: null, ...facts })
      await other.act('leader', id, 'direct', { targets: [{ unitId: units.economy, role: 'lead', dueOn }] })
      return id
    }
    const calm = await give({}, day(40))
    const urged = await give({}, day(41))
    const express = await give({ urgency: 3 }, day(42))
    const late = await give({ dueOn: day(-4) })
    const [work] = (await other.see('leader', urged)).body.assignments
    await other.act('clerk', urged, 'urge', { assignmentIds: [work!.id], text: 'Chủ tịch hỏi' })
    const view = await todayOf('unit-head', other)
    expect(view.overdue.map(item => item.documentId)).toEqual([late])
    expect(view.urgent[0]!.detail).toMatch(/ · đến lúc \d\d:\d\d, hôm nay$/)
    expect(view.urgent.map(item => [item.documentId, item.urgedText])).toEqual([
      [express, null],
      [urged, 'Chủ tịch hỏi'],
    ])
    expect(view.soon.map(item => item.documentId)).toEqual([calm])
  })

  test('shows a delegate what waits for the one he stands in for, from that one’s seat', async () => {
    const other = await incomingOffice()
    const { seats } = other.office
    const id = await other.register()
    await other.office.act('leader', context =>
      delegate(context, {
        ...{
          id: testId(),
          toSeatId: seats.deputy.id,
          scope: 'incoming',
          maySign: false,
          validFrom: today,
          validTo: day(2),
        },
      }),
    )
    const http = await documentsHttp(other.office)
    const { body } = await http.call<Day>(seats.deputy, 'GET /documents/today')
    expect(waitingOf(body)).toMatchObject([{ documentId: id, act: 'direct', seatId: seats.leader.id }])
  })

  test('tells those who see all what came in today, and what one just did with the way to undo it', async () => {
    const other = await incomingOffice()
    const id = await other.register()
    const view = await todayOf('clerk', other)
    expect(view.arrivedToday).toMatchObject({ registered: 1, arrived: 1, lastNumber: 1286 })
    expect(view.recent).toMatchObject([
      { documentId: id, act: 'register', detail: '1286 → Lê Văn Định', undo: 'take-back' },
    ])
    await other.act('leader', id, 'open')
    expect((await todayOf('clerk', other)).recent).toMatchObject([{ act: 'register', undo: null }])
    expect((await todayOf('specialist', other)).arrivedToday).toBeNull()
  })

  test('lists for clerk, office head and the head of the unit what is open with seats that ended', async () => {
    const other = await incomingOffice()
    const { seats } = other.office
    const give = async (seatId: string, facts: object = {}) => {
      const id = await other.register(facts)
      await other.act('leader', id, 'direct', { targets: [{ seatId, role: 'lead' }] })
      return id
    }
    const id = await give(seats.specialist.id)
    await give(seats['other-specialist'].id, { restricted: true })
    const leftFor = async (seat: OfficeSeat) => (await todayOf(seat, other)).left.map(one => [one.name, one.count])
    expect(await leftFor('clerk')).toEqual([])
    for (const seat of ['specialist', 'other-specialist'] as const)
      await other.office.act('agency-admin', context => endSeat(context, { id: seats[seat].id, validTo: today }))
    // What is restricted is counted for those who may not read it too: else nobody would know that it lies there.
    for (const seat of ['clerk', 'office-head'] as const)
      expect((await leftFor(seat)).toSorted()).toEqual([
        ['Bùi Đức Thiện', 1],
        ['Đỗ Minh Ánh', 1],
      ])
    expect(await leftFor('unit-head')).toEqual([['Đỗ Minh Ánh', 1]])
    expect(await leftFor('other-unit-head')).toEqual([['Bùi Đức Thiện', 1]])
    for (const seat of ['leader', 'village-head'] as const) expect(await leftFor(seat)).toEqual([])
    await other.office.act('unit-head', context =>
      handOver(context, { id: seats.specialist.id, toSeatId: seats['unit-head'].id, documentIds: [id] }),
    )
    expect(await leftFor('office-head')).toEqual([['Bùi Đức Thiện', 1]])
    expect(await leftFor('unit-head')).toEqual([])
  })

  test('names today’s meetings of invitations that one may see', async () => {
    const at = new Date(Date.parse(`${today}T07:00:00Z`)).toISOString()
    const facts = { typeCode: 'giay-moi', subject: 'Mời họp giao ban', meetingAt: at, meetingPlace: 'Phòng họp tầng 2' }
    const id = await desk.register(facts)
    const hidden = await desk.register({ ...facts, restricted: true })
    expect((await todayOf('office-head')).invitations).toEqual([
      { documentId: id, direction: 'incoming', at, place: 'Phòng họp tầng 2', subject: 'Mời họp giao ban' },
    ])
    expect((await todayOf('leader')).invitations.map(one => one.documentId).toSorted()).toEqual([id, hidden].toSorted())
    expect((await todayOf('specialist')).invitations).toEqual([])
  })
})

describe('the order of a day', () => {
  const item = (facts: Partial<Waiting>): Waiting => ({
    ...{
      act: 'finish',
      direction: 'incoming',
      documentId: testId(),
      seatId: testId(),
      assignmentId: null,
      subject: '',
    },
    ...{ notation: '', issuerName: '', detail: '', urgency: 0, dueOn: null, lateness: { kind: 'none', days: 0 } },
    ...{ arrivedAt: '2026-11-25T01:00:00.000Z', unread: false, handleBy: null, urgedText: null, ...facts },
  })

  test('has registering and numbering on the day, whatever the deadline', () => {
    const groups = groupDay([item({ act: 'register' }), item({ act: 'number' }), item({ act: 'finish' })])
    expect([groups.overdue.length, groups.today.length, groups.soon.length]).toEqual([0, 2, 1])
  })

  test('has what arrived urgent on top until somebody has work of it, and then under today', () => {
    const arrivals = ['register', 'propose', 'confirm', 'direct', 'see-urgent'].map(act => item({ act, urgency: 1 }))
    const given = [
      item({ act: 'finish', urgency: 2, assignmentId: testId() }),
      item({ act: 'open', urgency: 1, assignmentId: testId() }),
      item({ act: 'number', urgency: 1, direction: 'outgoing' }),
    ]
    const groups = groupDay([...given, ...arrivals])
    expect(groups.urgent).toEqual(arrivals.toSorted((one, other) => (one.documentId < other.documentId ? -1 : 1)))
    expect(groups.today).toHaveLength(given.length)
  })

  test('puts HỎA TỐC before all, then the urged, then urgency, deadline and age', () => {
    const overdue = { lateness: { kind: 'overdue' as const, days: 1 } }
    const wanted = [
      item({ ...overdue, urgency: 2 }),
      item({ ...overdue, dueOn: '2026-11-10' }),
      item({ ...overdue, dueOn: '2026-11-11', arrivedAt: '2026-11-01T01:00:00.000Z' }),
      item({ ...overdue, dueOn: '2026-11-11' }),
      item({ ...overdue }),
    ]
    const atOnce = [
      item({ urgency: 3, dueOn: '2026-11-20' }),
      item({ ...overdue, urgedText: 'Gấp', dueOn: '2026-11-10' }),
      item({ urgedText: 'Gấp', dueOn: '2027-01-20' }),
    ]
    const groups = groupDay([...wanted, ...atOnce].toReversed())
    expect(groups.overdue).toEqual(wanted)
    expect(groups.urgent).toEqual(atOnce)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toSeat, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import type { Today } from './contract.ts'

type List = { items: { id: string; unread: boolean }[] }
const unseen = { unseen: true }

describe('an incoming document that came only for information', () => {
  let desk: IncomingOffice
  beforeAll(async () => {
    desk = await incomingOffice()
  })
  /** One whose work Phòng Kinh tế leads; the village head and Phòng Văn hóa – Xã hội are to know of it. */
  async function informing(): Promise<string> {
    const { seats, units } = desk.office
    const id = await desk.register()
    const given = await desk.act('leader', id, 'direct', {
      targets: [
        { unitId: units.economy, role: 'lead' },
        { seatId: seats['village-head'].id, role: 'inform' },
        { unitId: units.culture, role: 'inform' },
      ],
    })
    expect(given.status).toBe(200)
    return id
  }
  const unreadOf = async (seat: OfficeSeat, id: string) =>
    (await desk.get<List>(seat, '/documents/incoming?tab=for-information')).body.items.find(one => one.id === id)
      ?.unread
  const waitsFor = async (seat: OfficeSeat, id: string) => {
    const { urgent, overdue, today, soon } = (await desk.get<Today>(seat, '/documents/today')).body
    return [...urgent, ...overdue, ...today, ...soon].some(one => one.documentId === id)
  }
  const looksOf = (id: string, seat: OfficeSeat) =>
    desk.office.system(({ tx, agency }) =>
      tx
        .selectFrom('access_log')
        .select('kind')
        .where('agency_id', '=', agency)
        .where('document_id', '=', id)
        .where('seat_id', '=', desk.office.seats[seat].id)
        .execute(),
    )

  test('is read by being opened, and nothing more is asked of whoever got it', async () => {
    const id = await informing()
    expect(await unreadOf('village-head', id)).toBe(true)
    await desk.act('village-head', id, 'open')
    expect(await unreadOf('village-head', id)).toBe(false)
    expect(await waitsFor('village-head', id)).toBe(false)
    const { body } = await desk.see('leader', id)
    expect(body.assignments.map(one => [one.role, one.state, one.openedAt !== null])).toEqual([
      ['lead', 'open', false],
      ['inform', 'done', true],
      ['inform', 'open', false],
    ])
  })

  test('is no longer among the work of whoever led it and keeps it for information alone', async () => {
    const { seats, units } = desk.office
    const id = await desk.register({ restricted: true })
    const targets = [
      { seatId: seats['unit-head'].id, role: 'lead' },
      { unitId: units.economy, role: 'inform' },
    ]
    const given = await desk.act('leader', id, 'direct', { targets })
    expect(given.status).toBe(200)
    const mine = async () =>
      (await desk.get<List>('unit-head', '/documents/incoming?tab=mine')).body.items.some(one => one.id === id)
    expect(await mine()).toBe(true)
    const changed = await desk.act('leader', id, 'change-lead', {
      ...{ assignmentId: given.body.assignments.find(one => one.role === 'lead')!.id, reason: 'Đúng lĩnh vực' },
      seatId: seats['other-unit-head'].id,
    })
    expect(changed.status).toBe(200)
    expect(await mine()).toBe(false)
    expect(await unreadOf('unit-head', id)).toBe(true)
  })

  test('is marked as read from the list without being looked at, and history says so', async () => {
    const id = await informing()
    expect((await desk.act('village-head', id, 'open', unseen)).status).toBe(200)
    expect(await unreadOf('village-head', id)).toBe(false)
    expect(await waitsFor('village-head', id)).toBe(false)
    expect(await looksOf(id, 'village-head')).toEqual([])
    const { history, assignments } = (await desk.see('leader', id)).body
    expect(history.at(-1)).toMatchObject({ act: 'mark-read', actorName: 'Hoàng Đình Cảnh' })
    expect(assignments[1]).toMatchObject({ toName: 'Hoàng Đình Cảnh', state: 'done' })
  })

  test('stays to be read by each of a unit for himself', async () => {
    const id = await informing()
    await desk.act('other-specialist', id, 'open', unseen)
    expect([await unreadOf('other-specialist', id), await unreadOf('other-unit-head', id)]).toEqual([false, true])
    expect(await waitsFor('other-unit-head', id)).toBe(true)
    await desk.act('other-unit-head', id, 'open', unseen)
    expect(await waitsFor('other-unit-head', id)).toBe(false)
  })

  test('is still to be read when its work is finished', async () => {
    const id = await informing()
    await desk.act('unit-head', id, 'finish', { result: 'Xong' })
    expect(await waitsFor('village-head', id)).toBe(true)
    await desk.act('village-head', id, 'open')
    const { state, assignments } = (await desk.see('leader', id)).body
    expect([state, ...assignments.map(one => one.state)]).toEqual(['finished', 'done', 'done', 'open'])
  })

  test('is the only one that may be marked so: work, what waits for a decision and what is another’s is refused', async () => {
    const id = await informing()
    const waiting = await desk.register()
    for (const [seat, document] of [
      ['unit-head', id],
      ['leader', waiting],
      ['clerk', id],
    ] as const)
      expect(await desk.act(seat, document, 'open', unseen)).toMatchObject({
        ...{ status: 409, body: { code: 'documents.NotOnlyForInformation' } },
      })
    expect((await desk.act('other-specialist', waiting, 'open', unseen)).status).toBe(404)
    const { assignments, history } = (await desk.see('leader', id)).body
    expect(assignments[0]).toMatchObject({ state: 'open', openedAt: null })
    expect(history.map(entry => entry.act)).toEqual(['register', 'direct'])
  })
})

describe('a document that was issued inside', () => {
  let desks: TwoDesks
  let desk: OutgoingDesk
  beforeAll(async () => {
    desks = await twoDesks({ relaying: false })
    desk = desks.here
  })
  afterAll(() => desks.stop())

  test('is marked as read by whoever got it, and by nobody else', async () => {
    const { seats, units } = desk.office
    const id = await desk.quick.dispatched({ recipients: [toSeat(seats['village-head'].id), toUnit(units.culture)] })
    expect((await desk.act('village-head', id, 'open', unseen)).status).toBe(200)
    expect((await desk.act('leader', id, 'open', unseen)).body.code).toBe('documents.NotOnlyForInformation')
    const { recipients } = (await desk.see('clerk', id)).body
    expect(recipients.map(one => one.state)).toEqual(['read', 'sent'])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})

/** A restricted document of which the leader gave work. */
async function given(targets: object[], where = desk): Promise<string> {
  const id = await where.register({ restricted: true })
  expect((await where.act('leader', id, 'direct', { targets })).status).toBe(200)
  return id
}
const workOf = async (id: string, seat: OfficeSeat = 'leader', where = desk) =>
  (await where.see(seat, id)).body.assignments
const mine = async (seat: OfficeSeat) =>
  (await desk.get<{ items: { id: string }[] }>(seat, '/documents/incoming?tab=mine')).body.items.map(one => one.id)

describe('of a restricted document', () => {
  test('the head who loses the work of his unit goes on with his own', async () => {
    const { units, seats } = desk.office
    const id = await given([
      { unitId: units.culture, role: 'lead' },
      { seatId: seats['unit-head'].id, role: 'assist' },
      { unitId: units.economy, role: 'assist' },
    ])
    const assist = (await workOf(id)).find(one => one.toUnitId === units.economy)!
    expect(await mine('unit-head')).toContain(id)
    const back = await desk.act('leader', id, 'withdraw', { assignmentId: assist.id, reason: 'Không cần phối hợp' })
    expect(back.status).toBe(200)
    expect((await desk.see('unit-head', id)).status).toBe(200)
    expect(await mine('unit-head')).toContain(id)
  })

  test('the head who loses all of it before he looked sees it no longer', async () => {
    const { units, seats } = desk.office
    const id = await given([
      { seatId: seats['unit-head'].id, role: 'lead' },
      { unitId: units.economy, role: 'assist' },
    ])
    for (const { id: assignmentId } of await workOf(id))
      await desk.act('leader', id, 'withdraw', { assignmentId, reason: 'Giao nhầm' })
    expect((await desk.see('unit-head', id)).status).toBe(404)
    expect(await mine('unit-head')).not.toContain(id)
  })

  test('the clerk who registered it, and lost work of it before he looked, goes on seeing it', async () => {
    const { units, seats } = desk.office
    const id = await given([
      { unitId: units.culture, role: 'lead' },
      { seatId: seats.clerk.id, role: 'assist' },
    ])
    const assist = (await workOf(id)).find(one => one.toSeatId === seats.clerk.id)!
    await desk.act('leader', id, 'withdraw', { assignmentId: assist.id, reason: 'Giao nhầm' })
    expect((await desk.see('clerk', id)).status).toBe(200)
    expect(await mine('clerk')).not.toContain(id)
  })

  test('a unit that nobody leads learns nothing, and who sends it there is told why', async () => {
    const other = await incomingOffice()
    const { units, seats } = other.office
    await other.office.act('agency-admin', context =>
      endSeat(context, { id: seats['other-unit-head'].id, validTo: context.today }),
    )
    const id = await other.register({ restricted: true })
    const targets = [
      { unitId: units.economy, role: 'lead' },
      { unitId: units.culture, role: 'inform' },
    ]
    expect(await other.act('leader', id, 'direct', { targets })).toMatchObject({
      status: 422,
      body: { code: 'documents.RestrictedUnitVacant', title: expect.stringContaining('Phòng Văn hóa – Xã hội') },
    })
    expect(await workOf(id, 'leader', other)).toEqual([])
  })

  test('work is finished, and taken back, also when the head of a unit that had some has left', async () => {
    const other = await incomingOffice()
    const { units, seats } = other.office
    const targets = [
      { seatId: seats['unit-head'].id, role: 'lead' },
      { unitId: units.culture, role: 'assist' },
    ]
    const [done, back] = [await given(targets, other), await given(targets, other)]
    await other.office.act('agency-admin', context =>
      endSeat(context, { id: seats['other-unit-head'].id, validTo: context.today }),
    )
    const assist = (await workOf(back, 'leader', other)).find(one => one.toUnitId === units.culture)!
    const withdrawn = await other.act('leader', back, 'withdraw', { assignmentId: assist.id, reason: 'Phòng khuyết' })
    expect([withdrawn.status, withdrawn.text]).toEqual([200, expect.anything()])
    const finished = await other.act('unit-head', done, 'finish', { result: 'Xong' })
    expect([finished.status, finished.body.state]).toEqual([200, 'finished'])
  })
})

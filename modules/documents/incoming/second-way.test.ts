import { beforeAll, describe, expect, test } from 'vitest'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { officeHttp } from '#tests/office/office-http.ts'
import { handOverRoutes } from '../routes-hand-over.ts'

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const seat = (name: OfficeSeat) => desk.office.seats[name].id
const unit = (name: 'economy' | 'culture' | 'village') => desk.office.units[name]
const stateOf = async (id: string) => {
  const { body } = await desk.see('clerk', id)
  return [body.state, body.holderName]
}
const done = async (by: OfficeSeat, id: string, act: string, body: object = {}) => {
  const answer = await desk.act(by, id, act, body)
  expect(answer.status, `${by} ${act}: ${answer.text}`).toBe(200)
  return answer.body
}

/** Phòng Kinh tế led, Phòng Văn hóa helps and was to hear of it; the chairman got it back, and gives it to the office head. */
async function returnedTwice(): Promise<string> {
  const id = await desk.register()
  await done('leader', id, 'direct', {
    targets: [
      { unitId: unit('economy'), role: 'lead' },
      { unitId: unit('culture'), role: 'assist' },
      { seatId: seat('village-head'), role: 'inform' },
    ],
  })
  await done('unit-head', id, 'return', { reason: 'Không thuộc chức năng' })
  await done('leader', id, 'return', { reason: 'Đề nghị Văn phòng đề xuất' })
  expect(await stateOf(id)).toEqual(['awaiting-proposal', 'Nguyễn Hữu Phước'])
  return id
}

describe('a document whose work came back', () => {
  test('stays where it was brought since, whoever of those beside opens it', async () => {
    const id = await returnedTwice()
    for (const one of ['other-unit-head', 'village-head'] as const) await done(one, id, 'open')
    expect(await stateOf(id)).toEqual(['awaiting-proposal', 'Nguyễn Hữu Phước'])
    expect((await desk.see('office-head', id)).body.allowed).toContain('propose')
  })

  test('stays there too when others are let know of it, with what was proposed', async () => {
    const id = await returnedTwice()
    const inform = { targets: [{ seatId: seat('specialist'), role: 'inform' }] }
    expect(await done('clerk', id, 'forward', inform)).toMatchObject({ state: 'awaiting-proposal' })
    await done('office-head', id, 'propose', {
      leaderSeatId: seat('deputy'),
      targets: [{ seatId: seat('other-specialist'), role: 'lead' }],
    })
    await done('other-unit-head', id, 'open')
    expect(await stateOf(id)).toEqual(['awaiting-direction', 'Hồ Thị Đào'])
    expect((await desk.see('deputy', id)).body.allowed).toContain('confirm')
  })
})

describe('work that was given on and whose upper part went to another', () => {
  test('is reported as done before that one has opened it, and lies with him again', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', { targets: [{ seatId: seat('unit-head'), role: 'lead' }] })
    await done('unit-head', id, 'open')
    await done('unit-head', id, 'assign', { targets: [{ seatId: seat('specialist'), role: 'lead' }] })
    await done('specialist', id, 'open')
    const http = await officeHttp(desk.office.machinery, handOverRoutes)
    const given = await http.call(desk.office.seats.clerk, `POST /seats/${seat('unit-head')}/hand-over`, {
      ...{ toSeatId: seat('other-unit-head'), documentIds: [id] },
    })
    expect(given.status).toBe(200)
    const reported = await done('specialist', id, 'finish', { result: 'Đã tổng hợp' })
    expect(reported).toMatchObject({ state: 'assigned', holderName: 'Võ Thị Ái' })
  })
})

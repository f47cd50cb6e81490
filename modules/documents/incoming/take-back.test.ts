import { beforeAll, describe, expect, test } from 'vitest'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'

import { writeHistory } from '../history.ts'

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const economyLeads = () => ({
  targets: [{ unitId: desk.office.units.economy, role: 'lead' }],
  text: 'Tham mưu trả lời',
})
/** A document whose work Phòng Kinh tế leads. */
async function directed(more: object = {}): Promise<string> {
  const id = await desk.register()
  expect((await desk.act('leader', id, 'direct', { ...economyLeads(), ...more })).status).toBe(200)
  return id
}

describe('what was given or sent up by mistake', () => {
  test('is taken back while nobody opened it, and then nobody saw it', async () => {
    const id = await directed()
    const taken = await desk.act('leader', id, 'take-back')
    expect(taken.body).toMatchObject({ state: 'awaiting-direction', holderName: 'Lê Văn Định' })
    expect((await desk.see('specialist', id)).status).toBe(404)
    await desk.act('leader', id, 'direct', economyLeads())
    await desk.act('unit-head', id, 'open')
    const tooLate = await desk.act('leader', id, 'take-back')
    expect(tooLate).toMatchObject({ status: 409, body: { code: 'documents.NothingToTakeBack' } })
  })

  test('is not taken back once anybody of the unit has read it, though its head has not opened it', async () => {
    const id = await directed()
    expect((await desk.see('clerk', id)).status).toBe(200)
    expect((await desk.see('leader', id)).body.allowed).toContain('take-back')
    expect((await desk.see('specialist', id)).status).toBe(200)
    expect((await desk.see('leader', id)).body.allowed).not.toContain('take-back')
    const tooLate = await desk.act('leader', id, 'take-back')
    expect(tooLate).toMatchObject({ status: 409, body: { code: 'documents.NothingToTakeBack' } })
    const [lead] = tooLate.status === 409 ? (await desk.see('leader', id)).body.assignments : []
    await desk.act('leader', id, 'withdraw', { assignmentId: lead!.id, reason: 'Giao nhầm' })
    expect((await desk.see('specialist', id)).status).toBe(200)
  })

  test('takes the notices with it when it is taken back: they say what was in the direction', async () => {
    const noticesOfHead = async () => (await desk.get<{ items: unknown[] }>('unit-head', '/notices?limit=100')).text
    const id = await directed({ text: 'Giao nhầm phòng, sẽ lấy lại' })
    expect(await noticesOfHead()).toContain('Giao nhầm phòng')
    await desk.act('leader', id, 'take-back')
    const left = await noticesOfHead()
    expect(left).not.toContain('Giao nhầm phòng')
    expect(left).not.toContain(id)
  })

  test('stands in the history in the order in which it happened, whoever began first', async () => {
    const id = await desk.register()
    const { promise: waits, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    // Began before the direction and took effect after it: `at` alone would put it first.
    const late = desk.office.act('clerk', async context => {
      begin()
      await waits
      await writeHistory(context, { documentId: id, act: 'attach' })
    })
    await begun
    await desk.act('leader', id, 'direct', economyLeads())
    letGo()
    await late
    const { history } = (await desk.see('leader', id)).body
    expect(history.map(entry => entry.act)).toEqual(['register', 'direct', 'attach'])
    expect(history[2]!.at < history[1]!.at).toBe(true)
  })

  test('is taken back from a leader who has not looked', async () => {
    const id = await desk.register()
    const taken = await desk.act('clerk', id, 'take-back')
    expect(taken.body).toMatchObject({ state: 'awaiting-proposal', holderName: 'Trần Thị Lụa' })
    await desk.act('clerk', id, 'send-up', { leaderSeatId: desk.office.seats.deputy.id })
    await desk.act('deputy', id, 'open')
    expect((await desk.act('clerk', id, 'take-back')).status).toBe(409)
  })
})

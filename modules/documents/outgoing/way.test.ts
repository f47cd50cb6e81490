import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testId } from '#tests/office/make-office.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import type { IncomingPage } from '../contract.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks()
})
afterAll(() => desks.stop())

const arrivedThere = async (notation: string | null): Promise<string> => {
  const { body } = await desks.there.get<z.infer<typeof IncomingPage>>('clerk', '/documents/incoming?limit=100')
  return body.items.find(item => item.notation === notation)!.id
}
const actThere = (id: string, act: string, body: object = {}) =>
  desks.http.call(desks.there.office.seats.clerk, `POST /documents/incoming/${id}/${act}`, body, { key: testId() })

describe('an outgoing document', () => {
  test('goes over both checks, approval, number and dispatch to the other office, and its states come back', async () => {
    const { here, there } = desks
    const id = await here.dispatched({ recipients: [toOffice(there.office)] })
    const { body } = await here.see('clerk', id)
    expect(body).toMatchObject({
      ...{ state: 'dispatched', notation: '41/UBND-KT', number: 41, signature: 'unsigned', capacity: 'TM' },
      ...{ signingLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], recipients: [{ state: 'delivered' }] },
    })
    expect(body.reviews.map(one => [one.kind, one.state, one.name])).toEqual([
      ['content', 'agreed', 'Phan Quốc Việt'],
      ['form', 'agreed', 'Nguyễn Hữu Phước'],
    ])
    const arrived = await arrivedThere(body.notation)
    expect((await actThere(arrived, 'register')).status).toBe(200)
    await desks.carried()
    expect((await here.see('clerk', id)).body.recipients).toMatchObject([{ state: 'registered' }])
  })

  test('is given one number under one key, and a second actor is told what is allowed now', async () => {
    const { here } = desks
    const id = await here.approved()
    const key = testId()
    const answers = [await here.act('clerk', id, 'number', {}, key), await here.act('clerk', id, 'number', {}, key)]
    expect(new Set(answers.map(answer => answer.body.number)).size).toBe(1)
    const again = await here.act('clerk', id, 'number')
    expect(again).toMatchObject({ status: 409, body: { code: 'platform.StateForbids' } })
    expect(again.body.allowed).toContain('dispatch')
  })

  test('is had back while nobody there opened it, and stays dispatched once somebody did', async () => {
    const { here, there } = desks
    const unopened = await here.dispatched({ recipients: [toOffice(there.office)] })
    expect((await here.act('clerk', unopened, 'take-back')).body).toMatchObject({
      state: 'numbered',
      recipients: [{ state: 'take-back-asked' }],
    })
    await desks.carried()
    expect((await here.see('clerk', unopened)).body.recipients).toMatchObject([{ state: 'taken-back' }])

    const opened = await here.dispatched({ recipients: [toOffice(there.office)] })
    await actThere(await arrivedThere((await here.see('clerk', opened)).body.notation), 'open')
    await here.act('clerk', opened, 'take-back')
    await desks.carried()
    expect((await here.see('clerk', opened)).body).toMatchObject({
      ...{ state: 'dispatched', recipients: [{ state: 'delivered', stateReason: 'Nơi nhận đã mở văn bản.' }] },
    })
  })

  test('is recalled on both sides', async () => {
    const { here, there } = desks
    const id = await here.dispatched({ recipients: [toOffice(there.office)] })
    const arrived = await arrivedThere((await here.see('clerk', id)).body.notation)
    await actThere(arrived, 'register')
    await desks.carried()
    await here.act('leader', id, 'recall', { reason: 'Sai thẩm quyền' })
    await desks.carried()
    const { body } = await here.see('clerk', id)
    expect(body).toMatchObject({ state: 'recalled', recipients: [{ state: 'recalled' }], allowed: [] })
    const there_ = await there.get<{ state: string }>('clerk', `/documents/incoming/${arrived}`)
    expect(there_.body.state).toBe('cancelled')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'
import type { WorkToHandOverList } from '../contract.ts'
import { addReaders } from '../readers.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

type Open = z.infer<typeof WorkToHandOverList>
const seatId = (seat: OfficeSeat) => desk.office.seats[seat].id
const openOf = async (seat: OfficeSeat) =>
  (await desk.get<Open>('clerk', `/seats/${seatId(seat)}/open-work`)).body.items.map(one => [one.documentId, one.role])
const pass = (from: OfficeSeat, to: OfficeSeat, documentIds: string[]) =>
  desk.post<Open>('clerk', `/seats/${seatId(from)}/hand-over`, { toSeatId: seatId(to), documentIds })

describe('what somebody who leaves has of documents not yet issued', () => {
  test('his draft is the successor’s, who goes on with it', async () => {
    const id = await desk.draft()
    expect(await openOf('specialist')).toContainEqual([id, 'draft'])
    const unfit = await pass('specialist', 'village-head', [id])
    expect(unfit).toMatchObject({ status: 422, body: { code: 'documents.SuccessorUnfit' } })
    expect((await pass('specialist', 'other-specialist', [id])).body.items).toEqual([])
    const { body } = await desk.see('other-specialist', id)
    expect(body).toMatchObject({ state: 'draft', holderName: 'Bùi Đức Thiện' })
    expect(body.allowed).toEqual(expect.arrayContaining(['change', 'submit']))
    expect((await desk.see('specialist', id)).body.allowed).not.toContain('submit')
    expect(body.history.at(-1)).toMatchObject({ act: 'hand-over', text: expect.stringContaining('→ Bùi Đức Thiện') })
  })

  test('a question asked of him is asked of the successor, once if he was asked himself', async () => {
    const [alone, twice] = [await desk.draft(), await desk.draft()]
    const reviewers = [{ seatId: seatId('deputy'), ordinal: 1 }]
    await desk.actOnLatest('specialist', alone, 'submit', { reviewers })
    const both = [...reviewers, { seatId: seatId('other-unit-head'), ordinal: 1 }]
    await desk.actOnLatest('specialist', twice, 'submit', { reviewers: both })
    expect(await openOf('deputy')).toEqual(
      expect.arrayContaining([
        [alone, 'review'],
        [twice, 'review'],
      ]),
    )
    await pass('deputy', 'other-unit-head', [alone, twice])
    for (const id of [alone, twice]) {
      const { body } = await desk.see('other-unit-head', id)
      expect(body.reviews.filter(one => one.state === 'asked').map(one => one.name)).toEqual(['Võ Thị Ái'])
      expect(body).toMatchObject({ state: 'in-review', holderName: 'Võ Thị Ái' })
      expect((await desk.actOnLatest('other-unit-head', id, 'review', { result: 'agreed' })).status).toBe(200)
    }
  })

  test('what he was to sign goes back to its author, for the signer’s name is printed', async () => {
    const id = await desk.submitted()
    expect(await openOf('leader')).toContainEqual([id, 'sign'])
    await pass('leader', 'deputy', [id])
    const { body } = await desk.see('specialist', id)
    expect(body).toMatchObject({
      ...{ state: 'returned', holderName: 'Đỗ Minh Ánh' },
      stateReason: 'Lê Văn Định không còn ký. Hãy chọn người ký khác.',
    })
    expect((await desk.see('deputy', id)).body.allowed).not.toContain('approve')
  })

  test('his restricted draft is handed over by somebody who sees it, if he may: not unseen', async () => {
    const id = await desk.draft({ restricted: true }, 'other-specialist')
    await desk.office.system(context =>
      addReaders(
        context,
        { documentId: id, direction: 'outgoing', sortAt: context.now },
        [seatKey(seatId('clerk'))],
        'review',
      ),
    )
    const path = `/seats/${seatId('other-specialist')}`
    expect((await desk.get<Open>('agency-admin', `${path}/open-work`)).body).toMatchObject({ hidden: 1, unseen: 0 })
    const unseen = await desk.post<Open>('agency-admin', `${path}/hand-over-unseen`, { toSeatId: seatId('unit-head') })
    expect(unseen.status).toBe(404)
    expect((await desk.get<Open>('clerk', `${path}/open-work`)).body.items.map(one => one.documentId)).toContain(id)
  })

  test('his restricted draft that nobody else sees is passed on by who administers, who is told only that there is one', async () => {
    const path = `/seats/${seatId('other-unit-head')}`
    const workOf = async (seat: OfficeSeat) => (await desk.get<Open>(seat, `${path}/open-work`)).body
    const passUnseen = (seat: OfficeSeat, to: OfficeSeat, key?: string) =>
      desk.post<Open>(seat, `${path}/hand-over-unseen`, { toSeatId: seatId(to) }, key)
    const id = await desk.draft({ restricted: true }, 'other-unit-head')
    await desk.office.act('agency-admin', context =>
      endSeat(context, { id: seatId('other-unit-head'), validTo: context.today }),
    )
    expect(await workOf('clerk')).toMatchObject({ items: [], hidden: 1, unseen: 0 })
    const told = await desk.get<Open>('agency-admin', `${path}/open-work`)
    expect(told.body).toMatchObject({ items: [], hidden: 1, unseen: 1 })
    expect(told.text).not.toContain(id)

    expect((await passUnseen('clerk', 'clerk')).status).toBe(403)
    expect((await passUnseen('agency-admin', 'agency-admin')).body.code).toBe('agencies.SeatUnknown')
    const passed = () => passUnseen('agency-admin', 'unit-head', 'once')
    expect(await passed()).toMatchObject({ status: 200, body: { items: [], hidden: 0, unseen: 0 } })
    expect((await passed()).status).toBe(200)
    expect((await passUnseen('agency-admin', 'specialist')).status).toBe(404)
    const { body } = await desk.see('unit-head', id)
    expect(body.allowed).toEqual(expect.arrayContaining(['change', 'submit']))
    expect(body.history.filter(one => one.act === 'hand-over')).toHaveLength(1)
    for (const seat of ['agency-admin', 'clerk', 'specialist'] as const)
      expect((await desk.see(seat, id)).status, seat).not.toBe(200)
  })

  test('a draft is not sent up to somebody who no longer holds his post', async () => {
    const id = await desk.draft()
    await desk.office.act('agency-admin', context => endSeat(context, { id: seatId('leader'), validTo: context.today }))
    const refused = await desk.actOnLatest('specialist', id, 'submit')
    expect(refused).toMatchObject({ status: 422, body: { code: 'documents.SigningForbidden' } })
  })
})

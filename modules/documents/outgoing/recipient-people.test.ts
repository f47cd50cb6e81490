import { afterAll, beforeAll, expect, test } from 'vitest'
import { testId } from '#tests/office/make-office.ts'
import { type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks()
})
afterAll(() => desks.stop())

test('a person of the office whose role reads no documents is refused as recipient, by name', async () => {
  const { here } = desks
  const to = (seat: 'agency-admin' | 'other-unit-head') => ({
    ...{ id: testId(), kind: 'seat' as const, seatId: here.office.seats[seat].id },
    ...{ carrier: 'system' as const, purpose: 'inform' as const },
  })
  const id = await here.draft({ recipients: [] })
  const refused = await here.actOnLatest('specialist', id, 'recipients', { recipients: [to('agency-admin')] })
  expect(refused).toMatchObject({ status: 422, body: { code: 'documents.ReadsNoDocuments' } })
  expect((await here.see('specialist', id)).body.recipients).toEqual([])
  expect((await here.actOnLatest('specialist', id, 'recipients', { recipients: [to('other-unit-head')] })).status).toBe(
    200,
  )
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

/** What a seat was told of a document, in the order in which it happened. */
async function told(seat: OfficeSeat, id: string): Promise<string[]> {
  type Notice = { kind: string; subjectId: string }
  const { items } = (await desk.get<{ items: Notice[] }>(seat, '/notices?limit=100')).body
  return items.flatMap(one => (one.subjectId === id ? [one.kind.replace('documents.', '')] : [])).toReversed()
}
const toDeputy = () => ({
  ...{ id: testId(), kind: 'seat' as const, seatId: desk.office.seats.deputy.id },
  ...{ carrier: 'system' as const, purpose: 'inform' as const },
})
const agree = (seat: OfficeSeat, id: string) => desk.actOnLatest(seat, id, 'review', { result: 'agreed' })

describe('who is told of an outgoing document', { timeout: 60_000 }, () => {
  test('is each whom it comes before, when it does, and nobody before his turn', async () => {
    const id = await desk.draft()
    const reviewers = [{ seatId: desk.office.seats['other-unit-head'].id, ordinal: 1 }]
    await desk.actOnLatest('specialist', id, 'submit', { reviewers })
    expect(await told('other-unit-head', id)).toEqual(['review'])
    for (const seat of ['unit-head', 'office-head', 'leader', 'clerk'] as const)
      expect(await told(seat, id), seat).toEqual([])
    await agree('other-unit-head', id)
    expect(await told('unit-head', id)).toEqual(['review'])
    await agree('unit-head', id)
    expect(await told('office-head', id)).toEqual(['review'])
    expect(await told('leader', id)).toEqual([])
    await agree('office-head', id)
    expect(await told('leader', id)).toEqual(['approve'])
    expect([await told('specialist', id), await told('clerk', id)]).toEqual([[], []])
    await desk.act('leader', id, 'approve', { revision: 1 })
    expect([await told('specialist', id), await told('clerk', id)]).toEqual([['approved'], ['to-number']])
  })

  test('is its drafter, when it comes back', async () => {
    const id = await desk.submitted()
    await desk.act('leader', id, 'return', { reason: 'Thiếu căn cứ' })
    expect(await told('specialist', id)).toEqual(['returned'])
  })

  test('is who has it to read inside, when it is dispatched, and the clerk when a receiver kept what she asked back', async () => {
    const id = await desk.quick.dispatched({ recipients: [toOffice(desks.there.office), toDeputy()] })
    expect(await told('deputy', id)).toEqual(['internal'])
    const arrived = await desks.there.office.system(({ tx, agency }) =>
      tx
        .selectFrom('incoming_documents')
        .select('id')
        .where('agency_id', '=', agency)
        .where('sender_document_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    await desks.there.post('clerk', `/documents/incoming/${arrived.id}/open`, {})
    const before = await told('clerk', id)
    await desk.act('clerk', id, 'take-back')
    await desks.carried()
    expect(await told('clerk', id)).toEqual([...before, 'kept-there'])
  })

  test('has it read with the document, or with all until a moment, and nobody else has', async () => {
    type Told = { subjectId: string; createdAt: string; readAt: string | null }
    const unread = async (seat: OfficeSeat, ids: readonly string[]) => {
      const { items } = (await desk.get<{ items: Told[] }>(seat, '/notices?unread=true&limit=100')).body
      return items.filter(one => ids.includes(one.subjectId))
    }
    const [first, second, third] = [await desk.submitted(), await desk.submitted(), await desk.submitted()]
    const ids = [first, second, third]
    expect((await unread('leader', ids)).map(one => one.subjectId)).toEqual([third, second, first])
    await desk.get('leader', `/documents/outgoing/${second}`)
    expect((await unread('leader', ids)).map(one => one.subjectId)).toEqual([third, first])
    const until = (await unread('leader', ids)).find(one => one.subjectId === first)!.createdAt
    const others = (await unread('unit-head', ids)).length
    expect((await desk.post('leader', '/notices/read-all', { until })).status).toBe(200)
    expect((await unread('leader', ids)).map(one => one.subjectId)).toEqual([third])
    expect((await unread('unit-head', ids)).length).toBe(others)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { Phrase, RecipientGroup } from './contract.ts'
import { agencyRoutes } from './routes.ts'
import { mostPhrases } from './save-phrase.ts'

type Group = z.infer<typeof RecipientGroup>
type Kept = z.infer<typeof Phrase>

let office: Office
let other: Office
let http: OfficeHttp
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server })
  other = await makeOffice({ server }, { place: 'Hướng Hóa', machinery: office.machinery })
  http = await officeHttp(office.machinery, agencyRoutes)
})

const as = <Reply>(seat: OfficeSeat, request: string, body?: object, options?: { key: string }) =>
  http.call<Reply>(office.seats[seat], request, body, options)
const group = (own: boolean, more: object = {}) => ({
  ...{ id: testId(), name: 'Các xã phía tây', own },
  ...{ members: [{ issuerId: other.issuer.id }, { unitId: office.units.economy }, { seatId: office.seats.clerk.id }] },
  ...more,
})
const groupsOf = async (seat: OfficeSeat) =>
  (await as<{ items: Group[] }>(seat, 'GET /recipient-groups')).body.items.map(one => one.id)

describe('a group of recipients', () => {
  test('keeps bodies, units and people in their order, by name', async () => {
    const { status, body } = await as<Group>('specialist', 'POST /recipient-groups', group(true))
    expect(status).toBe(201)
    expect(body.members.map(member => member.name)).toEqual(['UBND xã Hướng Hóa', 'Phòng Kinh tế', 'Trần Thị Lụa'])
    expect(body.members[0]).toMatchObject({ agencyId: other.agencyId, issuerId: other.issuer.id, unitId: null })
  })

  test('of a seat is that seat’s alone; of the office everybody uses it, and those who run its post keep it', async () => {
    const own = group(true)
    const shared = group(false)
    await as('specialist', 'POST /recipient-groups', own)
    const refused = await as('specialist', 'POST /recipient-groups', shared)
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.NotAllowed'])
    expect((await as('clerk', 'POST /recipient-groups', shared)).status).toBe(201)

    expect(await groupsOf('specialist')).toEqual(expect.arrayContaining([own.id, shared.id]))
    expect(await groupsOf('other-specialist')).not.toContain(own.id)
    for (const [request, body] of [
      [`PUT /recipient-groups/${own.id}`, { name: 'x', own: true, members: own.members }],
      [`DELETE /recipient-groups/${own.id}`, undefined],
    ] as const)
      expect((await as('clerk', request, body)).status).toBe(404)
    const { agencies } = office.machinery.ports
    const members = (seat: OfficeSeat) => office.act(seat, context => agencies.groupMembers(context, own.id))
    expect(await members('specialist')).toHaveLength(3)
    await expect(members('clerk')).rejects.toThrow('NotFound')
  })

  test('of the office is neither changed nor taken over by another', async () => {
    const shared = group(false)
    await as('office-head', 'POST /recipient-groups', shared)
    const { id, ...content } = shared
    const taking = await as('specialist', `PUT /recipient-groups/${id}`, { ...content, own: true })
    expect([taking.status, taking.body.code]).toEqual([403, 'platform.NotAllowed'])
    expect((await as('specialist', `DELETE /recipient-groups/${id}`)).status).toBe(403)
    const renamed = await as<Group>('clerk', `PUT /recipient-groups/${id}`, { ...content, name: 'Các xã ven biển' })
    expect(renamed.body).toMatchObject({ name: 'Các xã ven biển', own: false })
    expect((await as('clerk', `DELETE /recipient-groups/${id}`, undefined, { key: 'gone' })).status).toBe(200)
    expect((await as('clerk', `DELETE /recipient-groups/${id}`, undefined, { key: 'gone' })).status).toBe(200)
    expect(await groupsOf('clerk')).not.toContain(id)
  })

  test('sent twice is one, sent otherwise is refused, and its id tells strangers nothing', async () => {
    const own = group(true)
    const answers = await Promise.all([1, 2].map(() => as('specialist', 'POST /recipient-groups', own)))
    expect(answers.map(answer => answer.status)).toEqual([201, 201])
    const changed = await as('specialist', 'POST /recipient-groups', { ...own, name: 'Khác' })
    expect([changed.status, changed.body.code]).toEqual([409, 'platform.SentDifferently'])
    const stranger = await as('clerk', 'POST /recipient-groups', own)
    expect([stranger.status, stranger.body.code, stranger.body.subject]).toEqual([
      409,
      'platform.SentDifferently',
      undefined,
    ])
  })

  test('is refused without members, or with those of another office', async () => {
    const empty = await as('clerk', 'POST /recipient-groups', group(true, { members: [] }))
    expect([empty.status, empty.body.code]).toEqual([422, 'agencies.GroupEmpty'])
    for (const member of [{ issuerId: testId() }, { unitId: other.units.economy }, { seatId: other.seats.clerk.id }]) {
      const { status, text } = await as('clerk', 'POST /recipient-groups', group(true, { members: [member] }))
      expect(status).toBeGreaterThanOrEqual(400)
      expect(text).not.toContain('Trần Thị Lụa')
    }
    const many = Array.from({ length: 10_000 }, () => ({ issuerId: other.issuer.id }))
    const flood = await as('clerk', 'POST /recipient-groups', group(true, { members: many }))
    expect(flood.status).toBe(422)
  })
})

describe('frequent phrases', () => {
  const keep = (seat: OfficeSeat, text: string, more: object = {}) =>
    as<Kept>(seat, 'POST /phrases', { id: testId(), text, ...more })
  const phrasesOf = async (seat: OfficeSeat) =>
    (await as<{ items: Kept[] }>(seat, 'GET /phrases')).body.items.map(one => one.text)

  test('are the seat’s own, then the office’s', async () => {
    await keep('leader', 'Giao Phòng Kinh tế chủ trì, tham mưu.')
    await keep('clerk', 'Đề nghị xử lý đúng hạn.', { own: false })
    await keep('deputy', 'Đồng ý.')
    expect(await phrasesOf('leader')).toEqual(['Giao Phòng Kinh tế chủ trì, tham mưu.', 'Đề nghị xử lý đúng hạn.'])
    expect(await phrasesOf('specialist')).toEqual(['Đề nghị xử lý đúng hạn.'])
    expect((await keep('specialist', 'Của cả cơ quan', { own: false })).body.code).toBe('platform.NotAllowed')
  })

  test('are removed by their own seat', async () => {
    const { body } = await keep('unit-head', 'Chuyển anh Ánh nghiên cứu.')
    expect((await as('leader', `DELETE /phrases/${body.id}`)).status).toBe(404)
    expect((await as('unit-head', `DELETE /phrases/${body.id}`)).body).toEqual({ id: body.id })
    expect(await phrasesOf('unit-head')).not.toContain('Chuyển anh Ánh nghiên cứu.')
  })

  test('sent twice are one, and no more are kept than can be looked through', async () => {
    const phrase = { id: testId(), text: 'Báo cáo trước 16 giờ.' }
    for (const _time of [1, 2]) expect((await as('village-head', 'POST /phrases', phrase)).status).toBe(201)
    expect(await phrasesOf('village-head')).toEqual(['Báo cáo trước 16 giờ.', 'Đề nghị xử lý đúng hạn.'])
    const { seats, agencyId } = office
    await office.system(({ tx }) =>
      tx
        .insertInto('phrases')
        .values(
          Array.from({ length: mostPhrases - 1 }, (_, index) => ({
            ...{ agency_id: agencyId, id: testId(), seat_id: seats['village-head'].id },
            ...{ text: `Câu ${index}`, ordinal: index + 2, request_hash: Buffer.alloc(32) },
          })),
        )
        .execute(),
    )
    const full = await keep('village-head', 'Câu nữa')
    expect([full.status, full.body.code]).toEqual([409, 'agencies.PhrasesFull'])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, officeOpenedOn, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { Party, Unit } from './contract.ts'
import { agencyRoutes } from './routes.ts'

type Answered = z.infer<typeof Unit>

let office: Office
let other: Office
let http: OfficeHttp
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server })
  other = await makeOffice({ server }, { machinery: office.machinery })
  http = await officeHttp(office.machinery, agencyRoutes)
})

const asAdmin = <Reply>(request: string, body?: object, options?: { key?: string }) =>
  http.call<Reply>(office.seats['agency-admin'], request, body, options)
const team = (parentId: string | null) => ({
  ...{ id: testId(), parentId, name: 'Tổ Đất đai', abbreviation: 'ĐĐ', kind: 'department', validFrom: officeOpenedOn },
})
const added = async (parentId: string | null): Promise<string> =>
  (await asAdmin<Answered>('POST /units', team(parentId))).body.id

describe('the tree of units', () => {
  test('grows to any depth', async () => {
    let parentId = office.units.economy
    for (const _level of [1, 2, 3, 4]) parentId = await added(parentId)
    const { body } = await http.call<{ items: Answered[] }>(office.seats.specialist, 'GET /units')
    const depth = (id: string | null): number => {
      const unit = body.items.find(one => one.id === id)
      return unit ? 1 + depth(unit.parentId) : 0
    }
    expect(depth(parentId)).toBe(5)
  })

  test('has the kind of a unit put right', async () => {
    const unit = await added(null)
    expect((await asAdmin<Answered>(`PUT /units/${unit}`, { kind: 'centre' })).body.kind).toBe('centre')
  })

  test('makes one unit of a request sent twice, and refuses another one under its id', async () => {
    const unit = team(office.units.culture)
    const [first, again] = [await asAdmin('POST /units', unit), await asAdmin('POST /units', unit)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    const changed = await asAdmin('POST /units', { ...unit, name: 'Tổ Môi trường' })
    expect([changed.status, changed.body.code]).toEqual([409, 'platform.SentDifferently'])
  })

  test('says of each unit whether somebody leads it today, also where work is given', async () => {
    const id = await added(null)
    const listed = (await asAdmin<{ items: Answered[] }>('GET /units')).body.items
    expect(listed.find(unit => unit.id === id)!.hasHead).toBe(false)
    expect(listed.find(unit => unit.id === office.units.economy)!.hasHead).toBe(true)
    const parties = (await asAdmin<{ items: Party[] }>('GET /parties?kind=unit&limit=100')).body.items
    expect(parties.find(party => party.id === id)!.detail).toBe('ĐĐ, chưa có người phụ trách')
    expect(parties.find(party => party.id === office.units.economy)!.detail).toBe('KT')
  })

  test('makes no circle, not even when two units are moved under each other at once', async () => {
    const above = await added(null)
    const below = await added(above)
    const circle = await asAdmin(`PUT /units/${above}`, { parentId: below })
    expect([circle.status, circle.body.code]).toEqual([422, 'agencies.UnitMovesBelowItself'])
    expect((await asAdmin(`PUT /units/${above}`, { parentId: above })).status).toBe(422)

    const [left, right] = [await added(null), await added(null)]
    const moved = await Promise.all([
      asAdmin(`PUT /units/${left}`, { parentId: right }),
      asAdmin(`PUT /units/${right}`, { parentId: left }),
    ])
    expect(moved.map(answer => answer.status).toSorted()).toEqual([200, 422])
  })

  test('is not offered, nor anybody who leads nobody, where somebody is to direct further', async () => {
    const { items } = (await asAdmin<{ items: Party[] }>('GET /parties?leads=true&limit=100')).body
    expect(new Set(items.map(party => [party.kind, party.role].join(' ')))).toEqual(
      new Set(['leader', 'office-head', 'unit-head', 'village-head'].map(role => `seat ${role}`)),
    )
  })

  test('keeps a name typed with decomposed marks as Vietnamese text, and refuses an Icelandic Ð', async () => {
    const icelandic = await asAdmin<Answered>('POST /units', { ...team(null), name: 'Tổ Ðô thị' })
    expect([icelandic.status, icelandic.body.code]).toEqual([422, 'platform.NotValid'])
    const typed = { ...team(null), name: `Tổ  Đ${'ô'.normalize('NFD')} thị` }
    expect((await asAdmin<Answered>('POST /units', typed)).body.name).toBe('Tổ Đô thị')
    const { body } = await asAdmin<{ items: { name: string }[] }>('GET /parties?kind=unit&q=do%20thi')
    expect(body.items).toMatchObject([{ name: 'Tổ Đô thị' }])
  })
})

describe('closing a unit', () => {
  const from = '2026-01-01'
  test('is refused while somebody sits there, or a unit stands below', async () => {
    const seated = await asAdmin(`PUT /units/${office.units.culture}`, { validTo: from })
    expect([seated.status, seated.body.code]).toEqual([409, 'agencies.UnitHasSeats'])
    expect(seated.body.title).toContain('còn 2 vị trí')
    const above = await added(null)
    const below = await added(above)
    expect((await asAdmin(`PUT /units/${above}`, { validTo: from })).body.code).toBe('agencies.UnitHasUnits')

    expect((await asAdmin<Answered>(`PUT /units/${below}`, { validTo: from })).body.validTo).toBe(from)
    expect((await asAdmin<Answered>(`PUT /units/${above}`, { validTo: from })).body.validTo).toBe(from)
  })

  test('by mistake is undone, once the unit above it is open', async () => {
    const above = await added(null)
    const below = await added(above)
    for (const unit of [below, above]) await asAdmin(`PUT /units/${unit}`, { validTo: from })
    const early = await asAdmin(`PUT /units/${below}`, { validTo: null })
    expect([early.status, early.body.code]).toEqual([409, 'agencies.ParentClosed'])
    for (const unit of [above, below])
      expect((await asAdmin<Answered>(`PUT /units/${unit}`, { validTo: null })).body.validTo).toBe(null)
  })

  test('takes it out of what work is given to, and of what stands above new units', async () => {
    const unit = await added(null)
    await asAdmin(`PUT /units/${unit}`, { name: 'Ban Giải phóng mặt bằng', validTo: from })
    expect((await asAdmin<{ items: [] }>('GET /parties?q=giai%20phong')).body.items).toEqual([])
    const below = await asAdmin('POST /units', { ...team(unit), validFrom: '2026-02-01' })
    expect([below.status, below.body.code]).toEqual([404, 'platform.NotFound'])
    const { agencies } = office.machinery.ports
    await expect(office.act('clerk', context => agencies.getOpenUnits(context, [unit]))).rejects.toThrow('UnitUnknown')
    expect(await office.act('clerk', context => agencies.getUnits(context, [unit]))).toMatchObject([
      { name: 'Ban Giải phóng mặt bằng' },
    ])
  })
})

test('units of another agency are not there', async () => {
  for (const [request, body] of [
    [`PUT /units/${other.units.economy}`, { name: 'Phòng khác' }],
    ['POST /units', team(other.units.economy)],
    [`PUT /units/${office.units.economy}`, { parentId: other.units.economy }],
  ] as const) {
    const { status, body: problem } = await asAdmin(request, body)
    expect([request, status, problem.code]).toEqual([request, 404, 'platform.NotFound'])
  }
})

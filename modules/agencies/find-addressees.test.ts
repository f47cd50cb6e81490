import { beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { freshDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, officeOpenedOn, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { closeAgency } from './close-agency.ts'
import type { Addressee, IssuerKind } from './contract.ts'
import { addIdentifier, createIssuer, renameIssuer } from './create-issuer.ts'
import { findAddressees } from './find-addressees.ts'
import { agencyRoutes } from './routes.ts'

// Bodies are reference data that every agency sees, so this file has a database of its own.
const { server, owner } = await freshDatabase()
let province: Office
let camLo: Office
let huongHoa: Office
let far: Office
let http: OfficeHttp

const outside = (
  context: Context,
  names: { name: string; shortName: string; abbreviation: string },
  kind: IssuerKind,
  code?: string,
) => {
  const id = testId()
  const facts = { id, agencyId: null, kind, ordinal: 1, openedOn: officeOpenedOn, identifiers: code ? [code] : [] }
  return createIssuer(context, { ...facts, ...names, letterhead: [], placeName: '' }).then(() => id)
}

beforeAll(async () => {
  province = await makeOffice({ server }, { place: 'Quảng Trị', level: 'province' })
  const { machinery, agencyId: parentId } = province
  camLo = await makeOffice({ server }, { place: 'Cam Lộ', parentId, machinery })
  huongHoa = await makeOffice({ server }, { place: 'Hướng Hóa', parentId, machinery })
  // Elsewhere in the country there is a commune of the same name.
  const otherProvince = await makeOffice({ server }, { place: 'Phú Thọ', level: 'province', machinery })
  far = await makeOffice({ server }, { place: 'Cam Lộ', parentId: otherProvince.agencyId, machinery })
  await province.system(async context => {
    await outside(context, { name: 'Bộ Nội vụ', shortName: 'Bộ Nội vụ', abbreviation: 'BNV' }, 'ministry', 'G09')
    await outside(context, { name: 'Sở Nội vụ', shortName: 'Sở Nội vụ', abbreviation: 'SNV' }, 'department', 'H50.9')
    await addIdentifier(context, { issuerId: province.issuer.id, code: '000.00.00.H50', from: officeOpenedOn })
  })
  http = await officeHttp(machinery, agencyRoutes)
})

const found = async (q: string, more = '', office = camLo): Promise<Addressee[]> => {
  const request = `GET /agencies?q=${encodeURIComponent(q)}${more}`
  return (await http.call<{ items: Addressee[] }>(office.seats.clerk, request)).body.items
}

describe('finding a body', () => {
  test.each([
    ['ubnd xã cam lộ', 'UBND xã Cam Lộ'],
    ['UBND XA CAM LO', 'UBND xã Cam Lộ'],
    ['cam lo hdnd', 'HĐND xã Cam Lộ'],
    ['uy ban huong ho', 'UBND xã Hướng Hóa'],
    ['hướng hoà', 'UBND xã Hướng Hóa'],
    ['bnv', 'Bộ Nội vụ'],
    ['so noi', 'Sở Nội vụ'],
    ['G09', 'Bộ Nội vụ'],
    ['000.00.00.h50', 'UBND xã Quảng Trị'],
  ])('“%s” is first %s', async (typed, shortName) => {
    expect((await found(typed)).at(0)?.shortName).toBe(shortName)
  })

  test('puts the own province before the others, wherever one asks from', async () => {
    const bodies = async (office: Office) => (await found('ubnd xa cam lo', '', office)).map(one => one.issuerId)
    expect(await bodies(huongHoa)).toEqual([camLo.issuer.id, far.issuer.id])
    expect(await bodies(far)).toEqual([far.issuer.id, camLo.issuer.id])
  })

  test('forgives a slip of the finger when nothing else fits', async () => {
    expect((await found('hương hoas')).at(0)?.shortName).toBe('UBND xã Hướng Hóa')
    expect(await found('không có cơ quan nào như thế')).toEqual([])
  })

  test('shows what a sender needs: identifier, its test range, the body above', async () => {
    expect((await found('ubnd xa cam lo'))[0]).toEqual({
      ...{ issuerId: camLo.issuer.id, agencyId: camLo.agencyId, kind: 'people-committee', abbreviation: 'UBND' },
      ...{ name: 'Ủy ban nhân dân xã Cam Lộ', shortName: 'UBND xã Cam Lộ', parentName: 'UBND xã Quảng Trị' },
      ...{ identifier: camLo.issuer.identifier, testIdentifier: true, closedOn: null },
    })
    expect((await found('G09'))[0]).toMatchObject({ agencyId: null, identifier: 'G09', testIdentifier: false })
  })

  test('leaves out what is reached on paper alone, when asked', async () => {
    expect(await found('noi vu', '&inside=true')).toEqual([])
    expect(await found('noi vu', '&inside=false')).toHaveLength(2)
  })

  test.each(['%', '_', "'", '\\', '   ', '()', ':*', 'a'.repeat(200)])('takes “%s” as mere text', async typed => {
    const { status } = await http.call(camLo.seats.clerk, `GET /agencies?q=${encodeURIComponent(typed)}`)
    expect(status).toBe(200)
  })

  test('refuses a cursor that no list gave out, and a text beyond any name', async () => {
    const { call } = http
    expect((await call(camLo.seats.clerk, 'GET /agencies?cursor=xyz')).body.code).toBe('platform.NotReadable')
    expect((await call(camLo.seats.clerk, `GET /agencies?q=${'a'.repeat(201)}`)).status).toBe(422)
  })

  test('turns pages without leaving out or repeating a body', async () => {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const request: string = `GET /agencies?limit=3${cursor ? `&cursor=${cursor}` : ''}`
      const { body } = await http.call<{ items: Addressee[]; next: string | null }>(camLo.seats.clerk, request)
      ids.push(...body.items.map(one => one.issuerId))
      cursor = body.next
    }
    expect(ids).toHaveLength(12)
    expect(new Set(ids).size).toBe(12)
  })
})

describe('names and identifiers over time', () => {
  test('a renamed body is found by both names, bears the new one, and the old one on old days', async () => {
    const issuerId = await province.system(async context => {
      const names = { name: 'Sở Thông tin và Truyền thông', shortName: 'Sở TT&TT', abbreviation: 'STTTT' }
      const id = await outside(context, names, 'department', 'H50.7')
      const later = { name: 'Sở Khoa học và Công nghệ', shortName: 'Sở KH&CN', abbreviation: 'SKHCN' }
      const from = calendarDate('2026-03-01')
      await renameIssuer(context, { issuerId: id, from, ...later, letterhead: [], placeName: 'Đông Hà' })
      await addIdentifier(context, { issuerId: id, code: 'H50.8', from })
      return id
    })
    for (const typed of ['so thong tin va truyen', 'so khoa hoc', 'H50.7', 'H50.8'])
      expect((await found(typed))[0]).toMatchObject({ issuerId, shortName: 'Sở KH&CN', identifier: 'H50.8' })
    const on = (date: string) =>
      camLo.act('clerk', context => context.ports.agencies.findIssuer(context, issuerId, calendarDate(date)))
    expect(await on('2026-02-28')).toMatchObject({ shortName: 'Sở TT&TT', identifier: 'H50.7' })
    expect(await on('2026-03-01')).toMatchObject({ shortName: 'Sở KH&CN', identifier: 'H50.8' })
    expect(await on('2020-01-01')).toMatchObject({ shortName: 'Sở TT&TT', identifier: 'H50.7' })
  })

  test('an identifier is borne by one body at a time', async () => {
    const take = province.system(context =>
      addIdentifier(context, { issuerId: camLo.issuer.id, code: 'G09', from: calendarDate('2026-01-01') }),
    )
    await expect(take).rejects.toMatchObject({ code: 'agencies.IdentifierTaken' })
  })

  test('a closed office is still found, after the others and with its day, and receives nothing', async () => {
    const closing = await makeOffice(
      { server },
      { place: 'Cam Lộ Thượng', parentId: province.agencyId, machinery: province.machinery },
    )
    const closedOn = calendarDate('2026-06-01')
    await closing.system(context => closeAgency(context, { closedOn, successorId: camLo.agencyId }))

    const bodies = await found('ubnd xa cam lo')
    expect(bodies.map(one => one.closedOn)).toEqual([null, null, closedOn])
    expect(bodies[2]).toMatchObject({ agencyId: null, name: 'Ủy ban nhân dân xã Cam Lộ Thượng' })
    expect(bodies[2]?.identifier).toBe(closing.issuer.identifier)
    expect((await found('cam lo thuong', '&inside=true')).map(one => one.closedOn)).toEqual([])
    await expect(closing.actor('clerk')).rejects.toThrow('not held today')
    expect(await closing.actor('auditor')).toMatchObject({ role: 'auditor' })
  })
})

// A province with the organs of its communes and all its villages.
test('finds the nearest first and no more than asked among three thousand bodies', async () => {
  await server.query(`
    insert into issuers (id, kind, ordinal, opened_on, inside)
      select gen_random_uuid(), 'people-committee', 1, '2025-07-01', false from generate_series(1, 3000)`)
  await server.query(`
    insert into issuer_names (issuer_id, valid_from, name, short_name, abbreviation, place_name, folded)
      select id, '2025-07-01', 'Ủy ban nhân dân xã Tân ' || n, 'UBND xã Tân ' || n, 'UBND', '',
        ' uy ban nhan dan xa tan ' || n || ' ubnd xa tan ' || n || ' ubnd'
      from (select id, substr(md5(id::text), 1, 4) as n from issuers
            where id not in (select issuer_id from issuer_names)) made`)
  await owner.query('analyze')
  for (const q of ['cam lo', 'uy ban nhan dan xa tan', 'ubnd', 'H50']) {
    const { items: found } = await camLo.act('clerk', context => findAddressees(context, { q, limit: 20 }))
    expect({ q, some: found.length > 0, within: found.length <= 20 }).toEqual({ q, some: true, within: true })
  }
  const {
    items: [nearest],
  } = await camLo.act('clerk', context => findAddressees(context, { q: 'cam lo', limit: 20 }))
  expect(nearest).toMatchObject({ name: expect.stringContaining('Cam Lộ') })
})

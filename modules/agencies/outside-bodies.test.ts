import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import { type Caller, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { loadCentralBodies } from './central-bodies/load-central-bodies.ts'
import type { Addressee, OutsideBody } from './contract.ts'
import { agencyRoutes } from './routes.ts'
import { outsideBodyRoutes } from './routes-outside-bodies.ts'

const { server } = await testDatabase()
const today = todayInVietnam(new Date())
let office: Office
let http: OfficeHttp
let runner: Caller
beforeAll(async () => {
  office = await makeOffice({ server })
  http = await officeHttp(office.machinery, [...outsideBodyRoutes, ...agencyRoutes])
  runner = await makeRunner(server)
})

const path = '/installation/outside-bodies'
const asRunner = <Reply = OutsideBody>(request: string, body?: object) =>
  http.call<Reply>(runner, request, body, { key: testId() })
const find = async (q: string) =>
  (await asRunner<{ items: OutsideBody[] }>(`GET ${path}?q=${encodeURIComponent(q)}`)).body.items
const asClerk = async (q: string) =>
  (await http.call<{ items: Addressee[] }>(office.seats.clerk, `GET /agencies?q=${encodeURIComponent(q)}`)).body.items
const police = () => ({
  ...{ id: testId(), kind: 'state-agency', name: `Công an tỉnh ${testId().slice(-6)}`, shortName: 'Công an tỉnh' },
  ...{ abbreviation: 'CAT', placeName: 'Quảng Trị', superior: 'Bộ Công an' },
})

describe('the central bodies that came with the program', () => {
  test('leave alone what bears one of their codes already, whoever entered it', async () => {
    await loadCentralBodies(office.machinery)
    const [central] = await find('G01')
    const entered = police()
    await asRunner(`POST ${path}`, entered)
    await server.query(`update issuer_identifiers set issuer_id = $1 where code = 'G01'`, [entered.id])
    await server.query('delete from issuer_names where issuer_id = $1', [central!.id])
    await server.query('delete from issuers where id = $1', [central!.id])
    await loadCentralBodies(office.machinery)
    expect(await find('G01')).toMatchObject([{ id: entered.id }])
  })

  test('are in an empty installation, with their codes, once however often it starts', async () => {
    for (const _start of [1, 2]) await loadCentralBodies(office.machinery)
    expect(await find('bo noi vu')).toMatchObject([{ name: 'Bộ Nội vụ', identifier: 'G09', kind: 'ministry' }])
    expect((await asClerk('G09')).at(0)).toMatchObject({ name: 'Bộ Nội vụ', agencyId: null })
  })

  test('keep what they were renamed to when the program starts again', async () => {
    const [body] = await find('I03')
    const naming = { name: 'Trung ương Đoàn (tên mới)', shortName: 'TW Đoàn', abbreviation: 'TWĐ', placeName: 'Hà Nội' }
    await asRunner(`POST ${path}/${body!.id}/rename`, { ...naming, from: today, basis: 'Quyết định 1' })
    await loadCentralBodies(office.machinery)
    expect(await find('I03')).toMatchObject([{ id: body!.id, name: naming.name }])
  })
})

describe('a body outside the installation', () => {
  test('once entered is found by every office, without a code that nobody gave', async () => {
    const body = police()
    for (const _time of ['first', 'again']) {
      const { status, body: shown } = await asRunner(`POST ${path}`, body)
      expect([status, shown]).toMatchObject([201, { name: body.name, superior: 'Bộ Công an', identifier: null }])
    }
    const other = await asRunner(`POST ${path}`, { ...body, name: 'Công an tỉnh khác' })
    expect([other.status, other.body.code]).toEqual([409, 'platform.SentDifferently'])
    expect(await asClerk(body.name)).toMatchObject([{ issuerId: body.id, agencyId: null, parentName: 'Bộ Công an' }])
  })

  test('is found by either name, and keeps its letterhead, when it is renamed', async () => {
    const body = police()
    await asRunner(`POST ${path}`, body)
    const naming = (name: string, from: string) => ({
      ...{ name, shortName: 'CA tỉnh', abbreviation: 'CAT', placeName: 'Quảng Trị', from, basis: 'Nghị quyết 1' },
    })
    const rename = (name: string, from: string) => asRunner(`POST ${path}/${body.id}/rename`, naming(name, from))
    const mark = body.name.slice(-6)
    expect((await rename(`Công an ${mark}`, today)).body).toMatchObject({
      name: `Công an ${mark}`,
      superior: 'Bộ Công an',
    })
    await rename(`Cảnh sát ${mark}`, addDays(today, 1))
    for (const word of ['cong an', 'canh sat'])
      expect(await find(`${word} ${mark}`)).toMatchObject([{ id: body.id, name: `Công an ${mark}` }])
  })

  test('that is closed stays to be found, says since when, and is changed no more', async () => {
    const body = { ...police(), identifier: `Z99.XASO.${testId().slice(-12).toUpperCase()}` }
    await asRunner(`POST ${path}`, body)
    const close = (closedOn: string) => asRunner(`POST ${path}/${body.id}/close`, { closedOn, basis: 'Nghị quyết 2' })
    expect((await close(addDays(today, -1))).body.code).toBe('agencies.ClosesBeforeToday')
    expect((await close(today)).body.closedOn).toBe(today)
    expect((await close(today)).body.code).toBe('agencies.OutsideBodyClosed')
    const code = `Z99.XASO.${testId().slice(-12).toUpperCase()}`
    expect((await asRunner(`POST ${path}/${body.id}/identifier`, { code })).body.code).toBe(
      'agencies.OutsideBodyClosed',
    )
    expect(await asClerk(body.identifier)).toMatchObject([{ issuerId: body.id, closedOn: today }])
  })

  test('is kept by who runs the installation alone; a body of an office is none', async () => {
    const { id: _seat, ...administrator } = office.seats['agency-admin']
    for (const [request, body] of [
      [`GET ${path}`],
      [`POST ${path}`, police()],
      [`POST ${path}/${office.issuer.id}/close`, { closedOn: today, basis: 'NQ 1' }],
    ] as const)
      expect(await http.call(administrator, request, body), request).toMatchObject({ status: 403 })
    const closing = { closedOn: today, basis: 'NQ 1' }
    expect(await asRunner(`POST ${path}/${office.issuer.id}/close`, closing)).toMatchObject({ status: 404 })
  })
})

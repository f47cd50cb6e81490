import { beforeAll, describe, expect, test } from 'vitest'
import { runAct } from '#platform/acts/run.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { makeSignInLink } from '#platform/sessions/sign-in-links.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import { type Caller, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { AgencyCard, OpenAgency } from './contract.ts'
import { openAgency } from './open-agency.ts'
import { agencyRoutes } from './routes.ts'
import { installationRoutes } from './routes-installation.ts'

const { server } = await testDatabase()
let office: Office
let http: OfficeHttp
let runner: Caller

beforeAll(async () => {
  office = await makeOffice({ server })
  http = await officeHttp(office.machinery, [...installationRoutes, ...agencyRoutes])
  runner = await makeRunner(server)
})

const naming = () => ({
  ...{ name: 'UBND xã Mới', shortName: 'UBND xã Mới', abbreviation: 'UBND', placeName: 'Mới' },
  ...{ from: '2099-01-01', basis: 'Nghị quyết 01/NQ-HĐND' },
})

type Card = {
  issuers: readonly { id: string; name: string; abbreviation: string; identifier: string | null }[]
  administrators: readonly { seatId: string; login: string; mustChangePassword: boolean }[]
}
const codeOf = () => `Z99.XASO.${testId().slice(-12).toUpperCase()}`

function opening(identifier?: string) {
  const id = testId()
  const mark = id.slice(-6)
  return {
    ...{ id, level: 'commune', name: `Ủy ban nhân dân xã ${mark}`, shortName: `UBND xã ${mark}`, placeName: mark },
    issuer: { id: testId(), kind: 'people-committee', abbreviation: 'UBND', ...(identifier ? { identifier } : {}) },
    administrator: { seatId: testId(), unitId: testId(), fullName: 'Trần Văn Quản', login: `quan.tv.${mark}` },
  }
}

async function opened(identifier?: string) {
  const request = opening(identifier)
  const { status, body } = await http.call<{ login: string; firstPassword: string }>(
    runner,
    'POST /installation/agencies',
    request,
  )
  expect(status).toBe(201)
  return { ...request, ...body, path: `/installation/agencies/${request.id}` }
}
const cardOf = async (path: string): Promise<Card> => (await http.call<Card>(runner, `GET ${path}`)).body

describe('an office that was opened', () => {
  test('has in its audit who of the installation did it', async () => {
    const { id, path } = await opened()
    const council = { id: testId(), kind: 'people-council', name: 'Hội đồng nhân dân xã', shortName: 'HĐND xã' }
    await http.call(runner, `POST ${path}/issuers`, { ...council, abbreviation: 'HĐND' })
    const { owner } = await testDatabase()
    const { rows } = await owner.query('select person_id, acting_part from audit_entries where agency_id = $1', [id])
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row).toEqual({ person_id: runner.personId, acting_part: 'installation' })
  })

  test('takes the People’s Council under its roof, once however often it is sent', async () => {
    const { path } = await opened()
    const council = { id: testId(), kind: 'people-council', name: 'Hội đồng nhân dân xã', shortName: 'HĐND xã' }
    for (const _attempt of [1, 2])
      expect(
        await http.call(runner, `POST ${path}/issuers`, { ...council, abbreviation: 'HĐND', identifier: codeOf() }),
      ).toMatchObject({ status: 201 })
    expect((await cardOf(path)).issuers.map(issuer => issuer.abbreviation)).toEqual(['UBND', 'HĐND'])
  })

  test('gets its identifier later, and another one when the first was mistyped', async () => {
    const { path, issuer } = await opened()
    expect((await cardOf(path)).issuers[0]).toMatchObject({ identifier: null })
    const [wrong, right] = [codeOf(), codeOf()]
    for (const code of [wrong, wrong, right, wrong, right])
      expect(
        (await http.call<Card>(runner, `POST ${path}/issuers/${issuer.id}/identifier`, { code })).body.issuers[0],
      ).toMatchObject({ identifier: code })
  })

  test('shows every code of a body: former ones with their days, and old aliases, entered once however often', async () => {
    const { path, issuer } = await opened(codeOf())
    const digits = testId()
      .replace(/[^0-9]/g, '')
      .slice(-3)
      .padStart(3, '1')
    const alias = `${digits}.99.99.Z99`
    for (const _time of [1, 2])
      expect((await http.call(runner, `POST ${path}/issuers/${issuer.id}/identifier`, { code: alias })).status).toBe(
        200,
      )
    const card = (await http.call<AgencyCard>(runner, `GET ${path}`)).body.issuers[0]!
    expect(card.identifier).not.toBe(alias)
    expect(card.otherCodes).toMatchObject([{ code: alias, scheme: 'qcvn102', to: null }])
  })

  test('is told what is wrong with an identifier, and nothing is opened or entered with it', async () => {
    const taken = await opened(codeOf())
    const code = (await cardOf(taken.path)).issuers[0]!.identifier!
    const { path, issuer } = await opened()
    const give = `POST ${path}/issuers/${issuer.id}/identifier`
    expect(await http.call(runner, give, { code: 'không phải mã' })).toMatchObject({
      status: 422,
      body: { code: 'agencies.IdentifierUnfit' },
    })
    expect(await http.call(runner, give, { code })).toMatchObject({
      status: 409,
      body: { code: 'agencies.IdentifierTaken', title: expect.stringContaining(taken.shortName) },
    })
    expect((await cardOf(path)).issuers[0]).toMatchObject({ identifier: null })
    const another = opening(code)
    expect(await http.call(runner, 'POST /installation/agencies', another)).toMatchObject({ status: 409 })
    expect(await http.call(runner, `GET /installation/agencies/${another.id}`)).toMatchObject({ status: 404 })
  })

  test('is the same one when it is sent again on the next day; below one that is not there it is not opened', async () => {
    const request = opening(codeOf()) as OpenAgency
    const sentAt = (days: number) =>
      runAct(
        office.machinery,
        {
          ...{ agency: request.id, actor: { kind: 'system', name: runner.login } },
          ...{ origin: { requestId: 'test', network: '127.0.0.1' }, at: new Date(Date.now() + days * 86_400_000) },
        },
        context => openAgency(context, request),
      )
    await sentAt(-1)
    await expect(sentAt(0)).resolves.toMatchObject({ login: request.administrator.login })
    const orphan = { ...opening(), parentId: testId() }
    expect(await http.call(runner, 'POST /installation/agencies', orphan)).toMatchObject({ status: 404 })
  })

  test('lets a first password that was lost be given anew, until its administrator has his own', async () => {
    const { path, login, firstPassword, administrator } = await opened()
    const renew = `POST ${path}/administrators/${administrator.seatId}/first-password`
    const { body } = await http.call<{ firstPassword: string }>(runner, renew, {})
    expect(body).toMatchObject({ login, firstPassword: expect.any(String) })
    expect(body.firstPassword).not.toBe(firstPassword)
    await withoutAgency(server)
      .updateTable('logins')
      .set({ must_change_password: false })
      .where('login', '=', login)
      .execute()
    expect(await http.call(runner, renew, {})).toMatchObject({
      status: 409,
      body: { code: 'agencies.OfficeIsAdministered' },
    })
  })
})

test('a first password that is asked for twice under one key is made once', async () => {
  const { path, login, administrator } = await opened()
  const renew = `POST ${path}/administrators/${administrator.seatId}/first-password`
  const hashOf = async () =>
    (
      await withoutAgency(server)
        .selectFrom('logins')
        .select('password_hash')
        .where('login', '=', login)
        .executeTakeFirstOrThrow()
    ).password_hash
  const key = testId()
  const first = await http.call<{ firstPassword: string | null }>(runner, renew, {}, { key })
  expect(first).toMatchObject({ status: 200, body: { login, firstPassword: expect.any(String) } })
  const made = await hashOf()
  expect(await http.call(runner, renew, {}, { key })).toMatchObject({
    ...{ status: 200, body: { login, firstPassword: null } },
  })
  expect(await hashOf()).toBe(made)
  expect(await http.call(runner, renew, { basis: 'Công văn số 12/UBND-VP' }, { key })).toMatchObject({
    ...{ status: 422, body: { code: 'platform.KeyUsedDifferently' } },
  })
  // Whose first answer was lost asks anew.
  expect(
    (await http.call<{ firstPassword: string }>(runner, renew, {}, { key: testId() })).body.firstPassword,
  ).not.toBe(first.body.firstPassword)
})

test('the link for the first administrator is not used up by an attempt that fails', async () => {
  const token = await makeSignInLink(withoutAgency(server), { purpose: 'first-administrator' })
  const become = (login: string) =>
    http.server.inject({
      ...{ method: 'POST', url: '/api/v1/first-administrator', headers: { host: '127.0.0.1:8080' } },
      payload: { token, login, fullName: 'Nguyễn Thị Mở Đầu', password: 'mot cau that dai de nho' },
    })
  expect((await become(runner.login)).json()).toMatchObject({ code: 'agencies.LoginTaken' })
  const { rows } = await server.query(`select 1 from people where full_name = 'Nguyễn Thị Mở Đầu'`)
  expect(rows).toEqual([])
  expect((await become(`mo.dau.${testId().slice(-6)}`)).statusCode).toBe(204)
  expect((await become(`mo.dau.${testId().slice(-6)}`)).statusCode).toBe(410)
})

test('an office that works gives nobody of its people away', async () => {
  const path = `/installation/agencies/${office.agencyId}`
  for (const seat of [office.seats['agency-admin'], office.seats.leader])
    expect((await http.call(runner, `POST ${path}/administrators/${seat.id}/first-password`, {})).status).toBeOneOf([
      404, 409,
    ])
})

test.each(['agency-admin', 'leader'] as const)('the installation is not there for the %s of an office', async seat => {
  const path = `/installation/agencies/${office.agencyId}`
  const { id: _seat, ...caller } = office.seats[seat]
  for (const [request, body] of [
    ['GET /installation/agencies'],
    ['POST /installation/agencies', opening()],
    [`GET ${path}`],
    [`POST ${path}/issuers`, { id: testId(), kind: 'other', name: 'A', shortName: 'A', abbreviation: 'A' }],
    [`POST ${path}/issuers/${office.issuer.id}/identifier`, { code: codeOf() }],
    [`POST ${path}/issuers/${office.issuer.id}/rename`, naming()],
    [`POST ${path}/close`, { closedOn: '2099-01-01', successorId: null, basis: 'NQ 1' }],
    [`POST ${path}/readers`, { id: testId(), existingLogin: 'a', basis: 'CV 1' }],
    [`POST ${path}/readers/${office.seats.auditor.id}/end`],
    [`GET /installation/people?login=${office.seats.leader.login}`],
    [`POST ${path}/administrators`, { id: testId(), person: { existingLogin: 'a' }, basis: 'CV 1' }],
    [`POST ${path}/administrators/${office.seats['agency-admin'].id}/first-password`, { basis: 'CV 1' }],
  ] as const)
    expect(await http.call(caller, request, body), request).toMatchObject({ status: 403 })
})

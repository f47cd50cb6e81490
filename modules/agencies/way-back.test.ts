import { beforeAll, describe, expect, test } from 'vitest'
import { runAct } from '#platform/acts/run.ts'
import { installationId } from '#platform/installation/installation.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import { type Caller, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { endInstallationAdministrator, inviteAdministrator, letSetPassword } from './installation-administrators.ts'
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

/** What the command on the server does. */
const onServer = <Result>(act: Parameters<typeof runAct<{ kind: 'system'; name: string }, Result>>[2]) =>
  runAct(
    office.machinery,
    {
      ...{ agency: installationId, actor: { kind: 'system', name: 'xaso administrators' } },
      origin: { requestId: 'test', network: 'test' },
    },
    act,
  )
const post = (url: string, payload: object) =>
  http.server.inject({ method: 'POST', url: `/api/v1${url}`, headers: { host: '127.0.0.1:8080' }, payload })
describe('whoever runs the installation and forgot his password', () => {
  test('sets another by a link from the server, once; his sessions end, and it is audited', async () => {
    const lost = await makeRunner(server)
    expect((await http.call(lost, 'GET /installation/agencies')).status).toBe(200)
    const token = await onServer(context => letSetPassword(context, { login: lost.login, by: 'root' }))
    const set = (password: string) => post('/password-by-link', { token, password })
    expect((await set('qua ngan')).json()).toMatchObject({ code: 'platform.PasswordTooWeak' })
    expect((await set('mot cau that dai de nho')).statusCode).toBe(204)
    const again = await set('mot cau khac cung that dai')
    expect([again.statusCode, again.json().code]).toEqual([410, 'agencies.LinkUsed'])
    expect((await http.call(lost, 'GET /installation/agencies')).status).toBe(401)
    const facts = { login: lost.login, network: '127.0.0.1', password: 'mot cau that dai de nho' }
    expect(await http.gate.signIn.check(facts)).toMatchObject({ mustChangePassword: false })
    const acts = await actsOfInstallation(lost.personId)
    expect(acts).toEqual(['installation.make-password-link', 'installation.set-password'])
  })

  test('gets no link for a login of an agency, and an older link no longer works when another was made', async () => {
    const ask = (login: string) => onServer(context => letSetPassword(context, { login, by: 'root' }))
    await expect(ask(office.seats.clerk.login)).rejects.toMatchObject({ code: 'platform.NotFound' })
    const first = await ask(runner.login)
    await ask(runner.login)
    expect((await post('/password-by-link', { token: first, password: 'mot cau that dai de nho' })).statusCode).toBe(
      410,
    )
  })
})

test('who has left runs the installation no more, when somebody else does', async () => {
  const leaver = await makeRunner(server)
  expect((await http.call(leaver, 'GET /installation/agencies')).status).toBe(200)
  const token = await onServer(context => inviteAdministrator(context, 'root'))
  const heir = { login: `moi.${testId().slice(-6)}`, fullName: 'Lê Thị Nối', password: 'mot cau that dai de nho' }
  expect((await post('/first-administrator', { token, ...heir })).statusCode).toBe(204)
  await onServer(context => endInstallationAdministrator(context, { login: leaver.login, by: 'root' }))
  http.gate.sessions.forget(leaver.personId)
  expect((await http.call(leaver, 'GET /installation/agencies')).status).toBe(401)
})

test('who is the only one to run the installation stays', async () => {
  const alone = onServer(async context => {
    const others = context.tx.updateTable('installation_administrators').set({ valid_to: context.today })
    await others.where('person_id', '<>', runner.personId).where('valid_to', 'is', null).execute()
    await endInstallationAdministrator(context, { login: runner.login, by: 'root' })
  })
  await expect(alone).rejects.toMatchObject({ code: 'agencies.LastInstallationAdministrator', status: 409 })
  expect((await http.call(runner, 'GET /installation/agencies')).status).toBe(200)
})

describe('an office whose administrator is lost', () => {
  const path = () => `/installation/agencies/${office.agencyId}`
  const noticesOf = (seatId: string) =>
    office.system(({ tx, agency }) =>
      tx
        .selectFrom('notices')
        .select(['kind', 'detail'])
        .where('agency_id', '=', agency)
        .where('seat_id', '=', seatId)
        .where('kind', 'like', 'agencies.administrator%')
        .execute(),
    )

  test('gets another password for him on its written request alone, and its leaders are told', async () => {
    const admin = office.seats['agency-admin']
    const renew = `POST ${path()}/administrators/${admin.id}/first-password`
    expect(await http.call(runner, renew, {})).toMatchObject({ body: { code: 'agencies.OfficeIsAdministered' } })
    const basis = 'Công văn 12/UBND-VP ngày 20/11/2026'
    const { status, body } = await http.call<{ login: string; firstPassword: string }>(runner, renew, { basis })
    expect([status, body.login]).toEqual([200, admin.login])
    const facts = { login: admin.login, network: '127.0.0.1', password: body.firstPassword }
    expect(await http.gate.signIn.check(facts)).toMatchObject({ mustChangePassword: true })
    for (const seat of ['leader', 'office-head'] as const)
      expect(await noticesOf(office.seats[seat].id)).toMatchObject([
        { kind: 'agencies.administrator-reset', detail: { basis } },
      ])
    expect(await noticesOf(office.seats.specialist.id)).toEqual([])
    expect(
      await http.call(runner, `POST ${path()}/administrators/${office.seats.leader.id}/first-password`, { basis }),
    ).toMatchObject({ status: 404 })
  })

  test('gets another administrator, new or of its own people, once however often it is sent', async () => {
    const basis = 'Công văn 13/UBND-VP'
    const login = `quan.moi.${testId().slice(-6)}`
    const asked = { id: testId(), person: { fullName: 'Hồ Thị Quản', login }, basis }
    for (const _attempt of [1, 2])
      expect(await http.call(runner, `POST ${path()}/administrators`, asked)).toMatchObject({
        status: 201,
        body: { login, firstPassword: expect.any(String) },
      })
    const own = { id: testId(), person: { existingLogin: office.seats.specialist.login }, basis }
    expect(await http.call(runner, `POST ${path()}/administrators`, own)).toMatchObject({
      status: 201,
      body: { login: office.seats.specialist.login, firstPassword: null },
    })
    const { body } = await http.call<{ administrators: { login: string }[] }>(runner, `GET ${path()}`)
    expect(body.administrators.map(one => one.login)).toEqual(
      expect.arrayContaining([login, office.seats.specialist.login]),
    )
  })
})

const actsOfInstallation = (subjectId: string) =>
  onServer(async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('audit_entries')
      .select('act')
      .where('agency_id', '=', agency)
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute()
    return rows.map(row => row.act)
  })

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { agencyRoutes } from '#modules/agencies/routes.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { countedNetwork, mostOfAll, mostPerNetwork } from '#platform/sessions/ceilings.ts'
import { replacePassword } from '#platform/sessions/logins.ts'
import { hashPassword } from '#platform/sessions/passwords.ts'
import { openSignIn } from '#platform/sessions/sign-in.ts'
import { sweepSessions } from '#platform/sessions/sweep.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { fromTest, makeOffice, type Office, officePassword, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

let office: Office
let http: OfficeHttp
const host = '127.0.0.1:8080'

beforeAll(async () => {
  office = await makeOffice(await testDatabase())
  http = await officeHttp(office.machinery, [...sessionRoutes, ...agencyRoutes])
})

const signIn = (login: string, password: string, from = '10.0.0.1', headers: Record<string, string> = {}) =>
  http.server.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: from,
    headers: { host, ...headers },
    payload: { login, password },
  })
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) => String(answer.headers['set-cookie']).split(';')[0]!

describe('signing in', () => {
  test('gives a session that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn(office.seats.clerk.login, officePassword)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      person: { fullName: office.seats.clerk.fullName },
      seats: [{ id: office.seats.clerk.id, role: 'clerk' }],
    })
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/)
  })

  test('says the same of an unknown login and of a wrong password', async () => {
    const unknown = await signIn('khong.co.ai', 'mot mat khau nao do')
    const wrong = await signIn(office.seats.leader.login, 'mot mat khau nao do', '10.0.0.9')
    expect(unknown.statusCode).toBe(401)
    const { instance: _one, ...first } = unknown.json()
    const { instance: _two, ...second } = wrong.json()
    expect(first).toEqual(second)
  })

  test('slows a stranger down on his network and not the owner on his', async () => {
    const { login } = office.seats.specialist
    for (let tries = 0; tries < 5; tries++) await signIn(login, 'sai mat khau roi', '203.0.113.7')
    const slowed = await signIn(login, officePassword, '203.0.113.7')
    expect(slowed.statusCode).toBe(429)
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    expect((await signIn(login, officePassword, '10.0.0.2')).statusCode).toBe(200)
  })

  test('counts tries that are sent at once one after another', async () => {
    const { login } = office.seats['other-specialist']
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(login, 'sai mat khau roi', '203.0.113.8')),
    )
    const looked = answers.filter(answer => answer.statusCode === 401)
    expect(looked.length).toBeLessThanOrEqual(5)
    expect(answers.filter(answer => answer.statusCode === 429)).toHaveLength(30 - looked.length)
  })

  test('takes its time for a login that nobody has, too', async () => {
    const quickest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
    await signIn('khong.ai', 'sai mat khau roi')
    for (let round = 0; round < 5; round++)
      for (const [kind, login] of [['known', office.seats.auditor.login] as const, ['unknown', 'khong.ai'] as const]) {
        const began = performance.now()
        await signIn(login, 'sai mat khau roi', `203.0.113.${20 + round}`)
        quickest[kind] = Math.min(quickest[kind], performance.now() - began)
      }
    // Without the work on a decoy it would be a tenth; a busy machine may halve or double either.
    expect(quickest.unknown).toBeGreaterThan(quickest.known / 4)
  })

  test('is refused from a page of another site, and under another name of the server', async () => {
    const { login } = office.seats['office-head']
    expect((await signIn(login, officePassword, '10.0.0.1', { origin: 'https://ke-gian.example' })).statusCode).toBe(
      403,
    )
    expect((await signIn(login, officePassword, '10.0.0.1', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    const elsewhere = await http.server.inject({
      method: 'GET',
      url: '/api/v1/session',
      headers: { host: 'ke-gian.example' },
    })
    expect(elsewhere.statusCode).toBe(403)
  })
})

describe('the ceilings over many logins', () => {
  const tables = () => withoutAgency(office.machinery.pool)
  const counted = async (scope: string) =>
    (await tables().selectFrom('sign_in_ceilings').select('failures').where('scope', '=', scope).executeTakeFirst())
      ?.failures ?? 0
  /** So many wrong tries were made in this window. */
  const tried = (scope: string, failures: number, minutesAgo = 1) =>
    tables()
      .insertInto('sign_in_ceilings')
      .values({ scope, failures, began_at: sql<Date>`now() - make_interval(mins => ${minutesAgo}::integer)` })
      .onConflict(conflict =>
        conflict
          .column('scope')
          .doUpdateSet(row => ({ failures: row.ref('excluded.failures'), began_at: row.ref('excluded.began_at') })),
      )
      .execute()
  const wrong = 'sai mat khau roi'

  test('count each wrong try of a network, whatever logins it tries, and none that is right', async () => {
    const all = await counted('all')
    for (const login of ['an.b', 'binh.c', office.seats['village-head'].login])
      await signIn(login, wrong, '203.0.113.40')
    expect(await counted('network:203.0.113.40')).toBe(3)
    expect((await signIn(office.seats['village-head'].login, officePassword, '203.0.113.40')).statusCode).toBe(200)
    expect(await counted('network:203.0.113.40')).toBe(3)
    expect(await counted('all')).toBe(all + 3)
  })

  test('stop a network that guesses through the logins, and say when to try again', async () => {
    await tried('network:203.0.113.41', mostPerNetwork - 1, 5)
    expect((await signIn('nguoi.cuoi', wrong, '203.0.113.41')).statusCode).toBe(401)
    const refused = await signIn('nguoi.nua', wrong, '203.0.113.41')
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'platform.SignInCrowded' })
    expect(refused.json().detail).toContain('sau 10 phút')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(590)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(600)
    // Neither is a try that was not looked at counted for its login.
    const row = await tables()
      .selectFrom('sign_in_failures')
      .select('login')
      .where('login', '=', 'nguoi.nua')
      .executeTakeFirst()
    expect(row).toBeUndefined()
    expect((await signIn('nguoi.nua', wrong, '203.0.113.42')).statusCode).toBe(401)
  })

  test('let go when their window is over', async () => {
    await tried('network:203.0.113.43', mostPerNetwork, 16)
    expect((await signIn('mot.nguoi', wrong, '203.0.113.43')).statusCode).toBe(401)
    expect(await counted('network:203.0.113.43')).toBe(1)
  })

  test('shut nobody out who works there, whoever guesses from the same address or from everywhere', async () => {
    const { login } = office.seats.auditor
    expect((await signIn(login, officePassword, '203.0.113.44')).statusCode).toBe(200)
    await tried('network:203.0.113.44', mostPerNetwork)
    expect((await signIn(login, officePassword, '203.0.113.44')).statusCode).toBe(200)
    expect((await signIn('nguoi.la', wrong, '203.0.113.44')).statusCode).toBe(429)
    const before = await counted('all')
    try {
      await tried('all', mostOfAll)
      expect((await signIn(login, officePassword, '203.0.113.44')).statusCode).toBe(200)
      expect((await signIn('nguoi.la', wrong, '203.0.113.45')).statusCode).toBe(429)
    } finally {
      await tried('all', before)
    }
    // At home, his own wrong tries slow him down as everywhere.
    for (let tries = 0; tries < 4; tries++) await signIn(login, wrong, '203.0.113.44')
    expect((await signIn(login, officePassword, '203.0.113.44')).json().code).toBe('platform.SignInSlowed')
  })

  test('an office of 126 behind one address signs in at once on its first morning, each after two slips', async () => {
    await tried('network:203.0.113.46', 126 * 2)
    const seats = Object.values(office.seats)
    const answers = await Promise.all(
      Array.from({ length: 126 }, (_, at) => signIn(seats[at % seats.length]!.login, officePassword, '203.0.113.46')),
    )
    // One person's many tries at once may wait for each other; nobody meets the ceiling.
    expect(answers.map(answer => answer.json().code).filter(code => code === 'platform.SignInCrowded')).toEqual([])
    for (const { login } of seats) expect((await signIn(login, officePassword, '203.0.113.46')).statusCode).toBe(200)
    // On a machine so busy that a lock is not had in time, a right try is answered 'busy' and its count stays.
    const busy = answers.filter(answer => answer.statusCode >= 500).length
    expect(await counted('network:203.0.113.46')).toBeLessThanOrEqual(126 * 2 + busy)
    expect(busy).toBeLessThan(126)
    await tables().deleteFrom('sessions').where('network', '=', '203.0.113.46').execute()
  })

  test.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::5', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::7', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['unknown', 'unknown'],
  ])('%s counts as %s: a line has more IPv6 addresses than it has guesses', (address, network) => {
    expect(countedNetwork(address)).toBe(network)
  })
})

describe('behind a proxy', () => {
  let proxied: OfficeHttp
  beforeAll(async () => {
    proxied = await officeHttp(office.machinery, sessionRoutes, {
      ...{ origin: 'https://xaso.test', proxies: ['10.0.0.2'] },
    })
  })
  const signInThrough = (login: string, password: string, from: string, forwarded: string) =>
    proxied.server.inject({
      ...{ method: 'POST', url: '/api/v1/session', remoteAddress: from, payload: { login, password } },
      headers: { host: 'xaso.test', 'x-forwarded-for': forwarded },
    })
  const networksOf = async (personId: string) => {
    const rows = await withoutAgency(office.machinery.pool)
      .selectFrom('sessions')
      .select('network')
      .where('person_id', '=', personId)
      .execute()
    return rows.map(row => row.network)
  }

  test.each([
    ['a computer of the office that forges a header on its way through the proxy', '127.0.0.1', ', 192.168.1.50'],
    ['one that writes to the port itself', '192.168.1.51', ''],
  ])('%s is slowed down all the same', async (_what, socket, appended) => {
    const { login } = office.seats['other-unit-head']
    for (let tries = 0; tries < 5; tries++)
      await signInThrough(login, 'sai mat khau roi', socket, `9.9.9.${tries}${appended}`)
    expect((await signInThrough(login, officePassword, socket, `9.9.9.200${appended}`)).statusCode).toBe(429)
  })

  test('the network is what the proxy saw, on this machine or named, and never a text', async () => {
    const { login, personId } = office.seats['unit-head']
    for (const [socket, forwarded] of [
      ['127.0.0.1', '9.9.9.9, 192.168.1.60'],
      ['10.0.0.2', '9.9.9.9, 192.168.1.61'],
      ['10.0.0.3', '192.168.1.62'],
      ['127.0.0.1', 'Phòng Kinh tế'],
    ] as const)
      expect((await signInThrough(login, officePassword, socket, forwarded)).statusCode).toBe(200)
    expect((await networksOf(personId)).toSorted()).toEqual(['10.0.0.3', '192.168.1.60', '192.168.1.61', 'unknown'])
  })
})

describe('a password', () => {
  const changed = { current: officePassword, next: 'mot cau that dai de nho' }

  test('is not guessed by who found a screen open: changing it is slowed down too', async () => {
    const here = cookieOf(await signIn(office.seats['agency-admin'].login, officePassword, '10.0.0.20'))
    const change = (current: string) =>
      http.server.inject({
        ...{ method: 'POST', url: '/api/v1/password', remoteAddress: '10.0.0.20', headers: { host, cookie: here } },
        payload: { ...changed, current },
      })
    for (let tries = 0; tries < 4; tries++) expect((await change('sai mat khau roi')).statusCode).toBe(401)
    expect((await change(officePassword)).statusCode).toBe(429)
  })

  test('that an administrator replaces stays replaced, whatever change was under way', async () => {
    const { login, personId } = office.seats.leader
    const { pool } = office.machinery
    const tables = withoutAgency(pool)
    const given = await hashPassword('k7fm-wq3t-9hxa-pn2c')
    // The administrator comes between the check of the old password and the writing of the new one: before the third
    // transaction, behind those that count the try and settle it.
    let transactions = 0
    const slow = new Proxy(pool, {
      get: (target, name) =>
        name === 'connect'
          ? async (callback?: Parameters<typeof target.connect>[0]) => {
              // A statement by itself asks with a callback.
              if (callback) return target.connect(callback)
              if (++transactions === 3) await replacePassword(tables, login, given)
              return target.connect()
            }
          : Reflect.get(target, name),
    })
    const facts = { login, personId, sessionId: testId(), origin: { ...fromTest, network: '10.0.0.21' }, ...changed }
    await expect(openSignIn(slow).changePassword(facts)).rejects.toMatchObject({ code: 'platform.SignInFailed' })
    expect(transactions).toBe(3)
    const row = await tables.selectFrom('logins').select('password_hash').where('login', '=', login).executeTakeFirst()
    expect(row?.password_hash).toBe(given)
  })
})

test('sessions that are over and tries that no longer count are swept away, the others stay', async () => {
  const { pool } = office.machinery
  const { login, personId } = office.seats.auditor
  const tables = withoutAgency(pool)
  const [over, open] = ['phien-da-het', 'phien-con-lai'].map(name => Buffer.from(name.padEnd(32)))
  const session = { person_id: personId, login, network: '10.0.0.30', device: 'test' }
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
  await tables
    .insertInto('sessions')
    .values([
      { ...session, id: testId(), token_hash: over!, expires_at: hours(-1) },
      { ...session, id: testId(), token_hash: open!, expires_at: hours(1) },
    ])
    .execute()
  await tables
    .insertInto('sign_in_failures')
    .values([
      { login: 'la', network: '10.0.0.31', failures: 3, last_at: hours(-25) },
      { login: 'la', network: '10.0.0.32', failures: 3, last_at: hours(-23) },
    ])
    .execute()
  await sweepSessions(pool, 1000)
  const sessions = await tables.selectFrom('sessions').select('token_hash').where('network', '=', '10.0.0.30').execute()
  expect(sessions.map(row => row.token_hash)).toEqual([open])
  const failures = await tables.selectFrom('sign_in_failures').select('network').where('login', '=', 'la').execute()
  expect(failures.map(row => row.network)).toEqual(['10.0.0.32'])
})

describe('a session', () => {
  test('is listed with its device and ended from another', async () => {
    const { login } = office.seats.deputy
    const one = cookieOf(await signIn(login, officePassword, '10.0.0.3', { 'user-agent': 'May tinh' }))
    const other = cookieOf(await signIn(login, officePassword, '10.0.0.4', { 'user-agent': 'Dien thoai' }))
    const get = (url: string, cookie: string, method: 'GET' | 'DELETE' = 'GET') =>
      http.server.inject({ method, url: `/api/v1${url}`, headers: { host, cookie } })
    const { items } = (await get('/sessions', one)).json() as {
      items: { id: string; device: string; current: boolean }[]
    }
    const phone = items.find(item => item.device === 'Dien thoai')!
    expect(phone.current).toBe(false)
    expect((await get('/session', other)).statusCode).toBe(200)
    expect((await get(`/sessions/${phone.id}`, one, 'DELETE')).statusCode).toBe(204)
    expect((await get('/session', other)).statusCode).toBe(401)
    expect((await get('/session', one)).statusCode).toBe(200)
  })

  test('of another person is not found when one tries to end it', async () => {
    const mine = cookieOf(await signIn(office.seats.clerk.login, officePassword))
    const theirs = await signIn(office.seats.auditor.login, officePassword, '10.0.0.5')
    const { items } = (
      await http.server.inject({ method: 'GET', url: '/api/v1/sessions', headers: { host, cookie: cookieOf(theirs) } })
    ).json()
    const attempt = await http.server.inject({
      method: 'DELETE',
      url: `/api/v1/sessions/${items[0].id}`,
      headers: { host, cookie: mine },
    })
    expect(attempt.statusCode).toBe(404)
  })

  test('dies with a change of password everywhere else, and a weak password is refused', async () => {
    const { login } = office.seats['village-head']
    const here = cookieOf(await signIn(login, officePassword, '10.0.0.6'))
    const there = cookieOf(await signIn(login, officePassword, '10.0.0.7'))
    const change = (next: string) =>
      http.server.inject({
        method: 'POST',
        url: '/api/v1/password',
        headers: { host, cookie: here },
        payload: { current: officePassword, next },
      })
    for (const weak of ['ngan', 'aaaaaaaaaaaaaaaaaa', `${login} va them chu`, officePassword])
      expect((await change(weak)).statusCode).toBe(422)
    expect((await change('mot cau that dai de nho')).statusCode).toBe(204)
    const session = (cookie: string) =>
      http.server.inject({ method: 'GET', url: '/api/v1/session', headers: { host, cookie } })
    expect((await session(there)).statusCode).toBe(401)
    expect((await session(here)).statusCode).toBe(200)
  })

  test('acts from the seat that the request names, never from another person’s', async () => {
    const clerk = cookieOf(await signIn(office.seats.clerk.login, officePassword))
    const units = (seat?: string) =>
      http.server.inject({
        method: 'GET',
        url: '/api/v1/units',
        headers: { host, cookie: clerk, ...(seat ? { 'x-seat': seat } : {}) },
      })
    expect((await units()).statusCode).toBe(200)
    expect((await units(office.seats.leader.id)).statusCode).toBe(403)
    expect((await units('not-a-seat')).statusCode).toBe(403)
  })
})

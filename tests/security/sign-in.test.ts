import { beforeAll, describe, expect, test } from 'vitest'
import { agencyRoutes } from '#modules/agencies/routes.ts'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, officePassword } from '#tests/office/make-office.ts'
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

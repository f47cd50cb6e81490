import { beforeAll, describe, expect, test } from 'vitest'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { installationId } from '#platform/installation/installation.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, officePassword } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

let office: Office
let http: OfficeHttp
const host = '127.0.0.1:8080'
const network = '10.0.0.40'

beforeAll(async () => {
  office = await makeOffice(await testDatabase())
  http = await officeHttp(office.machinery, sessionRoutes)
})

describe('the audit of an account', () => {
  test('notes who signed in, ended a session or changed the password, and where the request came from', async () => {
    const { login, personId } = office.seats['other-specialist']
    const signedIn = async () => {
      const answer = await http.server.inject({
        ...{ method: 'POST', url: '/api/v1/session', remoteAddress: network, headers: { host } },
        payload: { login, password: officePassword },
      })
      return String(answer.headers['set-cookie']).split(';')[0]!
    }
    const [here, there] = [await signedIn(), await signedIn()]
    const ask = (method: 'POST' | 'DELETE', url: string, payload?: object) =>
      http.server.inject({
        ...{ method, url: `/api/v1${url}`, remoteAddress: network, headers: { host, cookie: here } },
        ...(payload ? { payload } : {}),
      })
    const { items } = (await http.server.inject({ url: '/api/v1/sessions', headers: { host, cookie: here } })).json<{
      items: { id: string; current: boolean }[]
    }>()
    expect(there).not.toBe(here)
    const other = items.find(item => !item.current)!.id
    expect((await ask('DELETE', `/sessions/${other}`)).statusCode).toBe(204)
    // What is not there is not ended, and leaves no row.
    expect((await ask('DELETE', `/sessions/${other}`)).statusCode).toBe(404)
    expect(
      (await ask('POST', '/password', { current: officePassword, next: 'mot cau that dai de nho' })).statusCode,
    ).toBe(204)
    expect((await ask('DELETE', '/session')).statusCode).toBe(204)
    const { owner } = await testDatabase()
    const { rows } = await owner.query(
      `select act, acting_part, network, agency_id, subject_id from audit_entries a
       where person_id = $1 and network = $2 and exists (select from audit_unsealed u where u.audit_id = a.id)
       order by at, id`,
      [personId, network],
    )
    expect(rows.map(row => row.act)).toEqual([
      ...['sessions.sign-in', 'sessions.sign-in', 'sessions.end', 'sessions.change-password', 'sessions.end'],
    ])
    expect(rows[2].subject_id).toBe(other)
    for (const row of rows) expect(row).toMatchObject({ acting_part: 'sessions', network, agency_id: installationId })
  })
})

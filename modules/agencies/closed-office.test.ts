import { beforeAll, expect, test } from 'vitest'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import { type Caller, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { AgencyCard } from './contract.ts'
import { agencyRoutes } from './routes.ts'
import { installationRoutes } from './routes-installation.ts'

const { server } = await testDatabase()
const today = todayInVietnam(new Date())
let old: Office
let heir: Office
let http: OfficeHttp
let runner: Caller
beforeAll(async () => {
  old = await makeOffice({ server })
  heir = await makeOffice({ server }, { place: 'Hướng Hóa', machinery: old.machinery })
  http = await officeHttp(old.machinery, [...installationRoutes, ...agencyRoutes])
  runner = await makeRunner(server)
})

const path = () => `/installation/agencies/${old.agencyId}`
const asRunner = <Reply = AgencyCard>(request: string, body?: object) => http.call<Reply>(runner, request, body)
const letRead = (seat: 'clerk' | 'leader') => ({
  ...{ id: testId(), existingLogin: heir.seats[seat].login, basis: 'Công văn 12/UBND-VP ngày 02/7/2026' },
})

test('an office that goes on seats its own auditors', async () => {
  const { status, body } = await asRunner(`POST ${path()}/readers`, letRead('clerk'))
  expect([status, body.code]).toEqual([409, 'agencies.AgencyOpen'])
})

test('a closed office is read by those of its successor, though nobody of its own is left to seat them', async () => {
  await asRunner(`POST ${path()}/close`, { closedOn: today, successorId: heir.agencyId, basis: 'NQ 76/2025' })
  const clerk = heir.seats.clerk
  const seat = letRead('clerk')
  for (const _time of ['first', 'again']) {
    const { status, body } = await asRunner(`POST ${path()}/readers`, seat)
    expect(status).toBe(201)
    expect(body.readers.filter(one => one.seatId === seat.id)).toEqual([
      { seatId: seat.id, fullName: clerk.fullName, from: today },
    ])
  }
  const own = await http.call<{ id: string }>(clerk, 'GET /agency', undefined, { seatId: seat.id })
  expect(own.body.id).toBe(old.agencyId)
  const unit = { id: testId(), name: 'Tổ', abbreviation: 'T', kind: 'office', validFrom: today }
  expect((await http.call(clerk, 'POST /units', unit, { seatId: seat.id })).status).toBe(403)

  const ended = await asRunner(`POST ${path()}/readers/${seat.id}/end`)
  // Its own auditor, whose seat goes on, is shown too.
  expect(ended.body.readers.map(one => one.seatId)).toEqual([old.seats.auditor.id])
  const after = await http.call(clerk, 'GET /agency', undefined, { seatId: seat.id })
  expect([after.status, after.body.code]).toEqual([403, 'platform.SeatNotYours'])
})

test('of a closed office its bodies are still shown, and nobody is sent to administer it', async () => {
  const card = await asRunner(`GET ${path()}`)
  expect(card.body.issuers.map(issuer => issuer.abbreviation)).toEqual(['UBND', 'HĐND'])
  const person = { existingLogin: heir.seats.clerk.login }
  const appointed = await asRunner(`POST ${path()}/administrators`, { id: testId(), person, basis: 'CV 1' })
  expect([appointed.status, appointed.body.code]).toEqual([409, 'agencies.AgencyClosed'])
})

test('whose login it is, is seen before that person is seated', async () => {
  const { fullName, login } = old.seats.specialist
  const found = await asRunner<object>(`GET /installation/people?login=${heir.seats.leader.login.toUpperCase()}`)
  expect(found.body).toMatchObject({ fullName: heir.seats.leader.fullName, offices: ['UBND xã Hướng Hóa'] })
  const asAdmin = (typed: string) => http.call(heir.seats['agency-admin'], `GET /people?login=${typed}`)
  // He sits nowhere any more, for his office was closed.
  expect((await asAdmin(login)).body).toEqual({ login, fullName, offices: [] })
  expect((await asAdmin('khong.co.ai')).body.code).toBe('agencies.LoginUnknown')
  expect((await http.call(heir.seats.clerk, `GET /people?login=${login}`)).status).toBe(403)
})

import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { runAct } from '#platform/acts/run.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import { type Caller, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { AgencyCard, GivenSeat } from './contract.ts'
import { issuersOn } from './issuers.ts'
import { nameBegins } from './rename-agency.ts'
import { agencyRoutes } from './routes.ts'
import { installationRoutes } from './routes-installation.ts'

const { server } = await testDatabase()
const today = todayInVietnam(new Date())
const tomorrow = addDays(today, 1)
let office: Office
let heir: Office
let http: OfficeHttp
let runner: Caller
beforeAll(async () => {
  office = await makeOffice({ server })
  heir = await makeOffice({ server }, { machinery: office.machinery })
  http = await officeHttp(office.machinery, [...installationRoutes, ...agencyRoutes])
  runner = await makeRunner(server)
})

const pathOf = (one: Office) => `/installation/agencies/${one.agencyId}`
const naming = (name: string, from: string) => ({
  ...{ name, shortName: name, abbreviation: 'UBND', placeName: 'Hướng Mới', from },
  basis: 'Nghị quyết 15/NQ-HĐND',
})
const rename = (one: Office, name: string, from: string) =>
  http.call<AgencyCard>(runner, `POST ${pathOf(one)}/issuers/${one.issuer.id}/rename`, naming(name, from))
const nameOn = (one: Office, day: string) =>
  one.system(async context => (await issuersOn(context, [one.issuer.id], calendarDate(day))).at(0)?.name)
const officeName = async (one: Office) => (await http.call<AgencyCard>(runner, `GET ${pathOf(one)}`)).body.agency.name

describe('an office that is renamed', () => {
  test('bears the new name from the day on; what is older finds the old one', async () => {
    const old = (await nameOn(heir, today))!
    expect((await rename(heir, 'UBND xã Sai', today)).status).toBe(200)
    const { body } = await rename(heir, 'UBND xã Hướng Mới', today)
    expect(body.agency.name).toBe('UBND xã Hướng Mới')
    expect(body.issuers.at(0)?.otherNames).toMatchObject([{ name: old }])
    expect(await nameOn(heir, addDays(today, -1))).toBe(old)
    expect(await nameOn(heir, today)).toBe('UBND xã Hướng Mới')
  })

  test('takes a name that begins later on its day, and the last one that was entered', async () => {
    const now = await officeName(heir)
    const later = addDays(today, 9)
    await rename(heir, 'UBND xã Mai Sau Nhầm', tomorrow)
    await rename(heir, 'UBND xã Mai Sau', later)
    expect([await officeName(heir), await nameOn(heir, today), await nameOn(heir, tomorrow)]).toEqual([now, now, now])
    expect(await nameOn(heir, addDays(later, 9))).toBe('UBND xã Mai Sau')
    const due = await heir.system(({ tx, agency }) =>
      tx
        .selectFrom('outbox')
        .selectAll()
        .where('agency_id', '=', agency)
        .where('kind', '=', 'agencies.rename')
        .orderBy('due_at')
        .execute(),
    )
    const days = [tomorrow, later].map(day => new Date(`${day}T00:00:00+07:00`))
    expect(due.map(one => one.due_at)).toEqual(days)
    const names: string[] = []
    for (const [index, at] of days.entries()) {
      await nameBegins({ ...heir.machinery, at }, {
        ...{ agencyId: heir.agencyId, id: due[index]!.id },
      } as Parameters<typeof nameBegins>[1])
      names.push(await officeName(heir))
    }
    expect(names).toEqual([now, 'UBND xã Mai Sau'])
  })

  test('was not called so before today', async () => {
    expect(await rename(heir, 'UBND xã Hôm Qua', addDays(today, -1))).toMatchObject({
      status: 422,
      body: { code: 'agencies.RenamesBeforeToday' },
    })
  })
})

describe('an office that is closed', () => {
  const close = (closedOn: string, successorId: string | null) =>
    http.call<AgencyCard>(runner, `POST ${pathOf(office)}/close`, {
      closedOn,
      successorId,
      basis: 'NQ 76/2025/UBTVQH15',
    })

  const toldOfClosing = () =>
    office.system(async ({ tx, agency }) => {
      const rows = await tx
        .selectFrom('notices')
        .select(['seat_id', 'detail'])
        .where('agency_id', '=', agency)
        .where('kind', '=', 'agencies.closing')
        .execute()
      return rows.map(row => [row.seat_id, row.detail]).toSorted()
    })

  test('is not closed in the past, nor into itself, nor over an office below it', async () => {
    expect(await close(addDays(today, -1), null)).toMatchObject({ body: { code: 'agencies.ClosesBeforeToday' } })
    expect(await close(today, office.agencyId)).toMatchObject({ body: { code: 'agencies.AgencySuccessorUnfit' } })
    const put = (parent: string | null) =>
      server.query({ text: 'update agencies set parent_id = $1 where id = $2', values: [parent, heir.agencyId] })
    await put(office.agencyId)
    expect(await close(today, null)).toMatchObject({ body: { code: 'agencies.AgencyHasAgencies' } })
    await put(null)
  })

  test('goes on until its day, then nobody of it has a seat; it says why and who took over', async () => {
    expect(await close(tomorrow, heir.agencyId)).toMatchObject({
      status: 200,
      body: { agency: { closedOn: tomorrow }, closing: { basis: 'NQ 76/2025/UBTVQH15' } },
    })
    const heldOn = (at: Date) =>
      runAct(
        { ...office.machinery, at },
        { agency: office.agencyId, actor: { kind: 'system', name: 'test' }, origin: { requestId: 't', network: 't' } },
        async context => (await context.ports.agencies.seatsWhere(context, { role: 'clerk' })).length,
      )
    expect([await heldOn(new Date()), await heldOn(new Date(`${tomorrow}T12:00:00+07:00`))]).toEqual([1, 0])
    expect(await close(tomorrow, heir.agencyId)).toMatchObject({ status: 200 })
    expect(await toldOfClosing()).toEqual(
      (['clerk', 'leader', 'deputy', 'office-head', 'agency-admin'] as const)
        .map(seat => [office.seats[seat].id, { day: tomorrow, basis: 'NQ 76/2025/UBTVQH15' }])
        .toSorted(),
    )
    expect(await close(addDays(today, 9), heir.agencyId)).toMatchObject({
      status: 409,
      body: { code: 'agencies.AgencyClosed' },
    })
  })
  test('seats nobody beyond its day, and takes no other body under its roof', async () => {
    const admin = office.seats['agency-admin']
    const seat = (role: string, more: object) => ({
      ...{ id: testId(), person: { personId: office.seats.specialist.personId }, role, standing: 'staff' },
      ...{ unitId: office.units.economy, issuerId: office.issuer.id, title: 'Chuyên viên', validFrom: today, ...more },
    })
    const give = (input: object) => http.call<z.infer<typeof GivenSeat>>(admin, 'POST /seats', input)
    for (const validTo of [null, addDays(today, 30)])
      expect((await give(seat('specialist', { validTo }))).body.seat.validTo).toBe(tomorrow)
    expect((await give(seat('specialist', { validFrom: tomorrow }))).body.code).toBe('agencies.SeatAfterClosing')
    expect((await give(seat('auditor', {}))).body.seat.validTo).toBe(null)
    const council = { id: testId(), kind: 'other', name: 'Ban Quản lý chợ', shortName: 'BQL chợ', abbreviation: 'BQL' }
    expect((await http.call(runner, `POST ${pathOf(office)}/issuers`, council)).body.code).toBe('agencies.AgencyClosed')
  })
})

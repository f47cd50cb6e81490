import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { startRelay } from '#platform/outbox/relay.ts'
import { passwordFits } from '#platform/sessions/passwords.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, officeOpenedOn, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp, seesNothing } from '#tests/office/office-http.ts'
import type { GivenSeat, ListedSeat, NewPassword, Seat } from './contract.ts'
import { agencyHandlers } from './outbox-handlers.ts'
import { agencyRoutes } from './routes.ts'

type Given = z.infer<typeof GivenSeat>

let home: Office
let away: Office
let http: OfficeHttp
const { server } = await testDatabase()
beforeAll(async () => {
  home = await makeOffice({ server })
  away = await makeOffice({ server }, { place: 'Hướng Hóa', machinery: home.machinery })
  http = await officeHttp(home.machinery, agencyRoutes)
})

const admin = () => home.seats['agency-admin']
const day = async (offset: number): Promise<string> => {
  const { rows } = await server.query<{ day: string }>(
    `select ((now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::integer)::text as day`,
    [offset],
  )
  return rows[0]!.day
}
const specialist = (office: Office) => ({
  ...{ unitId: office.units.economy, issuerId: office.issuer.id, validFrom: officeOpenedOn },
  ...{ role: 'specialist', standing: 'staff', title: 'Chuyên viên' },
})
const newcomer = (login = `moi.${testId().slice(-12)}`) => ({
  id: testId(),
  person: { fullName: 'Hoàng Thị  Đương', login },
  ...specialist(home),
})
const passwordHashOf = async (login: string): Promise<string> =>
  (await server.query<{ password_hash: string }>('select password_hash from logins where login = $1', [login])).rows[0]!
    .password_hash

describe('giving a seat to somebody new', () => {
  test('shows a first password once that fits and must be changed', async () => {
    const input = newcomer()
    const { status, body } = await http.call<Given>(admin(), 'POST /seats', input)
    expect(status).toBe(201)
    expect(body.seat).toMatchObject({ id: input.id, fullName: 'Hoàng Thị Đương', unitName: 'Phòng Kinh tế' })
    expect(body.login).toBe(input.person.login)
    expect(body.firstPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(await passwordFits(await passwordHashOf(body.login!), body.firstPassword!)).toBe(true)
    const own = await http.call({ ...body.seat, login: body.login! }, 'GET /units')
    expect([own.status, own.body.code]).toEqual([403, 'platform.PasswordMustChange'])
  })

  test('sent twice gives one seat, and a password that works while nobody has set his own', async () => {
    const input = newcomer()
    const first = await http.call<Given>(admin(), 'POST /seats', input)
    const again = await http.call<Given>(admin(), 'POST /seats', input)
    expect(again.status).toBe(201)
    expect(again.body.seat).toEqual(first.body.seat)
    expect(await passwordFits(await passwordHashOf(input.person.login), again.body.firstPassword!)).toBe(true)

    await server.query('update logins set must_change_password = false where login = $1', [input.person.login])
    const late = await http.call<Given>(admin(), 'POST /seats', input)
    expect(late.body).toEqual({ seat: first.body.seat, login: input.person.login, firstPassword: null })
  })

  test('sent with other content under the same id is refused with what is there', async () => {
    const input = newcomer()
    await http.call(admin(), 'POST /seats', input)
    const other = await http.call(admin(), 'POST /seats', { ...input, title: 'Kế toán' })
    expect([other.status, other.body.code]).toEqual([409, 'platform.SentDifferently'])
    expect(other.body.subject).toMatchObject({ stored: { seat: { title: 'Chuyên viên' }, firstPassword: null } })
  })

  test('at the same instant by two requests makes one person, one login and one seat', async () => {
    const input = newcomer()
    const answers = await Promise.all([1, 2, 3].map(() => http.call<Given>(admin(), 'POST /seats', input)))
    expect(answers.map(answer => answer.status)).toEqual([201, 201, 201])
    const { rows } = await server.query('select person_id from person_seats where seat_id = $1', [input.id])
    expect(rows).toHaveLength(1)
  })

  test('takes no login that somebody has, in whatever agency, and leaves nothing behind', async () => {
    const input = newcomer(away.seats.clerk.login)
    const { status, body } = await http.call(admin(), 'POST /seats', input)
    expect([status, body.code]).toEqual([409, 'agencies.LoginTaken'])
    const { rows } = await server.query(
      `select from people where full_name = 'Hoàng Thị Đương' and home_agency_id = $1
      and id not in (select person_id from logins)`,
      [home.agencyId],
    )
    expect(rows).toEqual([])
  })

  test('refuses a seat in a unit before there was that unit', async () => {
    const before = { ...newcomer(), validFrom: '2025-06-30' }
    expect((await http.call(admin(), 'POST /seats', before)).body.code).toBe('agencies.SeatBeforeUnit')
  })

  test('refuses a standing that the role does not have, and a second head of one body', async () => {
    const unfit = await http.call(admin(), 'POST /seats', { ...newcomer(), standing: 'head' })
    expect([unfit.status, unfit.body.code]).toEqual([422, 'agencies.StandingUnfit'])
    const second = { ...newcomer(), role: 'leader', standing: 'acting-head', title: 'Q. CHỦ TỊCH' }
    const refused = await http.call(admin(), 'POST /seats', second)
    expect([refused.status, refused.body.code]).toEqual([409, 'agencies.FirstPersonTaken'])
    expect(refused.body.title).toContain('Lê Văn Định')
    const ofCouncil = { ...second, issuerId: home.council.id, id: testId() }
    expect((await http.call(admin(), 'POST /seats', ofCouncil)).status).toBe(201)
  })

  test.each([
    ['a unit', () => ({ unitId: away.units.economy })],
    ['a body', () => ({ issuerId: away.issuer.id })],
    ['a person', () => ({ person: { personId: away.seats.clerk.personId } })],
  ])('knows nothing of %s of another agency', async (_what, theirs) => {
    const { status, body } = await http.call(admin(), 'POST /seats', { ...newcomer(), ...theirs() })
    expect([status, body.code]).toEqual([404, 'platform.NotFound'])
  })
})

describe('a person with several seats', () => {
  test('sits in another agency too, named by the login, and acts in each seat apart', async () => {
    const guest = away.seats.specialist
    const seat = { ...newcomer(), person: { existingLogin: guest.login } }
    const { body } = await http.call<Given>(admin(), 'POST /seats', seat)
    expect(body).toMatchObject({ seat: { fullName: guest.fullName }, login: null, firstPassword: null })

    const without = await http.call({ personId: guest.personId, login: guest.login }, 'GET /agency')
    expect([without.status, without.body.code]).toEqual([400, 'platform.SeatRequired'])
    const atHome = await http.call<{ id: string }>(guest, 'GET /agency')
    const here = await http.call<{ id: string }>(guest, 'GET /agency', undefined, { seatId: seat.id })
    expect([atHome.body.id, here.body.id]).toEqual([away.agencyId, home.agencyId])
  })

  test('is found by a login that somebody has', async () => {
    const seat = { ...newcomer(), person: { existingLogin: `khong.co.${testId().slice(-6)}` } }
    const { status, body } = await http.call(admin(), 'POST /seats', seat)
    expect([status, body.code]).toEqual([422, 'agencies.LoginUnknown'])
  })

  test('learns of the seat that another office gave, as do those who lead it', async () => {
    const seat = { ...newcomer(), person: { existingLogin: away.seats['unit-head'].login } }
    await http.call(admin(), 'POST /seats', seat)
    const notices = await home.system(({ tx, agency }) =>
      tx
        .selectFrom('notices')
        .select(['seat_id', 'kind'])
        .where('agency_id', '=', agency)
        .where('subject_id', '=', seat.id)
        .execute(),
    )
    const leading = ['leader', 'deputy', 'office-head'] as const
    expect(notices).toEqual(
      expect.arrayContaining([
        ...leading.map(one => ({ seat_id: home.seats[one].id, kind: 'agencies.guest-seated' })),
        { seat_id: seat.id, kind: 'agencies.seat-given' },
      ]),
    )
    expect(notices.map(notice => notice.seat_id)).not.toContain(admin().id)
  })

  test('has the password reset by the office that looks after the login alone', async () => {
    const guest = away.seats['other-specialist']
    const seat = { ...newcomer(), person: { existingLogin: guest.login } }
    await http.call(admin(), 'POST /seats', seat)
    for (const path of ['reset-password', 'unlock']) {
      const refused = await http.call(admin(), `POST /seats/${seat.id}/${path}`)
      expect([refused.status, refused.body.code]).toEqual([403, 'agencies.LoginOfOtherAgency'])
      expect(refused.body.detail).toContain('UBND xã Hướng Hóa')
    }
    const theirs = await http.call<z.infer<typeof NewPassword>>(
      away.seats['agency-admin'],
      `POST /seats/${guest.id}/reset-password`,
    )
    expect(theirs.body).toMatchObject({ login: guest.login, firstPassword: expect.any(String) })
  })
})

test('nobody resets his own password: his session would end before the new one is read', async () => {
  const before = await passwordHashOf(admin().login)
  const refused = await http.call(admin(), `POST /seats/${admin().id}/reset-password`, undefined, { key: testId() })
  expect([refused.status, refused.body.code]).toEqual([422, 'agencies.OwnLogin'])
  expect(await passwordHashOf(admin().login)).toBe(before)
  expect((await http.call(admin(), 'GET /seats')).status).toBe(200)
})

test('a corrected name is taken over by every office where the person sits; only the one in charge corrects it', async () => {
  const guest = away.seats['village-head']
  const seat = { ...newcomer(), person: { existingLogin: guest.login } }
  await http.call(admin(), 'POST /seats', seat)
  const refused = await http.call(admin(), `PUT /seats/${seat.id}`, { fullName: 'Tên Khác' })
  expect([refused.status, refused.body.code]).toEqual([403, 'agencies.NameOfOtherAgency'])
  expect(refused.body.detail).toContain('UBND xã Hướng Hóa')

  const fullName = 'Hồ Văn Được Sửa'
  await http.call(away.seats['agency-admin'], `PUT /seats/${guest.id}`, { fullName })
  const nameHere = async () =>
    (await http.call<{ items: Seat[] }>(admin(), 'GET /seats?limit=100')).body.items.find(one => one.id === seat.id)
  expect((await nameHere())?.fullName).toBe(guest.fullName)
  const relay = startRelay({ pool: server, handlers: agencyHandlers(home.machinery), log: () => {} })
  relay.wake(away.agencyId)
  await relay.idle()
  await relay.stop()
  expect((await nameHere())?.fullName).toBe(fullName)
  const found = await http.call<{ items: Seat[] }>(admin(), 'GET /seats?q=duoc%20sua')
  expect(found.body.items.map(one => one.id)).toEqual([seat.id])
})

describe('ending a seat', () => {
  test('ends its rights that day: in sessions that are open, in streams, for good', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    const person = { ...body.seat, login: body.login! }
    await server.query('update logins set must_change_password = false where login = $1', [person.login])
    expect((await http.call(person, 'GET /units')).status).toBe(200)
    let closed = false
    http.gate.machinery.events.listen({
      ...{ agencyId: home.agencyId, seatId: person.id, sight: seesNothing, send: () => {} },
      close: () => {
        closed = true
      },
    })

    const ended = await http.call<Seat>(admin(), `POST /seats/${person.id}/end`, { validTo: await day(0) })
    expect(ended.body).toMatchObject({ id: person.id, validTo: await day(0) })
    expect(closed).toBe(true)
    const after = await http.call(person, 'GET /units')
    expect([after.status, after.body.code]).toEqual([403, 'platform.SeatNotYours'])
    const again = await http.call(admin(), `POST /seats/${person.id}/end`, { validTo: await day(9) })
    expect([again.status, again.body.code]).toEqual([409, 'agencies.SeatEnded'])
  })

  test('on a later day leaves the rights until then', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    await http.call(admin(), `POST /seats/${body.seat.id}/end`, { validTo: await day(1) })
    const { directory } = http.gate
    const seat = { id: body.seat.id, agencyId: home.agencyId }
    expect(await directory.findActor(body.seat.personId, seat)).toMatchObject({ seatId: seat.id })
  })

  test('writes the same day to seats and person_seats', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    await http.call(admin(), `POST /seats/${body.seat.id}/end`, { validTo: await day(3) })
    const { rows } = await server.query<{ until: string }>(
      'select valid_to::text as until from person_seats where seat_id = $1',
      [body.seat.id],
    )
    expect(rows).toEqual([{ until: await day(3) }])
  })

  test('neither in the past nor later than was settled, for others count on either', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    const end = async (offset: number) => {
      const answer = await http.call(admin(), `POST /seats/${body.seat.id}/end`, { validTo: await day(offset) })
      return answer.body.code ?? answer.status
    }
    expect(await end(-1)).toBe('agencies.EndsBeforeToday')
    expect(await end(5)).toBe(200)
    expect(await end(6)).toBe('agencies.EndsLater')
    expect(await end(2)).toBe(200)
  })

  test('refuses a day before the first, and the last administrator', async () => {
    const early = await http.call(admin(), `POST /seats/${home.seats.clerk.id}/end`, { validTo: '2025-06-30' })
    expect([early.status, early.body.code]).toEqual([422, 'agencies.EndsBeforeSeat'])
    const last = await http.call(admin(), `POST /seats/${admin().id}/end`, { validTo: await day(0) })
    expect([last.status, last.body.code]).toEqual([409, 'agencies.LastAdministrator'])
  })
})

describe('a seat that was to begin later and was cancelled', () => {
  test('stands in the way of nobody: another takes the first place, the unit may be closed', async () => {
    const unit = { id: testId(), name: 'Tổ Lưu trữ', abbreviation: 'LT', kind: 'department', validFrom: officeOpenedOn }
    const chairman = (validFrom: string) => ({
      ...{ ...newcomer(), unitId: unit.id, issuerId: away.council.id, validFrom },
      ...{ role: 'leader', standing: 'head', title: 'CHỦ TỊCH' },
    })
    const give = (input: object) => http.call<Given>(away.seats['agency-admin'], 'POST /seats', input)
    await http.call(away.seats['agency-admin'], 'POST /units', unit)
    const mistaken = await give(chairman(await day(20)))
    expect((await give(chairman(await day(10)))).body.code).toBe('agencies.FirstPersonTaken')
    const cancel = { validTo: await day(20) }
    await http.call(away.seats['agency-admin'], `POST /seats/${mistaken.body.seat.id}/end`, cancel)
    const close = await http.call(away.seats['agency-admin'], `PUT /units/${unit.id}`, { validTo: await day(5) })
    expect(close.status).toBe(200)
    await http.call(away.seats['agency-admin'], `PUT /units/${unit.id}`, { validTo: null })
    expect((await give(chairman(await day(10)))).status).toBe(201)
  })
})

describe('the office', () => {
  test('lists seats by unit, finds them without marks, and shows logins to the administrator alone', async () => {
    const query = 'GET /seats?q=le%20van%20dinh'
    const asAdmin = await http.call<{ items: z.infer<typeof ListedSeat>[] }>(admin(), query)
    expect(asAdmin.body.items).toMatchObject([{ title: 'CHỦ TỊCH', login: home.seats.leader.login }])
    const asClerk = await http.call<{ items: z.infer<typeof ListedSeat>[] }>(home.seats.clerk, query)
    expect(asClerk.body.items).toMatchObject([{ title: 'CHỦ TỊCH', login: null, mustChangePassword: null }])
  })

  test('corrects a name everywhere it stands in the office', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    const second = { ...newcomer(), person: { personId: body.seat.personId }, title: 'Thủ quỹ' }
    await http.call(admin(), 'POST /seats', second)
    const renamed = await http.call<Seat>(admin(), `PUT /seats/${body.seat.id}`, { fullName: 'Hoàng Thị Dương' })
    expect(renamed.body.fullName).toBe('Hoàng Thị Dương')
    const list = await http.call<{ items: Seat[] }>(admin(), 'GET /seats?q=thu%20quy%20duong')
    expect(list.body.items).toMatchObject([{ id: second.id, fullName: 'Hoàng Thị Dương' }])
    expect(await http.gate.directory.findPerson(body.seat.personId)).toMatchObject({ fullName: 'Hoàng Thị Dương' })
  })

  test('keeps both corrections of two administrators at once', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    const path = `PUT /seats/${body.seat.id}`
    const changes = [{ title: 'Kế toán' }, { fullName: 'Hoàng Thị Đường' }, { ordinal: 7 }]
    await Promise.all(changes.map(change => http.call<Seat>(admin(), path, change)))
    const list = await http.call<{ items: Seat[] }>(admin(), 'GET /seats?q=ke%20toan%20duong')
    expect(list.body.items).toMatchObject([{ id: body.seat.id, title: 'Kế toán', fullName: 'Hoàng Thị Đường' }])
  })

  test('turns the pages of a long list without leaving one out', async () => {
    const whole = await http.call<{ items: Seat[] }>(admin(), 'GET /seats?limit=100')
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `GET /seats?limit=4${cursor ? `&cursor=${cursor}` : ''}`
      const { body } = await http.call<{ items: Seat[]; next: string | null }>(admin(), query)
      ids.push(...body.items.map(seat => seat.id))
      cursor = body.next
    }
    expect(ids).toEqual(whole.body.items.map(seat => seat.id))
  })
})

describe('resetting a password', () => {
  test('ends the sessions, takes the slow-down off and asks for a change; under one key it is given anew until then', async () => {
    const person = home.seats['village-head']
    expect((await http.call(person, 'GET /agency')).status).toBe(200)
    await server.query(`insert into sign_in_failures values ($1, '10.0.0.9', 9, now())`, [person.login])
    const reset = () =>
      http.call<z.infer<typeof NewPassword>>(admin(), `POST /seats/${person.id}/reset-password`, undefined, {
        key: 'reset-1',
      })
    const first = await reset()
    expect(first.body.login).toBe(person.login)
    expect((await http.call(person, 'GET /agency')).body.code).toBe('platform.NotSignedIn')
    const failures = await server.query('select from sign_in_failures where login = $1', [person.login])
    expect(failures.rows).toEqual([])

    const again = await reset()
    expect(await passwordFits(await passwordHashOf(person.login), again.body.firstPassword!)).toBe(true)
    await server.query('update logins set must_change_password = false where login = $1', [person.login])
    expect((await reset()).body).toEqual({ login: person.login, firstPassword: null })
    expect(await passwordFits(await passwordHashOf(person.login), again.body.firstPassword!)).toBe(true)
  })

  test('leaves the password in no audit row', async () => {
    const { body } = await http.call<Given>(admin(), 'POST /seats', newcomer())
    const { rows } = await home.system(async ({ tx, agency }) => ({
      rows: await tx.selectFrom('audit_entries').selectAll().where('agency_id', '=', agency).execute(),
    }))
    expect(rows.some(row => row.act === 'agencies.give-seat' && row.subject_id === body.seat.id)).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(body.firstPassword)
  })
})

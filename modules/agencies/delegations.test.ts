import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { seatKey, unitKey } from '#platform/acts/actor.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp, seesNothing } from '#tests/office/office-http.ts'
import type { Delegation } from './contract.ts'
import { delegate } from './delegate.ts'
import { agencyRoutes } from './routes.ts'

type Answered = z.infer<typeof Delegation>

let office: Office
let other: Office
let http: OfficeHttp
let today: CalendarDate
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server })
  other = await makeOffice({ server }, { machinery: office.machinery })
  http = await officeHttp(office.machinery, agencyRoutes)
  today = await office.system(async ({ now }) => todayInVietnam(now))
})

const to = (seat: OfficeSeat, more: object = {}) => ({
  ...{ id: testId(), toSeatId: office.seats[seat].id, scope: 'all' as const, maySign: false },
  ...{ validFrom: today, validTo: addDays(today, 5), ...more },
})
const given = (from: OfficeSeat, input: object) => http.call<Answered>(office.seats[from], 'POST /delegations', input)
const ended = (by: OfficeSeat, id: string) => http.call<Answered>(office.seats[by], `POST /delegations/${id}/end`)

describe('standing in for another', () => {
  test('shows what that seat and its unit see, as far as the delegation goes and while it lasts, and says for whom', async () => {
    const input = to('office-head', { scope: 'incoming' })
    const { status, body } = await given('unit-head', input)
    expect(status).toBe(201)
    expect(body).toMatchObject({ fromName: 'Phan Quốc Việt', toName: 'Nguyễn Hữu Phước', ended: false })

    const actor = await office.actor('office-head')
    const from = office.seats['unit-head']
    expect(actor.standsInFor).toMatchObject([{ seatId: from.id, role: 'unit-head', scope: 'incoming' }])
    expect(sightOf(actor, 'incoming').readerKeys).toContain(seatKey(from.id))
    expect(sightOf(actor, 'incoming').readerKeys).toContain(unitKey(from.unitId))
    expect(sightOf(actor, 'outgoing').readerKeys).toEqual([seatKey(actor.seatId), unitKey(actor.unitId)])

    expect((await ended('unit-head', body.id)).body.ended).toBe(true)
    expect(sightOf(await office.actor('office-head'), 'incoming').readerKeys).not.toContain(seatKey(from.id))
  })

  test('holds through its last day and not before its first', async () => {
    const [past, coming, lastDay] = [
      to('clerk', { validFrom: addDays(today, -9), validTo: addDays(today, -1) }),
      to('clerk', { validFrom: addDays(today, 1) }),
      to('clerk', { validFrom: addDays(today, -9), validTo: today }),
    ]
    await office.act('deputy', context => delegate(context, past), { at: new Date(`${past.validFrom}T08:00:00+07:00`) })
    for (const input of [coming, lastDay]) expect((await given('deputy', input)).status).toBe(201)
    const actor = await office.actor('clerk')
    expect(actor.standsInFor.map(other => other.delegationId)).toEqual([lastDay.id])
    for (const input of [coming, lastDay]) await ended('deputy', input.id)
  })

  test('is not handed on: the second delegate gets nothing of the first giver', async () => {
    const first = await given('leader', to('deputy'))
    const second = await given('deputy', to('specialist'))
    const actor = await office.actor('specialist')
    expect(actor.standsInFor.map(other => other.seatId)).toEqual([office.seats.deputy.id])
    await ended('leader', first.body.id)
    await ended('deputy', second.body.id)
  })

  test('tells the delegate, closes the stream that knew less, and is felt in the open session', async () => {
    const delegate = office.seats['other-unit-head']
    await http.call(delegate, 'GET /units')
    let closed = 0
    const stop = http.gate.machinery.events.listen({
      ...{ agencyId: office.agencyId, seatId: delegate.id, sight: seesNothing, send: () => {} },
      close: () => closed++,
    })
    const { body } = await given('leader', to('other-unit-head'))
    const session = { personId: delegate.personId, seat: { id: delegate.id, agencyId: office.agencyId } }
    const actor = await http.gate.directory.findActor(session.personId, session.seat)
    expect(actor?.standsInFor).toHaveLength(1)
    const notices = await office.system(({ tx, agency }) =>
      tx
        .selectFrom('notices')
        .select(['seat_id', 'kind'])
        .where('agency_id', '=', agency)
        .where('subject_id', '=', body.id)
        .execute(),
    )
    expect(notices).toEqual([{ seat_id: delegate.id, kind: 'agencies.delegated' }])
    await ended('other-unit-head', body.id)
    expect(closed).toBe(2)
    stop()
  })

  test('tells who gave it when the delegate lays it down, and both when the administrator ends it', async () => {
    const told = async (by: OfficeSeat) => {
      const { body } = await given('leader', to('deputy'))
      await ended(by, body.id)
      const notices = await office.system(({ tx, agency }) =>
        tx
          .selectFrom('notices')
          .select('seat_id')
          .where('agency_id', '=', agency)
          .where('subject_id', '=', body.id)
          .where('kind', '=', 'agencies.delegation-ended')
          .execute(),
      )
      return notices.map(notice => notice.seat_id).toSorted()
    }
    const { leader, deputy } = office.seats
    expect(await told('deputy')).toEqual([leader.id])
    expect(await told('leader')).toEqual([deputy.id])
    expect(await told('agency-admin')).toEqual([leader.id, deputy.id].toSorted())
  })

  test('ends with the seat that gave it', async () => {
    const input = { ...to('other-specialist'), fromSeatId: office.seats['village-head'].id }
    expect((await http.call(office.seats['agency-admin'], 'POST /delegations', input)).status).toBe(201)
    const end = { validTo: today }
    await http.call(office.seats['agency-admin'], `POST /seats/${office.seats['village-head'].id}/end`, end)
    expect((await office.actor('other-specialist')).standsInFor).toEqual([])
  })

  test('sent twice is one; another content under its id is refused', async () => {
    const input = to('specialist')
    const answers = await Promise.all([given('office-head', input), given('office-head', input)])
    expect(answers.map(answer => answer.status)).toEqual([201, 201])
    const changed = await given('office-head', { ...input, scope: 'outgoing' })
    expect([changed.status, changed.body.code]).toEqual([409, 'platform.SentDifferently'])
    await ended('office-head', input.id)
  })
})

describe('what the law and good order refuse', () => {
  const basis = { writtenBasis: 'Quyết định 15/QĐ-UBND ngày 02/11/2026' }
  test.each<[string, OfficeSeat, OfficeSeat, object, string]>([
    ['signing without a written basis', 'leader', 'unit-head', { maySign: true }, 'SigningNeedsWriting'],
    ['signing authorised by a deputy', 'deputy', 'unit-head', { maySign: true, ...basis }, 'SigningOnlyFromHead'],
    ['signing by one who heads no unit', 'leader', 'specialist', { maySign: true, ...basis }, 'SigningOnlyFromHead'],
    ['an end before the beginning', 'leader', 'deputy', { validTo: '2026-01-01' }, 'DatesCross'],
    ['delegating to oneself', 'leader', 'leader', {}, 'DelegatesToHimself'],
    ['delegating to the administrator', 'leader', 'agency-admin', {}, 'DelegationUnfit'],
    ['delegating to the auditor', 'leader', 'auditor', {}, 'DelegationUnfit'],
  ])('%s', async (_what, from, toSeat, more, code) => {
    const { status, body } = await given(from, to(toSeat, more))
    expect([status, body.code]).toEqual([422, `agencies.${code}`])
  })

  test('days that are over already', async () => {
    const over = to('deputy', { validFrom: addDays(today, -9), validTo: addDays(today, -1) })
    const { status, body } = await given('leader', over)
    expect([status, body.code]).toEqual([422, 'agencies.DelegationIsOver'])
  })

  test('a seat of another agency', async () => {
    const { status, body } = await given('leader', { ...to('deputy'), toSeatId: other.seats.deputy.id })
    expect([status, body.code]).toEqual([422, 'agencies.SeatUnknown'])
  })

  test('a written authorisation of the head is what signing by authorisation stands on', async () => {
    const input = to('unit-head', { maySign: true, ...basis })
    expect((await given('leader', input)).status).toBe(201)
    const { agencies } = office.machinery.ports
    const authorisations = () =>
      office.act('clerk', context => agencies.signingAuthorisations(context, office.seats['unit-head'].id))
    expect(await authorisations()).toMatchObject([{ id: input.id, ...basis, fromSeatId: office.seats.leader.id }])
    await ended('leader', input.id)
    expect(await authorisations()).toEqual([])
  })
})

describe('who may', () => {
  test.each<OfficeSeat>(['clerk', 'office-head', 'deputy', 'auditor'])('%s delegates nobody else', async seat => {
    const input = { ...to('specialist'), fromSeatId: office.seats.leader.id }
    const { status, body } = await given(seat, input)
    expect([status, body.code]).toEqual([403, 'platform.NotAllowed'])
  })

  test('neither sees nor ends the delegation of others, but the administrator does both', async () => {
    const { body } = await given('leader', to('deputy'))
    const list = async (seat: OfficeSeat) =>
      (await http.call<{ items: Answered[] }>(office.seats[seat], 'GET /delegations')).body.items.map(one => one.id)
    expect(await list('clerk')).not.toContain(body.id)
    expect((await ended('clerk', body.id)).body.code).toBe('platform.NotFound')
    for (const seat of ['leader', 'deputy', 'agency-admin'] as const) expect(await list(seat)).toContain(body.id)
    expect((await ended('agency-admin', body.id)).body.ended).toBe(true)
  })
})

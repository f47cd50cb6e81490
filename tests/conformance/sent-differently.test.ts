import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import { paper } from '#tests/office/books.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import type { Caller } from '#tests/office/office-http.ts'
import { letter, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'

const fieldsOf = (schema: object | undefined): readonly string[] =>
  Object.keys((schema as { shape?: object } | undefined)?.shape ?? {})
/** What makes something under an id that the client gave it; an act on a subject bears a key. */
const creates = allRoutes
  .filter(({ method, body }) => method === 'post' && fieldsOf(body).includes('id'))
  .map(({ path }) => path)

/** Who sends what, what it is sent with the second time, and what of the first must be told. */
type Sent = readonly [by: Caller, body: object, other: object, stored: object]

let desks: TwoDesks
let sent: Readonly<Record<string, Sent>>
let today: CalendarDate
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  const { office, seriesId } = desks.here
  const { seats, units, issuer } = office
  today = await office.system(async context => context.today)
  const runner = await makeRunner(office.machinery.pool)
  const closing = { closedOn: addDays(today, 5), successorId: office.agencyId, basis: 'NQ 76/2025' }
  await desks.http.call(runner, `POST /installation/agencies/${desks.there.office.agencyId}/close`, closing)
  const id = testId
  const entered = await paper(office)
  const noted = { id: id(), subject: 'Báo số 6120', issuerName: 'Báo Quảng Trị', files: [], reason: 'Báo' }
  const draft = { id: id(), typeCode: 'cong-van', subject: 'rà soát hộ nghèo', recipients: [] }
  const told = letter('Đề nghị phối hợp.')
  const register = { id: id(), direction: 'outgoing', code: 'qd', name: 'Sổ quyết định', seriesId, isDefault: false }
  const series = { id: id(), issuerId: issuer.id, direction: 'incoming', name: 'Đơn thư', periodKind: 'year' }
  const unit = { id: id(), name: 'Tổ công nghệ số', abbreviation: 'CNS', kind: 'department', validFrom: today }
  const seat = { id: id(), unitId: units.economy, issuerId: issuer.id, role: 'specialist', standing: 'staff' }
  const person = { fullName: 'Hoàng Thị Đương', login: `moi.${id().slice(-12)}` }
  const delegation = { id: id(), toSeatId: seats.specialist.id, scope: 'all', maySign: false, validFrom: today }
  const order = { id: id(), issuerId: issuer.id, typeCodes: ['giay-moi'], validFrom: today }
  const group = { id: id(), name: 'Các phòng', own: true, members: [{ unitId: units.culture }] }
  const agency = {
    ...{ id: id(), level: 'commune', name: 'Ủy ban nhân dân xã Mới', shortName: 'UBND xã Mới', placeName: 'Mới' },
    issuer: { id: id(), kind: 'people-committee', abbreviation: 'UBND' },
  }
  const administrator = { seatId: id(), unitId: id(), fullName: 'Trần Văn Quản', login: `quan.${id().slice(-12)}` }
  const centre = { id: id(), kind: 'service-centre', name: 'Trung tâm', shortName: 'Trung tâm', abbreviation: 'TT' }
  const appointed = { id: id(), person: { fullName: 'Hồ Thị Quản', login: `ho.${id().slice(-12)}` }, basis: 'CV 13' }
  const book = { basis: 'Quy chế', restricted: false, routes: [] }
  sent = {
    '/documents/incoming': [
      seats.clerk,
      entered,
      { subject: 'Khác' },
      { subject: entered.subject, arrivalNumber: expect.any(Number) },
    ],
    '/documents/incoming/unregistered': [seats.clerk, noted, { subject: 'Khác' }, { subject: noted.subject }],
    '/documents/outgoing': [
      seats.specialist,
      { ...draft, letter: told },
      { letter: letter('Khác.') },
      { letter: told, subject: draft.subject },
    ],
    '/registers': [seats.clerk, { ...register, ...book }, { name: 'Khác' }, { name: register.name }],
    '/series': [
      seats.clerk,
      { ...series, typeCodes: [], notationTemplate: '{number}', basis: 'Quy chế' },
      { name: 'Khác' },
      { name: series.name },
    ],
    '/units': [seats['agency-admin'], unit, { name: 'Khác' }, { name: unit.name }],
    '/seats': [
      seats['agency-admin'],
      { ...seat, person, title: 'Chuyên viên', validFrom: today },
      { title: 'Kế toán' },
      { seat: { title: 'Chuyên viên', fullName: person.fullName }, firstPassword: null },
    ],
    '/delegations': [
      seats['unit-head'],
      { ...delegation, validTo: addDays(today, 2) },
      { validTo: addDays(today, 9) },
      { validTo: addDays(today, 2) },
    ],
    '/signing-orders': [
      seats['office-head'],
      { ...order, writtenBasis: 'Quy chế, Điều 9' },
      { writtenBasis: 'Điều 10' },
      { writtenBasis: 'Quy chế, Điều 9' },
    ],
    '/recipient-groups': [seats.specialist, group, { name: 'Khác' }, { name: group.name, members: [{}] }],
    '/phrases': [
      seats.specialist,
      { id: id(), text: 'Kính chuyển', own: true },
      { text: 'Khác' },
      { text: 'Kính chuyển' },
    ],
    '/installation/agencies': [
      runner,
      { ...agency, administrator },
      { administrator: { ...administrator, fullName: 'Khác' } },
      { agency: { name: agency.name }, administrators: [{ fullName: administrator.fullName }] },
    ],
    '/installation/agencies/:id/issuers': [runner, centre, { name: 'Khác' }, { issuers: { 2: { name: 'Trung tâm' } } }],
    '/installation/agencies/:id/administrators': [
      runner,
      appointed,
      { person: { ...appointed.person, fullName: 'Khác' } },
      { agency: { id: office.agencyId } },
    ],
    '/installation/outside-bodies': [
      runner,
      {
        ...{ id: id(), kind: 'state-agency', name: 'Công an tỉnh', shortName: 'Công an tỉnh', abbreviation: 'CAT' },
        placeName: 'Quảng Trị',
      },
      { name: 'Khác' },
      { name: 'Công an tỉnh' },
    ],
    '/installation/agencies/:id/readers': [
      runner,
      { id: id(), existingLogin: seats.clerk.login, basis: 'CV 12' },
      { existingLogin: seats.leader.login },
      { readers: expect.arrayContaining([expect.objectContaining({ fullName: seats.clerk.fullName })]) },
    ],
  }
})
afterAll(() => desks.stop())

/** The other office is to be closed, and read by those who take over. */
const send = (path: string, by: Caller, body: object) => {
  const { office } = path.endsWith('/readers') ? desks.there : desks.here
  return desks.http.call(by, `POST ${path.replace(':id', office.agencyId)}`, body, { key: testId() })
}

describe('under the id of what was made', () => {
  test.each(creates)('POST %s takes nothing else, and tells what is stored', async path => {
    const [by, body, other, stored] = sent[path]!
    const first = await send(path, by, body)
    expect(first.status, first.text).toBe(201)
    const answer = await send(path, by, { ...body, ...other })
    expect([answer.status, answer.body.code]).toEqual([409, 'platform.SentDifferently'])
    expect(answer.body.subject).toMatchObject({ stored })
    expect((await send(path, by, body)).status).toBe(201)
  })

  test.each<[string, OfficeSeat]>([
    ['/phrases', 'other-specialist'],
    ['/recipient-groups', 'other-specialist'],
    ['/delegations', 'other-unit-head'],
  ])('POST %s tells another, whose it is not, nothing of it', async (path, seat) => {
    const [, body, other] = sent[path]!
    const answer = await send(path, desks.here.office.seats[seat], { ...body, ...other })
    expect([answer.status, answer.body.code, answer.body.subject]).toEqual([409, 'platform.SentDifferently', undefined])
  })
})

test('who is shown the draft that is stored under an id has looked at it', async () => {
  const [, body, other] = sent['/documents/outgoing']!
  const { office } = desks.here
  const answer = await send('/documents/outgoing', office.seats['unit-head'], { ...body, ...other })
  expect(answer.body.subject).toMatchObject({ stored: { subject: 'rà soát hộ nghèo' } })
  const looks = await office.system(({ tx, agency }) =>
    tx.selectFrom('access_log').select(['seat_id', 'kind']).where('agency_id', '=', agency).execute(),
  )
  expect(looks).toContainEqual({ seat_id: office.seats['unit-head'].id, kind: 'view' })
})

describe('under the id of a part of a document', () => {
  test('a comment, a question for more time and given work are compared with what is stored of this document alone', async () => {
    const { office } = desks.here
    const { seats } = office
    const [one, another] = [await paper(office), await paper(office)]
    const act = (by: OfficeSeat, document: { id: string }, name: string, body: object) =>
      desks.http.call(seats[by], `POST /documents/incoming/${document.id}/${name}`, body, { key: testId() })
    for (const body of [one, another]) await send('/documents/incoming', seats.clerk, body)
    const differently = (subject: object | undefined) => ({
      ...{ status: 409, body: { code: 'platform.SentDifferently', ...(subject ? { subject } : {}) } },
    })

    const comment = { commentId: testId(), text: 'Đã rõ' }
    await act('clerk', one, 'comment', comment)
    expect(await act('clerk', one, 'comment', { ...comment, text: 'Khác' })).toMatchObject(
      differently({ stored: { id: comment.commentId, text: 'Đã rõ' } }),
    )
    const elsewhere = await act('clerk', another, 'comment', comment)
    expect(elsewhere).toMatchObject(differently(undefined))
    expect(elsewhere.body.subject).toBeUndefined()

    const targets = [{ id: testId(), seatId: seats.specialist.id, role: 'lead', dueOn: addDays(today, 5) }]
    await act('leader', one, 'direct', { targets })
    const assist = { id: targets[0]!.id, seatId: seats['other-specialist'].id, role: 'assist' }
    expect(await act('leader', one, 'assign', { targets: [assist] })).toMatchObject(
      differently({ stored: [{ toName: seats.specialist.fullName, role: 'lead' }] }),
    )
    const taken = await act('leader', another, 'direct', { targets: [{ ...assist, role: 'lead' }] })
    expect([taken.body.code, taken.body.subject]).toEqual(['platform.SentDifferently', undefined])

    const asked = {
      extensionId: testId(),
      assignmentId: targets[0]!.id,
      dueOn: addDays(today, 9),
      reason: 'Chờ số liệu',
    }
    for (const _time of ['first', 'again'])
      expect((await act('specialist', one, 'ask-extension', asked)).status).toBe(200)
    const stored = { id: asked.extensionId, dueOn: asked.dueOn, reason: asked.reason, grantedDueOn: null }
    expect(await act('specialist', one, 'ask-extension', { ...asked, reason: 'Khác' })).toMatchObject(
      differently({ stored }),
    )
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database/test-database.ts'
import {
  makeOffice,
  type Office,
  type OfficeSeat,
  officeOpenedOn,
  officeSeats,
  testId,
} from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { agencyRoutes } from './routes.ts'

let office: Office
let other: Office
let http: OfficeHttp
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server })
  other = await makeOffice({ server }, { place: 'Hướng Hóa', machinery: office.machinery })
  http = await officeHttp(office.machinery, agencyRoutes)
})

const everyoneBut = (...these: OfficeSeat[]): OfficeSeat[] => officeSeats.filter(seat => !these.includes(seat))

/** Every act of the administrator, as it would be sent for a seat or unit of the given office. */
const administration: readonly (readonly [string, (of: Office) => readonly [string, object?]])[] = [
  [
    'adds a unit',
    () => [
      'POST /units',
      { id: testId(), name: 'Tổ', abbreviation: 'T', kind: 'department', validFrom: officeOpenedOn },
    ],
  ],
  ['changes a unit', of => [`PUT /units/${of.units.culture}`, { name: 'Phòng khác' }]],
  [
    'gives a seat',
    of => [
      'POST /seats',
      {
        ...{
          id: testId(),
          person: { personId: of.seats.clerk.personId },
          unitId: of.units.office,
          issuerId: of.issuer.id,
        },
        ...{ role: 'agency-admin', standing: 'staff', title: 'Quản trị', validFrom: officeOpenedOn },
      },
    ],
  ],
  ['corrects a seat', of => [`PUT /seats/${of.seats.leader.id}`, { title: 'CHỦ TỊCH DANH DỰ' }]],
  ['ends a seat', of => [`POST /seats/${of.seats.leader.id}/end`, { validTo: '2026-01-01' }]],
  ['resets a password', of => [`POST /seats/${of.seats.leader.id}/reset-password`]],
  ['names who helps', () => ['PUT /agency/support', { name: 'Trần Thị Bình', phone: '' }]],
  ['sees whose login it is', of => [`GET /people?login=${of.seats.leader.login}`]],
  ['unlocks a login', of => [`POST /seats/${of.seats.leader.id}/unlock`]],
]

const written = async (): Promise<string> => {
  const { rows } = await office.system(async ({ tx, agency }) => ({
    rows: await tx.selectFrom('audit_entries').select('id').where('agency_id', '=', agency).orderBy('id').execute(),
  }))
  return JSON.stringify(rows)
}

describe.each(administration)('nobody but the administrator %s', (_act, request) => {
  test.each(everyoneBut('agency-admin'))('%s is refused, and nothing is written', async seat => {
    const before = await written()
    const { status, body } = await http.call(office.seats[seat], ...request(office))
    expect([status, body.code]).toEqual([403, 'platform.NotAllowed'])
    expect(await written()).toBe(before)
  })
})

describe('what the regulations say of signing by order', () => {
  const order = (of: Office) => ({
    ...{ id: testId(), issuerId: of.issuer.id, typeCodes: ['giay-moi'], writtenBasis: 'Quy chế làm việc, Điều 12' },
    validFrom: officeOpenedOn,
  })
  test('is entered and ended by the administrator and the office head, and by nobody else', async () => {
    const made = order(office)
    expect((await http.call(office.seats['agency-admin'], 'POST /signing-orders', made)).status).toBe(201)
    const end = [`POST /signing-orders/${made.id}/end`, { validTo: '2099-01-01' }] as const
    const before = await written()
    for (const seat of everyoneBut('agency-admin', 'office-head'))
      for (const [request, body] of [['POST /signing-orders', order(office)] as const, end]) {
        const { status, body: answer } = await http.call(office.seats[seat], request, body)
        expect([seat, status, answer.code]).toEqual([seat, 403, 'platform.NotAllowed'])
      }
    expect(await written()).toBe(before)
    expect((await http.call(office.seats['office-head'], ...end)).status).toBe(200)
  })

  test('is not found from another agency, and cannot be entered for its body', async () => {
    const made = order(office)
    await http.call(office.seats['agency-admin'], 'POST /signing-orders', made)
    const stranger = other.seats['agency-admin']
    const end = await http.call(stranger, `POST /signing-orders/${made.id}/end`, { validTo: '2026-01-01' })
    expect([end.status, end.body.code]).toEqual([404, 'platform.NotFound'])
    const foreign = await http.call(stranger, 'POST /signing-orders', order(office))
    expect([foreign.status, foreign.body.code]).toEqual([422, 'agencies.IssuerUnknown'])
    expect(JSON.stringify((await http.call(stranger, 'GET /signing-orders')).body)).not.toContain(made.id)
  })
})

describe('the administrator of another agency', () => {
  // What names nothing of this office is done in his own.
  const ofNoOffice = ['adds a unit', 'names who helps', 'sees whose login it is']
  test.each(administration.filter(([act]) => !ofNoOffice.includes(act)))(
    'does not find what he %s',
    async (_act, request) => {
      const before = await written()
      const { status, body } = await http.call(other.seats['agency-admin'], ...request(office))
      expect([status, body.code]).toEqual([404, 'platform.NotFound'])
      expect(await written()).toBe(before)
    },
  )

  test('may not act from a seat that is not his', async () => {
    const { status, body } = await http.call(other.seats['agency-admin'], 'GET /units', undefined, {
      seatId: office.seats['agency-admin'].id,
    })
    expect([status, body.code]).toEqual([403, 'platform.SeatNotYours'])
  })
})

describe('standing in for the administrator', () => {
  // No route makes such a delegation; should one ever stand in the table, it must not give his rights away.
  test.each(administration)('nobody %s', async (_act, request) => {
    const delegation = testId()
    await office.system(({ tx, agency }) =>
      tx
        .insertInto('delegations')
        .values({
          ...{ agency_id: agency, id: delegation, scope: 'all', request_hash: Buffer.alloc(32) },
          ...{ from_seat_id: office.seats['agency-admin'].id, to_seat_id: office.seats.specialist.id },
          ...{ valid_from: '2026-01-01', valid_to: '2099-01-01' },
        })
        .execute(),
    )
    http.gate.sessions.forget(office.seats.specialist.personId)
    expect((await office.actor('specialist')).standsInFor).toMatchObject([{ role: 'agency-admin' }])
    const { status, body } = await http.call(office.seats.specialist, ...request(office))
    expect([status, body.code]).toEqual([403, 'platform.NotAllowed'])
    await office.system(({ tx, agency }) =>
      tx.deleteFrom('delegations').where('agency_id', '=', agency).where('id', '=', delegation).execute(),
    )
    http.gate.sessions.forget(office.seats.specialist.personId)
  })
})

describe('reading', () => {
  const lists = [
    '/agencies',
    '/agency',
    '/parties',
    '/units',
    '/seats',
    '/delegations',
    '/recipient-groups',
    '/phrases',
  ]
  test.each(lists)('GET %s answers every seat of the office', async path => {
    for (const seat of officeSeats)
      expect([seat, (await http.call(office.seats[seat], `GET ${path}`)).status]).toEqual([seat, 200])
  })

  test.each(lists)('GET %s answers nobody without a session', async path => {
    const { statusCode } = await http.server.inject({ url: `/api/v1${path}`, headers: { host: '127.0.0.1:8080' } })
    expect(statusCode).toBe(401)
  })

  test('shows people, units and parties of the own office alone', async () => {
    const foreign = [
      ...Object.values(other.units),
      ...Object.values(other.seats).flatMap(seat => [seat.id, seat.login]),
    ]
    for (const path of ['/units', '/seats?limit=100', '/parties?limit=100', '/agency']) {
      const { text } = await http.call(office.seats['agency-admin'], `GET ${path}`)
      expect(foreign.filter(id => text.includes(id))).toEqual([])
    }
  })
})

test('the access tests name every act that is not for everybody', () => {
  const administered = agencyRoutes.filter(route => typeof route.access !== 'string')
  const arranged = ['post /signing-orders', 'post /signing-orders/:id/end']
  const tested = administration.map(([, request]) => {
    const [method, path] = request(office)[0].split(' ') as [string, string]
    return `${method.toLowerCase()} ${path.replace(/\?.*$|[0-9a-f-]{36}/, found => (found.startsWith('?') ? '' : ':id'))}`
  })
  expect([...tested, ...arranged].toSorted()).toEqual(
    administered.map(route => `${route.method} ${route.path}`).toSorted(),
  )
})

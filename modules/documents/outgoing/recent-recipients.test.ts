import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeAgency } from '#modules/agencies/close-agency.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toOffice, toSeat, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import type { RecentRecipient } from '../contract.ts'
import { recentOf } from './recent-recipients.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const recent = (seat: OfficeSeat, of = desk) => of.get<{ items: RecentRecipient[] }>(seat, '/recipients/recent')
const namesFor = async (seat: OfficeSeat) => (await recent(seat)).body.items.map(one => one.name)
const outsider = (name: string, address = 'Thôn Tân Hiệp') => ({
  ...{ id: testId(), kind: 'outside' as const, name, address, carrier: 'mail' as const, purpose: 'act' as const },
})

test('whom a seat wrote to last comes first, each once, as he is reached today', async () => {
  const { units, seats } = desk.office
  const other = desks.there.office
  await desk.draft({ recipients: [outsider('Ông An'), toUnit(units.culture)] }, 'unit-head')
  await desk.draft({ recipients: [toOffice(other), toSeat(seats.deputy.id), outsider('ông an')] }, 'unit-head')
  expect((await recent('unit-head')).body).toEqual({
    items: [
      expect.objectContaining({ kind: 'agency', issuerId: other.issuer.id, name: 'Ủy ban nhân dân xã Triệu Phong' }),
      expect.objectContaining({
        kind: 'seat',
        seatId: seats.deputy.id,
        name: seats.deputy.fullName,
        carrier: 'system',
      }),
      {
        ...{ kind: 'outside', issuerId: null, unitId: null, seatId: null, carrier: 'mail' },
        ...{ name: 'ông an', detail: 'Thôn Tân Hiệp' },
      },
      expect.objectContaining({ kind: 'unit', unitId: units.culture, carrier: 'system' }),
    ],
    next: null,
  })
})

test('the clerk finds those of what was dispatched, and nobody those of another or of what is restricted', async () => {
  const { seats } = desk.office
  await desk.quick.dispatched({ recipients: [toSeat(seats['village-head'].id), outsider('Bà Bình')] })
  expect(await namesFor('clerk')).toEqual([seats['village-head'].fullName, 'Bà Bình'])
  await desk.draft({ restricted: true, recipients: [outsider('Người tố cáo')] })
  for (const seat of ['specialist', 'unit-head', 'clerk', 'leader'] as const)
    expect(await namesFor(seat)).not.toContain('Người tố cáo')
  for (const seat of ['other-specialist', 'leader'] as const) expect(await namesFor(seat)).toEqual([])
})

test('whoever writes no documents is not told, nor one of another agency of those here', async () => {
  for (const seat of ['agency-admin', 'auditor'] as const) expect((await recent(seat)).status).toBe(403)
  expect((await recent('specialist', desks.there)).body.items).toEqual([])
})

test('a body that was closed and a person who left are no longer offered', async () => {
  const { machinery, seats } = desk.office
  const merged = await makeOffice(await testDatabase(), { machinery, place: 'Ái Tử' })
  const leaving = seats['other-specialist']
  await desk.draft({ recipients: [toOffice(merged), toSeat(leaving.id), outsider('Bà Cúc')] }, 'office-head')
  expect(await namesFor('office-head')).toEqual(['Ủy ban nhân dân xã Ái Tử', leaving.fullName, 'Bà Cúc'])
  await merged.system(context =>
    closeAgency(context, { closedOn: context.today, successorId: desks.there.office.agencyId }),
  )
  await desk.office.act('agency-admin', context => endSeat(context, { id: leaving.id, validTo: context.today }))
  expect(await namesFor('office-head')).toEqual(['Bà Cúc'])
})

test('twelve are enough', async () => {
  const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => outsider(`${name} ${at + 1}`))
  await desk.draft({ recipients: many(8, 'Hộ') }, 'deputy')
  await desk.draft({ recipients: many(7, 'Tổ') }, 'deputy')
  const [latest, before] = [many(7, 'Tổ'), many(5, 'Hộ')]
  expect(await namesFor('deputy')).toEqual([...latest, ...before].map(one => one.name))
})

test('years of documents are not walked through to find the last thirty', async () => {
  const { office } = desk
  const id = await desk.draft()
  await office.act('clerk', async ({ tx, agency }) => {
    const { specialist, clerk, 'unit-head': unitHead } = office.seats
    await sql`insert into outgoing_documents
      select filled.* from outgoing_documents d, generate_series(1, 3000) i,
        jsonb_populate_record(null::outgoing_documents, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(),
          'drafter_seat_id', (array[${specialist.id}, ${unitHead.id}]::uuid[])[1 + i % 2],
          'state', 'dispatched', 'created_at', now() - i * interval '1 hour',
          'dispatched_by', ${clerk.id}::uuid, 'dispatched_at', now() - i * interval '1 hour')) filled
      where d.agency_id = ${agency} and d.id = ${id}`.execute(tx)
  })
  const { owner } = await testDatabase()
  await owner.query('vacuum analyze outgoing_documents')
  await office.act('clerk', ({ tx, agency }) =>
    sql`insert into outgoing_recipients (agency_id, id, document_id, ordinal, kind, carrier, purpose, name)
      select agency_id, gen_random_uuid(), id, at, 'outside', 'paper', 'act', 'Hộ ' || at
      from outgoing_documents, generate_series(1, 4) at where agency_id = ${agency} and state = 'dispatched'`.execute(
      tx,
    ),
  )
  await owner.query('vacuum analyze outgoing_recipients')
  for (const seat of ['specialist', 'clerk'] as const) {
    const { rows } = await office.act(seat, context =>
      sql<{ 'QUERY PLAN': string }>`explain ${recentOf(context)}`.execute(context.tx),
    )
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    for (const index of ['outgoing_recent_of_drafter', 'outgoing_recent_of_dispatcher', 'outgoing_recipients_document'])
      expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan|Sort Key: (created_at|dispatched_at)/)
  }
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toSeat, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import type { DocumentCounts, Today } from '../contract.ts'
import { unreadOf } from './unread.ts'
import { visible } from './visible.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const toRead = async (seat: OfficeSeat): Promise<{ counted: number; shown: string[] }> => {
  const [counts, today] = [
    await desk.get<z.infer<typeof DocumentCounts>>(seat, '/documents/counts'),
    await desk.get<z.infer<typeof Today>>(seat, '/documents/today'),
  ]
  const { urgent, overdue, today: now, soon } = today.body
  const shown = [...urgent, ...overdue, ...now, ...soon].filter(one => one.act === 'open').map(one => one.documentId)
  return { counted: counts.body.unreadInternal, shown }
}

test('what is issued inside waits to be read by each of those who got it, until he looked or it is had back', async () => {
  const { units, seats } = desk.office
  const recipients = () => [toUnit(units.culture), toSeat(seats['village-head'].id)]
  const [read, back, recalled] = [
    await desk.quick.dispatched({ recipients: recipients() }),
    await desk.quick.dispatched({ recipients: recipients() }),
    await desk.quick.dispatched({ recipients: recipients() }),
  ]
  const readers = ['other-unit-head', 'other-specialist', 'village-head'] as const
  for (const seat of readers) expect(await toRead(seat)).toEqual({ counted: 3, shown: [read, back, recalled] })
  expect(await toRead('clerk')).toEqual({ counted: 0, shown: [] })

  expect((await desk.act('clerk', back, 'take-back', { reason: 'Nhầm' })).status).toBe(200)
  const recall = { reason: 'Sai thể thức', orderedBySeatId: seats.leader.id }
  expect((await desk.act('clerk', recalled, 'recall', recall)).status).toBe(200)
  await desk.act('other-specialist', read, 'open')
  expect(await toRead('other-specialist')).toEqual({ counted: 0, shown: [] })
  for (const seat of ['other-unit-head', 'village-head'] as const)
    expect(await toRead(seat)).toEqual({ counted: 1, shown: [read] })

  expect((await desk.act('clerk', back, 'dispatch')).status).toBe(200)
  expect(await toRead('other-specialist')).toEqual({ counted: 1, shown: [back] })
})

test('years of what is read are walked through neither to find what is not nor for a page of the list', async () => {
  const { office } = desk
  const id = await desk.draft()
  await office.act('clerk', async ({ tx, agency }) => {
    await sql`insert into outgoing_documents
      select filled.* from outgoing_documents d, generate_series(1, 6000) i,
        jsonb_populate_record(null::outgoing_documents, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(),
          'state', 'dispatched', 'created_at', now() - i * interval '1 hour',
          'dispatched_at', now() - i * interval '1 hour')) filled
      where d.agency_id = ${agency} and d.id = ${id}`.execute(tx)
    await sql`insert into document_readers (agency_id, reader, document_id, direction, sort_at, why)
      select agency_id, ${`unit:${office.units.economy}`}, id, 'outgoing', created_at, 'recipient'
      from outgoing_documents where agency_id = ${agency} on conflict do nothing`.execute(tx)
    await sql`insert into outgoing_unread (agency_id, seat_id, document_id, issued_at)
      select agency_id, (array[${office.seats.specialist.id}, ${office.seats['unit-head'].id}]::uuid[])[1 + (random() > 0.9)::int],
        id, dispatched_at from outgoing_documents where agency_id = ${agency} and state = 'dispatched'
      on conflict do nothing`.execute(tx)
  })
  await (await testDatabase()).owner.query('vacuum analyze outgoing_documents, document_readers, outgoing_unread')
  for (const seat of ['specialist', 'unit-head', 'clerk'] as const) {
    const { rows } = await office.act(seat, ({ tx, ...context }) =>
      sql<{ 'QUERY PLAN': string }>`explain ${unreadOf({ tx, ...context }, 100)}`.execute(tx),
    )
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('on outgoing_unread')
    expect(plan).not.toMatch(/Seq Scan|Sort/)
  }
  for (const [seat, index] of [
    ['clerk', /outgoing_(by_state|newest)/],
    ['specialist', /document_readers_newest/],
  ] as const) {
    const { rows } = await office.act(seat, context =>
      sql<{ 'QUERY PLAN': string }>`explain ${visible(context, { states: ['dispatched'] }, 21)}`.execute(context.tx),
    )
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(index)
    expect(plan).not.toMatch(/Seq Scan on (outgoing_documents|document_readers)|Sort Key: (d\.created_at|r\.sort_at)/)
  }
})

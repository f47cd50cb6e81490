import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import type { DocumentCounts, IncomingPage } from '../contract.ts'
import { visible, type Wanted } from './list.ts'

type Page = z.infer<typeof IncomingPage>
const today = todayInVietnam(new Date())
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const list = async (seat: OfficeSeat, query = '', where = desk) =>
  (await where.get<Page>(seat, `/documents/incoming${query}`)).body
const ids = async (seat: OfficeSeat, query = '', where = desk) =>
  (await list(seat, query, where)).items.map(item => item.id)
const counts = async (seat: OfficeSeat, where: IncomingOffice) =>
  (await where.get<z.infer<typeof DocumentCounts>>(seat, '/documents/counts')).body

describe('the list of incoming documents', () => {
  test('is paged newest first without a gap or a repetition, also when rows come in between', async () => {
    const many = await incomingOffice()
    const made: string[] = []
    for (let index = 0; index < 7; index += 1)
      made.push(await many.register({ leaderSeatId: many.office.seats.deputy.id }))
    for (const seat of ['clerk', 'deputy'] as const) {
      const seen: string[] = []
      let query = '?limit=3'
      for (let page = await list(seat, query, many); ; page = await list(seat, query, many)) {
        seen.push(...page.items.map(item => item.id))
        if (!page.next) break
        if (seen.length === 3) await many.register()
        query = `?limit=3&cursor=${page.next}`
      }
      expect(seen.filter(id => made.includes(id))).toEqual(made.toReversed())
    }
  })

  test('shows a specialist what lies before him and his unit, each once, and nothing else', async () => {
    const own = await desk.register()
    const both = await desk.register()
    const strange = await desk.register()
    const { units, seats } = desk.office
    const give = (id: string, targets: object[]) => desk.act('leader', id, 'direct', { targets })
    await give(own, [{ seatId: seats.specialist.id, role: 'lead' }])
    await give(both, [
      { unitId: units.economy, role: 'lead' },
      { seatId: seats.specialist.id, role: 'assist' },
    ])
    await give(strange, [{ unitId: units.culture, role: 'lead' }])
    expect(await ids('specialist')).toEqual([both, own])
    expect(await ids('specialist', '?tab=mine')).toEqual([both, own])
    // The unit's work is its head's to do.
    expect(await ids('unit-head', '?tab=mine')).toEqual([both])
    expect(await ids('other-specialist')).toEqual([strange])
    expect(await ids('clerk')).toEqual(expect.arrayContaining([own, both, strange]))
  })

  test('is divided into tabs by state, lateness and part', async () => {
    const other = await incomingOffice()
    const { units, seats } = other.office
    const waiting = await other.register()
    const late = await other.register({ dueOn: addDays(today, -5) })
    const done = await other.register()
    await other.act('leader', late, 'direct', { targets: [{ unitId: units.economy, role: 'lead' }] })
    await other.act('leader', done, 'direct', {
      targets: [
        { unitId: units.culture, role: 'lead' },
        { seatId: seats['village-head'].id, role: 'inform' },
      ],
    })
    expect(await ids('clerk', '?tab=to-direct', other)).toEqual([waiting])
    expect(await ids('clerk', '?tab=open', other)).toEqual([done, late])
    expect(await ids('clerk', '?tab=overdue', other)).toEqual([late])
    expect(await ids('village-head', '?tab=for-information', other)).toEqual([done])
    await other.act('other-unit-head', done, 'finish', { result: 'Xong' })
    expect(await ids('clerk', '?tab=finished', other)).toEqual([done])
    expect(await ids('clerk', '?tab=open&state=finished', other)).toEqual([])
    expect(await ids('other-specialist', '?tab=finished', other)).toEqual([done])
    expect(await ids('leader', '?tab=mine', other)).toEqual([waiting])
    expect((await list('clerk', '?tab=overdue', other)).items).toMatchObject([
      { lateness: { kind: 'overdue' }, holderName: 'Phòng Kinh tế', typeName: 'Công văn' },
    ])
    expect(await counts('clerk', other)).toMatchObject({
      incoming: { 'to-direct': 1, open: 1, overdue: 1 },
      overdue: 1,
      // Whoever only keeps the register has nothing to do with what is on its way.
      incomingForMe: 0,
    })
    expect(await counts('unit-head', other)).toMatchObject({ incoming: { open: 1, mine: 1 }, waitingForMe: 1 })
    expect(await counts('leader', other)).toMatchObject({
      incoming: { mine: 1 },
      incomingForMe: 1,
      waitingForMe: 1,
    })
  })

  test('says of each row what it waits for from who looks, and nothing where it waits for another', async () => {
    const other = await incomingOffice()
    const { units, seats } = other.office
    const actOf = async (seat: OfficeSeat) => (await list(seat, '', other)).items.map(row => row.act)
    const id = await other.register()
    expect([await actOf('leader'), await actOf('clerk')]).toEqual([['direct'], [null]])
    await other.act('leader', id, 'direct', { targets: [{ unitId: units.economy, role: 'lead' }] })
    expect([await actOf('leader'), await actOf('unit-head')]).toEqual([[null], ['assign']])
    await other.act('unit-head', id, 'assign', { targets: [{ seatId: seats.specialist.id, role: 'lead' }] })
    expect([await actOf('unit-head'), await actOf('specialist')]).toEqual([[null], ['finish']])
    await other.act('specialist', id, 'finish', { result: 'Xong' })
    await other.act('unit-head', id, 'finish', { result: 'Xong' })
    expect(await actOf('unit-head')).toEqual([null])
  })

  test('filters by the days of arrival, both counted in', async () => {
    const other = await incomingOffice()
    const id = await other.register()
    const within = (from: number, to: number) =>
      ids('clerk', `?from=${addDays(today, from)}&to=${addDays(today, to)}`, other)
    expect(await within(0, 0)).toEqual([id])
    expect(await within(-3, -1)).toEqual([])
    expect(await within(1, 2)).toEqual([])
    expect(await ids('clerk', `?from=${addDays(today, -1)}`, other)).toEqual([id])
  })

  test('lays what is urgent on top of the lists of what is to be done, over pages too, and nowhere else', async () => {
    const other = await incomingOffice()
    const urgent: string[] = []
    const rest: string[] = []
    for (const urgency of [1, 0, 3, 0, 2, 0] as const)
      (urgency > 0 ? urgent : rest).push(await other.register({ urgency }))
    const expected = [...urgent.toReversed(), ...rest.toReversed()]
    for (const [seat, tab] of [
      ['clerk', 'to-direct'],
      ['leader', 'mine'],
    ] as const) {
      const seen: string[] = []
      let query = `?tab=${tab}&limit=2`
      for (let page = await list(seat, query, other); ; page = await list(seat, query, other)) {
        seen.push(...page.items.map(item => item.id))
        if (!page.next) break
        query = `?tab=${tab}&limit=2&cursor=${page.next}`
      }
      expect(seen).toEqual(expected)
    }
    expect((await ids('clerk', '', other)).slice(0, 2)).toEqual([rest[2], urgent[2]])
    expect((await other.get('clerk', '/documents/incoming?tab=to-direct&cursor=urgent.abc')).status).toBe(400)
  })

  test('filters by register and urgency', async () => {
    const urgent = await desk.register({ urgency: 3 })
    expect(await ids('clerk', '?urgency=3')).toEqual([urgent])
    expect(await ids('clerk', `?registerId=${desk.books.registerId}&urgency=3`)).toEqual([urgent])
    expect(await ids('clerk', `?registerId=${desk.office.agencyId}`)).toEqual([])
  })

  test('filters by issuer together with the rest, and names those whom the list holds, with marks or without', async () => {
    const other = await incomingOffice()
    const { units, seats } = other.office
    const from = (issuerName: string, facts = {}) => other.register({ issuerId: undefined, issuerName, ...facts })
    const power = await from('Điện lực Cam Lộ')
    const urgent = await from('Điện lực Cam Lộ', { urgency: 2 })
    const paper = await from('Tòa soạn báo địa phương')
    await from('Ông Lê Văn Kín', { restricted: true })
    const issuer = `issuer=${encodeURIComponent('Điện lực Cam Lộ')}`
    expect(await ids('clerk', `?${issuer}`, other)).toEqual([urgent, power])
    expect(await ids('clerk', `?${issuer}&urgency=2&tab=to-direct`, other)).toEqual([urgent])
    expect(await ids('clerk', `?${issuer}&tab=finished`, other)).toEqual([])
    const first = await list('clerk', `?${issuer}&limit=1`, other)
    expect(await ids('clerk', `?${issuer}&limit=1&cursor=${first.next}`, other)).toEqual([power])

    const names = async (seat: OfficeSeat, query = '') =>
      (await other.get<{ items: { name: string }[] }>(seat, `/documents/incoming/issuers${query}`)).body.items.map(
        item => item.name,
      )
    expect(await names('clerk')).toEqual(['Điện lực Cam Lộ', 'Tòa soạn báo địa phương', 'Ông Lê Văn Kín'])
    expect(await names('office-head')).toEqual(['Điện lực Cam Lộ', 'Tòa soạn báo địa phương'])
    expect(await names('clerk', '?q=toa%20dia')).toEqual(['Tòa soạn báo địa phương'])
    expect(await names('clerk', `?q=${encodeURIComponent('điện')}`)).toEqual(['Điện lực Cam Lộ'])
    expect(await names('clerk', '?q=dien&urgency=0&tab=to-direct')).toEqual(['Điện lực Cam Lộ'])
    expect(await names('clerk', '?tab=finished')).toEqual([])
    expect(await names('other-specialist')).toEqual([])
    await other.act('leader', paper, 'direct', {
      targets: [
        { unitId: units.culture, role: 'lead' },
        { seatId: seats['other-specialist'].id, role: 'assist' },
      ],
    })
    expect(await names('other-specialist')).toEqual(['Tòa soạn báo địa phương'])
    expect(await ids('other-specialist', `?issuer=${encodeURIComponent('Tòa soạn báo địa phương')}`, other)).toEqual([
      paper,
    ])
    expect(await ids('other-specialist', `?${issuer}`, other)).toEqual([])
  })

  test('goes to the papers of one issuer by their index, or by the reader’s own rows where those are fewer', async () => {
    const crowded = await incomingOffice()
    const { office } = crowded
    await office.act('clerk', async ({ tx, agency }) => {
      await sql`insert into incoming_documents
          (agency_id, id, request_hash, state, addressee_issuer_id, carrier, arrived_at, issuer_name, subject)
        select ${agency}::uuid, gen_random_uuid(), ''::bytea, 'finished', ${office.issuer.id}::uuid, 'paper',
          now() - i * interval '1 minute', case when i % 100 = 0 then 'Nơi gửi ít' else 'Nơi gửi nhiều' end, 'Thử'
        from generate_series(1, 6000) i`.execute(tx)
      const readers = (key: string, every: number) =>
        sql`insert into document_readers
          (agency_id, reader, document_id, direction, sort_at, why)
        select agency_id, ${key}, id, 'incoming', arrived_at, 'inform'
        from (select *, row_number() over (order by arrived_at) as place from incoming_documents
          where agency_id = ${agency}) d where place % ${every} = 0`.execute(tx)
      await readers(`unit:${office.units.economy}`, 1)
      await readers(`unit:${office.units.culture}`, 600)
    })
    const { owner } = await testDatabase()
    await owner.query('vacuum analyze incoming_documents, document_readers')
    const planFor = (seat: OfficeSeat, issuer: string) =>
      office.act(seat, async context => {
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${visible(context, { issuer }, 21)}`.execute(
          context.tx,
        )
        return rows.map(row => row['QUERY PLAN']).join('\n')
      })
    for (const seat of ['clerk', 'specialist'] as const) {
      const plan = await planFor(seat, 'Nơi gửi ít')
      expect(plan).toContain('incoming_by_issuer')
      expect(plan).not.toMatch(/Seq Scan|Sort Key: d\.arrived_at/)
    }
    const plan = await planFor('other-specialist', 'Nơi gửi nhiều')
    expect(plan).toContain('document_readers_newest')
    expect(plan).not.toMatch(/Seq Scan on (incoming_documents|document_readers)/)

    // What is not narrowed runs by one plan for everybody: it must end early whoever asks.
    const planForAll = (seat: OfficeSeat, wanted: Wanted) =>
      office.act(seat, async context => {
        const { sql: text } = visible(context, wanted, 21).compile(context.tx)
        // Of a plan for any values PostgreSQL tells only when no values come along.
        const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`)
        return rows.map(row => row['QUERY PLAN']).join('\n')
      })
    for (const [seat, wanted, index] of [
      ['clerk', {}, 'incoming_newest'],
      ['clerk', { states: ['assigned', 'in-progress'] }, 'incoming_by_state'],
      ['specialist', {}, 'document_readers_newest'],
      ['specialist', { states: ['finished'] }, 'document_readers_newest'],
    ] as const) {
      const kept = await planForAll(seat, wanted)
      expect(kept).toContain(index)
      expect(kept).not.toMatch(/Seq Scan on (incoming_documents|document_readers)|Sort Key: (d\.arrived_at|r\.sort_at)/)
    }
  })

  test('knows what the acting seat has not read', async () => {
    const id = await desk.register()
    const unread = async () => (await list('leader')).items.find(item => item.id === id)?.unread
    expect(await unread()).toBe(true)
    await desk.act('leader', id, 'open')
    expect(await unread()).toBe(false)
    expect((await list('deputy')).items.find(item => item.id === id)?.unread).toBe(true)
  })

  test('refuses a cursor that it never gave, and a page of ten thousand', async () => {
    for (const query of ['?cursor=abc', '?limit=10000', '?urgency=9', '?tab=alles'])
      expect([400, 422]).toContain((await desk.get('clerk', `/documents/incoming${query}`)).status)
  })

  test('counts no further than a hundred', async () => {
    const busy = await incomingOffice()
    await busy.office.act('clerk', async ({ tx, agency, now }) => {
      const one = (index: number) => ({
        ...{ agency_id: agency, id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, state: 'arrived' },
        ...{
          request_hash: Buffer.alloc(32),
          addressee_issuer_id: busy.office.issuer.id,
          carrier: 'inside',
          arrived_at: now,
        },
        ...{ issuer_name: 'Sở Nội vụ', subject: 'Thử' },
      })
      await tx
        .insertInto('incoming_documents')
        .values(Array.from({ length: 130 }, (_, index) => one(index)))
        .execute()
    })
    expect(await counts('clerk', busy)).toMatchObject({
      incoming: { 'to-register': 100 },
      incomingForMe: 100,
      waitingForMe: 100,
    })
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { seatKey } from '#platform/acts/actor.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, type OfficeSeat, officeSeats, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { WorkToHandOverList } from './contract.ts'
import { giveWork } from './incoming/give-work.ts'
import { asRead, findIncoming, lockIncoming } from './incoming/rows.ts'
import { settle } from './incoming/settle.ts'
import { addReaders } from './readers.ts'
import { handOverRoutes } from './routes-hand-over.ts'

type Open = z.infer<typeof WorkToHandOverList>

let office: Office
let other: Office
let http: OfficeHttp
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server }, { ports: { assignments: assignmentsPort } })
  other = await makeOffice({ server }, { machinery: office.machinery })
  http = await officeHttp(office.machinery, handOverRoutes)
})

/** A registered document that waits for a leader's direction. */
async function document(waitsFor: OfficeSeat, more: { restricted?: boolean } = {}): Promise<string> {
  const id = testId()
  await office.act('clerk', async context => {
    await context.tx
      .insertInto('incoming_documents')
      .values({
        ...{ agency_id: office.agencyId, id, request_hash: Buffer.alloc(32), state: 'awaiting-direction' },
        ...{ addressee_issuer_id: office.issuer.id, carrier: 'paper', arrived_at: context.now },
        ...{ issuer_name: 'Sở Nội vụ', subject: 'V/v rà soát biên chế', notation: '12/SNV', arrival_number: 7 },
        ...{ holder_seat_id: office.seats[waitsFor].id, due_on: addDays(context.today, 9), ...more },
      })
      .execute()
    await addReaders(
      context,
      asRead((await findIncoming(context, id))!),
      [seatKey(office.seats[waitsFor].id)],
      'holder',
    )
  })
  return id
}

/** A document whose work the leader gave to a seat. */
async function given(to: OfficeSeat, more: { restricted?: boolean } = {}): Promise<string> {
  const id = await document('leader', more)
  await office.act('leader', async context => {
    const row = (await findIncoming(context, id))!
    await giveWork(context, row, {
      from: { seatId: context.actor.seatId, enteredAs: 'self' },
      text: 'Xử lý và báo cáo.',
      targets: [{ seatId: office.seats[to].id, role: 'lead' }],
      needsLead: true,
    })
    await settle(context, row, [])
  })
  return id
}

const openOf = async (asked: OfficeSeat, by: OfficeSeat) =>
  http.call<Open>(office.seats[by], `GET /seats/${office.seats[asked].id}/open-work`)
const idsOf = async (asked: OfficeSeat, by: OfficeSeat) =>
  (await openOf(asked, by)).body.items.map(one => one.documentId)
const pass = (from: OfficeSeat, to: OfficeSeat, documentIds: string[], by: OfficeSeat, key?: string) =>
  http.call<Open>(
    office.seats[by],
    `POST /seats/${office.seats[from].id}/hand-over`,
    { toSeatId: office.seats[to].id, documentIds },
    key ? { key } : {},
  )
const rowOf = (id: string) => office.act('clerk', context => findIncoming(context, id))
const historyOf = (id: string) =>
  office.system(({ tx, agency }) =>
    tx
      .selectFrom('document_history')
      .select(['act', 'text', 'actor_name', 'state_before', 'state_after'])
      .where('agency_id', '=', agency)
      .where('document_id', '=', id)
      .orderBy('position')
      .execute(),
  )
const readersOf = (id: string) =>
  office.system(async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('document_readers')
      .select(['reader', 'why'])
      .where('agency_id', '=', agency)
      .where('document_id', '=', id)
      .execute()
    return new Map(rows.map(row => [row.reader, row.why]))
  })

describe('handing over what is open with a seat', () => {
  test('gives the work, the sight of it and the place in the tree to the successor', async () => {
    const id = await given('specialist')
    expect(await idsOf('specialist', 'unit-head')).toContain(id)
    const { status, body } = await pass('specialist', 'unit-head', [id], 'clerk')
    expect([status, body.items.map(one => one.documentId)]).toEqual([200, []])

    expect(await rowOf(id)).toMatchObject({
      holder_seat_id: office.seats['unit-head'].id,
      holder_name: 'Phan Quốc Việt',
    })
    const readers = await readersOf(id)
    expect(readers.get(seatKey(office.seats['unit-head'].id))).toBe('lead')
    expect(readers.get(seatKey(office.seats.specialist.id))).toBe('former')
    const text = 'Đỗ Minh Ánh (Chuyên viên) → Phan Quốc Việt (TRƯỞNG PHÒNG)'
    expect(await historyOf(id)).toMatchObject([{ act: 'hand-over', text, actor_name: 'Trần Thị Lụa' }])
  })

  test('works for a seat that has ended, and passes a leader’s decisions to a leader alone', async () => {
    const id = await document('deputy')
    await office.act('agency-admin', context =>
      endSeat(context, { id: office.seats.deputy.id, validTo: context.today }),
    )
    const wrong = await pass('deputy', 'specialist', [id], 'office-head')
    expect([wrong.status, wrong.body.code]).toEqual([422, 'documents.NotALeader'])
    expect((await pass('deputy', 'leader', [id], 'office-head')).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ state: 'awaiting-direction', holder_seat_id: office.seats.leader.id })
  })

  test('takes effect once under its key, and tells who comes later that nothing is open there', async () => {
    const id = await given('other-specialist')
    const sent = () => pass('other-specialist', 'other-unit-head', [id], 'office-head', 'once')
    expect([(await sent()).status, (await sent()).status]).toEqual([200, 200])
    const late = await pass('other-specialist', 'unit-head', [id], 'clerk')
    expect([late.status, late.body.code]).toEqual([404, 'platform.NotFound'])
    expect(await rowOf(id)).toMatchObject({ holder_seat_id: office.seats['other-unit-head'].id })
  })

  test('happens once when two hand over the same work at the same moment', async () => {
    const id = await given('specialist')
    const { promise: waits, resolve: letGo } = Promise.withResolvers<void>()
    const holding = office.act('clerk', async context => {
      await lockIncoming(context, id)
      await waits
    })
    const both = [pass('specialist', 'unit-head', [id], 'clerk'), pass('specialist', 'leader', [id], 'office-head')]
    await new Promise(resolve => setTimeout(resolve, 700))
    letGo()
    await Promise.all([holding, ...both])
    expect((await historyOf(id)).filter(entry => entry.act === 'hand-over')).toHaveLength(1)
    const { holder_seat_id } = (await rowOf(id))!
    expect((await readersOf(id)).get(seatKey(holder_seat_id!))).toBe('lead')
  })

  test('says in its history where the document stands afterwards, and tells who decides from now on', async () => {
    const id = await given('specialist')
    await office.system(({ tx, agency, now }) =>
      tx
        .updateTable('assignments')
        .set({ state: 'in-progress', opened_at: now })
        .where('agency_id', '=', agency)
        .where('subject_id', '=', id)
        .execute(),
    )
    await office.system(({ tx, agency }) =>
      tx
        .updateTable('incoming_documents')
        .set({ state: 'in-progress' })
        .where('agency_id', '=', agency)
        .where('id', '=', id)
        .execute(),
    )
    await pass('specialist', 'unit-head', [id], 'clerk')
    expect((await historyOf(id)).at(-1)).toMatchObject({ state_before: 'in-progress', state_after: 'assigned' })

    const waiting = await document('leader')
    await office.system(({ tx, agency }) =>
      tx
        .updateTable('incoming_documents')
        .set({ state: 'awaiting-proposal', holder_seat_id: office.seats['office-head'].id })
        .where('agency_id', '=', agency)
        .where('id', '=', waiting)
        .execute(),
    )
    await pass('office-head', 'clerk', [waiting], 'clerk')
    await pass('clerk', 'office-head', [waiting], 'clerk')
    const notices = await office.system(({ tx, agency }) =>
      tx
        .selectFrom('notices')
        .select(['kind', 'seat_id'])
        .where('agency_id', '=', agency)
        .where('subject_id', '=', waiting)
        .execute(),
    )
    expect(notices).toContainEqual({ kind: 'documents.handed-over', seat_id: office.seats['office-head'].id })
  })

  test('goes to no seat that handles no documents, is not held, or is of another agency', async () => {
    const id = await given('specialist')
    for (const to of ['agency-admin', 'auditor', 'deputy'] as const)
      expect((await pass('specialist', to, [id], 'clerk')).body.code).toBe('agencies.SeatUnknown')
    const path = `POST /seats/${office.seats.specialist.id}/hand-over`
    const foreign = await http.call(office.seats.clerk, path, { toSeatId: other.seats.clerk.id, documentIds: [id] })
    expect(foreign.body.code).toBe('agencies.SeatUnknown')
  })
})

describe('who may', () => {
  test.each(
    officeSeats.filter(seat => !['clerk', 'office-head', 'agency-admin', 'unit-head', 'deputy'].includes(seat)),
  )('%s neither sees nor hands over the work of another unit', async seat => {
    const id = await given('specialist')
    expect((await openOf('specialist', seat)).status).toBe(403)
    expect((await pass('specialist', 'unit-head', [id], seat)).body.code).toBe('platform.NotAllowed')
  })

  test('the administrator hands over without reading', async () => {
    const id = await given('specialist')
    const { body } = await openOf('specialist', 'agency-admin')
    const item = body.items.find(one => one.documentId === id)
    expect(item).toMatchObject({ subject: null, notation: null, arrivalNumber: 7, role: 'lead' })
    expect((await pass('specialist', 'unit-head', [id], 'agency-admin')).status).toBe(200)
  })

  test('a restricted document is there for its readers alone; to all others it is one more that they do not see', async () => {
    const hiddenBefore = (await openOf('specialist', 'clerk')).body.hidden
    const id = await given('specialist', { restricted: true })
    for (const seat of ['clerk', 'office-head', 'unit-head', 'agency-admin'] as const) {
      const { body, text } = await openOf('specialist', seat)
      expect(body).toMatchObject({ hidden: hiddenBefore + 1, seat: { name: 'Đỗ Minh Ánh', title: 'Chuyên viên' } })
      expect(text).not.toContain(id)
      expect((await pass('specialist', 'unit-head', [id], seat)).status).toBe(404)
    }
    await office.act('leader', async context =>
      addReaders(
        context,
        asRead((await findIncoming(context, id))!),
        [seatKey(office.seats['office-head'].id)],
        'inform',
      ),
    )
    expect(await idsOf('specialist', 'office-head')).toContain(id)
    expect((await openOf('specialist', 'office-head')).body.hidden).toBe(hiddenBefore)
  })

  test('the seat of another agency is not there', async () => {
    const path = `/seats/${other.seats.specialist.id}`
    expect((await http.call(office.seats.clerk, `GET ${path}/open-work`)).status).toBe(404)
  })
})

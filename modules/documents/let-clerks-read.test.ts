import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboxHandlers } from '#apps/server/modules.ts'
import { addDays } from '#lib/calendar-date/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { giveSeat } from '#modules/agencies/give-seat.ts'
import { type Relay, startRelay } from '#platform/outbox/relay.ts'
import { documentsHttp, type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { testId } from '#tests/office/make-office.ts'
import { letClerksRead } from './let-clerks-read.ts'

let desk: IncomingOffice
let relay: Relay
beforeAll(async () => {
  desk = await incomingOffice()
  const { machinery } = desk.office
  relay = startRelay({
    ...{ pool: machinery.pool, handlers: outboxHandlers(machinery), log: () => {} },
    lookEveryMs: 3_600_000,
  })
  // What making the office brought about is done.
  await relay.idle()
})
afterAll(() => relay.stop())

/** What arrived restricted, while nobody was clerk or the clerk was another. */
async function arrived(state = 'arrived'): Promise<string> {
  const id = testId()
  await desk.office.system(({ tx, agency, now }) =>
    tx
      .insertInto('incoming_documents')
      .values({
        ...{ agency_id: agency, id, request_hash: Buffer.alloc(32), state, carrier: 'inside', restricted: true },
        ...{ arrived_at: now, addressee_issuer_id: desk.office.issuer.id, issuer_name: 'Sở Nội vụ', subject: 'Kín' },
      })
      .execute(),
  )
  return id
}
const readersOf = (id: string) =>
  desk.office.system(async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('document_readers')
      .select('reader')
      .where('agency_id', '=', agency)
      .where('document_id', '=', id)
      .execute()
    return rows.map(row => row.reader)
  })

test('a clerk who takes the seat reads what is restricted, open, and seen by no clerk; of what is done nothing', async () => {
  const { office } = desk
  const kept = await desk.register({ restricted: true })
  const others = await readersOf(kept)
  await office.system(letClerksRead)
  expect(await readersOf(kept), 'the clerk of today sees it already').toEqual(others)

  const [waiting, done] = [await arrived(), await arrived('finished')]
  const [id, { personId, login }] = [testId(), office.seats['agency-admin']]
  await office.system(async context => {
    await endSeat(context, { id: office.seats.clerk.id, validTo: context.today })
    const post = { unitId: office.units.office, issuerId: office.issuer.id, role: 'clerk', standing: 'staff' } as const
    await giveSeat(context, { id, person: { personId }, ...post, title: 'Văn thư', validFrom: context.today })
  })
  relay.wake(office.agencyId)
  await relay.idle()
  const successor = `seat:${id}`
  expect(await readersOf(waiting)).toEqual([successor])
  expect(await readersOf(kept), 'registered by the clerk who left, and not done').toContain(successor)
  expect(await readersOf(done)).toEqual([])

  const http = await documentsHttp(office)
  const list = await http.call({ id, personId, login }, 'GET /documents/incoming?tab=to-register')
  expect(list.text).toContain(waiting)
  const audited = await office.system(({ tx, agency }) =>
    tx
      .selectFrom('audit_entries')
      .select('subject_id')
      .where('agency_id', '=', agency)
      .where('act', '=', 'documents.let-clerks-read')
      .execute(),
  )
  expect(audited.map(row => row.subject_id).toSorted()).toEqual([waiting, kept].toSorted())
})

test('it is done on the day on which the clerk is another, not when that was settled', async () => {
  const { office } = desk
  const waiting = await arrived()
  const [id, personId] = [testId(), office.seats.auditor.personId]
  await office.system(async context => {
    const post = { unitId: office.units.office, issuerId: office.issuer.id, role: 'clerk', standing: 'staff' } as const
    const validFrom = addDays(context.today, 2)
    await giveSeat(context, { id, person: { personId }, ...post, title: 'Văn thư', validFrom })
    const entry = await context.tx
      .selectFrom('outbox')
      .select('due_at')
      .where('agency_id', '=', context.agency)
      .where('kind', '=', 'agencies.clerks-change')
      .where('done_at', 'is', null)
      .executeTakeFirstOrThrow()
    expect(entry.due_at.toISOString()).toBe(new Date(`${validFrom}T00:00:00+07:00`).toISOString())
  })
  relay.wake(office.agencyId)
  await relay.idle()
  expect(await readersOf(waiting)).toEqual([])
})

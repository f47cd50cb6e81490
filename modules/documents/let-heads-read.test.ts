import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboxHandlers } from '#apps/server/modules.ts'
import type { z } from '#lib/schemas/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { giveSeat } from '#modules/agencies/give-seat.ts'
import { type Relay, startRelay } from '#platform/outbox/relay.ts'
import { documentsHttp, type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { testId } from '#tests/office/make-office.ts'
import type { Today } from './contract.ts'

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

test('a new head of a unit sees the restricted documents of which it has open work, and does it; of what is done nothing', async () => {
  const { office } = desk
  const { units, seats } = office
  const give = async (unitId: string) => {
    const id = await desk.register({ restricted: true })
    const answer = await desk.act('leader', id, 'direct', { targets: [{ unitId, role: 'lead' }] })
    expect(answer.status).toBe(200)
    return id
  }
  const [open, done, others] = [await give(units.economy), await give(units.economy), await give(units.culture)]
  expect((await desk.act('unit-head', done, 'finish', { result: 'Xong' })).status).toBe(200)

  const [id, { personId, login }] = [testId(), seats.auditor]
  await office.system(async context => {
    await endSeat(context, { id: seats['unit-head'].id, validTo: context.today })
    const post = {
      unitId: units.economy,
      issuerId: office.issuer.id,
      role: 'unit-head',
      standing: 'unit-head',
    } as const
    await giveSeat(context, { id, person: { personId }, ...post, title: 'TRƯỞNG PHÒNG', validFrom: context.today })
  })
  relay.wake(office.agencyId)
  await relay.idle()

  const http = await documentsHttp(office)
  const head = { id, personId, login }
  const see = async (documentId: string) => (await http.call(head, `GET /documents/incoming/${documentId}`)).status
  expect([await see(open), await see(done), await see(others)]).toEqual([200, 404, 404])
  const { body } = await http.call<z.infer<typeof Today>>(head, 'GET /documents/today')
  const waiting = [...body.urgent, ...body.overdue, ...body.today, ...body.soon]
  expect(waiting.map(item => item.documentId)).toEqual([open])
  const finished = await http.call(
    head,
    `POST /documents/incoming/${open}/finish`,
    { result: 'Xong' },
    { key: testId() },
  )
  expect(finished.status).toBe(200)
  const audited = await office.system(({ tx, agency }) =>
    tx
      .selectFrom('audit_entries')
      .select('subject_id')
      .where('agency_id', '=', agency)
      .where('act', '=', 'documents.let-head-read')
      .execute(),
  )
  expect(audited.map(row => row.subject_id)).toEqual([open])
})

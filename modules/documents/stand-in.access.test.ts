import { beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { delegate } from '#modules/agencies/delegate.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { paper } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice, type Shown } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { ArrivalPage, DocumentCounts, IncomingRow, SearchPage, Today } from './contract.ts'

type Rows = { items: { id: string; subject: string }[] }

let desk: IncomingOffice
let http: OfficeHttp
const words = 'Zung viec rieng'
beforeAll(async () => {
  desk = await incomingOffice()
  http = await officeHttp(desk.office.machinery, allRoutes)
  await delegated('clerk', 'specialist', 'incoming')
  await delegated('leader', 'other-unit-head', 'incoming')
  await delegated('leader', 'other-specialist', 'outgoing')
})

const delegated = (from: OfficeSeat, to: OfficeSeat, scope: 'incoming' | 'outgoing') =>
  desk.office.act(from, context =>
    delegate(context, {
      ...{ id: testId(), toSeatId: desk.office.seats[to].id, scope, maySign: false },
      ...{ validFrom: context.today, validTo: addDays(context.today, 1) },
    }),
  )
const call = <Reply>(seat: OfficeSeat, request: string, body?: object, key?: string) =>
  http.call<Reply>(desk.office.seats[seat], request, body, key ? { key } : {})

/** What came through the system and is not registered: nobody is named as its reader. */
async function arrived(subject = 'Đến qua mạng'): Promise<string> {
  const id = testId()
  await desk.office.system(({ tx, agency, now }) =>
    tx
      .insertInto('incoming_documents')
      .values({
        ...{ agency_id: agency, id, request_hash: Buffer.alloc(32), state: 'arrived', carrier: 'inside', subject },
        ...{ arrived_at: now, addressee_issuer_id: desk.office.issuer.id, issuer_name: 'Sở Nội vụ' },
      })
      .execute(),
  )
  return id
}

describe('who stands in for the clerk', () => {
  test('finds what waits to be registered, in the list, the day and the counts, and registers it', async () => {
    const id = await arrived()
    const list = await call<Rows>('specialist', 'GET /documents/incoming?tab=to-register')
    expect(list.body.items.map(row => row.id)).toContain(id)
    const day = await call<z.infer<typeof Today>>('specialist', 'GET /documents/today')
    expect(day.text).toContain(id)
    const counts = await call<z.infer<typeof DocumentCounts>>('specialist', 'GET /documents/counts')
    expect(counts.body.incoming['to-register']).toBeGreaterThan(0)
    expect(counts.body.incomingForMe).toBeGreaterThanOrEqual(counts.body.incoming['to-register']!)
    const done = await call<Shown>('specialist', `POST /documents/incoming/${id}/register`, {}, testId())
    expect([done.status, done.body.state], done.text).toEqual([200, 'awaiting-direction'])
  })

  test('is answered the same when he sends a paper again, though it lies before somebody else', async () => {
    const body = await paper(desk.office, {}, 'specialist')
    const once = await call<z.infer<typeof IncomingRow>>('specialist', 'POST /documents/incoming', body)
    const again = await call<z.infer<typeof IncomingRow>>('specialist', 'POST /documents/incoming', body)
    expect([once.status, again.status]).toEqual([201, 201])
    expect(again.body.arrivalNumber).toBe(once.body.arrivalNumber)
  })

  test('reads the lines of the register, and the clerk sees afterwards what was restricted in her name', async () => {
    const body = await paper(desk.office, { restricted: true, subject: 'Đơn tố cáo riêng' }, 'specialist')
    expect((await call('specialist', 'POST /documents/incoming', body)).status).toBe(201)
    for (const seat of ['specialist', 'clerk'] as const) {
      const lines = await call<z.infer<typeof ArrivalPage>>(seat, `GET /registers/${desk.books.registerId}/arrivals`)
      expect(lines.body.items.every(line => line.documentId !== null)).toBe(true)
    }
    expect((await call('deputy', `GET /documents/incoming/${body.id}`)).status).toBe(404)
  })

  test('sees nothing more of outgoing documents', async () => {
    const id = await draft('other-specialist', { subject: `Trả lời ${words}` })
    await expectUnseen('specialist', id)
  })
})

const draft = async (seat: OfficeSeat, facts: object) => {
  const id = testId()
  const letter = { addressees: [], blocks: [{ kind: 'paragraph', runs: [{ text: 'Nội dung.' }] }] }
  const made = await call(seat, 'POST /documents/outgoing', { id, typeCode: 'bao-cao', letter, ...facts })
  expect(made.status).toBe(201)
  return id
}

async function expectUnseen(seat: OfficeSeat, id: string) {
  expect((await call(seat, `GET /documents/outgoing/${id}`)).status, seat).toBe(404)
  const answers = [
    await call<Rows>(seat, 'GET /documents/outgoing?limit=100'),
    await call<Rows>(seat, 'GET /documents/outgoing?limit=100&tab=drafts'),
    await call<z.infer<typeof SearchPage>>(seat, `GET /documents/search?q=${encodeURIComponent(words)}`),
    await call<z.infer<typeof SearchPage>>(
      seat,
      `GET /documents/search?q=${encodeURIComponent(words)}&direction=outgoing`,
    ),
    await call(seat, 'GET /documents/today'),
  ]
  for (const { status, text } of answers) {
    expect(status).toBe(200)
    expect(text).not.toContain(id)
  }
}

async function expectSeen(seat: OfficeSeat, id: string) {
  expect((await call(seat, `GET /documents/outgoing/${id}`)).status, seat).toBe(200)
  const list = await call<Rows>(seat, 'GET /documents/outgoing?limit=100')
  expect(list.body.items.map(row => row.id)).toContain(id)
  for (const narrowed of ['', '&direction=outgoing']) {
    const query = `q=${encodeURIComponent(words)}${narrowed}`
    const found = await call<z.infer<typeof SearchPage>>(seat, `GET /documents/search?${query}`)
    expect(found.body.items.map(hit => hit.id)).toContain(id)
  }
}

describe('a delegation of one direction', () => {
  test('shows the outgoing documents to who stands in for outgoing, and not to who stands in for incoming', async () => {
    const open = await draft('specialist', { subject: `Báo cáo ${words}` })
    await expectSeen('other-specialist', open)
    await expectUnseen('other-unit-head', open)
  })

  test('shows a restricted one of the principal in the same way', async () => {
    const hidden = await draft('leader', { subject: `Kín ${words}`, restricted: true })
    await expectSeen('other-specialist', hidden)
    await expectUnseen('other-unit-head', hidden)
  })

  test('shows the incoming documents of the principal the other way round', async () => {
    const id = await desk.register({ subject: `Văn bản ${words}`, restricted: true })
    const seen = async (seat: OfficeSeat) => [
      (await call(seat, `GET /documents/incoming/${id}`)).status,
      (await call(seat, `GET /documents/search?q=${encodeURIComponent(words)}`)).text.includes(id),
      (await call(seat, 'GET /documents/incoming?limit=100')).text.includes(id),
    ]
    expect(await seen('other-unit-head')).toEqual([200, true, true])
    expect(await seen('other-specialist')).toEqual([404, false, false])
  })

  test('lets screens hear of that direction alone, and of no notice of the principal', async () => {
    const { events } = desk.office.machinery
    const heard: string[] = []
    const actor = await desk.office.actor('other-unit-head')
    const stop = events.listen({
      ...{ agencyId: actor.agencyId, seatId: actor.seatId, close: () => {} },
      sight: { incoming: sightOf(actor, 'incoming'), outgoing: sightOf(actor, 'outgoing') },
      send: ({ kind, id }) => heard.push(`${kind} ${id}`),
    })
    const outgoing = await draft('leader', { subject: 'Kín', restricted: true })
    const urgent = await desk.register({ restricted: true, urgency: 3 })
    stop()
    expect(heard).toContain(`documents.incoming ${urgent}`)
    expect(heard).not.toContain(`documents.outgoing ${outgoing}`)
    expect(heard.filter(one => one.startsWith('notice'))).toEqual([])
  })
})

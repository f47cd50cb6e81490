import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, tiePdf, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
let desk: OutgoingDesk
const today = todayInVietnam(new Date())
const reason = 'Ban hành không đúng thẩm quyền'
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const everywhere = () => [
  toOffice(desks.there.office),
  {
    ...{ id: testId(), kind: 'seat' as const, seatId: desk.office.seats.deputy.id },
    ...{ carrier: 'system' as const, purpose: 'inform' as const },
  },
  ...['Ông An', 'Ông Bình'].map(name => ({
    ...{ id: testId(), kind: 'outside' as const, name },
    ...{ carrier: 'paper' as const, purpose: 'act' as const },
  })),
]
/** Dispatched to all kinds of recipients; Ông An was handed his paper, Ông Bình was not. */
async function dispatched(): Promise<string> {
  const id = await desk.quick.dispatched({ recipients: everywhere() })
  const an = (await desk.see('clerk', id)).body.recipients.find(one => one.name === 'Ông An')
  await desk.act('clerk', id, 'handed-over', { recipientId: an!.id, on: today })
  return id
}
/** What the clerk carries out: the chairman decided it. */
const ordered = () => ({ reason, orderedBySeatId: desk.office.seats.leader.id })
const statesOf = async (id: string) => (await desk.see('clerk', id)).body.recipients.map(one => one.state)

test('a recall strikes the number out and asks everybody: who has it answers, who never had it is done', async () => {
  const id = await dispatched()
  expect((await desk.act('leader', id, 'recall', {})).status).toBe(422)
  const { body } = await desk.act('leader', id, 'recall', { reason })
  expect(body).toMatchObject({
    ...{ state: 'recalled', stateReason: reason, number: expect.any(Number), recalledAt: expect.any(String) },
    recipients: [{ state: 'recall-asked' }, { state: 'recalled' }, { state: 'recall-asked' }, { state: 'recalled' }],
  })
  await desks.carried()
  expect(await statesOf(id)).toEqual(['recalled', 'recalled', 'recall-asked', 'recalled'])
  const arrived = await desks.there.office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select(['state', 'state_reason'])
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', id)
      .execute(),
  )
  expect(arrived).toEqual([{ state: 'cancelled', state_reason: reason }])
  const notices = (await desk.get<{ items: { kind: string; subjectId: string }[] }>('deputy', '/notices')).body.items
  expect(notices.filter(one => one.subjectId === id).map(one => one.kind)).toContain('documents.recalled-inside')
})

test('a recalled document is frozen: it is read, its papers are had back, and nothing else', async () => {
  const id = await dispatched()
  await desk.act('clerk', id, 'recall', ordered())
  const bodies: Readonly<Record<string, object>> = {
    ...{
      dispatch: {},
      number: {},
      recall: { reason },
      cancel: { reason },
      'take-back': {},
      hold: {},
      submit: { revision: 1 },
    },
    ...{ recipients: { recipients: [], revision: 1 }, comment: { commentId: testId(), text: 'Thử' } },
  }
  for (const [act, body] of Object.entries(bodies))
    expect(await desk.act('clerk', id, act, body), act).toMatchObject({
      status: 409,
      body: { code: 'platform.StateForbids' },
    })
  expect((await desk.see('clerk', id)).body.allowed).toEqual(['collect-by-hand'])
  expect((await desk.see('leader', id)).body.allowed).toEqual([])
  type Line = { documentId: string; cancelled: boolean; reason: string; notation: string }
  const { items } = (await desk.get<{ items: Line[] }>('clerk', `/registers/${desk.registerId}/departures`)).body
  const { notation } = (await desk.see('clerk', id)).body
  expect(items.find(line => line.documentId === id)).toMatchObject({
    ...{ notation, cancelled: true, reason: `Thu hồi: ${reason}` },
  })
})

test('a recalled paper is asked for until the clerk ticks it off with its day', async () => {
  const id = await dispatched()
  await desk.act('clerk', id, 'recall', ordered())
  const { recipients } = (await desk.see('clerk', id)).body
  const [office, , an] = recipients
  const collect = (seat: OfficeSeat, recipientId: string, on: string = today) =>
    desk.act(seat, id, 'collected', { recipientId, on })
  expect((await collect('leader', an!.id)).status).toBe(403)
  // An agency answers for itself.
  expect((await collect('clerk', office!.id)).body.code).toBe('documents.NoPaperOut')
  for (const on of [addDays(today, 1), addDays(today, -1)])
    expect((await collect('clerk', an!.id, on)).body.code).toBe('documents.CollectedDay')
  const { body } = await collect('clerk', an!.id)
  expect(body.recipients[2]).toMatchObject({ state: 'recalled' })
  expect(body.history.at(-1)).toMatchObject({ act: 'collect-by-hand', detail: { from: 'Ông An', on: today } })
  expect(body.allowed).toEqual([])
})

test('is asked for by clerk, leader, office head and signer of what was dispatched, and by nobody else', async () => {
  const id = await desk.quick.dispatched({ recipients: everywhere() })
  for (const seat of ['specialist', 'unit-head', 'auditor', 'agency-admin'] as const)
    expect((await desk.act(seat, id, 'recall', { reason })).status).toBe(403)
  expect((await desk.act('office-head', id, 'recall', ordered())).status).toBe(200)
  const numbered = await desk.quick.numbered()
  expect((await desk.act('leader', numbered, 'recall', { reason })).body.code).toBe('platform.StateForbids')
})

test('a unit’s head recalls what he signed by order, as his own decision', async () => {
  const { issuer, units, seats } = desk.office
  const order = { issuerId: issuer.id, unitId: units.economy, typeCodes: ['giay-moi'], validFrom: today }
  const said = { id: testId(), ...order, writtenBasis: 'Quy chế làm việc, Điều 12' }
  expect((await desk.post('office-head', '/signing-orders', said)).status).toBe(201)
  const signed = { typeCode: 'giay-moi', signerSeatId: seats['unit-head'].id, capacity: 'TL' as const }
  const id = await desk.draft({ ...signed, recipients: everywhere() })
  await desk.actOnLatest('specialist', id, 'submit')
  await desk.actOnLatest('office-head', id, 'review', { result: 'agreed' })
  const approved = await desk.actOnLatest('unit-head', id, 'approve')
  expect(approved.status, approved.text).toBe(200)
  await tiePdf(desk.office, id, 'frozen_file_id')
  await desk.act('clerk', id, 'number')
  await tiePdf(desk.office, id, 'numbered_file_id')
  expect((await desk.act('clerk', id, 'dispatch')).status).toBe(200)
  expect((await desk.see('unit-head', id)).body.allowed).toContain('recall')
  const { status, body } = await desk.act('unit-head', id, 'recall', { reason })
  expect([status, body.state, body.recallOrder?.seatId]).toEqual([200, 'recalled', seats['unit-head'].id])
})

test('is ordered by a leader of the body that issued it, or its signer: whoever carries it out names that one', async () => {
  const { seats } = desk.office
  const id = await desk.quick.dispatched({ recipients: everywhere() })
  const recall = (seat: OfficeSeat, orderedBySeatId?: string) =>
    desk.act(seat, id, 'recall', { reason, ...(orderedBySeatId ? { orderedBySeatId } : {}) })
  const { recallOrder, recallOrders } = (await desk.see('clerk', id)).body
  expect(recallOrder).toBeNull()
  expect(recallOrders.map(one => one.seatId)).toEqual([seats.leader.id, seats.deputy.id])
  for (const seat of ['clerk', 'office-head'] as const)
    expect(await recall(seat)).toMatchObject({ status: 422, body: { code: 'documents.RecallOrderMissing' } })
  for (const other of ['clerk', 'unit-head', 'specialist'] as const)
    expect((await recall('clerk', seats[other].id)).body.code).toBe('documents.RecallOrderUnfit')
  const { body } = await recall('clerk', seats.deputy.id)
  const order = recallOrders[1]!
  expect(body).toMatchObject({ state: 'recalled', recallOrder: order })
  expect(body.history.at(-1)).toMatchObject({
    ...{ act: 'recall', actorName: seats.clerk.fullName, onBehalfOfName: order.name, detail: { orderedBy: order } },
  })
  await desks.carried()
  const { there } = desks
  const arrived = await there.office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select('id')
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  type Received = { recallOrderedBy: string; history: { act: string; actorName: string; onBehalfOfName: string }[] }
  const { body: received } = await there.get<Received>('clerk', `/documents/incoming/${arrived.id}`)
  expect(received.recallOrderedBy).toBe(`${order.name}, ${order.title}`)
  expect(received.history.at(-1)).toMatchObject({
    ...{ act: 'recalled-by-sender', actorName: seats.clerk.fullName, onBehalfOfName: order.name },
  })
})

test('of a leader who asks for it himself it is his own order', async () => {
  const id = await desk.quick.dispatched({ recipients: everywhere() })
  const { body } = await desk.act('leader', id, 'recall', { reason })
  expect(body.recallOrder).toMatchObject({ seatId: desk.office.seats.leader.id })
  expect(body.history.at(-1)).toMatchObject({ act: 'recall', onBehalfOfName: null })
})

test('reaches the other body of one office at the desk that both share, and is struck out there too', async () => {
  const toCouncil = { ...toOffice(desk.office), issuerId: desk.office.council.id }
  const id = await desk.quick.dispatched({ recipients: [toCouncil] })
  const { notation } = (await desk.see('clerk', id)).body
  const atCouncil = () =>
    desk.office.system(({ tx, agency }) =>
      tx
        .selectFrom('incoming_documents')
        .select(['id', 'state', 'addressee_issuer_id', 'arrival_number'])
        .where('agency_id', '=', agency)
        .where('sender_document_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
  const arrived = await atCouncil()
  expect(arrived).toMatchObject({ state: 'arrived', addressee_issuer_id: desk.office.council.id })
  await desk.post('clerk', `/documents/incoming/${arrived.id}/register`, {})
  await desk.act('leader', id, 'recall', { reason })
  await desks.carried()
  expect(await statesOf(id)).toEqual(['recalled'])
  const cancelled = await atCouncil()
  expect(cancelled.state).toBe('cancelled')
  type Line = { documentId: string; cancelled: boolean; reason: string; notation: string }
  const lines = async (registerId: string, kind: string) =>
    (await desk.get<{ items: Line[] }>('clerk', `/registers/${registerId}/${kind}`)).body.items
  const departures = await lines(desk.registerId, 'departures')
  expect(departures.find(line => line.documentId === id)).toMatchObject({ notation, cancelled: true })
  const { items } = (await desk.get<{ items: { id: string; direction: string }[] }>('clerk', '/registers')).body
  const book = items.find(one => one.direction === 'incoming')!
  const arrivals = await lines(book.id, 'arrivals')
  expect(arrivals.find(line => line.documentId === arrived.id)).toMatchObject({ notation, cancelled: true })
})

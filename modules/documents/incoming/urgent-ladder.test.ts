import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboxHandlers } from '#apps/server/modules.ts'
import type { z } from '#lib/schemas/index.ts'
import { vietnamTime } from '#lib/vietnamese/index.ts'
import { runAct } from '#platform/acts/run.ts'
import { type Relay, startRelay } from '#platform/outbox/relay.ts'
import { type IncomingOffice, incomingOffice, messageFrom } from '#tests/office/incoming.ts'
import { makeOffice, type Office, type OfficeSeat } from '#tests/office/make-office.ts'
import type { DocumentMessage, Today, UrgentLadder } from '../contract.ts'

let desk: IncomingOffice
let sender: Office
let relay: Relay
beforeAll(async () => {
  desk = await incomingOffice()
  const { machinery } = desk.office
  sender = await makeOffice({ server: machinery.pool }, { machinery, place: 'Triệu Phong' })
  relay = startRelay({
    ...{ pool: machinery.pool, handlers: outboxHandlers(machinery), log: () => {} },
    lookEveryMs: 3_600_000,
  })
})
afterAll(() => relay.stop())

const receive = (sent: DocumentMessage, from = sender) =>
  desk.office.system(context => context.ports.documents.receiveDocument(context, sent, from.agencyId))

async function arrived(facts: Partial<DocumentMessage['facts']> = {}): Promise<string> {
  const sent = messageFrom(sender, desk.office, { urgency: 2, ...facts })
  await receive(sent)
  return desk.office.system(async ({ tx, agency }) => {
    const row = await tx
      .selectFrom('incoming_documents')
      .select('id')
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', sent.documentId)
      .executeTakeFirstOrThrow()
    return row.id
  })
}

/** What is still to be told of a document: the rung, and in how many minutes from now. */
const waitingOf = (id: string) =>
  desk.office.system(async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('outbox')
      .select(['payload', sql<number>`round(extract(epoch from due_at - now()) / 60)::int`.as('minutes')])
      .where('agency_id', '=', agency)
      .where('kind', '=', 'documents.urgent-unopened')
      .where('done_at', 'is', null)
      .where(sql<boolean>`payload->>'documentId' = ${id}`)
      .execute()
    return rows.map(row => ({ rung: (row.payload as { rung: number }).rung, minutes: row.minutes }))
  })

/** The time of the next rung comes, by the database's clock, and the relay looks. */
async function timeComes(id: string): Promise<void> {
  await desk.office.system(({ tx, agency }) =>
    sql`update outbox set due_at = now() - interval '1 second',
        payload = jsonb_set(payload, '{dueAt}', to_jsonb(to_char((now() - interval '1 second') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
      where agency_id = ${agency} and kind = 'documents.urgent-unopened' and done_at is null
        and payload->>'documentId' = ${id}`.execute(tx),
  )
  relay.wake(desk.office.agencyId)
  await relay.idle()
}

/** Which seats were told that a document is not opened, in the order of the rungs. */
const toldOf = (id: string): Promise<OfficeSeat[]> =>
  desk.office.system(async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('notices')
      .select(['seat_id', 'once_key'])
      .where('agency_id', '=', agency)
      .where('kind', '=', 'documents.urgent-unopened')
      .where('subject_id', '=', id)
      .execute()
    const nameOf = (seatId: string) =>
      Object.entries(desk.office.seats).find(([, seat]) => seat.id === seatId)![0] as OfficeSeat
    return rows
      .map(row => ({ rung: row.once_key, seat: nameOf(row.seat_id) }))
      .toSorted((one, other) => (one.rung + one.seat < other.rung + other.seat ? -1 : 1))
      .map(({ seat }) => seat)
  })
const today = async (seat: OfficeSeat) => (await desk.get<z.infer<typeof Today>>(seat, '/documents/today')).body

test('an urgent arrival that nobody opens is told up the ladder, each rung once and at its time, and it is said in its history', async () => {
  const { seats } = desk.office
  const id = await arrived()
  expect(await waitingOf(id)).toEqual([{ rung: 1, minutes: 30 }])
  relay.wake(desk.office.agencyId)
  await relay.idle()
  expect(await toldOf(id), 'before its time nobody').toEqual([])

  await timeComes(id)
  expect(await toldOf(id)).toEqual(['clerk', 'office-head'])
  expect(await waitingOf(id)).toEqual([{ rung: 2, minutes: 30 }])
  await timeComes(id)
  expect(await toldOf(id)).toEqual(['clerk', 'office-head', 'deputy', 'leader'])
  expect(await waitingOf(id), 'after the last rung nothing more is told').toEqual([])

  const { body } = await desk.see('leader', id)
  const told = body.history.filter(entry => entry.act === 'urgent-unopened')
  expect(told.map(entry => [entry.actorName, entry.detail.to])).toEqual([
    ['Hệ thống', [seats['office-head'].fullName, seats.clerk.fullName]],
    ['Hệ thống', expect.arrayContaining([seats.leader.fullName, seats.deputy.fullName])],
  ])
})

test('what must be handled by an hour is told sooner: no rung takes more than half of the time that is left', async () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const soon = await arrived({ urgency: 3, handleBy: inMinutes(20) })
  expect(await waitingOf(soon)).toEqual([{ rung: 1, minutes: 10 }])
  await timeComes(soon)
  expect(await waitingOf(soon)).toEqual([{ rung: 2, minutes: 10 }])
  expect(await waitingOf(await arrived({ urgency: 3, handleBy: inMinutes(600) }))).toEqual([{ rung: 1, minutes: 30 }])
  expect(await waitingOf(await arrived({ urgency: 3, handleBy: inMinutes(-5) }))).toEqual([{ rung: 1, minutes: 30 }])
})

test('what a crash lets be done twice tells a rung once', async () => {
  const id = await arrived()
  const handler = outboxHandlers(desk.office.machinery)['documents.urgent-unopened']!
  const past = new Date(Date.now() - 60_000).toISOString()
  const item = {
    ...{ id, agencyId: desk.office.agencyId, kind: 'documents.urgent-unopened', subjectId: id, attempts: 0 },
    payload: { documentId: id, rung: 1, dueAt: past },
  }
  await handler(item)
  await handler(item)
  expect(await toldOf(id)).toEqual(['clerk', 'office-head'])
  expect((await waitingOf(id)).filter(one => one.rung === 2)).toHaveLength(1)
})

test.each([
  ['opens it', (id: string) => desk.act('clerk', id, 'open')],
  ['looks at it', (id: string) => desk.see('office-head', id)],
  ['registers it', (id: string) => desk.act('clerk', id, 'register', {})],
  ['sets it aside', (id: string) => desk.act('clerk', id, 'set-aside', { reason: 'Gửi nhầm' })],
] as const)(
  'nobody is told any more once somebody %s; an auditor’s look takes nothing off the office',
  async (_how, act) => {
    const id = await arrived()
    await desk.see('auditor', id)
    await timeComes(id)
    expect(await toldOf(id)).toEqual(['clerk', 'office-head'])
    await act(id)
    await timeComes(id)
    expect(await toldOf(id)).toEqual(['clerk', 'office-head'])
    expect(await waitingOf(id)).toEqual([])
  },
)

test('of a restricted one only seats that may see it are told, and of one that is not urgent nobody', async () => {
  const id = await arrived({ restricted: true })
  await timeComes(id)
  await timeComes(id)
  expect(await toldOf(id), 'the office head and the leaders learn nothing of it').toEqual(['clerk', 'clerk'])
  expect(await waitingOf(id)).toEqual([])
  expect(await waitingOf(await arrived({ urgency: 0 }))).toEqual([])
})

test('whoever was told finds it on top of his day with the minute of its arrival, until somebody opens it', async () => {
  const id = await arrived({ urgency: 1 })
  const onTop = async (seat: OfficeSeat) => (await today(seat)).urgent.find(item => item.documentId === id)
  expect(await onTop('clerk')).toMatchObject({ act: 'register', unread: true })
  expect(await onTop('office-head')).toBeUndefined()
  await timeComes(id)
  const found = await onTop('office-head')
  expect(found).toMatchObject({
    act: 'see-urgent',
    detail: expect.stringMatching(/^chưa ai mở · đến lúc \d\d:\d\d, hôm nay$/),
  })
  expect(found!.detail).toContain(vietnamTime(new Date(found!.arrivedAt)))
  expect(await onTop('leader')).toBeUndefined()
  await desk.see('auditor', id)
  expect(await onTop('office-head'), 'an auditor looked on').toBeDefined()
  await desk.act('clerk', id, 'open')
  await desk.see('clerk', id)
  expect(await onTop('office-head')).toBeUndefined()
})

test('the office lays down its own ladder, and what arrives afterwards is told by it', async () => {
  const path = '/documents/urgent-ladder'
  expect((await desk.get<z.infer<typeof UrgentLadder>>('specialist', path)).body).toEqual({
    rungs: [
      { minutes: 30, roles: ['clerk', 'office-head'] },
      { minutes: 30, roles: ['leader'] },
    ],
    usual: true,
  })
  const save = (seat: OfficeSeat, rungs: object[]) => desk.http.call(desk.office.seats[seat], `PUT ${path}`, { rungs })
  expect((await save('office-head', [{ minutes: 15, roles: ['leader'] }])).status).toBe(403)
  for (const rungs of [[], [{ minutes: 1, roles: ['leader'] }], [{ minutes: 15, roles: [] }]])
    expect((await save('agency-admin', rungs)).status).toBe(422)
  const saved = await save('agency-admin', [{ minutes: 15, roles: ['leader'] }])
  expect(saved.body).toEqual({ rungs: [{ minutes: 15, roles: ['leader'] }], usual: false })

  const id = await arrived()
  expect(await waitingOf(id)).toEqual([{ rung: 1, minutes: 15 }])
  await timeComes(id)
  expect(await toldOf(id)).toEqual(['deputy', 'leader'])
})

test('what arrived in days that are entered afterwards is told by their time alone', async () => {
  const sent = messageFrom(sender, desk.office, { urgency: 3 })
  const { machinery, agencyId } = desk.office
  const at = new Date(Date.now() - 3 * 86_400_000)
  const origin = { requestId: 'test', network: 'local' }
  const scope = { agency: agencyId, actor: { kind: 'system', name: 'test' } as const, origin }
  await runAct(machinery, { ...scope, at }, context =>
    context.ports.documents.receiveDocument(context, sent, sender.agencyId),
  )
  const { id, item } = await desk.office.system(async ({ tx, agency }) => {
    const row = await tx
      .selectFrom('outbox')
      .selectAll()
      .where('agency_id', '=', agency)
      .where('kind', '=', 'documents.urgent-unopened')
      .where(sql<boolean>`payload->>'dueAt' < ${new Date(Date.now() - 86_400_000).toISOString()}`)
      .executeTakeFirstOrThrow()
    const payload = row.payload as { documentId: string }
    expect(row.due_at.getTime(), 'the relay leaves it to whoever enters those days').toBeGreaterThan(Date.now())
    const facts = { kind: row.kind, subjectId: row.subject_id, attempts: 0 }
    return { id: payload.documentId, item: { id: row.id, agencyId: agency, payload, ...facts } }
  })
  await outboxHandlers({ ...machinery, at })['documents.urgent-unopened']!(item)
  expect(await toldOf(id)).toEqual([])
  await outboxHandlers({ ...machinery, at: new Date(at.getTime() + 3_600_000) })['documents.urgent-unopened']!(item)
  expect(await toldOf(id)).not.toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

/** The own council is an addressee like any other: what goes to it arrives at the clerk whom it shares. */
const toCouncil = () => ({ ...toOffice(desk.office), issuerId: desk.office.council.id })
const toDeputy = () => ({
  ...{ id: testId(), kind: 'seat' as const, seatId: desk.office.seats.deputy.id },
  ...{ carrier: 'system' as const, purpose: 'inform' as const },
})
const onPaper = (name: string) => ({
  ...{ id: testId(), kind: 'outside' as const, name, carrier: 'paper' as const, purpose: 'act' as const },
})
const statesOf = async (id: string) => (await desk.see('clerk', id)).body.recipients.map(one => one.state)
const arrivedAt = (office: OutgoingDesk['office'], documentId: string) =>
  office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select(['id', 'state', 'notation'])
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', documentId)
      .orderBy('arrived_at')
      .orderBy('id')
      .execute(),
  )
const readsInside = async (id: string) =>
  (await desk.get<{ items: { id: string }[] }>('deputy', '/documents/outgoing?tab=internal')).body.items.some(
    one => one.id === id,
  )

/** Taken back too late: the other office had registered it, and its word of that was still on its way. */
async function keptThere(): Promise<string> {
  const recipients = [toOffice(desks.there.office), toCouncil(), toDeputy(), onPaper('Ông An')]
  const id = await desk.quick.dispatched({ recipients })
  const [theirs] = await arrivedAt(desks.there.office, id)
  const { clerk } = desks.there.office.seats
  const registered = await desks.http.call(
    clerk,
    `POST /documents/incoming/${theirs!.id}/register`,
    {},
    { key: testId() },
  )
  expect(registered.status, registered.text).toBe(200)
  const back = await desk.act('clerk', id, 'take-back')
  expect(back.body.recipients.map(one => one.state)).toEqual([
    ...['take-back-asked', 'take-back-asked', 'taken-back', 'taken-back'],
  ])
  await desks.carried()
  return id
}

test('who gave a document back that another had opened gets it again: the same document under the same number', async () => {
  const id = await keptThere()
  const { body } = await desk.see('clerk', id)
  expect(body.state).toBe('dispatched')
  expect(body.recipients.map(one => one.state)).toEqual(['registered', 'taken-back', 'taken-back', 'taken-back'])
  expect(body.allowed).toContain('dispatch-again')
  expect(await readsInside(id)).toBe(false)

  const again = await desk.act('clerk', id, 'dispatch-again')
  expect(again.body).toMatchObject({ state: 'dispatched', notation: body.notation })
  expect(again.body.allowed).not.toContain('dispatch-again')
  await desks.carried()
  expect(await statesOf(id)).toEqual(['registered', 'delivered', 'sent', 'by-hand'])
  expect(await readsInside(id)).toBe(true)
  expect((await arrivedAt(desk.office, id)).map(one => [one.state, one.notation])).toEqual([
    ['taken-back', body.notation],
    ['arrived', body.notation],
  ])
  // Who kept it has it once, and is not sent it a second time.
  expect(await arrivedAt(desks.there.office, id)).toHaveLength(1)
  expect(again.body.history.at(-1)).toMatchObject({ act: 'dispatch-again', detail: { recipients: 3 } })
})

test('it is the clerk who sends it again, and only what somebody gave back', async () => {
  const id = await keptThere()
  for (const seat of ['leader', 'office-head', 'specialist'] as const)
    expect((await desk.act(seat, id, 'dispatch-again')).status, seat).toBe(403)
  expect((await desk.act('clerk', id, 'dispatch-again')).status).toBe(200)
  const twice = await desk.act('clerk', id, 'dispatch-again')
  expect(twice).toMatchObject({ status: 409, body: { code: 'documents.NothingGivenBack' } })
  const whole = await desk.quick.dispatched({ recipients: [toDeputy()] })
  expect((await desk.act('clerk', whole, 'dispatch-again')).body.code).toBe('documents.NothingGivenBack')
})

/** The other office sends it away; what it says leaves after the seconds in which it could think better of it. */
async function refusedThere(id: string): Promise<string> {
  const [arrived] = await arrivedAt(desks.there.office, id)
  const { clerk } = desks.there.office.seats
  const refuse = `POST /documents/incoming/${arrived!.id}/refuse`
  const { status, text } = await desks.http.call(clerk, refuse, { reason: 'Chưa rõ việc' }, { key: testId() })
  expect(status, text).toBe(200)
  await desks.there.office.system(({ tx, agency, now }) =>
    tx
      .updateTable('outbox')
      .set({ due_at: now })
      .where('agency_id', '=', agency)
      .where('done_at', 'is', null)
      .execute(),
  )
  await desks.carried()
  return (await desk.see('clerk', id)).body.recipients.find(one => one.state === 'refused')!.id
}

test('who refused it is sent it again when the clerk names him, and registers it; nobody else is', async () => {
  const id = await desk.quick.dispatched({ recipients: [toOffice(desks.there.office), toCouncil(), onPaper('Ông An')] })
  const recipientId = await refusedThere(id)
  const { body } = await desk.see('clerk', id)
  expect(body.allowed).toContain('dispatch-again')
  // One who was only sent it, or all who gave it back, are nobody here.
  for (const named of [{}, { recipientId: body.recipients[1]!.id }, { recipientId: testId() }])
    expect((await desk.act('clerk', id, 'dispatch-again', named)).body.code).toBe('documents.NothingGivenBack')

  const again = await desk.act('clerk', id, 'dispatch-again', { recipientId })
  expect(again.body.recipients.map(one => [one.state, one.stateReason])).toEqual([
    ['sent', null],
    ['delivered', null],
    ['by-hand', null],
  ])
  expect(again.body.history.at(-1)).toMatchObject({
    ...{ act: 'dispatch-again', detail: { to: body.recipients[0]!.name } },
  })
  await desks.carried()
  const there = await arrivedAt(desks.there.office, id)
  expect(there.map(one => one.state)).toEqual(['refused', 'arrived'])
  const { clerk } = desks.there.office.seats
  const register = `POST /documents/incoming/${there[1]!.id}/register`
  expect((await desks.http.call(clerk, register, {}, { key: testId() })).status).toBe(200)
  await desks.carried()
  expect(await statesOf(id)).toEqual(['registered', 'delivered', 'by-hand'])
  expect(await arrivedAt(desk.office, id)).toHaveLength(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { closeAgency } from '#modules/agencies/close-agency.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
const today = calendarDate(todayInVietnam(new Date()))
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
})
afterAll(() => desks.stop())

const neighbour = (place: string): Promise<Office> => {
  const { machinery } = desks.here.office
  return makeOffice({ server: machinery.pool }, { machinery, place })
}
const close = (office: Office, successor: Office | null, closedOn = today) =>
  office.system(context => closeAgency(context, { closedOn, successorId: successor?.agencyId ?? null }))
/** Dispatched by an act; nothing is carried yet. */
async function sentTo(...offices: Office[]): Promise<string> {
  const id = await desks.here.quick.numbered({ recipients: offices.map(one => toOffice(one)) })
  expect((await desks.here.act('clerk', id, 'dispatch')).status).toBe(200)
  return id
}
const arrivedAt = (office: Office, documentId: string) =>
  office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select(['state', 'addressee_issuer_id'])
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', documentId)
      .execute(),
  )
const stateOf = (office: Office, id: string) =>
  office.system(async ({ tx, agency }) => {
    const row = await tx
      .selectFrom('incoming_documents')
      .select('state')
      .where('agency_id', '=', agency)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.state
  })
/** A paper that was brought back among the arrived. */
async function unregisteredPaper(office: Office): Promise<string> {
  const id = testId()
  await office.system(({ tx, agency, now }) =>
    tx
      .insertInto('incoming_documents')
      .values({
        ...{ agency_id: agency, id, request_hash: Buffer.alloc(32), state: 'arrived', carrier: 'paper' },
        ...{ addressee_issuer_id: office.issuer.id, arrived_at: now, issuer_name: 'Sở Nội vụ', subject: 'Thử' },
      })
      .execute(),
  )
  return id
}
/** The day comes on which an office is closed that was to be closed tomorrow. */
const dayComes = (office: Office) =>
  office.system(async ({ tx, agency, now }) => {
    await tx.updateTable('agencies').set({ closed_on: today }).where('id', '=', agency).execute()
    await tx.updateTable('issuers').set({ closed_on: today }).where('agency_id', '=', agency).execute()
    await tx
      .updateTable('outbox')
      .set({ due_at: now })
      .where('agency_id', '=', agency)
      .where('kind', '=', 'agencies.closed')
      .execute()
  })
const recipientsOf = async (id: string) => (await desks.here.see('clerk', id)).body.recipients

test('who closed between dispatch and delivery takes nothing in; its sender reads since when, and who took over', async () => {
  const merged = await neighbour('Hướng Phùng')
  const id = await sentTo(desks.there.office, merged)
  await close(merged, desks.there.office)
  await desks.carried()
  expect(await arrivedAt(merged, id)).toEqual([])
  const [first, gone] = await recipientsOf(id)
  expect(first).toMatchObject({ state: 'delivered', successor: null })
  expect(gone).toMatchObject({
    state: 'refused',
    stateReason: `Cơ quan đã sáp nhập từ ngày ${formatDate(today)}; nơi kế thừa: Ủy ban nhân dân xã Triệu Phong.`,
  })
  const { history } = (await desks.here.see('clerk', id)).body
  expect(history.at(-1)).toMatchObject({ act: 'receiver-refused', actorName: 'Ủy ban nhân dân xã Hướng Phùng' })
  type Notices = { items: { kind: string; subjectId: string }[] }
  const { items } = (await desks.here.get<Notices>('clerk', '/notices')).body
  expect(items.filter(one => one.subjectId === id).map(one => one.kind)).toContain('documents.refused-there')
  // Its successor has the document already: there is nobody left to send it to.
  expect(gone!.successor).toBeNull()
  expect((await desks.here.see('clerk', id)).body.allowed).not.toContain('send-to-successor')
})

test('what was turned away is sent to who took over, also over two mergers, and once', async () => {
  const [merged, between] = [await neighbour('Ba Tầng'), await neighbour('A Dơi')]
  const id = await sentTo(merged)
  await close(merged, between)
  await close(between, desks.there.office)
  await desks.carried()
  const [gone] = await recipientsOf(id)
  expect(gone!.successor).toEqual({
    issuerId: desks.there.office.issuer.id,
    name: 'Ủy ban nhân dân xã Triệu Phong',
  })
  const send = (seat: 'clerk' | 'leader') => desks.here.act(seat, id, 'send-to-successor', { recipientId: gone!.id })
  expect((await send('leader')).status).toBe(403)
  const { body } = await send('clerk')
  expect(body.recipients).toMatchObject([
    { id: gone!.id, state: 'refused', successor: null },
    { state: 'sent', name: 'Ủy ban nhân dân xã Triệu Phong', purpose: gone!.purpose },
  ])
  expect(body.history.at(-1)).toMatchObject({
    act: 'send-to-successor',
    detail: { from: 'Ủy ban nhân dân xã Ba Tầng', to: 'Ủy ban nhân dân xã Triệu Phong' },
  })
  await desks.carried()
  expect(await arrivedAt(desks.there.office, id)).toMatchObject([{ state: 'arrived' }])
  expect((await send('clerk')).body.code).toBe('documents.NoSuccessor')
})

test('a council is succeeded by the council of the office that took over', async () => {
  const merged = await neighbour('Lìa')
  const toCouncil = { ...toOffice(merged), issuerId: merged.council.id }
  const id = await desks.here.quick.numbered({ recipients: [toCouncil] })
  await desks.here.act('clerk', id, 'dispatch')
  await close(merged, desks.there.office)
  await desks.carried()
  expect((await recipientsOf(id))[0]!.successor!.issuerId).toBe(desks.there.office.council.id)
})

test('where nobody is known to have taken over, the sender is told that too; nothing is offered', async () => {
  const dissolved = await neighbour('Tân Lập')
  const id = await sentTo(dissolved)
  await close(dissolved, null)
  await desks.carried()
  const [gone] = await recipientsOf(id)
  expect(gone).toMatchObject({ state: 'refused', successor: null })
  expect(gone!.stateReason).toContain('đã giải thể hoặc sáp nhập từ ngày')
})

test('who closes tomorrow still takes in what comes today', async () => {
  const going = await neighbour('Tân Thành')
  const id = await sentTo(going)
  await close(going, desks.there.office, calendarDate(addDays(today, 1)))
  await desks.carried()
  expect(await arrivedAt(going, id)).toMatchObject([{ state: 'arrived' }])
  expect((await recipientsOf(id))[0]!.state).toBe('delivered')
})

test('what lies there unregistered goes back to its sender on the day on which the office is closed, and is sent to who took over', async () => {
  const merged = await neighbour('Tân Long')
  const id = await sentTo(merged)
  await desks.carried()
  const paper = await unregisteredPaper(merged)
  const tomorrow = calendarDate(addDays(today, 1))
  await close(merged, desks.there.office, tomorrow)
  await desks.carried()
  expect(await arrivedAt(merged, id), 'until that day its clerk may register it').toMatchObject([{ state: 'arrived' }])

  await dayComes(merged)
  await desks.carried()
  expect(await arrivedAt(merged, id)).toMatchObject([{ state: 'refused' }])
  expect(await stateOf(merged, paper), 'a paper has nobody to go back to').toBe('arrived')
  const [gone] = await recipientsOf(id)
  expect(gone).toMatchObject({
    ...{ state: 'refused', successor: { issuerId: desks.there.office.issuer.id } },
    stateReason: `Cơ quan đã sáp nhập từ ngày ${formatDate(today)}; nơi kế thừa: Ủy ban nhân dân xã Triệu Phong.`,
  })
  const sent = await desks.here.act('clerk', id, 'send-to-successor', { recipientId: gone!.id })
  expect(sent.status).toBe(200)
  await desks.carried()
  expect(await arrivedAt(desks.there.office, id)).toMatchObject([{ state: 'arrived' }])
})

test('a recall of what was turned away is done at once: nothing waits for an office that is gone', async () => {
  const merged = await neighbour('Thanh')
  const id = await sentTo(merged)
  await close(merged, null)
  await desks.here.act('leader', id, 'recall', { reason: 'Sai thẩm quyền' })
  await desks.carried()
  const { office } = desks.here
  const waiting = await office.system(({ tx, agency }) =>
    tx.selectFrom('outbox').select('kind').where('agency_id', '=', agency).where('done_at', 'is', null).execute(),
  )
  expect(waiting).toEqual([])
  const inbox = await merged.system(({ tx, agency }) =>
    tx
      .selectFrom('inbox')
      .select(['kind', 'problem', 'turned_away'])
      .where('agency_id', '=', agency)
      .orderBy('kind')
      .execute(),
  )
  expect(inbox).toEqual([
    { kind: 'exchange.document', problem: null, turned_away: true },
    { kind: 'exchange.withdrawal', problem: null, turned_away: false },
  ])
  expect((await recipientsOf(id))[0]!.state).toBe('refused')
})

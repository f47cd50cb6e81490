import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import type { RecipientInput } from '../contract.ts'

let desks: TwoDesks
let desk: OutgoingDesk
const today = todayInVietnam(new Date())
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const recipient = (facts: Partial<RecipientInput>): RecipientInput => ({
  ...{ id: testId(), kind: 'outside', carrier: 'system', purpose: 'inform', ...facts },
})
const toUnit = (unit: 'culture' | 'office') => recipient({ kind: 'unit', unitId: desk.office.units[unit] })
const toSeat = (seat: OfficeSeat) => recipient({ kind: 'seat', seatId: desk.office.seats[seat].id })
const onPaper = (name: string) => recipient({ name, address: 'Thôn Đông Hòa', carrier: 'paper' })
const statesOf = async (id: string) => (await desk.see('clerk', id)).body.recipients.map(one => [one.name, one.state])
const setRecipients = (id: string, recipients: readonly RecipientInput[]) =>
  desk.actOnLatest('specialist', id, 'recipients', { recipients })

async function todayOf(seat: OfficeSeat): Promise<{ documentId: string; act: string }[]> {
  type Group = { documentId: string; act: string }[]
  const { body } = await desk.get<{ overdue: Group; today: Group; soon: Group }>(seat, '/documents/today')
  return [...body.overdue, ...body.today, ...body.soon]
}

const arrived = (documentId: string) =>
  desks.there.office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select(['id', 'state'])
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', documentId)
      .orderBy('arrived_at')
      .execute(),
  )
/** An act in the other office on what arrived there last. */
async function there(seat: OfficeSeat, documentId: string, act: string, body: object = {}) {
  const { id } = (await arrived(documentId)).at(-1)!
  const path = `POST /documents/incoming/${id}/${act}`
  const answer = await desks.http.call(desks.there.office.seats[seat], path, body, { key: testId() })
  expect(answer.status, `${act}: ${answer.text}`).toBe(200)
}

describe('a document', () => {
  test('goes to agencies, own units and people, and what goes on paper or by mail waits to be carried', async () => {
    const id = await desk.quick.dispatched({
      recipients: [
        toOffice(desks.there.office),
        toUnit('culture'),
        toSeat('deputy'),
        onPaper('Hợp tác xã Đông Hòa'),
        recipient({ name: 'Bà Hoàng Thị Thử', carrier: 'mail' }),
        // Who has no system cannot be reached through it, whatever was chosen.
        recipient({ name: 'Ban quản lý chợ' }),
      ],
    })
    expect(await statesOf(id)).toEqual([
      ['Ủy ban nhân dân xã Triệu Phong', 'delivered'],
      ['Phòng Văn hóa – Xã hội', 'sent'],
      ['Hồ Thị Đào', 'sent'],
      ['Hợp tác xã Đông Hòa', 'by-hand'],
      ['Bà Hoàng Thị Thử', 'by-hand'],
      ['Ban quản lý chợ', 'by-hand'],
    ])
    type Row = { id: string; delivery: object }
    const { items } = (await desk.get<{ items: Row[] }>('clerk', '/documents/outgoing?tab=dispatched')).body
    expect(items.find(one => one.id === id)?.delivery).toEqual({ total: 6, received: 1, refused: 0, byHand: 3 })
  })

  test('issued inside is found and read by those it was issued to, and marked read by their first look', async () => {
    const id = await desk.quick.numbered({ recipients: [toUnit('culture'), toSeat('village-head')] })
    expect((await desk.see('other-specialist', id)).status).toBe(404)
    await desk.act('clerk', id, 'dispatch')
    for (const seat of ['other-specialist', 'other-unit-head', 'village-head'] as const) {
      const { items } = (
        await desk.get<{ items: { id: string; unread: boolean }[] }>(seat, '/documents/outgoing?tab=internal')
      ).body
      expect(items.find(one => one.id === id)).toMatchObject({ unread: true })
    }
    await desk.act('other-specialist', id, 'open')
    expect(await statesOf(id)).toEqual([
      ['Phòng Văn hóa – Xã hội', 'read'],
      ['Hoàng Đình Cảnh', 'sent'],
    ])
  })

  test('shows its clerk what is still to be carried, until each paper is ticked off with its day', async () => {
    const id = await desk.quick.dispatched({ recipients: [onPaper('Ông An'), onPaper('Ông Bình')] })
    const waiting = async () => (await todayOf('clerk')).find(one => one.documentId === id)?.act
    expect(await waiting()).toBe('hand-over-by-hand')
    const [first, second] = (await desk.see('clerk', id)).body.recipients
    const tick = (seat: OfficeSeat, recipientId: string, on: string = today) =>
      desk.act(seat, id, 'handed-over', { recipientId, on })
    expect((await tick('specialist', first!.id)).status).toBe(403)
    for (const on of [addDays(today, 1), addDays(today, -1)])
      expect((await tick('clerk', first!.id, on)).body.code).toBe('documents.HandedOverDay')
    expect((await tick('clerk', first!.id)).body.recipients[0]).toMatchObject({
      state: 'handed-over',
      handedOverOn: today,
    })
    expect((await tick('clerk', first!.id)).body.code).toBe('documents.NotByHand')
    await tick('clerk', second!.id)
    expect(await waiting()).toBeUndefined()
    expect((await desk.see('clerk', id)).body.allowed).not.toContain('hand-over-by-hand')
  })

  test('waits to be carried however long ago it was dispatched, and whatever came after it', async () => {
    const id = await desk.quick.dispatched({ recipients: [onPaper('Ông An')] })
    await desk.office.system(({ tx, agency }) =>
      sql`update outgoing_documents set dispatched_at = dispatched_at - interval '40 days' where agency_id = ${agency}
        and id = ${id}`.execute(tx),
    )
    await desk.office.system(async ({ tx, agency }) => {
      await sql`insert into outgoing_documents select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
          'number', null, 'document_identifier', null, 'dispatched_at', now()))).*
        from outgoing_documents d, generate_series(1, 120) where d.agency_id = ${agency} and d.id = ${id}`.execute(tx)
      await sql`insert into outgoing_recipients select (jsonb_populate_record(p, jsonb_build_object('id',
          gen_random_uuid(), 'document_id', d.id))).* from outgoing_recipients p join outgoing_documents d
          on d.agency_id = p.agency_id and d.state = 'dispatched' and d.number is null
        where p.agency_id = ${agency} and p.document_id = ${id}`.execute(tx)
    })
    const waiting = (await todayOf('clerk')).filter(one => one.act === 'hand-over-by-hand')
    expect([waiting.length, waiting[0]!.documentId]).toEqual([100, id])
    await desk.office.system(({ tx, agency }) =>
      sql`update outgoing_documents set state = 'cancelled' where agency_id = ${agency} and state = 'dispatched'
        and number is null`.execute(tx),
    )
  })

  test('that was refused waits until the clerk has looked at it', async () => {
    const id = await desk.quick.dispatched({ recipients: [toOffice(desks.there.office)] })
    const acts = async () => (await todayOf('clerk')).filter(one => one.documentId === id).map(one => one.act)
    await desk.office.system(({ tx, agency }) =>
      sql`update outgoing_recipients set state = 'refused', state_reason = 'Không đúng thẩm quyền',
        state_at = now() where agency_id = ${agency} and document_id = ${id}`.execute(tx),
    )
    expect(await acts()).toEqual(['see-refusal'])
    await desk.see('clerk', id)
    expect(await acts()).toEqual([])
  })

  test('is not sent up or dispatched without recipients, without its number, or by another than the clerk', async () => {
    const draft = await desk.draft({ recipients: [] })
    expect((await desk.actOnLatest('specialist', draft, 'submit')).body.code).toBe('documents.RecipientsMissing')
    const [numbered, approved] = [await desk.quick.numbered(), await desk.quick.approved()]
    expect((await desk.act('clerk', approved, 'dispatch')).body.code).toBe('platform.StateForbids')
    expect((await desk.act('leader', numbered, 'dispatch')).status).toBe(403)
    expect((await desk.act('clerk', numbered, 'dispatch')).body.state).toBe('dispatched')
  })
})

describe('recipients', () => {
  test('are fixed with the version that goes up: others are refused, and a draft that comes back takes them again', async () => {
    const [an, both] = [onPaper('Ông An'), [onPaper('Ông An'), onPaper('Ông Bình')]]
    const id = await desk.draft({ recipients: [an] })
    const set = (seat: OfficeSeat, recipients: readonly RecipientInput[]) =>
      desk.actOnLatest(seat, id, 'recipients', { recipients })
    await desk.actOnLatest('specialist', id, 'submit')
    const refused = { status: 409, body: { code: 'platform.StateForbids' } }
    expect(await set('specialist', both)).toMatchObject(refused)
    for (const seat of ['unit-head', 'office-head'] as const)
      await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
    expect(await set('leader', both)).toMatchObject(refused)
    await desk.act('leader', id, 'approve', { revision: 1 })
    expect((await set('specialist', both)).status).toBe(403)
    const fixed = { status: 409, body: { code: 'documents.RecipientsFixed' } }
    for (const others of [both, [onPaper('Ông Bình')], []]) expect(await set('clerk', others)).toMatchObject(fixed)
    // How it gets there is nobody's business but the clerk's.
    expect((await set('clerk', [{ ...an, carrier: 'mail' }])).body.recipients).toMatchObject([{ carrier: 'mail' }])
    await desk.act('clerk', id, 'return', { reason: 'Thiếu nơi nhận' })
    expect((await set('specialist', both)).body.recipients).toHaveLength(2)
  })

  test('of two who change them at once stay those of the first, and the second is told', async () => {
    const id = await desk.draft({ recipients: [] })
    const set = (seat: OfficeSeat, revision: number, name: string) =>
      desk.act(seat, id, 'recipients', { revision, recipients: [onPaper(name)] })
    expect((await set('specialist', 1, 'Ông An')).body.revision).toBe(2)
    const late = await set('unit-head', 1, 'Ông Bình')
    expect(late).toMatchObject({ status: 409, body: { code: 'documents.DraftMoved' } })
    expect((await statesOf(id)).map(([name]) => name)).toEqual(['Ông An'])
    // Whoever has the draft open in a form since before knows nothing of them either.
    const form = await desk.change('specialist', id, { revision: 1, recipients: [onPaper('Ông Chín')] })
    expect(form.body.code).toBe('documents.DraftMoved')
    expect((await set('unit-head', 2, 'Ông Bình')).body.recipients).toMatchObject([{ name: 'Ông Bình' }])
  })

  test('stay as they were dispatched, whatever becomes of the group that they were taken from', async () => {
    const group = { id: testId(), name: 'Các thôn', own: false, members: [{ unitId: desk.office.units.village }] }
    expect((await desk.post('clerk', '/recipient-groups', group)).status).toBe(201)
    const id = await desk.quick.dispatched({
      recipients: [recipient({ kind: 'unit', unitId: desk.office.units.village })],
    })
    const before = await statesOf(id)
    const wider = { name: group.name, own: false, members: [...group.members, { unitId: desk.office.units.culture }] }
    const path = `PUT /recipient-groups/${group.id}`
    const { status } = await desks.http.call(desk.office.seats.clerk, path, wider, { key: testId() })
    expect(status).toBe(200)
    expect(await statesOf(id)).toEqual(before)
    expect(await desk.actOnLatest('clerk', id, 'recipients', { recipients: [toUnit('culture')] })).toMatchObject({
      ...{ status: 409, body: { code: 'platform.StateForbids' } },
    })
  })

  test('that are named twice, by themselves and in a group, stand once', async () => {
    type Group = { id: string; members: { issuerId: string | null; unitId: string | null }[] }
    const group = {
      ...{ id: testId(), name: 'Nơi hay gửi', own: false },
      members: [{ issuerId: desks.there.office.issuer.id }, { unitId: desk.office.units.culture }],
    }
    expect((await desk.post('clerk', '/recipient-groups', group)).status).toBe(201)
    const { items } = (await desk.get<{ items: Group[] }>('specialist', '/recipient-groups')).body
    const members = items.find(one => one.id === group.id)!.members
    const ofGroup = members.map(({ issuerId, unitId }) =>
      issuerId ? recipient({ kind: 'agency', issuerId }) : recipient({ kind: 'unit', unitId: unitId! }),
    )
    const id = await desk.draft()
    const given = [toOffice(desks.there.office), ...ofGroup, toUnit('culture'), onPaper('Ông An'), onPaper('Ông An')]
    const { body } = await setRecipients(id, given)
    expect(body.recipients.map(one => one.name)).toEqual([
      'Ủy ban nhân dân xã Triệu Phong',
      'Phòng Văn hóa – Xã hội',
      'Ông An',
    ])
  })

  test('that nobody can be are refused, and those before them stay', async () => {
    const id = await desk.draft({ recipients: [onPaper('Ông An')] })
    const twice = onPaper('Ông Bình')
    const cases: readonly (readonly [RecipientInput[], string])[] = [
      [[recipient({ kind: 'agency', issuerId: testId() })], 'documents.RecipientUnknown'],
      [[recipient({ kind: 'unit', unitId: desks.there.office.units.culture })], 'agencies.UnitUnknown'],
      [[recipient({ kind: 'seat', seatId: desks.there.office.seats.leader.id })], 'agencies.SeatUnknown'],
      [[recipient({ kind: 'seat', unitId: desk.office.units.culture })], 'documents.RecipientUnfit'],
      [[recipient({})], 'documents.RecipientUnfit'],
      [[twice, { ...twice, name: 'Ông Cảnh' }], 'documents.RecipientUnfit'],
    ]
    for (const [recipients, code] of cases) expect((await setRecipients(id, recipients)).body.code).toBe(code)
    expect(await statesOf(id)).toEqual([['Ông An', 'waiting']])
  })

  test('are a thousand at most, and who sends more is told what to do', async () => {
    const id = await desk.draft()
    const many = Array.from({ length: 1001 }, (_, at) => onPaper(`Hộ ${at}`))
    expect(await setRecipients(id, many)).toMatchObject({
      ...{
        status: 422,
        body: { code: 'documents.TooManyRecipients', detail: expect.stringContaining('1.000 nơi nhận') },
      },
    })
    expect((await setRecipients(id, many.slice(1))).body.recipients).toHaveLength(1000)
    const tenThousand = Array.from({ length: 10_000 }, (_, at) => onPaper(`Hộ ${at}`))
    const refused = await setRecipients(id, tenThousand)
    expect(refused).toMatchObject({ status: 413, body: { detail: expect.stringContaining('tối đa 1.000 dòng') } })
  })
})

describe('what becomes of it there', () => {
  test('comes back step by step: registered, assigned, in progress, finished', async () => {
    const id = await desk.quick.dispatched({ recipients: [toOffice(desks.there.office)] })
    const state = async () => {
      await desks.carried()
      return (await statesOf(id))[0]![1]
    }
    await there('clerk', id, 'register')
    expect(await state()).toBe('registered')
    const { seats } = desks.there.office
    await there('leader', id, 'direct', { targets: [{ seatId: seats.specialist.id, role: 'lead' }] })
    expect(await state()).toBe('assigned')
    await there('specialist', id, 'open')
    expect(await state()).toBe('in-progress')
    await there('specialist', id, 'finish', { result: 'Đã rà soát' })
    expect(await state()).toBe('finished')
    const { history } = (await desk.see('clerk', id)).body
    expect(history.at(-1)).toMatchObject({ act: 'receiver-finished', actorTitle: 'Ủy ban nhân dân xã Triệu Phong' })
  })

  test('when it is refused: the reason is there, and the clerk is told', async () => {
    const id = await desk.quick.dispatched({ recipients: [toOffice(desks.there.office)] })
    await there('clerk', id, 'refuse', { reason: 'Gửi nhầm nơi' })
    // A refusal can be undone for some seconds; then it leaves.
    await desks.there.office.system(({ tx, agency, now }) =>
      tx
        .updateTable('outbox')
        .set({ due_at: now })
        .where('agency_id', '=', agency)
        .where('done_at', 'is', null)
        .execute(),
    )
    await desks.carried()
    const { recipients } = (await desk.see('clerk', id)).body
    expect(recipients).toMatchObject([{ state: 'refused', stateReason: 'Gửi nhầm nơi' }])
    const notices = (await desk.get<{ items: { kind: string; subjectId: string }[] }>('clerk', '/notices')).body.items
    expect(notices.filter(one => one.subjectId === id).map(one => one.kind)).toContain('documents.refused-there')
  })
})

describe('a take-back', () => {
  test('waits for the answers, and what is sent anew then arrives anew, with the recipients as they were shown', async () => {
    const id = await desk.quick.dispatched({ recipients: [toOffice(desks.there.office), toSeat('deputy')] })
    const back = await desk.act('clerk', id, 'take-back', { reason: 'Thiếu phụ lục' })
    expect(back.body).toMatchObject({
      state: 'numbered',
      recipients: [{ state: 'take-back-asked' }, { state: 'taken-back' }],
    })
    expect((await desk.act('clerk', id, 'dispatch')).body.code).toBe('documents.TakeBackUnanswered')
    expect(
      (await desk.get<{ items: { id: string }[] }>('deputy', '/documents/outgoing?tab=internal')).text,
    ).not.toContain(id)
    await desks.carried()
    // The screen sends back what it was shown, with the ids that it was shown.
    const shown = (await desk.see('clerk', id)).body.recipients
    const same = shown.map(({ id: recipientId, kind, carrier, purpose, issuerId, seatId }) => ({
      ...{ id: recipientId, kind, carrier, purpose },
      ...(issuerId ? { issuerId } : {}),
      ...(seatId ? { seatId } : {}),
    }))
    expect((await desk.actOnLatest('clerk', id, 'recipients', { recipients: same })).status).toBe(200)
    expect((await desk.act('clerk', id, 'dispatch')).body.state).toBe('dispatched')
    await desks.carried()
    expect((await arrived(id)).map(one => one.state)).toEqual(['taken-back', 'arrived'])
    expect((await statesOf(id)).map(([, state]) => state)).toEqual(['delivered', 'sent'])
  })

  test('is refused once somebody has it: a paper that was handed over, or a reader inside', async () => {
    const paper = await desk.quick.dispatched({ recipients: [onPaper('Ông An')] })
    const [an] = (await desk.see('clerk', paper)).body.recipients
    await desk.act('clerk', paper, 'handed-over', { recipientId: an!.id, on: today })
    const read = await desk.quick.dispatched({ recipients: [toSeat('deputy')] })
    await desk.act('deputy', read, 'open')
    for (const id of [paper, read]) {
      expect((await desk.act('clerk', id, 'take-back')).body.code).toBe('documents.AlreadyOpenedThere')
      expect((await desk.see('clerk', id)).body.allowed).toContain('recall')
    }
  })
})

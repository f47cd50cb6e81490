import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { type IncomingOffice, incomingOffice, messageFrom, type Shown } from '#tests/office/incoming.ts'
import { makeOffice, type Office, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { ArrivalPage, DocumentMessage, IncomingPage, StateMessage } from '../contract.ts'
import { refusalLeavesAfterMs } from './refuse.ts'

let desk: IncomingOffice
let sender: Office
beforeAll(async () => {
  desk = await incomingOffice()
  sender = await makeOffice(
    { server: desk.office.machinery.pool },
    { machinery: desk.office.machinery, place: 'Triệu Phong' },
  )
})

const message = (more: Partial<DocumentMessage['facts']> = {}) => messageFrom(sender, desk.office, more)
const receive = (sent: DocumentMessage) =>
  desk.office.system(context => context.ports.documents.receiveDocument(context, sent, sender.agencyId))
const withdraw = (sent: DocumentMessage, kind: 'take-back' | 'recall', reason = 'Ban hành nhầm') =>
  desk.office.system(context =>
    context.ports.documents.receiveWithdrawal(
      context,
      {
        ...{ messageId: testId(), documentId: sent.documentId, recipientId: sent.recipientId, sequence: 2 },
        ...{ kind, reason, byName: 'Trần Văn Bình' },
      },
      sender.agencyId,
    ),
  )
/** What the sender is told of a pair, in the order in which it was written. */
const toldOf = (sent: DocumentMessage) =>
  desk.office.act('clerk', async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('outbox')
      .select(['payload', 'due_at', 'created_at'])
      .where('agency_id', '=', agency)
      .where('subject_id', '=', sent.recipientId)
      .execute()
    return rows
      .map(row => ({
        ...(row.payload as unknown as { message: StateMessage }).message,
        waits: row.due_at.getTime() - row.created_at.getTime(),
      }))
      .toSorted((one, other) => one.sequence - other.sequence)
  })
const statesTold = async (sent: DocumentMessage) => (await toldOf(sent)).map(one => [one.sequence, one.state])
async function arrived(sent: DocumentMessage): Promise<string> {
  await receive(sent)
  const { body } = await desk.get<z.infer<typeof IncomingPage>>('clerk', '/documents/incoming?tab=to-register')
  return body.items.find(item => item.notation === sent.facts.notation)!.id
}
/** Fetches the file of a document without looking at the document: what is not in the store is asked for all the same. */
async function fetchFileOf(id: string): Promise<void> {
  const { id: fileId } = await desk.office.act('clerk', ({ tx, agency }) =>
    tx
      .selectFrom('document_files')
      .select('id')
      .where('agency_id', '=', agency)
      .where('document_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  await desk.get('clerk', `/documents/files/${fileId}`)
}
/** Which seats were told that a document was recalled. */
const toldOfRecall = (id: string) =>
  desk.office.system(async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('notices')
      .select('seat_id')
      .where('agency_id', '=', agency)
      .where('kind', '=', 'documents.recalled')
      .where('subject_id', '=', id)
      .execute()
    return rows.map(row => row.seat_id).toSorted()
  })
const register = (id: string, body: object = {}, seat: OfficeSeat = 'clerk') => desk.act(seat, id, 'register', body)

describe('what another agency sent', () => {
  test('stands among the arrived with its facts and files, once, and its sender is told', async () => {
    const sent = message()
    await receive(sent)
    const id = await arrived(sent)
    const { body } = await desk.see('clerk', id)
    expect(body).toMatchObject({
      ...{ state: 'arrived', arrivalNumber: null, carrier: 'inside', signerName: 'Trần Văn Bình' },
      ...{ issuerIdentifier: sender.issuer.identifier, bodyText: 'Kính gửi Phòng Văn hóa – Xã hội' },
      allowed: ['register', 'set-aside', 'refuse', 'comment'],
    })
    expect(await statesTold(sent)).toEqual([[1, 'delivered']])
  })

  test('is registered without typing, and each state goes back with a rising sequence', async () => {
    const sent = message({ dueOn: '2027-01-15' })
    const id = await arrived(sent)
    const registered = await register(id)
    expect(registered.body).toMatchObject({
      arrivalNumber: expect.any(Number),
      state: 'awaiting-direction',
      dueOn: '2027-01-15',
    })
    await desk.act('leader', id, 'direct', { targets: [{ unitId: desk.office.units.culture, role: 'lead' }] })
    await desk.act('other-unit-head', id, 'open')
    await desk.act('other-unit-head', id, 'finish', { result: 'Đã phối hợp' })
    expect(await statesTold(sent)).toEqual([
      [1, 'delivered'],
      [2, 'registered'],
      [3, 'assigned'],
      [4, 'in-progress'],
      [5, 'finished'],
    ])
    const again = await register(id)
    expect(again).toMatchObject({ status: 409, body: { code: 'platform.StateForbids' } })
  })

  test('that was entered from paper already is warned of, by its notation or its identifier', async () => {
    const sent = message()
    const paper = { notation: sent.facts.notation, issuerName: 'UBND xã Triệu Phong' }
    await desk.register(paper)
    const id = await arrived(sent)
    expect((await register(id)).body.code).toBe('documents.DuplicateOfRegistered')
    expect((await register(id, { duplicateReason: 'Bản điện tử có chữ ký số' })).status).toBe(200)
    const waiting = message()
    await receive(waiting)
    await expect(desk.register({ notation: waiting.facts.notation, issuerId: sender.issuer.id })).rejects.toMatchObject(
      {
        code: 'documents.DuplicateOfArrived',
      },
    )
  })

  test('is set aside without a number and brought back', async () => {
    const id = await arrived(message())
    expect((await desk.act('clerk', id, 'set-aside', {})).status).toBe(422)
    const aside = await desk.act('clerk', id, 'set-aside', { reason: 'Gửi nhầm' })
    expect(aside.body).toMatchObject({
      state: 'set-aside',
      stateReason: 'Gửi nhầm',
      arrivalNumber: null,
      allowed: ['bring-back', 'comment'],
    })
    expect((await desk.act('clerk', id, 'bring-back')).body).toMatchObject({ state: 'arrived', stateReason: null })
  })

  test('is refused with the reason, which leaves only after ten seconds and can be undone until then', async () => {
    const sent = message()
    const id = await arrived(sent)
    const refused = await desk.act('clerk', id, 'refuse', { reason: 'Không đúng thẩm quyền' })
    expect(refused.body).toMatchObject({ state: 'refused', allowed: ['bring-back'] })
    expect((await toldOf(sent)).at(-1)).toMatchObject({
      state: 'refused',
      reason: 'Không đúng thẩm quyền',
      waits: refusalLeavesAfterMs,
    })
    await desk.act('clerk', id, 'bring-back')
    expect(await statesTold(sent)).toEqual([[1, 'delivered']])
    await desk.act('clerk', id, 'refuse', { reason: 'Không đúng thẩm quyền' })
    await desk.office.act('clerk', ({ tx, agency, now }) =>
      tx
        .updateTable('outbox')
        .set({ due_at: now, done_at: now })
        .where('agency_id', '=', agency)
        .where('subject_id', '=', sent.recipientId)
        .execute(),
    )
    expect((await desk.act('clerk', id, 'bring-back')).body.code).toBe('documents.RefusalHasLeft')
    const onPaper = await desk.register()
    expect((await desk.act('clerk', onPaper, 'refuse', { reason: 'Nhầm' })).status).toBe(409)
  })

  test('is brought back without losing what the sender is still to be told of it from before', async () => {
    const sent = message()
    const id = await arrived(sent)
    const failed = (state: StateMessage['state']) =>
      desk.office.system(({ tx, agency }) =>
        sql`update outbox set attempts = 3, due_at = now() + interval '1 minute' where agency_id = ${agency}
          and subject_id = ${sent.recipientId} and payload @> ${JSON.stringify({ message: { state } })}`.execute(tx),
      )
    await failed('delivered')
    await desk.act('clerk', id, 'refuse', { reason: 'Nhầm nơi nhận' })
    expect((await desk.act('clerk', id, 'bring-back')).body.state).toBe('arrived')
    expect(await statesTold(sent)).toEqual([[1, 'delivered']])
    // A refusal that was tried may have arrived, whatever was heard of it.
    await desk.act('clerk', id, 'refuse', { reason: 'Nhầm nơi nhận' })
    await failed('refused')
    expect((await desk.act('clerk', id, 'bring-back')).body.code).toBe('documents.RefusalHasLeft')
  })

  test('that is restricted is shown to the clerks alone until it is registered, then to whom it concerns', async () => {
    const sent = message({ restricted: true })
    const id = await arrived(sent)
    expect((await desk.see('leader', id)).status).toBe(404)
    await register(id)
    expect((await desk.see('leader', id)).status).toBe(200)
    for (const other of ['deputy', 'office-head', 'auditor', 'unit-head'] as const)
      expect((await desk.see(other, id)).status).toBe(404)
  })
})

describe('when the sender asks for it back', () => {
  test('it goes back before anybody opened it', async () => {
    const sent = message()
    const id = await arrived(sent)
    expect(await withdraw(sent, 'take-back')).toBe('applied')
    expect((await desk.see('clerk', id)).body).toMatchObject({
      state: 'taken-back',
      stateReason: 'Ban hành nhầm',
      allowed: [],
    })
    expect(await statesTold(sent)).toEqual([
      [1, 'delivered'],
      [2, 'taken-back'],
    ])
  })

  test.each(['GET', 'file', 'open'])(
    'it stays once somebody looked (%s), and the sender is told where it stands',
    async how => {
      const sent = message()
      const id = await arrived(sent)
      if (how === 'open') await desk.act('clerk', id, 'open')
      else if (how === 'GET') await desk.see('clerk', id)
      else await fetchFileOf(id)
      await withdraw(sent, 'take-back')
      expect((await desk.see('clerk', id)).body.state).toBe('arrived')
      expect((await toldOf(sent)).at(-1)).toMatchObject({
        sequence: 2,
        state: 'delivered',
        reason: 'Nơi nhận đã mở văn bản.',
      })
    },
  )

  test('a recall cancels it: its number stays in the register, struck out with the reason, and its work ends', async () => {
    const { seats } = desk.office
    const sent = message()
    const id = await arrived(sent)
    const { body: registered } = await register(id)
    await desk.act('leader', id, 'direct', {
      targets: [{ seatId: desk.office.seats['other-specialist'].id, role: 'lead' }],
    })
    expect(await withdraw(sent, 'recall', 'Sai thẩm quyền')).toBe('applied')
    const { body } = await desk.see('clerk', id)
    expect(body).toMatchObject({
      state: 'cancelled',
      stateReason: 'Sai thẩm quyền',
      arrivalNumber: registered.arrivalNumber,
      allowed: [],
    })
    expect(body.assignments).toMatchObject([{ state: 'withdrawn' }])
    const { body: lines } = await desk.get<z.infer<typeof ArrivalPage>>(
      'clerk',
      `/registers/${desk.books.registerId}/arrivals`,
    )
    expect(lines.items.find(line => line.documentId === id)).toMatchObject({
      cancelled: true,
      reason: 'Sai thẩm quyền',
    })
    expect((await toldOf(sent)).at(-1)).toMatchObject({ state: 'recalled' })
    expect(await toldOfRecall(id)).toEqual([seats['other-specialist'].id, seats.clerk.id].toSorted())
    const ofUnit = message()
    const unitsId = await arrived(ofUnit)
    await register(unitsId)
    await desk.act('leader', unitsId, 'direct', { targets: [{ unitId: desk.office.units.culture, role: 'lead' }] })
    await withdraw(ofUnit, 'recall', 'Sai thẩm quyền')
    expect(await toldOfRecall(unitsId)).toEqual([seats['other-unit-head'].id, seats.clerk.id].toSorted())
    const after = await desk.act('other-specialist', id, 'finish', { result: 'Xong' })
    expect(after).toMatchObject({ status: 409, body: { code: 'platform.StateForbids' } as Partial<Shown> })
    expect(after.body).toMatchObject({ detail: expect.stringMatching(/^Trần Văn Bình: Thu hồi văn bản đã gửi, /) })
    await withdraw(sent, 'recall', 'Sai thẩm quyền')
    expect((await toldOf(sent)).length).toBe(4)
  })

  test('nothing is known of a pair that never arrived', async () => {
    expect(await withdraw(message(), 'recall')).toBe('unknown')
  })
})

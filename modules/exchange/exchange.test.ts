import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '#lib/identifiers/index.ts'
import type { ExchangePayload, StateMessage, WithdrawalMessage } from '#modules/documents/contract.ts'
import { recallOutgoing } from '#modules/documents/outgoing/recall.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import { deliver } from './deliver.ts'

let desks: TwoDesks
let stranger: Office
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  stranger = await makeOffice(
    { server: desks.here.office.machinery.pool },
    { machinery: desks.here.office.machinery, place: 'Hướng Hóa' },
  )
})
afterAll(() => desks.stop())

/** What lies in an office's outbox for a pair, in the order in which it is carried. */
const outboxOf = (office: Office, recipientId: string) =>
  office.system(({ tx, agency }) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where('agency_id', '=', agency)
      .where('subject_id', '=', recipientId)
      .orderBy('position')
      .execute(),
  )
const inboxOf = (office: Office, documentId: string) =>
  office.system(({ tx, agency }) =>
    tx.selectFrom('inbox').selectAll().where('agency_id', '=', agency).where('document_id', '=', documentId).execute(),
  )
const arrivedFrom = (documentId: string) =>
  desks.there.office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select(['id', 'state'])
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', documentId)
      .execute(),
  )
const dispatched = async () => {
  const id = await desks.here.quick.dispatched({ recipients: [toOffice(desks.there.office)] })
  const [recipient] = (await desks.here.see('clerk', id)).body.recipients
  return { id, recipientId: recipient!.id }
}
const stateOf = async (id: string) => (await desks.here.see('clerk', id)).body.recipients[0]!.state

/** A state of a pair, told by an office to this one. */
function tell(from: Office, pair: { id: string; recipientId: string }, more: Partial<StateMessage> = {}) {
  const message: StateMessage = {
    ...{ messageId: testId(), documentId: pair.id, recipientId: pair.recipientId, sequence: 50 },
    ...{ state: 'finished', reason: null, byName: 'Văn thư', at: new Date().toISOString(), ...more },
  }
  const parcel = { kind: 'exchange.state', senderAgencyId: from.agencyId, receiverAgencyId: desks.here.office.agencyId }
  return deliver(desks.here.office.machinery, { ...parcel, message })
}

describe('a message', () => {
  test('that is delivered twice takes effect once', async () => {
    const pair = await dispatched()
    const [sent] = await outboxOf(desks.here.office, pair.recipientId)
    const parcel = { kind: sent!.kind, senderAgencyId: sent!.agency_id, ...(sent!.payload as ExchangePayload) }
    await deliver(desks.here.office.machinery, parcel)
    await deliver(desks.here.office.machinery, parcel)
    expect(await arrivedFrom(pair.id)).toHaveLength(1)
    expect(await inboxOf(desks.there.office, pair.id)).toMatchObject([{ problem: null, applied_at: expect.any(Date) }])
    expect(await outboxOf(desks.there.office, pair.recipientId)).toHaveLength(1)
  })

  test('that was received before its sender could note so is only noted when it is carried again', async () => {
    const pair = await dispatched()
    const { office } = desks.here
    await office.system(({ tx, agency }) =>
      tx
        .updateTable('outbox')
        .set({ done_at: null })
        .where('agency_id', '=', agency)
        .where('subject_id', '=', pair.recipientId)
        .execute(),
    )
    await desks.carried()
    expect(await outboxOf(office, pair.recipientId)).toMatchObject([{ attempts: 0, done_at: expect.any(Date) }])
    expect(await arrivedFrom(pair.id)).toHaveLength(1)
    expect(await stateOf(pair.id)).toBe('delivered')
  })

  test('of an unknown document is tried again for a day and leaves nothing until then', async () => {
    const pair = { id: testId(), recipientId: testId() }
    await expect(tell(desks.there.office, pair)).rejects.toMatchObject({ code: 'exchange.NotKnownYet' })
    expect(await inboxOf(desks.here.office, pair.id)).toEqual([])
    const hoursAgo = (hours: number) => uuidV7(Date.now() - hours * 3_600_000, randomBytes(10))
    await expect(tell(desks.there.office, pair, { messageId: hoursAgo(23) })).rejects.toThrow()
    await tell(desks.there.office, pair, { messageId: hoursAgo(25) })
    expect(await inboxOf(desks.here.office, pair.id)).toMatchObject([{ problem: 'unknown document' }])
  })

  test('that says what cannot be changes nothing, and its problem stands in the inbox at once', async () => {
    const pair = await dispatched()
    await tell(stranger, pair)
    await tell(desks.there.office, pair, { state: 'lost' as StateMessage['state'] })
    const problems = (await inboxOf(desks.here.office, pair.id)).map(row => row.problem)
    expect(problems.filter(problem => problem === 'impossible message')).toHaveLength(2)
    expect(await stateOf(pair.id)).toBe('delivered')

    const draft = await desks.here.draft({ recipients: [toOffice(desks.there.office)] })
    const [waiting] = (await desks.here.see('clerk', draft)).body.recipients
    await tell(desks.there.office, { id: draft, recipientId: waiting!.id })
    expect(await stateOf(draft)).toBe('waiting')
  })

  test('by which a stranger recalls what another sent changes nothing', async () => {
    const pair = await dispatched()
    const message: WithdrawalMessage = {
      ...{ messageId: testId(), documentId: pair.id, recipientId: pair.recipientId, sequence: 9 },
      ...{ kind: 'recall', reason: 'Thử', byName: 'Người lạ' },
    }
    const to = { senderAgencyId: stranger.agencyId, receiverAgencyId: desks.there.office.agencyId }
    await deliver(desks.here.office.machinery, { kind: 'exchange.withdrawal', ...to, message })
    expect(await arrivedFrom(pair.id)).toMatchObject([{ state: 'arrived' }])
    expect((await inboxOf(desks.there.office, pair.id)).map(row => row.problem)).toContain('impossible message')
  })
})

describe('messages of one pair', () => {
  test('keep the order of what was done, also where the later act began first', async () => {
    const { here, there } = desks
    const id = await here.quick.numbered({ recipients: [toOffice(there.office)] })
    let letGo = () => {}
    const waiting = new Promise<void>(resolve => {
      letGo = resolve
    })
    let began = () => {}
    const begun = new Promise<void>(resolve => {
      began = resolve
    })
    const recall = here.office.act('leader', async context => {
      began()
      await waiting
      return recallOutgoing(context, { id, reason: 'Sai thẩm quyền' })
    })
    await begun
    expect((await here.act('clerk', id, 'dispatch')).status).toBe(200)
    letGo()
    await recall
    await desks.carried()
    expect(await arrivedFrom(id)).toMatchObject([{ state: 'cancelled' }])
    expect(await stateOf(id)).toBe('recalled')
  })

  test('are not undone by one that comes late', async () => {
    const pair = await dispatched()
    const tellThere = (sequence: number, state: StateMessage['state']) =>
      tell(desks.there.office, pair, { sequence, state })
    await tellThere(6, 'in-progress')
    await tellThere(5, 'registered')
    expect(await stateOf(pair.id)).toBe('in-progress')
  })
})

test('an answer names what it answers as its sender knows it, and stands there beside it', async () => {
  const { here, there, http } = desks
  const asked = await dispatched()
  const [arrived] = await arrivedFrom(asked.id)
  const { seats } = there.office
  const act = async (seat: 'clerk' | 'leader', name: string, body: object = {}) => {
    const path = `POST /documents/incoming/${arrived!.id}/${name}`
    expect((await http.call(seats[seat], path, body, { key: testId() })).status).toBe(200)
  }
  await act('clerk', 'register')
  await act('leader', 'direct', { targets: [{ seatId: seats.specialist.id, role: 'lead' }] })
  const answer = await there.quick.dispatched({ inReplyTo: arrived!.id, recipients: [toOffice(here.office)] })
  const { body } = await there.see('clerk', answer)
  expect(body.inReplyTo).toMatchObject({ id: arrived!.id })
  const answered = await there.get<object>('clerk', `/documents/incoming/${arrived!.id}`)
  expect(answered.text).toContain(body.notation)
  const received = await here.office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select('answers_document_id')
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', answer)
      .executeTakeFirst(),
  )
  expect(received).toEqual({ answers_document_id: asked.id })
})

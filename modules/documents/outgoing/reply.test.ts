import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecipientInput } from '#modules/documents/contract.ts'
import { registerIncoming } from '#modules/documents/incoming/register-incoming.ts'
import { lockIncoming } from '#modules/documents/incoming/rows.ts'
import { lockOutgoing } from '#modules/documents/outgoing/rows.ts'
import { paper } from '#tests/office/books.ts'
import type { Shown } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, tiePdf, toOffice, toSeat, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const reason = 'Ban hành không đúng thẩm quyền'
/** A paper that the specialist is to answer. */
async function asked(): Promise<string> {
  const input = await paper(desk.office)
  await desk.office.act('clerk', context => registerIncoming(context, input))
  const targets = [{ seatId: desk.office.seats.specialist.id, role: 'lead' }]
  await desk.post('leader', `/documents/incoming/${input.id}/direct`, { targets })
  return input.id
}
const see = async (incoming: string) => (await desk.get<Shown>('specialist', `/documents/incoming/${incoming}`)).body
const answerOf = async (incoming: string) => {
  const { replyDocumentId, replyNotation } = await see(incoming)
  return [replyDocumentId, replyNotation]
}
/** Answers what was asked of the office; answers the reply's id and notation. */
async function answered(incoming: string, recipients: RecipientInput[] = [toOffice(desks.there.office)]) {
  const id = await desk.quick.dispatched({ inReplyTo: incoming, recipients })
  return [id, (await desk.see('clerk', id)).body.notation] as const
}

test('an answer that left stands at what it answers, whatever becomes of another that was begun beside it', async () => {
  const incoming = await asked()
  const first = await desk.draft({ inReplyTo: incoming })
  expect(await answerOf(incoming)).toEqual([first, null])
  const sent = await answered(incoming)
  const beside = await desk.draft({ inReplyTo: incoming })
  expect(await answerOf(incoming)).toEqual(sent)
  await desk.act('specialist', beside, 'cancel', { reason: 'Đã có văn bản trả lời' })
  expect(await answerOf(incoming)).toEqual(sent)
  const { history } = await see(incoming)
  expect(history.filter(one => one.act.startsWith('answer'))).toMatchObject([
    { act: 'answered', detail: { documentId: sent[0], notation: sent[1] } },
  ])
})

test('of two answers the later stands there, and the earlier again when that one is recalled', async () => {
  const incoming = await asked()
  const earlier = await answered(incoming)
  const later = await answered(incoming)
  expect(await answerOf(incoming)).toEqual(later)
  await desk.act('leader', later[0], 'recall', { reason })
  expect(await answerOf(incoming)).toEqual(earlier)
  await desk.act('leader', earlier[0], 'recall', { reason })
  expect(await answerOf(incoming)).toEqual([null, null])
  const withdrawn = (await see(incoming)).history.filter(one => one.act === 'answer-withdrawn')
  expect(withdrawn.map(one => one.detail.notation)).toEqual([later[1], earlier[1]])
})

test('what was had back before anybody opened it answers nothing until it is sent again', async () => {
  const incoming = await asked()
  const [id, notation] = await answered(incoming, [toSeat(desk.office.seats.deputy.id)])
  expect(await answerOf(incoming)).toEqual([id, notation])
  await desk.act('clerk', id, 'take-back')
  expect(await answerOf(incoming)).toEqual([id, null])
  await desk.act('clerk', id, 'dispatch')
  expect(await answerOf(incoming)).toEqual([id, notation])
})

test('a receiver that keeps what it was asked back for has the answer, and that stands there again', async () => {
  const incoming = await asked()
  const [id, notation] = await answered(incoming)
  const there = await desks.there.get<{ items: { id: string; notation: string }[] }>('clerk', '/documents/incoming')
  const arrived = there.body.items.find(one => one.notation === notation)!
  await desks.there.post('clerk', `/documents/incoming/${arrived.id}/open`, {})
  await desk.act('clerk', id, 'take-back')
  expect(await answerOf(incoming)).toEqual([id, null])
  await desks.carried()
  expect(await answerOf(incoming)).toEqual([id, notation])
})

test('who may not see a restricted answer learns neither its number nor that there is one', async () => {
  const incoming = await asked()
  const id = await desk.quick.dispatched({
    ...{ inReplyTo: incoming, restricted: true, recipients: [toOffice(desks.there.office)] },
  })
  const { notation } = (await desk.see('clerk', id)).body
  const [known, unknown] = await Promise.all(
    (['specialist', 'auditor'] as const).map(seat => desk.get<Shown>(seat, `/documents/incoming/${incoming}`)),
  )
  expect(known!.body).toMatchObject({ replyDocumentId: id, replyNotation: notation })
  expect(unknown!.body).toMatchObject({ state: expect.any(String), replyDocumentId: null, replyNotation: null })
  expect(known!.text).toContain(notation)
  expect(unknown!.text).not.toContain(notation)
  expect(unknown!.text).not.toContain(id)

  const { registerId } = known!.body
  const [clerks, others] = await Promise.all(
    (['clerk', 'auditor'] as const).map(seat => desk.get(seat, `/registers/${registerId}/arrivals`)),
  )
  expect(clerks!.text).toContain(`Trả lời: ${notation}`)
  expect(others!.text).not.toContain(notation)
})

test('who holds a document is told that it was answered, of a restricted answer without its notation', async () => {
  const detailOf = async (incoming: string) =>
    (
      await desk.office.act('specialist', ({ tx, agency }) =>
        tx
          .selectFrom('notices')
          .select('detail')
          .where('agency_id', '=', agency)
          .where('subject_id', '=', incoming)
          .where('kind', '=', 'documents.answered')
          .executeTakeFirstOrThrow(),
      )
    ).detail
  const [open, secret] = [await asked(), await asked()]
  const [, notation] = await answered(open)
  expect(await detailOf(open)).toMatchObject({ notation })
  await desk.quick.dispatched({ inReplyTo: secret, restricted: true, recipients: [toOffice(desks.there.office)] })
  expect(await detailOf(secret)).not.toHaveProperty('notation')
})

test('a draft that was begun by itself is tied to what it answers, moved to another, and untied, as if begun from it', async () => {
  const [first, second] = [await asked(), await asked()]
  const id = await desk.draft({ recipients: [toOffice(desks.there.office)] })
  const tie = (inReplyTo: string | null, seat: OfficeSeat = 'specialist') =>
    desk.actOnLatest(seat, id, 'tie-to-incoming', { inReplyTo })
  expect((await tie(first)).body.inReplyTo).toMatchObject({ id: first })
  expect(await answerOf(first)).toEqual([id, null])
  await tie(second)
  expect([await answerOf(first), await answerOf(second)]).toEqual([
    [null, null],
    [id, null],
  ])
  expect((await tie(null)).body.inReplyTo).toBeNull()
  expect(await answerOf(second)).toEqual([null, null])
  // A draft of which one knows nothing may be of anything.
  expect((await tie(testId())).status).toBe(404)
  expect((await tie(first, 'other-specialist')).status).toBe(404)

  const late = await desk.act('specialist', id, 'tie-to-incoming', { revision: 1, inReplyTo: second })
  expect(late.body.code).toBe('documents.DraftMoved')
  await tie(first)
  await desk.actOnLatest('specialist', id, 'submit')
  for (const seat of ['unit-head', 'office-head'] as const)
    await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
  expect((await tie(second, 'leader')).status).toBe(200)
  await desk.actOnLatest('leader', id, 'approve')
  expect((await tie(null)).body.code).toBe('platform.StateForbids')
  await tiePdf(desk.office, id, 'frozen_file_id')
  await desk.act('clerk', id, 'number')
  await tiePdf(desk.office, id, 'numbered_file_id')
  const { notation } = (await desk.act('clerk', id, 'dispatch')).body
  expect(await answerOf(second)).toEqual([id, notation])
  const { history } = await see(second)
  expect(history.at(-1)).toMatchObject({ act: 'answered', detail: { documentId: id } })
})

test('nobody ties a draft to an incoming document that he may not see, and the draft says nothing of it to who may not', async () => {
  const input = { ...(await paper(desk.office)), restricted: true }
  await desk.office.act('clerk', context => registerIncoming(context, input))
  const id = await desk.draft()
  expect((await desk.actOnLatest('specialist', id, 'tie-to-incoming', { inReplyTo: input.id })).status).toBe(404)
  const own = await desk.draft({}, 'clerk')
  const tied = await desk.actOnLatest('clerk', own, 'tie-to-incoming', { inReplyTo: input.id })
  expect(tied.body.inReplyTo).toMatchObject({ id: input.id })
  const seen = await desk.see('office-head', own)
  expect(seen.status).toBe(200)
  expect(seen.body.inReplyTo).toBeNull()
  expect(seen.text).not.toContain(input.notation)
})

describe('people who act at once', () => {
  /** Others' requests come to where they wait for a row. */
  const aMoment = () => new Promise(resolve => setTimeout(resolve, 1000))

  test('on an answer and, by a hand-over, on both it and what it answers, wait for each other in one order', async () => {
    const { seats } = desk.office
    const incoming = await asked()
    const id = await desk.draft({ inReplyTo: incoming })
    let handedOver: Promise<{ status: number }> | undefined
    await desk.office.act('specialist', async context => {
      await lockOutgoing(context, id)
      handedOver = desk.post('clerk', `/seats/${seats.specialist.id}/hand-over`, {
        ...{ toSeatId: seats['unit-head'].id, documentIds: [incoming, id] },
      })
      await aMoment()
      await lockIncoming(context, incoming)
    })
    expect((await handedOver)?.status).toBe(200)
  })

  test('on two answers that change places never wait for each other in a circle', async () => {
    const [first, second] = [await asked(), await asked()]
    const answers = [await desk.draft({ inReplyTo: first }), await desk.draft({ inReplyTo: second })]
    let tied: Promise<{ status: number }>[] = []
    await desk.office.act('clerk', async context => {
      await lockIncoming(context, first)
      tied = answers.map((id, at) =>
        desk.act('specialist', id, 'tie-to-incoming', { revision: 1, inReplyTo: at === 0 ? second : first }),
      )
      await aMoment()
    })
    expect((await Promise.all(tied)).map(one => one.status)).toEqual([200, 200])
    expect([await answerOf(first), await answerOf(second)]).toEqual([
      [answers[1], null],
      [answers[0], null],
    ])
  })
})

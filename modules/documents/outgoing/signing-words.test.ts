import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { type SigningRefusalCode, signingRefusals } from '#lib/document-form/signing-refusals.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import {
  letter,
  type OutgoingDesk,
  type ShownOutgoing,
  type TwoDesks,
  toSeat,
  twoDesks,
} from '#tests/office/outgoing.ts'
import type { SignerList } from '../contract.ts'

let desks: TwoDesks
let desk: OutgoingDesk
let authorisationId: string
let orderId: string
const today = todayInVietnam(new Date())
const collective = 'TM. ỦY BAN NHÂN DÂN'

beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

/** Chooses a signer and the words in which he signs, as the drafter does. */
const chosen = (signer: OfficeSeat, capacity: string, more: object = {}) =>
  desk.post<ShownOutgoing>('specialist', '/documents/outgoing', {
    ...{ id: testId(), typeCode: 'quyet-dinh', subject: 'Phê duyệt kế hoạch', letter: letter('Điều 1.') },
    ...{ signerSeatId: desk.office.seats[signer].id, capacity, ...more },
    recipients: [toSeat(desk.office.seats.deputy.id)],
  })
const refusedFor = async (signer: OfficeSeat, capacity: string, why: SigningRefusalCode, more: object = {}) => {
  const { status, body } = await chosen(signer, capacity, more)
  expect([status, body.code, body.title], `${signer} ${capacity}`).toEqual([
    422,
    'documents.SigningForbidden',
    signingRefusals[why].reason,
  ])
}
const printedFor = async (signer: OfficeSeat, capacity: string, lines: readonly string[], more: object = {}) => {
  const { status, body, text } = await chosen(signer, capacity, more)
  expect(status, text).toBe(201)
  expect(body.signingLines).toEqual(lines)
}

/** What the office head enters of the regulation for his own office. */
async function entered(typeCodes: readonly string[]): Promise<string> {
  const { issuer, units } = desk.office
  const order = { id: testId(), issuerId: issuer.id, unitId: units.office, typeCodes }
  const said = { writtenBasis: 'Quy chế làm việc, Điều 12', validFrom: today }
  const { status, text } = await desk.post('office-head', '/signing-orders', { ...order, ...said })
  expect(status, text).toBe(201)
  return order.id
}

describe('over HTTP, NĐ 30 Điều 13', () => {
  test.each<[OfficeSeat, string, SigningRefusalCode]>([
    ['leader', 'KT', 'kt-is-of-a-deputy'],
    ['leader', 'TL', 'tl-is-of-a-unit'],
    ['leader', 'TUQ', 'tuq-is-of-a-unit-head'],
    ['leader', 'Q', 'q-is-of-the-acting-head'],
    ['deputy', 'none', 'prefix-missing'],
    ['deputy', 'TM', 'tm-is-of-the-head'],
    ['deputy', 'TL', 'tl-is-of-a-unit'],
    ['deputy', 'Q', 'q-is-of-the-acting-head'],
    ['office-head', 'none', 'prefix-missing'],
    ['office-head', 'TM', 'tm-is-of-the-head'],
    ['office-head', 'KT', 'kt-is-of-a-deputy'],
    ['office-head', 'TL', 'tl-needs-regulation'],
    ['unit-head', 'TUQ', 'tuq-needs-writing'],
    ['specialist', 'TL', 'no-authority'],
    ['specialist', 'TM', 'no-authority'],
    ['clerk', 'none', 'no-authority'],
  ])('refuses %s to sign %s', async (signer, capacity, why) => {
    await refusedFor(signer, capacity, why)
  })

  test('lets the head sign for the collective and in his own name, and his deputy in his place for both', async () => {
    await printedFor('leader', 'TM', [collective, 'CHỦ TỊCH'])
    await printedFor('leader', 'none', ['CHỦ TỊCH'])
    await printedFor('deputy', 'KT', [collective, 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    // What is the chairman's own (a decision of the chairman) does not speak for the committee, whoever signs it.
    await printedFor('deputy', 'KT', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], { authority: 'head' })
    await refusedFor('leader', 'TM', 'tm-needs-collective', { authority: 'head' })
  })

  test('holds at the approval too: what is then printed is what was chosen', async () => {
    const { id } = (await chosen('deputy', 'KT', { authority: 'head' })).body
    expect((await desk.change('specialist', id, { revision: 1, subject: 'Phê duyệt danh mục' })).body.authority).toBe(
      'head',
    )
    await desk.actOnLatest('specialist', id, 'submit')
    for (const seat of ['unit-head', 'office-head'] as const)
      await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
    const { body } = await desk.actOnLatest('deputy', id, 'approve')
    expect([body.state, body.signingLines]).toEqual(['approved', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']])
  })

  test('lets a unit’s head sign by order once the regulation says so', async () => {
    orderId = await entered(['quyet-dinh', 'giay-moi'])
    await printedFor('office-head', 'TL', ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'])
    // Some types of some units, as the regulation has them one by one (khoản 4): not another type, not another unit.
    await refusedFor('office-head', 'TL', 'tl-needs-regulation', { typeCode: 'bao-cao' })
    await refusedFor('unit-head', 'TL', 'tl-needs-regulation')
    await refusedFor('specialist', 'TL', 'no-authority')
  })

  test('proposes signing by order for the types that the regulation names, and for no other', async () => {
    const byOrder = async (typeCode: string) => {
      const path = `/documents/outgoing/signers?typeCode=${typeCode}`
      const { items } = (await desk.get<z.infer<typeof SignerList>>('specialist', path)).body
      return items.filter(one => one.choices.some(choice => choice.capacity === 'TL')).map(one => one.name)
    }
    expect(await byOrder('giay-moi')).toEqual([desk.office.seats['office-head'].fullName])
    expect(await byOrder('bao-cao')).toEqual([])
  })

  test('asks at the approval whether the regulation still lets the unit sign', async () => {
    const laidBefore = async () => {
      const { id } = (await chosen('office-head', 'TL')).body
      await desk.actOnLatest('specialist', id, 'submit')
      for (const seat of ['unit-head', 'office-head'] as const)
        await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
      return id
    }
    const inTime = await desk.act('office-head', await laidBefore(), 'approve', { revision: 1 })
    expect([inTime.body.state, inTime.body.signingLines]).toEqual(['approved', ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']])
    const id = await laidBefore()
    const ended = await desk.post('agency-admin', `/signing-orders/${orderId}/end`, { validTo: today })
    expect(ended.status, ended.text).toBe(200)
    const { status, body } = await desk.act('office-head', id, 'approve', { revision: 1 })
    expect([status, body.code, body.title]).toEqual([
      ...[422, 'documents.SigningForbidden', signingRefusals['tl-needs-regulation'].reason],
    ])
    await refusedFor('office-head', 'TL', 'tl-needs-regulation')
  })

  test('lets a unit’s head sign by a written authorisation of the head, while it is in force', async () => {
    const written = { maySign: true, writtenBasis: 'Giấy ủy quyền số 03/GUQ-UBND' }
    const given = await desk.post<{ id: string }>('leader', '/delegations', {
      ...{ id: testId(), toSeatId: desk.office.seats['unit-head'].id, scope: 'outgoing', ...written },
      ...{ validFrom: today, validTo: addDays(today, 10) },
    })
    expect(given.status, given.text).toBe(201)
    authorisationId = given.body.id
    await printedFor('unit-head', 'TUQ', ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG'], { delegationId: authorisationId })
    // It is his alone.
    await refusedFor('other-unit-head', 'TUQ', 'tuq-needs-writing', { delegationId: authorisationId })
    await refusedFor('specialist', 'TUQ', 'no-authority', { delegationId: authorisationId })
  })

  test('is asked once more at the approval: an authorisation that ended meanwhile signs nothing', async () => {
    const { body } = await chosen('unit-head', 'TUQ', { delegationId: authorisationId })
    const { id } = body
    await desk.actOnLatest('specialist', id, 'submit')
    await desk.actOnLatest('office-head', id, 'review', { result: 'agreed' })
    expect((await desk.see('unit-head', id)).body.allowed).toContain('approve')
    await desk.post('leader', `/delegations/${authorisationId}/end`, {})
    expect(await desk.act('unit-head', id, 'approve', { revision: 1 })).toMatchObject({
      ...{
        status: 422,
        body: { code: 'documents.SigningForbidden', title: signingRefusals['tuq-needs-writing'].reason },
      },
    })
    expect((await desk.see('unit-head', id)).body).toMatchObject({
      ...{ state: 'awaiting-approval', signingProblem: signingRefusals['tuq-needs-writing'].reason },
    })
  })
})

test('a drafter chooses from what each may print, the chairman’s own documents beside the committee’s', async () => {
  const { items } = (await desk.get<z.infer<typeof SignerList>>('specialist', '/documents/outgoing/signers')).body
  const of = (name: string) =>
    items.find(one => one.name === name)?.choices.map(one => [one.capacity, one.authority, one.lines])
  expect(of('Hồ Thị Đào')).toEqual([
    ['KT', 'collective', [collective, 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['KT', 'head', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ])
  expect(of('Lê Văn Định')).toEqual([
    ['TM', 'collective', [collective, 'CHỦ TỊCH']],
    ['none', 'collective', ['CHỦ TỊCH']],
  ])
})

describe('who approves', () => {
  test('is the signer himself: neither a colleague nor who stands in for him', async () => {
    const given = await desk.post<{ id: string }>('leader', '/delegations', {
      ...{ id: testId(), toSeatId: desk.office.seats.deputy.id, scope: 'all', maySign: false },
      ...{ validFrom: today, validTo: today },
    })
    expect(given.status, given.text).toBe(201)
    const id = await desk.submitted()
    for (const seat of ['deputy', 'office-head', 'unit-head'] as const)
      expect(await desk.act(seat, id, 'approve', { revision: 1 })).toMatchObject({
        ...{ status: 403, body: { code: 'documents.NotTheSigner', title: expect.stringContaining('Lê Văn Định') } },
      })
    for (const seat of ['clerk', 'specialist', 'auditor'] as const)
      expect((await desk.act(seat, id, 'approve', { revision: 1 })).status).toBe(403)
    expect((await desk.see('deputy', id)).body.allowed).not.toContain('approve')
    const { body } = await desk.act('leader', id, 'approve', { revision: 1 })
    expect(body).toMatchObject({ approvedByName: 'Lê Văn Định', signature: 'unsigned' })
    await desk.post('leader', `/delegations/${given.body.id}/end`, {})
  })

  test('may be another whom the signer lays it before, in words of his own', async () => {
    const id = await desk.submitted()
    const { body } = await desk.change('leader', id, { revision: 1, signerSeatId: desk.office.seats.deputy.id })
    expect(body).toMatchObject({ holderName: 'Hồ Thị Đào', capacity: 'KT', signerName: 'Hồ Thị Đào' })
    expect((await desk.act('leader', id, 'approve', { revision: 1 })).body.code).toBe('documents.NotTheSigner')
    const approved = await desk.actOnLatest('deputy', id, 'approve')
    expect(approved.body.signingLines).toEqual([collective, 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
  })
})

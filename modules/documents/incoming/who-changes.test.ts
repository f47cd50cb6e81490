import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { makeBooks } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { incomingWaiting } from './today.ts'

const today = todayInVietnam(new Date())
const day = (offset: number) => addDays(today, offset)
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const seat = (name: OfficeSeat, of = desk) => of.office.seats[name].id
const done = async (by: OfficeSeat, id: string, act: string, body: object = {}, of = desk) => {
  const answer = await of.act(by, id, act, body)
  expect(answer.status, `${by} ${act}: ${answer.text}`).toBe(200)
  return answer.body
}
const allowedFor = async (by: OfficeSeat, id: string) => (await desk.see(by, id)).body.allowed
const leadOf = async (id: string) =>
  (await desk.see('clerk', id)).body.assignments.find(one => one.endedAt === null && one.role !== 'inform')!
const noticesOf = (by: OfficeSeat, id: string, of = desk) =>
  of.office.act(by, async ({ tx, agency, actor }) => {
    const rows = await tx
      .selectFrom('notices')
      .select('kind')
      .where('agency_id', '=', agency)
      .where('seat_id', '=', actor.seatId)
      .where('subject_id', '=', id)
      .execute()
    return rows.map(({ kind }) => kind)
  })
const asksTime = async (by: OfficeSeat, id: string, of = desk) => {
  const extensionId = testId()
  const { assignments } = (await of.see(by, id)).body
  const assignmentId = assignments.find(one => one.mine && one.endedAt === null)!.id
  await done(by, id, 'ask-extension', { extensionId, assignmentId, dueOn: day(12), reason: 'Chờ số liệu' }, of)
  return extensionId
}
const answersInDay = async (by: OfficeSeat, of = desk) =>
  (await of.office.act(by, incomingWaiting))
    .filter(one => one.act === 'answer-extension')
    .map(({ documentId }) => documentId)

describe('what a clerk typed in for a leader', () => {
  async function typedIn(): Promise<string> {
    const id = await desk.register({ dueOn: day(9) })
    const targets = [{ seatId: seat('specialist'), role: 'lead' }]
    await done('clerk', id, 'direct', { onBehalfOf: seat('leader'), targets, text: 'Giao Kinh tế' })
    await done('specialist', id, 'open')
    return id
  }

  test('is the leader’s to answer for: he alone is asked for more time, in his day and by a notice', async () => {
    const id = await typedIn()
    const extensionId = await asksTime('specialist', id)
    expect(await answersInDay('leader')).toContain(id)
    expect(await answersInDay('clerk')).not.toContain(id)
    expect(await noticesOf('leader', id)).toContain('assignments.extension-asked')
    expect(await noticesOf('clerk', id)).not.toContain('assignments.extension-asked')
    await done('leader', id, 'answer-extension', { extensionId, grantedDueOn: day(11) })
  })

  test('is changed by the clerk only in that leader’s name, who is told each time', async () => {
    const id = await typedIn()
    const told = async () => (await noticesOf('leader', id)).filter(kind => kind === 'documents.entered-for-you').length
    const [before, lead] = [await told(), await leadOf(id)]
    await done('clerk', id, 'extend', { assignmentId: lead.id, dueOn: day(5), reason: 'Chủ tịch yêu cầu sớm' })
    const changed = await done('clerk', id, 'change-lead', {
      ...{ assignmentId: lead.id, seatId: seat('other-specialist'), reason: 'Chủ tịch giao lại' },
    })
    await done('clerk', id, 'assign', { targets: [{ seatId: seat('village-head'), role: 'assist' }] })
    const { assignments, history } = (await desk.see('leader', id)).body
    const open = assignments.filter(one => one.endedAt === null)
    expect(open.map(one => [one.toName, one.onBehalfOfName, one.enteredAs])).toEqual([
      ['Bùi Đức Thiện', 'Lê Văn Định', 'from-paper'],
      ['Hoàng Đình Cảnh', 'Lê Văn Định', 'from-paper'],
    ])
    const acts = history.filter(({ act }) => ['extend', 'change-lead', 'assign'].includes(act))
    expect(acts.map(one => [one.actorName, one.onBehalfOfName])).toEqual(Array(3).fill(['Trần Thị Lụa', 'Lê Văn Định']))
    expect(await told()).toBe(before + 3)
    expect(changed.holderName).toBe('Bùi Đức Thiện')
  })

  test('is not another clerk’s or office head’s to change', async () => {
    const id = await typedIn()
    expect(await allowedFor('office-head', id)).not.toContain('withdraw')
    const { id: assignmentId } = await leadOf(id)
    const refused = await desk.act('office-head', id, 'withdraw', { assignmentId, reason: 'Thử' })
    expect(refused.status).toBe(403)
  })
})

describe('more time', () => {
  test('is granted by nobody to himself, and by a leader only to those below him, or by the first', async () => {
    const id = await desk.register({ dueOn: day(15) })
    await done('leader', id, 'direct', { targets: [{ seatId: seat('deputy'), role: 'direct', dueOn: day(9) }] })
    const own = await leadOf(id)
    await done('deputy', id, 'direct', { targets: [{ seatId: seat('office-head'), role: 'direct', dueOn: day(8) }] })
    await done('office-head', id, 'direct', { targets: [{ seatId: seat('specialist'), role: 'lead', dueOn: day(7) }] })
    const extensionId = await asksTime('deputy', id)
    expect(await allowedFor('deputy', id)).not.toContain('answer-extension')
    const answer = { extensionId, grantedDueOn: day(12) }
    expect((await desk.act('deputy', id, 'answer-extension', answer)).status).toBe(409)
    const longer = { assignmentId: own.id, dueOn: day(12), reason: 'Tự gia hạn' }
    expect((await desk.act('deputy', id, 'extend', longer)).body.code).toBe('assignments.NotGivenByYou')

    const lowest = (await desk.see('deputy', id)).body.assignments.find(one => one.role === 'lead')!
    await done('deputy', id, 'extend', { assignmentId: lowest.id, dueOn: day(6), reason: 'Gấp hơn' })
    await done('leader', id, 'answer-extension', answer)
  })

  test('is not a deputy’s to grant on work that he has no part in', async () => {
    const id = await desk.register({ dueOn: day(9) })
    await done('leader', id, 'direct', { targets: [{ seatId: seat('specialist'), role: 'lead' }] })
    await asksTime('specialist', id)
    expect(await allowedFor('deputy', id)).not.toContain('answer-extension')
    expect(await allowedFor('deputy', id)).not.toContain('extend')
  })
})

describe('whoever let others know of a document', () => {
  test('adds nobody to the work beside them, and may have that back', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', { targets: [{ unitId: desk.office.units.economy, role: 'lead' }] })
    await done('specialist', id, 'forward', { targets: [{ seatId: seat('village-head'), role: 'inform' }] })
    const allowed = await allowedFor('specialist', id)
    expect(allowed).toContain('take-back')
    expect(allowed).not.toContain('assign')
    const targets = [{ seatId: seat('leader'), role: 'assist' }]
    expect((await desk.act('specialist', id, 'assign', { targets })).status).toBe(403)
  })

  test('adds nobody either below work of his that is done', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', {
      targets: [
        { unitId: desk.office.units.economy, role: 'lead' },
        { seatId: seat('other-unit-head'), role: 'assist' },
      ],
    })
    await done('other-unit-head', id, 'assign', { targets: [{ seatId: seat('other-specialist'), role: 'inform' }] })
    await done('other-unit-head', id, 'finish', { result: 'Đã góp ý' })
    expect(await allowedFor('other-unit-head', id)).not.toContain('assign')
  })
})

describe('what a register gave straight to a unit', () => {
  test('is nobody’s decision: the office head is asked for more time, and the clerk may only take it back', async () => {
    const routed = await incomingOffice()
    const { office } = routed
    await makeBooks(office, { routes: [{ typeCodes: [], route: 'unit', unitId: office.units.economy }] })
    const id = await routed.register({ dueOn: day(9) })
    const { body } = await routed.see('clerk', id)
    expect(body).toMatchObject({ state: 'assigned', assignments: [{ enteredAs: 'by-route', toName: 'Phòng Kinh tế' }] })
    expect(body.allowed).toContain('take-back')
    for (const act of ['withdraw', 'change-lead', 'extend', 'assign'] as const) expect(body.allowed).not.toContain(act)
    await asksTime('unit-head', id, routed)
    expect(await answersInDay('office-head', routed)).toEqual([id])
    expect(await answersInDay('clerk', routed)).toEqual([])
    expect(await noticesOf('office-head', id, routed)).toContain('assignments.extension-asked')
    expect((await routed.see('office-head', id)).body.allowed).toContain('answer-extension')
  })
})

describe('where whoever gave the work has left', () => {
  test('the first leader is asked and told, and finds it in his day', async () => {
    const other = await incomingOffice()
    const id = await other.register({ dueOn: day(9) })
    await done('clerk', id, 'send-up', { leaderSeatId: seat('deputy', other) }, other)
    const targets = [{ seatId: seat('specialist', other), role: 'lead' }]
    await done('deputy', id, 'direct', { targets }, other)
    await other.office.act('agency-admin', context => endSeat(context, { id: seat('deputy', other), validTo: today }))
    await asksTime('specialist', id, other)
    expect(await noticesOf('leader', id, other)).toContain('assignments.extension-asked')
    expect(await answersInDay('leader', other)).toContain(id)
    expect(await answersInDay('office-head', other)).not.toContain(id)
    await done('specialist', id, 'finish', { result: 'Đã xong' }, other)
    expect(await noticesOf('leader', id, other)).toContain('assignments.finished')
  })
})

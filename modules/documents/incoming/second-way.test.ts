import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { delegate } from '#modules/agencies/delegate.ts'
import { documentsHttp, type IncomingOffice, incomingOffice, type Shown } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { officeHttp } from '#tests/office/office-http.ts'
import { handOverRoutes } from '../routes-hand-over.ts'
import { incomingWaiting } from './today.ts'

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const seat = (name: OfficeSeat) => desk.office.seats[name].id
const unit = (name: 'economy' | 'culture' | 'village') => desk.office.units[name]
const stateOf = async (id: string) => {
  const { body } = await desk.see('clerk', id)
  return [body.state, body.holderName]
}
const done = async (by: OfficeSeat, id: string, act: string, body: object = {}) => {
  const answer = await desk.act(by, id, act, body)
  expect(answer.status, `${by} ${act}: ${answer.text}`).toBe(200)
  return answer.body
}

/** Phòng Kinh tế led, Phòng Văn hóa helps and was to hear of it; the chairman got it back, and gives it to the office head. */
async function returnedTwice(): Promise<string> {
  const id = await desk.register()
  await done('leader', id, 'direct', {
    targets: [
      { unitId: unit('economy'), role: 'lead' },
      { unitId: unit('culture'), role: 'assist' },
      { seatId: seat('village-head'), role: 'inform' },
    ],
  })
  await done('unit-head', id, 'return', { reason: 'Không thuộc chức năng' })
  await done('leader', id, 'return', { reason: 'Đề nghị Văn phòng đề xuất' })
  expect(await stateOf(id)).toEqual(['awaiting-proposal', 'Nguyễn Hữu Phước'])
  return id
}

describe('a document whose work came back', () => {
  test('stays where it was brought since, whoever of those beside opens it', async () => {
    const id = await returnedTwice()
    for (const one of ['other-unit-head', 'village-head'] as const) await done(one, id, 'open')
    expect(await stateOf(id)).toEqual(['awaiting-proposal', 'Nguyễn Hữu Phước'])
    expect((await desk.see('office-head', id)).body.allowed).toContain('propose')
  })

  test('stays there too when others are let know of it, with what was proposed', async () => {
    const id = await returnedTwice()
    const inform = { targets: [{ seatId: seat('specialist'), role: 'inform' }] }
    expect(await done('clerk', id, 'forward', inform)).toMatchObject({ state: 'awaiting-proposal' })
    await done('office-head', id, 'propose', {
      leaderSeatId: seat('deputy'),
      targets: [{ seatId: seat('other-specialist'), role: 'lead' }],
    })
    await done('other-unit-head', id, 'open')
    expect(await stateOf(id)).toEqual(['awaiting-direction', 'Hồ Thị Đào'])
    expect((await desk.see('deputy', id)).body.allowed).toContain('confirm')
  })
})

describe('another direction after the lead gave his part back', () => {
  const openParts = (work: readonly { toName: string; role: string; state: string; text: string }[]) =>
    work.filter(one => one.state === 'open' || one.state === 'in-progress').map(one => [one.toName, one.role, one.text])

  test('takes the place of what was left of the first: who is named again goes on, others are let go', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', {
      text: 'Giao lần đầu',
      targets: [
        { unitId: unit('economy'), role: 'lead' },
        { unitId: unit('culture'), role: 'assist' },
        { seatId: seat('clerk'), role: 'assist' },
        { seatId: seat('village-head'), role: 'inform' },
        { seatId: seat('other-specialist'), role: 'inform' },
      ],
    })
    await done('other-unit-head', id, 'open')
    await done('unit-head', id, 'return', { reason: 'Không thuộc chức năng' })
    const again = await done('leader', id, 'direct', {
      text: 'Giao lần hai',
      targets: [
        { seatId: seat('village-head'), role: 'lead' },
        { unitId: unit('culture'), role: 'assist' },
      ],
    })
    expect(again).toMatchObject({ state: 'assigned', holderName: 'Hoàng Đình Cảnh' })
    expect(openParts(again.assignments)).toEqual([
      ['Phòng Văn hóa – Xã hội', 'assist', 'Giao lần hai'],
      ['Bùi Đức Thiện', 'inform', 'Giao lần đầu'],
      ['Hoàng Đình Cảnh', 'lead', 'Giao lần hai'],
    ])
    const helps = again.assignments.find(one => one.toName === 'Phòng Văn hóa – Xã hội')
    expect(helps).toMatchObject({ state: 'in-progress' })
  })

  test('is proposed with those who still help, and confirmed', async () => {
    const id = await returnedTwice()
    const { status } = await desk.act('office-head', id, 'propose', {
      leaderSeatId: seat('leader'),
      targets: [
        { seatId: seat('specialist'), role: 'lead' },
        { unitId: unit('culture'), role: 'assist' },
      ],
    })
    expect(status).toBe(200)
    expect(openParts((await done('leader', id, 'confirm')).assignments).map(([name]) => name)).toEqual([
      ...['Phòng Văn hóa – Xã hội', 'Hoàng Đình Cảnh', 'Đỗ Minh Ánh'],
    ])
  })

  test('is given by the first leader over the head of a deputy who was to direct: that one has it no longer', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', { targets: [{ seatId: seat('deputy'), role: 'direct' }] })
    const itself = await done('leader', id, 'direct', { targets: [{ unitId: unit('economy'), role: 'lead' }] })
    expect(itself).toMatchObject({ state: 'assigned', holderName: 'Phòng Kinh tế' })
    expect(openParts(itself.assignments).map(([name]) => name)).toEqual(['Phòng Kinh tế'])
  })

  test('whoever still helps may say meanwhile that his part is done, ask for time, or give it back', async () => {
    const id = await returnedTwice()
    const { allowed } = (await desk.see('other-unit-head', id)).body
    expect(allowed).toEqual(expect.arrayContaining(['finish', 'ask-extension', 'return']))
    expect(await done('other-unit-head', id, 'finish', { result: 'Đã góp ý' })).toMatchObject({
      ...{ state: 'awaiting-proposal', holderName: 'Nguyễn Hữu Phước' },
    })
  })

  test('adding somebody who has a part already says which part it is', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', { targets: [{ unitId: unit('economy'), role: 'lead' }] })
    const twice = await desk.act('leader', id, 'assign', { targets: [{ unitId: unit('economy'), role: 'assist' }] })
    expect(twice).toMatchObject({ status: 422, body: { code: 'assignments.AlreadyTakesPart' } })
    expect(twice.body.title).toContain('chủ trì')
  })
})

describe('work that was given on and whose upper part went to another', () => {
  test('is reported as done before that one has opened it, and lies with him again', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', { targets: [{ seatId: seat('unit-head'), role: 'lead' }] })
    await done('unit-head', id, 'open')
    await done('unit-head', id, 'assign', { targets: [{ seatId: seat('specialist'), role: 'lead' }] })
    await done('specialist', id, 'open')
    const http = await officeHttp(desk.office.machinery, handOverRoutes)
    const given = await http.call(desk.office.seats.clerk, `POST /seats/${seat('unit-head')}/hand-over`, {
      ...{ toSeatId: seat('other-unit-head'), documentIds: [id] },
    })
    expect(given.status).toBe(200)
    const reported = await done('specialist', id, 'finish', { result: 'Đã tổng hợp' })
    expect(reported).toMatchObject({ state: 'assigned', holderName: 'Võ Thị Ái' })
  })
})

describe('a seat that is left', () => {
  test('gives over the decision together with a part that it has beside it', async () => {
    const id = await desk.register()
    await done('clerk', id, 'send-up', { leaderSeatId: seat('deputy') })
    await done('clerk', id, 'forward', { targets: [{ seatId: seat('deputy'), role: 'inform' }] })
    const http = await officeHttp(desk.office.machinery, handOverRoutes)
    const given = await http.call(desk.office.seats.clerk, `POST /seats/${seat('deputy')}/hand-over`, {
      ...{ toSeatId: seat('leader'), documentIds: [id] },
    })
    expect(given.status).toBe(200)
    expect(await stateOf(id)).toEqual(['awaiting-direction', 'Lê Văn Định'])
    expect((await desk.see('leader', id)).body.assignments).toMatchObject([{ toName: 'Lê Văn Định', state: 'open' }])
  })
})

describe('urging', () => {
  const urgedIn = async (by: OfficeSeat, id: string) =>
    (await desk.office.act(by, incomingWaiting)).flatMap(one =>
      one.documentId === id && one.urgedText ? [[one.act, one.urgedText]] : [],
    )

  test('reaches who is to direct further, and who gave the work on: it stands in the day of each', async () => {
    const id = await desk.register()
    await done('leader', id, 'direct', { targets: [{ seatId: seat('deputy'), role: 'direct' }] })
    await done('clerk', id, 'urge', { text: 'Chủ tịch hỏi' })
    expect(await urgedIn('deputy', id)).toEqual([['direct', 'Chủ tịch hỏi']])
    await done('deputy', id, 'direct', { targets: [{ seatId: seat('unit-head'), role: 'lead' }] })
    await done('unit-head', id, 'assign', { targets: [{ seatId: seat('specialist'), role: 'lead' }] })
    await done('clerk', id, 'urge', { text: 'Đã quá hạn' })
    for (const by of ['deputy', 'unit-head'] as const) expect(await urgedIn(by, id)).toEqual([['urge', 'Đã quá hạn']])
    expect(await urgedIn('specialist', id)).toEqual([['finish', 'Đã quá hạn']])
  })
})

describe('a proposal confirmed by who stands in for the leader', () => {
  test('names him, and the leader may correct it', async () => {
    const other = await incomingOffice()
    const { seats } = other.office
    const id = await other.register()
    const targets = [{ seatId: seats.specialist.id, role: 'lead' }]
    expect((await other.act('office-head', id, 'propose', { leaderSeatId: seats.leader.id, targets })).status).toBe(200)
    const [validFrom, validTo] = [todayInVietnam(new Date()), addDays(todayInVietnam(new Date()), 3)]
    await other.office.act('leader', context =>
      delegate(context, {
        id: testId(),
        toSeatId: seats.deputy.id,
        scope: 'incoming',
        maySign: false,
        validFrom,
        validTo,
      }),
    )
    const http = await documentsHttp(other.office)
    const path = `POST /documents/incoming/${id}/confirm`
    const { body } = await http.call<Shown>(seats.deputy, path, {}, { key: testId() })
    expect(body.assignments).toMatchObject([
      { fromName: 'Hồ Thị Đào', onBehalfOfName: 'Lê Văn Định', enteredAs: 'delegation' },
    ])
    expect((await other.see('leader', id)).body.allowed).toContain('correct-direction')
  })
})

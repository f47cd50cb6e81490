import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { delegate } from '#modules/agencies/delegate.ts'
import { upload } from '#tests/office/books.ts'
import { documentsHttp, type IncomingOffice, incomingOffice, type Shown } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'

const today = todayInVietnam(new Date())
const day = (offset: number) => addDays(today, offset)
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const seat = (name: OfficeSeat) => desk.office.seats[name].id
const unit = (name: 'economy' | 'culture' | 'village') => desk.office.units[name]
const economyLeads = () => ({ targets: [{ unitId: unit('economy'), role: 'lead' }], text: 'Tham mưu trả lời' })
/** A document whose work Phòng Kinh tế leads. */
async function directed(more: object = {}): Promise<string> {
  const id = await desk.register()
  expect((await desk.act('leader', id, 'direct', { ...economyLeads(), ...more })).status).toBe(200)
  return id
}
const stateOf = async (id: string) => {
  const { body } = await desk.see('clerk', id)
  return [body.state, body.holderName]
}

describe('a document on its way', () => {
  test('goes from the chairman over deputy, office head and unit head to a person, and back finished', async () => {
    const id = await desk.register({ dueOn: day(20) })
    const direct = (by: OfficeSeat, target: object) => desk.act(by, id, 'direct', { targets: [target], text: 'Giao' })
    await direct('leader', { seatId: seat('deputy'), role: 'direct', dueOn: day(15) })
    expect(await stateOf(id)).toEqual(['awaiting-direction', 'Hồ Thị Đào'])
    const late = await direct('deputy', { seatId: seat('office-head'), role: 'direct', dueOn: day(16) })
    expect(late).toMatchObject({ status: 422, body: { code: 'assignments.DueAfterParent' } })
    await direct('deputy', { seatId: seat('office-head'), role: 'direct', dueOn: day(12) })
    await direct('office-head', { unitId: unit('economy'), role: 'lead' })
    expect(await stateOf(id)).toEqual(['assigned', 'Phòng Kinh tế'])
    await desk.act('unit-head', id, 'open')
    expect(await stateOf(id)).toEqual(['in-progress', 'Phòng Kinh tế'])
    await desk.act('unit-head', id, 'assign', {
      targets: [{ seatId: seat('specialist'), role: 'lead', dueOn: day(8) }],
    })
    await desk.act('specialist', id, 'open')
    expect(await stateOf(id)).toEqual(['in-progress', 'Đỗ Minh Ánh'])

    const { body: tree } = await desk.see('leader', id)
    expect(tree.assignments.map(({ toName, role, dueOn }) => [toName, role, dueOn])).toEqual([
      ['Hồ Thị Đào', 'direct', day(15)],
      ['Nguyễn Hữu Phước', 'direct', day(12)],
      ['Phòng Kinh tế', 'lead', day(12)],
      ['Đỗ Minh Ánh', 'lead', day(8)],
    ])
    await desk.act('specialist', id, 'finish', { result: 'Đã tổng hợp' })
    expect(await stateOf(id)).toEqual(['in-progress', 'Phòng Kinh tế'])
    const done = await desk.act('unit-head', id, 'finish', { result: 'Đã báo cáo UBND tỉnh' })
    expect(done.body).toMatchObject({ state: 'finished', holderName: '', lateness: { kind: 'none' } })
    expect(done.body.assignments.every(one => one.state === 'done')).toBe(true)
    expect(done.body.history.map(entry => entry.act)).toEqual([
      ...['register', 'direct', 'direct', 'direct', 'open', 'assign', 'open', 'finish', 'finish'],
    ])
  })

  test('is proposed by the office head and confirmed by the leader with one press', async () => {
    const proposing = await incomingOffice({
      books: { routes: [{ typeCodes: [], route: 'office-head', unitId: null }] },
    })
    const { seats, units } = proposing.office
    const id = await proposing.register()
    const body = {
      leaderSeatId: seats.leader.id,
      targets: [
        { unitId: units.economy, role: 'lead' },
        { unitId: units.culture, role: 'assist', dueOn: day(4) },
      ],
      text: 'Đề xuất Phòng Kinh tế chủ trì',
      dueOn: day(9),
    }
    const twoLeads = { ...body, targets: [...body.targets, { seatId: seats.specialist.id, role: 'lead' }] }
    expect((await proposing.act('office-head', id, 'propose', twoLeads)).body.code).toBe('assignments.TwoLeads')
    const proposed = await proposing.act('office-head', id, 'propose', body)
    expect(proposed.body).toMatchObject({ state: 'awaiting-direction', holderName: 'Lê Văn Định' })
    const before = await proposing.see('leader', id)
    expect(before.body.proposal?.targets.map(target => target.name)).toEqual([
      'Phòng Kinh tế',
      'Phòng Văn hóa – Xã hội',
    ])
    expect(before.body.allowed).toContain('confirm')
    const confirmed = await proposing.act('leader', id, 'confirm')
    expect(confirmed.body).toMatchObject({
      state: 'assigned',
      proposal: null,
      dueOn: day(9),
      assignments: [
        { toName: 'Phòng Kinh tế', dueOn: day(9), enteredAs: 'confirmed-proposal', fromName: 'Lê Văn Định' },
        { toName: 'Phòng Văn hóa – Xã hội', dueOn: day(4) },
      ],
    })
  })

  test('tells whoever comes too late who did what, and what is allowed now', async () => {
    const id = await directed()
    const second = await desk.act('leader', id, 'direct', economyLeads())
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'platform.StateForbids', detail: expect.stringContaining('Lê Văn Định: Giao xử lý') },
    })
    expect(second.body.allowed).toEqual(expect.arrayContaining(['withdraw', 'change-lead', 'urge']))
    expect(second.body.allowed).not.toContain('direct')
  })

  test('takes effect once under one key, and is told when the key comes with other words', async () => {
    const id = await desk.register()
    const key = testId()
    const send = (text: string) =>
      desk.http.call<{ assignments: unknown[] }>(
        desk.office.seats.leader,
        `POST /documents/incoming/${id}/direct`,
        { ...economyLeads(), text },
        { key },
      )
    const answers = [await send('Giao'), await send('Giao')]
    expect(answers.map(answer => [answer.status, answer.body.assignments.length])).toEqual([
      [200, 1],
      [200, 1],
    ])
    expect((await send('Giao khác')).status).toBe(422)
  })
})

describe('a direction from paper', () => {
  test('is typed in by clerk or office head, stands as the leader’s, and he puts it right', async () => {
    const id = await desk.register()
    const alone = await desk.act('clerk', id, 'direct', economyLeads())
    expect(alone).toMatchObject({ status: 422, body: { code: 'documents.LeaderNeeded' } })
    const photo = { uploadId: await upload(desk.office, 'clerk'), role: 'attachment' }
    const entered = await desk.act('clerk', id, 'direct', {
      ...economyLeads(),
      onBehalfOf: seat('leader'),
      evidence: [photo],
    })
    expect(entered.body.assignments).toMatchObject([
      { fromName: 'Trần Thị Lụa', onBehalfOfName: 'Lê Văn Định', enteredAs: 'from-paper' },
    ])
    expect(entered.body.files.map(file => file.role)).toEqual(['main', 'evidence'])
    expect(entered.body.history.at(-1)).toMatchObject({ act: 'direct', onBehalfOfName: 'Lê Văn Định' })
    const notices = await desk.office.act('leader', ({ tx, agency, actor }) =>
      tx
        .selectFrom('notices')
        .select('kind')
        .where('agency_id', '=', agency)
        .where('seat_id', '=', actor.seatId)
        .where('subject_id', '=', id)
        .execute(),
    )
    expect(notices).toContainEqual({ kind: 'documents.entered-for-you' })

    expect((await desk.see('clerk', id)).body.allowed).not.toContain('correct-direction')
    expect((await desk.see('leader', id)).body.allowed).toContain('correct-direction')
    const corrected = await desk.act('leader', id, 'correct-direction', {
      targets: [{ unitId: unit('culture'), role: 'lead', dueOn: day(5) }],
      text: 'Tôi giao Phòng Văn hóa – Xã hội',
    })
    expect(corrected.body).toMatchObject({ state: 'assigned', holderName: 'Phòng Văn hóa – Xã hội' })
    expect((await desk.see('unit-head', id)).status).toBe(404)
    expect((await desk.see('other-unit-head', id)).status).toBe(200)
  })

  test('is entered in the name of a leader only, and not by others', async () => {
    const id = await desk.register()
    const body = { ...economyLeads(), onBehalfOf: seat('unit-head') }
    expect((await desk.act('clerk', id, 'direct', body)).body.code).toBe('documents.NotALeader')
    const byDeputy = { ...economyLeads(), onBehalfOf: seat('leader') }
    expect((await desk.act('deputy', id, 'direct', byDeputy)).status).toBe(403)
  })
})

describe('work that went wrong', () => {
  test('is given back with a reason and waits for another direction of whoever gave it', async () => {
    const id = await directed()
    expect((await desk.act('unit-head', id, 'return', {})).status).toBe(422)
    const back = await desk.act('unit-head', id, 'return', { reason: 'Không thuộc chức năng' })
    expect(back.body).toMatchObject({ state: 'awaiting-direction', holderName: 'Lê Văn Định' })
    const again = await desk.act('leader', id, 'direct', { targets: [{ unitId: unit('culture'), role: 'lead' }] })
    expect(again.body).toMatchObject({ state: 'assigned', holderName: 'Phòng Văn hóa – Xã hội' })
  })

  test('goes from the leader back to the office head before it is given to anybody', async () => {
    const id = await desk.register()
    await desk.act('leader', id, 'return', { reason: 'Đề nghị Văn phòng đề xuất' })
    expect(await stateOf(id)).toEqual(['awaiting-proposal', 'Nguyễn Hữu Phước'])
  })

  test('loses what was proposed when the leader gives it back: it is not confirmed by one press later', async () => {
    const id = await desk.register()
    await desk.act('leader', id, 'return', { reason: 'Đề nghị Văn phòng đề xuất' })
    await desk.act('office-head', id, 'propose', { ...economyLeads(), leaderSeatId: seat('leader') })
    expect(
      (
        await desk.act('clerk', id, 'forward', {
          targets: [{ seatId: seat('village-head'), role: 'inform' }],
        })
      ).status,
    ).toBe(200)
    expect((await desk.see('leader', id)).body.allowed).toContain('confirm')
    await desk.act('leader', id, 'return', { reason: 'Chưa đúng đơn vị' })
    const again = await desk.act('clerk', id, 'send-up', { leaderSeatId: seat('deputy') })
    expect(again.body).toMatchObject({ state: 'awaiting-direction', proposal: null })
    expect((await desk.see('deputy', id)).body.allowed).not.toContain('confirm')
  })

  test('is named in the notice of given work, as it is called now', async () => {
    const id = await desk.register({ notation: '77/UBND-NC', subject: 'Tuyển quân năm 2027' })
    await desk.act('leader', id, 'direct', economyLeads())
    const { items } = (
      await desk.get<{ items: { kind: string; subjectId: string; about: unknown }[] }>(
        'unit-head',
        '/notices?limit=100',
      )
    ).body
    expect(items.find(one => one.subjectId === id)).toMatchObject({
      kind: 'assignments.given',
      about: { notation: '77/UBND-NC', subject: 'Tuyển quân năm 2027' },
    })
  })

  test('is withdrawn, and its lead is changed, by whoever gave it; the old lead may go on reading what he opened', async () => {
    const id = await directed()
    await desk.act('unit-head', id, 'open')
    const [lead] = (await desk.see('leader', id)).body.assignments
    const body = { assignmentId: lead!.id, unitId: unit('culture'), reason: 'Đúng chức năng hơn' }
    expect((await desk.act('unit-head', id, 'change-lead', body)).status).toBe(403)
    const changed = await desk.act('leader', id, 'change-lead', body)
    expect(changed.body).toMatchObject({ state: 'assigned', holderName: 'Phòng Văn hóa – Xã hội' })
    expect((await desk.see('unit-head', id)).status).toBe(200)
    const next = changed.body.assignments.find(one => one.state === 'open')!
    const gone = await desk.act('leader', id, 'withdraw', { assignmentId: next.id, reason: 'Chờ họp' })
    expect(gone.body).toMatchObject({ state: 'awaiting-direction' })
    expect((await desk.see('other-unit-head', id)).status).toBe(404)
  })

  test('of another document is unknown here', async () => {
    const [one, other] = [await directed(), await directed()]
    const [foreign] = (await desk.see('leader', other)).body.assignments
    for (const act of ['withdraw', 'change-lead'])
      expect(
        (await desk.act('leader', one, act, { assignmentId: foreign!.id, unitId: unit('culture'), reason: 'Thử' }))
          .status,
      ).toBe(404)
    expect((await desk.act('unit-head', one, 'finish', { assignmentId: foreign!.id, result: 'Thử' })).status).toBe(404)
    expect((await desk.act('clerk', one, 'urge', { assignmentIds: [foreign!.id], text: 'Thử' })).status).toBe(404)
  })
})

describe('while work goes on', () => {
  test('who urges without naming anybody urges those who answer for it, and not those who assist', async () => {
    const id = await desk.register()
    const urge = () => desk.act('clerk', id, 'urge', { text: 'Báo cáo trong hôm nay' })
    await desk.act('leader', id, 'direct', {
      targets: [
        { unitId: unit('economy'), role: 'lead' },
        { unitId: unit('culture'), role: 'assist' },
      ],
    })
    const { body } = await urge()
    expect(body.assignments.map(one => [one.toName, one.urgedCount])).toEqual([
      ['Phòng Kinh tế', 1],
      [expect.any(String), 0],
    ])
    await desk.act('unit-head', id, 'finish', { result: 'Xong' })
    expect((await urge()).status).toBe(409)
    const waiting = await desk.register()
    const nobody = await desk.act('clerk', waiting, 'urge', { text: 'Cho ý kiến' })
    expect(nobody).toMatchObject({ status: 409, body: { code: 'documents.NobodyToUrge' } })
  })

  test('more time is asked and granted, and the document’s deadline follows', async () => {
    const id = await directed({ dueOn: day(5) })
    const [lead] = (await desk.see('unit-head', id)).body.assignments
    const extensionId = testId()
    const asked = await desk.act('unit-head', id, 'ask-extension', {
      ...{ extensionId, assignmentId: lead!.id, dueOn: day(11), reason: 'Chờ số liệu các thôn' },
    })
    expect(asked.body.assignments[0]!.extension).toMatchObject({ askedDueOn: day(11), askedBy: 'Phan Quốc Việt' })
    expect((await desk.see('leader', id)).body.allowed).toContain('answer-extension')
    const answered = await desk.act('leader', id, 'answer-extension', { extensionId, grantedDueOn: day(9) })
    expect(answered.body).toMatchObject({ dueOn: day(9), assignments: [{ dueOn: day(9), extension: null }] })
  })

  test('whoever gave it moves its deadline with a reason: nothing below is due later, and an open question is answered', async () => {
    const id = await directed({ dueOn: day(9) })
    const [lead] = (await desk.see('unit-head', id)).body.assignments
    await desk.act('unit-head', id, 'assign', {
      targets: [{ seatId: seat('specialist'), role: 'lead', dueOn: day(8) }],
    })
    await desk.act('unit-head', id, 'ask-extension', {
      ...{ extensionId: testId(), assignmentId: lead!.id, dueOn: day(14), reason: 'Chờ số liệu' },
    })
    const extend = (by: OfficeSeat, dueOn: string, reason?: string) =>
      desk.act(by, id, 'extend', { assignmentId: lead!.id, dueOn, reason })
    expect((await extend('unit-head', day(12), 'Tự gia hạn')).status).toBe(403)
    expect((await extend('leader', day(12))).status).toBe(422)
    expect((await extend('leader', day(-1), 'Nhầm')).body.code).toBe('assignments.DueInThePast')
    const nearer = await extend('leader', day(6), 'Tỉnh hỏi sớm')
    expect(nearer.body).toMatchObject({ dueOn: day(6), state: 'assigned' })
    expect(nearer.body.assignments.map(one => [one.dueOn, one.extension])).toEqual([
      [day(6), null],
      [day(6), null],
    ])
    expect((await extend('leader', day(12), 'Chờ các thôn')).body).toMatchObject({ dueOn: day(12) })
    const [, below] = nearer.body.assignments
    const after = await desk.act('unit-head', id, 'extend', {
      ...{ assignmentId: below!.id, dueOn: day(13), reason: 'Thêm ngày' },
    })
    expect(after.body.code).toBe('assignments.DueAfterParent')
  })

  test('others are informed, and what only informs is done by being read', async () => {
    const id = await directed()
    const told = await desk.act('unit-head', id, 'forward', {
      targets: [{ seatId: seat('village-head'), role: 'inform' }],
    })
    expect(told.body.state).toBe('assigned')
    await desk.act('village-head', id, 'open')
    const { body } = await desk.see('leader', id)
    expect(body.assignments.find(one => one.role === 'inform')).toMatchObject({
      state: 'done',
      toName: 'Hoàng Đình Cảnh',
    })
    const noWork = await desk.act('unit-head', id, 'forward', {
      targets: [{ seatId: seat('specialist'), role: 'assist' }],
    })
    expect(noWork.body.code).toBe('documents.ForwardToWork')
  })

  test('a lead passes the whole of it on to another, who then holds it', async () => {
    const id = await directed()
    const passed = await desk.act('unit-head', id, 'forward', {
      targets: [{ unitId: unit('culture'), role: 'lead' }],
      text: 'Đúng việc của phòng',
    })
    expect(passed.body).toMatchObject({ state: 'assigned', holderName: 'Phòng Văn hóa – Xã hội' })
    expect(passed.body.assignments.map(one => one.state)).toEqual(['replaced', 'open'])
  })

  test('a finished one is still passed on for information and stays finished', async () => {
    const id = await directed()
    await desk.act('unit-head', id, 'finish', { result: 'Xong' })
    const told = await desk.act('clerk', id, 'forward', {
      targets: [{ seatId: seat('other-specialist'), role: 'inform' }],
    })
    expect(told.body.state).toBe('finished')
    expect((await desk.see('other-specialist', id)).status).toBe(200)
  })

  test('people comment once per comment, and attach what came along', async () => {
    const id = await directed()
    const comment = { commentId: testId(), text: 'Đã liên hệ thôn' }
    await desk.act('specialist', id, 'comment', comment)
    const twice = await desk.act('specialist', id, 'comment', comment)
    expect(twice.body.comments).toMatchObject([{ text: 'Đã liên hệ thôn', name: 'Đỗ Minh Ánh', own: true }])
    expect(twice.body.history.map(entry => entry.act)).toEqual(['register', 'direct', 'comment'])
    expect((await desk.act('unit-head', id, 'comment', comment)).body.code).toBe('platform.SentDifferently')
    const file = { uploadId: await upload(desk.office, 'unit-head', 'Biểu số liệu', 3), role: 'annex' }
    const attached = await desk.act('unit-head', id, 'attach', { files: [file] })
    expect(attached.body).toMatchObject({ pages: 5, files: [{ role: 'main' }, { role: 'annex', pages: 3 }] })
    const main = { uploadId: await upload(desk.office, 'unit-head'), role: 'main' }
    expect((await desk.act('unit-head', id, 'attach', { files: [main] })).body.code).toBe('documents.OneMainFile')
  })

  test('whoever stands in for a leader directs in his name, and history says so', async () => {
    const other = await incomingOffice()
    const { seats, units } = other.office
    const id = await other.register()
    expect(
      (await other.act('deputy', id, 'direct', { targets: [{ unitId: units.economy, role: 'lead' }] })).status,
    ).toBe(403)
    await other.office.act('leader', context =>
      delegate(context, {
        ...{ id: testId(), toSeatId: seats.deputy.id, scope: 'incoming', maySign: false },
        ...{ validFrom: today, validTo: day(3) },
      }),
    )
    const http = await documentsHttp(other.office)
    const delegated = await http.call<Shown>(
      seats.deputy,
      `POST /documents/incoming/${id}/direct`,
      { targets: [{ unitId: units.economy, role: 'lead' }], text: 'Giao' },
      { key: testId() },
    )
    expect(delegated.body).toMatchObject({
      state: 'assigned',
      assignments: [{ fromName: 'Hồ Thị Đào', onBehalfOfName: 'Lê Văn Định', enteredAs: 'delegation' }],
    })
    expect(delegated.body.history.at(-1)).toMatchObject({ actorName: 'Hồ Thị Đào', onBehalfOfName: 'Lê Văn Định' })
  })
})

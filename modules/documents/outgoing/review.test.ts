import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const seatId = (seat: OfficeSeat) => desk.office.seats[seat].id
const agree = (seat: OfficeSeat, id: string, text?: string) =>
  desk.actOnLatest(seat, id, 'review', { result: 'agreed', ...(text ? { text } : {}) })
/** 'kind name state' of each question, in their order. */
const questions = async (id: string) =>
  (await desk.see('clerk', id)).body.reviews.map(one => `${one.kind} ${one.name} ${one.state}`)
const asked = async (id: string) =>
  (await desk.see('clerk', id)).body.reviews.filter(one => one.state === 'asked').map(one => one.name)

describe('opinions and checks', () => {
  test('are asked in their order, those of one place at once, then content, then form, then the signer', async () => {
    const id = await desk.draft()
    const reviewers = [
      { seatId: seatId('other-specialist'), ordinal: 2 },
      { seatId: seatId('other-unit-head'), ordinal: 1 },
      { seatId: seatId('deputy'), ordinal: 1 },
    ]
    expect((await desk.actOnLatest('specialist', id, 'submit', { reviewers })).body.state).toBe('in-review')
    expect((await asked(id)).sort()).toEqual(['Hồ Thị Đào', 'Võ Thị Ái'])
    expect((await agree('other-specialist', id)).body.code).toBe('documents.NotAsked')
    await agree('deputy', id)
    expect(await asked(id)).toEqual(['Võ Thị Ái'])
    await agree('other-unit-head', id, 'Bổ sung số liệu năm trước')
    expect(await asked(id)).toEqual(['Bùi Đức Thiện'])
    await agree('other-specialist', id)
    expect(await asked(id)).toEqual(['Phan Quốc Việt'])
    expect((await agree('office-head', id)).status).toBe(403)
    await agree('unit-head', id)
    expect(await asked(id)).toEqual(['Nguyễn Hữu Phước'])
    expect((await desk.act('leader', id, 'approve', { revision: 1 })).status).toBe(409)
    expect((await agree('office-head', id)).body).toMatchObject({
      ...{ state: 'awaiting-approval', holderName: 'Lê Văn Định' },
    })
    const { reviews } = (await desk.see('leader', id)).body
    expect(reviews.find(one => one.name === 'Võ Thị Ái')).toMatchObject({
      text: 'Bổ sung số liệu năm trước',
      version: 1,
    })
  })

  test('are not asked of whoever signs, and answered by the head who sends up what his unit drafted', async () => {
    const own = await desk.draft({}, 'unit-head')
    await desk.actOnLatest('unit-head', own, 'submit')
    expect(await questions(own)).toEqual(['content Phan Quốc Việt agreed', 'form Nguyễn Hữu Phước asked'])

    const signed = await desk.draft({ signerSeatId: seatId('leader') }, 'leader')
    await desk.actOnLatest('leader', signed, 'submit')
    expect(await questions(signed)).toEqual(['form Nguyễn Hữu Phước asked'])
  })

  test('are asked of nobody who has no part in documents', async () => {
    const id = await desk.draft()
    const submit = (seat: string) =>
      desk.actOnLatest('specialist', id, 'submit', { reviewers: [{ seatId: seat, ordinal: 1 }] })
    expect((await submit(seatId('agency-admin'))).body.code).toBe('documents.ReadsNoDocuments')
    expect((await submit(desks.there.office.seats.leader.id)).status).toBe(422)
    expect((await desk.see('specialist', id)).body).toMatchObject({ state: 'draft', reviews: [] })
  })

  test('send the draft back with the reason, drop what was still to be asked, and begin anew afterwards', async () => {
    const id = await desk.draft()
    await desk.actOnLatest('specialist', id, 'submit')
    expect((await desk.actOnLatest('unit-head', id, 'review', { result: 'returned' })).body.code).toBe(
      'documents.ReasonMissing',
    )
    const returned = await desk.actOnLatest('unit-head', id, 'review', { result: 'returned', text: 'Thiếu căn cứ' })
    expect(returned.body).toMatchObject({
      ...{ state: 'returned', stateReason: 'Thiếu căn cứ', holderName: 'Đỗ Minh Ánh' },
    })
    expect(await questions(id)).toEqual(['content Phan Quốc Việt returned'])
    await desk.change('specialist', id, { revision: 1, letter: letter('Căn cứ Luật.'), versionNote: 'Thêm căn cứ' })
    await desk.actOnLatest('specialist', id, 'submit')
    expect((await questions(id)).sort()).toEqual([
      'content Phan Quốc Việt asked',
      'content Phan Quốc Việt returned',
      'form Nguyễn Hữu Phước waiting',
    ])
  })

  test('answered in another’s place bear both names', async () => {
    const today = todayInVietnam(new Date())
    const given = await desk.post<{ id: string }>('other-unit-head', '/delegations', {
      ...{ id: testId(), toSeatId: seatId('other-specialist'), scope: 'outgoing', maySign: false },
      ...{ validFrom: today, validTo: today },
    })
    expect(given.status).toBe(201)
    const id = await desk.draft()
    const reviewers = [{ seatId: seatId('other-unit-head'), ordinal: 1 }]
    await desk.actOnLatest('specialist', id, 'submit', { reviewers })
    const { body } = await agree('other-specialist', id)
    expect(body.reviews[0]).toMatchObject({
      ...{ kind: 'opinion', state: 'agreed', name: 'Bùi Đức Thiện', onBehalfOfName: 'Võ Thị Ái' },
    })
    const [said] = body.history.filter(one => one.act === 'review')
    expect(said).toMatchObject({ actorName: 'Bùi Đức Thiện', onBehalfOfName: 'Võ Thị Ái' })
    expect(await auditOf(id, 'documents.outgoing-review')).toEqual([
      { seat_id: seatId('other-specialist'), on_behalf_of: seatId('other-unit-head') },
    ])
    await desk.post('other-unit-head', `/delegations/${given.body.id}/end`, {})
  })
})

const auditOf = (id: string, act: string) =>
  desk.office.system(({ tx, agency }) =>
    tx
      .selectFrom('audit_entries')
      .select(['seat_id', 'on_behalf_of'])
      .where('agency_id', '=', agency)
      .where('subject_id', '=', id)
      .where('act', '=', act)
      .execute(),
  )

describe('a draft in somebody’s hand', () => {
  test('is changed, sent up and taken back by him alone, until he gives it back', async () => {
    const id = await desk.draft()
    expect((await desk.act('unit-head', id, 'hold')).body.editing).toMatchObject({ name: 'Phan Quốc Việt', own: true })
    const refused = { status: 409, body: { code: 'documents.SomebodyEdits' } }
    expect(await desk.change('specialist', id, { revision: 1, subject: 'khác' })).toMatchObject(refused)
    expect(await desk.act('specialist', id, 'hold')).toMatchObject(refused)
    expect(await desk.actOnLatest('specialist', id, 'submit')).toMatchObject(refused)
    await desk.act('unit-head', id, 'release')
    expect((await desk.actOnLatest('specialist', id, 'submit')).status).toBe(200)
  })

  test('is free again when it was forgotten there for a day, and nobody is named as having it', async () => {
    const id = await desk.draft()
    await desk.act('unit-head', id, 'hold')
    await desk.office.system(({ tx, agency }) =>
      sql`update outgoing_documents set editing_since = editing_since - interval '25 hours' where agency_id = ${agency}
        and id = ${id}`.execute(tx),
    )
    expect((await desk.see('specialist', id)).body.editing).toBeNull()
    expect((await desk.act('specialist', id, 'hold')).body.editing).toMatchObject({ name: 'Đỗ Minh Ánh', own: true })
  })

  test('is free for whom it comes before, once he sends it up himself', async () => {
    const id = await desk.draft()
    await desk.act('specialist', id, 'hold')
    expect((await desk.actOnLatest('specialist', id, 'submit')).body.editing).toBeNull()
  })

  test('is not taken from the signer who edits it, and is free once he returned it', async () => {
    const id = await desk.submitted()
    await desk.act('leader', id, 'hold')
    expect((await desk.act('specialist', id, 'take-back')).body.code).toBe('documents.SomebodyEdits')
    await desk.act('leader', id, 'return', { reason: 'Sửa câu cuối' })
    expect((await desk.see('specialist', id)).body.editing).toBeNull()
    expect((await desk.change('specialist', id, { revision: 1, letter: letter('Đã sửa.') })).status).toBe(200)
  })

  test('is free once its approval fell', async () => {
    const id = await desk.submitted()
    await desk.act('leader', id, 'hold')
    await desk.act('leader', id, 'approve', { revision: 1 })
    await desk.act('clerk', id, 'return', { reason: 'Sai mẫu' })
    expect((await desk.act('specialist', id, 'hold')).body.editing).toMatchObject({ own: true })
  })
})

describe('versions', () => {
  test('stay all, say who made them, and differ word by word', async () => {
    const id = await desk.draft({ letter: letter('Đề nghị báo cáo trước ngày 10.') })
    const changed = { revision: 1, letter: letter('Đề nghị báo cáo trước ngày 15.'), versionNote: 'Lùi hạn' }
    const { body } = await desk.change('unit-head', id, changed)
    expect(body.versions.map(one => [one.version, one.authorName, one.note])).toEqual([
      [1, 'Đỗ Minh Ánh', ''],
      [2, 'Phan Quốc Việt', 'Lùi hạn'],
    ])
    type Difference = { parts: { kind: string; text: string }[] }
    const path = `/documents/outgoing/${id}/difference?from=1&to=2`
    const { parts } = (await desk.get<Difference>('specialist', path)).body
    const of = (kind: string) => parts.filter(part => part.kind === kind).map(part => part.text.trim())
    expect([of('removed'), of('added')]).toEqual([['10'], ['15']])
    expect((await desk.get('other-specialist', path)).status).toBe(404)
  })

  test('are not written over: who had an older one before him is told whose is there now', async () => {
    const id = await desk.draft()
    await desk.change('unit-head', id, { revision: 1, letter: letter('Bản của trưởng phòng.') })
    const late = await desk.change('specialist', id, { revision: 1, letter: letter('Bản của chuyên viên.') })
    expect(late).toMatchObject({ status: 409, body: { code: 'documents.DraftMoved' } })
    expect(late.body).toMatchObject({ detail: expect.stringContaining('Phan Quốc Việt: ') })
    await desk.actOnLatest('specialist', id, 'submit')
    for (const seat of ['unit-head', 'office-head'] as const) await agree(seat, id)
    expect((await desk.act('leader', id, 'approve', { revision: 1 })).body.code).toBe('documents.DraftMoved')
    expect((await desk.act('leader', id, 'approve', { revision: 2 })).body.state).toBe('approved')
  })

  test('keep their facts too: of two who write the later one is told who was quicker and what may be done', async () => {
    const id = await desk.draft()
    expect(
      (await desk.change('unit-head', id, { revision: 1, subject: 'rà soát hộ nghèo, đợt 2' })).body,
    ).toMatchObject({
      ...{ version: 1, revision: 2 },
    })
    const late = await desk.change('specialist', id, { revision: 1, subject: 'rà soát hộ nghèo', note: 'Gấp' })
    expect(late).toMatchObject({ status: 409, body: { code: 'documents.DraftMoved' } })
    expect(late.body).toMatchObject({ detail: expect.stringContaining('Phan Quốc Việt') })
    expect(late.body.allowed).toEqual(expect.arrayContaining(['change', 'submit']))
    expect((await desk.see('specialist', id)).body).toMatchObject({ subject: 'rà soát hộ nghèo, đợt 2', note: null })
    expect((await desk.change('specialist', id, { revision: 2, note: 'Gấp' })).body).toMatchObject({ revision: 3 })
  })

  test('are not approved when facts, recipients or what they answer changed after the signer saw them', async () => {
    const id = await desk.submitted()
    await desk.change('leader', id, { revision: 1, subject: 'rà soát hộ nghèo, sửa trong lúc chờ duyệt' })
    expect(await desk.act('leader', id, 'approve', { revision: 1 })).toMatchObject({
      ...{ status: 409, body: { code: 'documents.DraftMoved' } },
    })
    expect((await desk.see('leader', id)).body.state).toBe('awaiting-approval')
    expect((await desk.act('leader', id, 'approve', { revision: 2 })).body.state).toBe('approved')
  })

  test('are not sent up, nor agreed to, by one who saw an older one', async () => {
    const id = await desk.draft()
    await desk.change('unit-head', id, { revision: 1, subject: 'rà soát hộ nghèo, đợt 3' })
    const moved = {
      status: 409,
      body: { code: 'documents.DraftMoved', detail: expect.stringContaining('Phan Quốc Việt: Sửa dự thảo, ') },
    }
    expect(await desk.act('specialist', id, 'submit', { revision: 1 })).toMatchObject(moved)
    expect((await desk.see('specialist', id)).body).toMatchObject({ state: 'draft', reviews: [] })
    expect((await desk.act('specialist', id, 'submit', { revision: 2 })).body.state).toBe('in-review')

    await desk.act('unit-head', id, 'take-back')
    await desk.change('unit-head', id, { revision: 2, subject: 'rà soát hộ nghèo, đợt 4' })
    await desk.act('specialist', id, 'submit', { revision: 3 })
    for (const result of ['agreed', 'returned'] as const)
      expect(await desk.act('unit-head', id, 'review', { revision: 2, result, text: 'Đã xem' })).toMatchObject(moved)
    expect(await asked(id)).toEqual(['Phan Quốc Việt'])
    expect((await desk.act('unit-head', id, 'review', { revision: 3, result: 'agreed' })).status).toBe(200)
  })

  test('that are changed by one and sent up by another at the same moment are one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await desk.draft()
      const both = await Promise.all([
        desk.change('unit-head', id, { revision: 1, subject: 'rà soát hộ nghèo, sửa gấp' }),
        desk.act('specialist', id, 'submit', { revision: 1 }),
      ])
      expect(both.map(one => one.status).sort()).toEqual([200, 409])
    }
  })

  test('by the signer himself are approved without going round again', async () => {
    const id = await desk.submitted()
    const change = { revision: 1, letter: letter('Chủ tịch sửa.'), signerSeatId: seatId('leader') }
    expect((await desk.change('leader', id, change)).body).toMatchObject({ state: 'awaiting-approval', version: 2 })
    expect((await desk.change('specialist', id, { ...change, revision: 2 })).status).toBe(403)
    expect((await desk.act('leader', id, 'approve', { revision: 2 })).body.state).toBe('approved')
  })
})

test('what a draft said of itself can be emptied, and what is not named stays', async () => {
  const id = await desk.draft({ note: 'Kèm biểu', dueOn: '2027-03-01', meetingPlace: 'Hội trường' })
  const noteOf = async (revision: number, change: object) => {
    expect((await desk.change('specialist', id, { revision, ...change })).status).toBe(200)
    const { note, dueOn, meetingPlace } = (await desk.see('specialist', id)).body
    return [note, dueOn, meetingPlace]
  }
  expect(await noteOf(1, { subject: 'khác' })).toEqual(['Kèm biểu', '2027-03-01', 'Hội trường'])
  expect(await noteOf(2, { note: null, dueOn: null, meetingPlace: null })).toEqual([null, null, null])
})

describe('a comment', () => {
  const comment = (seat: OfficeSeat, id: string, commentId: string, text = 'Nên ghi rõ hạn') =>
    desk.act(seat, id, 'comment', { commentId, text })

  test('is written once, on the version that was there', async () => {
    const [id, commentId] = [await desk.draft(), testId()]
    await comment('unit-head', id, commentId)
    const { body } = await comment('unit-head', id, commentId)
    expect(body.comments).toMatchObject([{ name: 'Phan Quốc Việt', text: 'Nên ghi rõ hạn', version: 1, own: true }])
    expect((await comment('unit-head', id, commentId, 'Khác')).body.code).toBe('platform.SentDifferently')
  })

  test('is settled by its author or by the drafter, and by nobody else', async () => {
    const [id, commentId] = [await desk.draft(), testId()]
    await desk.actOnLatest('specialist', id, 'submit')
    await comment('clerk', id, commentId)
    const settle = (seat: OfficeSeat) => desk.act(seat, id, 'resolve-comment', { commentId })
    for (const seat of ['leader', 'office-head', 'deputy'] as const) {
      expect((await desk.see(seat, id)).body.comments[0]!.mayResolve).toBe(false)
      expect(await settle(seat)).toMatchObject({ status: 403, body: { code: 'documents.CommentOfAnother' } })
    }
    for (const seat of ['clerk', 'specialist', 'unit-head'] as const)
      expect((await desk.see(seat, id)).body.comments[0]!.mayResolve).toBe(true)
    const { body } = await settle('specialist')
    expect(body.comments[0]).toMatchObject({ resolvedAt: expect.any(String), mayResolve: false })
    expect((await settle('clerk')).body.comments[0]!.resolvedAt).toBe(body.comments[0]!.resolvedAt)
    expect((await desk.act('clerk', id, 'resolve-comment', { commentId: testId() })).status).toBe(404)
  })
})

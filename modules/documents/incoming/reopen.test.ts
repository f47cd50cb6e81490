import { beforeAll, describe, expect, test } from 'vitest'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { replyWithdrawn } from './reply-link.ts'

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const seat = (name: OfficeSeat) => desk.office.seats[name].id
const done = async (by: OfficeSeat, id: string, act: string, body: object = {}) => {
  const answer = await desk.act(by, id, act, body)
  expect(answer.status, `${by} ${act}: ${answer.text}`).toBe(200)
  return answer.body
}
const allowedFor = async (by: OfficeSeat, id: string) => (await desk.see(by, id)).body.allowed
const noticesOf = (by: OfficeSeat, id: string) =>
  desk.office.act(by, async ({ tx, agency, actor }) => {
    const rows = await tx
      .selectFrom('notices')
      .select('kind')
      .where('agency_id', '=', agency)
      .where('seat_id', '=', actor.seatId)
      .where('subject_id', '=', id)
      .execute()
    return rows.map(({ kind }) => kind)
  })

/** Chairman over deputy to a specialist, whom a village head helps and who reports that it is done. */
async function finished(): Promise<string> {
  const id = await desk.register()
  await done('leader', id, 'direct', { targets: [{ seatId: seat('deputy'), role: 'direct' }] })
  await done('deputy', id, 'direct', {
    targets: [
      { seatId: seat('specialist'), role: 'lead' },
      { seatId: seat('village-head'), role: 'assist' },
      { seatId: seat('other-unit-head'), role: 'assist' },
    ],
  })
  await done('specialist', id, 'open')
  await done('other-unit-head', id, 'finish', { result: 'Đã góp ý' })
  expect(await done('specialist', id, 'finish', { result: 'Đã trả lời' })).toMatchObject({ state: 'finished' })
  return id
}

describe('a finished document', () => {
  test('goes on where it was when whoever finished it takes that back, without a reason', async () => {
    const id = await finished()
    const again = await done('specialist', id, 'reopen')
    expect(again).toMatchObject({ state: 'in-progress', holderName: 'Đỗ Minh Ánh' })
    expect(again.assignments.map(one => [one.toName, one.state, one.result])).toEqual([
      ['Hồ Thị Đào', 'open', null],
      ['Đỗ Minh Ánh', 'in-progress', null],
      ['Hoàng Đình Cảnh', 'open', null],
      ['Võ Thị Ái', 'done', 'Đã góp ý'],
    ])
    expect(await noticesOf('village-head', id)).toContain('assignments.reopened')
    expect(await done('specialist', id, 'finish', { result: 'Đã trả lời lần hai' })).toMatchObject({
      state: 'finished',
    })
  })

  test('is opened again by who gave the work, the first leader or the clerk, each with a reason, and by nobody else', async () => {
    for (const by of ['deputy', 'leader', 'clerk'] as const) {
      const id = await finished()
      const bare = await desk.act(by, id, 'reopen')
      expect(bare).toMatchObject({ status: 422, body: { code: 'documents.ReopenReason' } })
      const again = await done(by, id, 'reopen', { reason: 'Kết quả chưa đủ' })
      expect(again).toMatchObject({ state: 'in-progress', holderName: 'Đỗ Minh Ánh' })
      expect(again.history.at(-1)).toMatchObject({ act: 'reopen', text: 'Kết quả chưa đủ' })
    }
    const id = await finished()
    for (const by of ['office-head', 'village-head'] as const) expect(await allowedFor(by, id)).not.toContain('reopen')
  })

  test('is told to whoever finished it when its answer is taken back', async () => {
    const id = await finished()
    const reply = { id: seat('clerk'), in_reply_to: id, restricted: false, notation: '5/UBND' }
    await desk.office.act('clerk', context => replyWithdrawn(context, reply))
    expect(await noticesOf('specialist', id)).toContain('documents.answer-withdrawn')
  })
})

describe('what needs no work', () => {
  test('is kept by the leader with his words, and those are told who are to know', async () => {
    const id = await desk.register()
    const kept = await done('leader', id, 'finish-without-work', {
      text: 'Lưu; gửi để biết.',
      targets: [{ seatId: seat('village-head'), role: 'inform' }],
    })
    expect(kept).toMatchObject({ state: 'finished', holderName: '', lateness: { kind: 'none' } })
    expect(kept.history.at(-1)).toMatchObject({ act: 'finish-without-work', text: 'Lưu; gửi để biết.' })
    expect((await desk.see('village-head', id)).body.assignments).toMatchObject([{ role: 'inform', state: 'open' }])
    expect(await done('leader', id, 'reopen')).toMatchObject({ state: 'awaiting-direction', holderName: 'Lê Văn Định' })
  })

  test('is kept by the office head where it waits for his proposal, and goes back to him', async () => {
    const id = await desk.register()
    await done('leader', id, 'return', { reason: 'Đề nghị Văn phòng đề xuất' })
    expect(await done('office-head', id, 'finish-without-work', { text: 'Lưu.' })).toMatchObject({ state: 'finished' })
    const again = await done('office-head', id, 'reopen')
    expect(again).toMatchObject({ state: 'awaiting-proposal', holderName: 'Nguyễn Hữu Phước' })
  })

  test('is typed in by the clerk as a leader wrote it, who is told; not in his own name', async () => {
    const id = await desk.register()
    const alone = await desk.act('clerk', id, 'finish-without-work', { text: 'Lưu.' })
    expect(alone.body.code).toBe('documents.LeaderNeeded')
    const kept = await done('clerk', id, 'finish-without-work', { text: 'Lưu.', onBehalfOf: seat('leader') })
    expect(kept.history.at(-1)).toMatchObject({ actorName: 'Trần Thị Lụa', onBehalfOfName: 'Lê Văn Định' })
    expect(await noticesOf('leader', id)).toContain('documents.entered-for-you')
  })

  test('is not what somebody is to do, nor for what somebody leads already', async () => {
    const id = await desk.register()
    const targets = [{ seatId: seat('specialist'), role: 'assist' }]
    const work = await desk.act('leader', id, 'finish-without-work', { text: 'Lưu.', targets })
    expect(work.body.code).toBe('documents.OnlyToKnow')
    await done('leader', id, 'direct', { targets: [{ seatId: seat('deputy'), role: 'direct' }] })
    expect(await allowedFor('deputy', id)).not.toContain('finish-without-work')
    expect(await allowedFor('deputy', id)).toContain('finish')
  })
})

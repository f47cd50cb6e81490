import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
})
afterAll(() => desks.stop())

const renameUnit = (abbreviation: string) =>
  desks.here.office.system(({ tx, agency }) =>
    tx
      .updateTable('units')
      .set({ abbreviation })
      .where('agency_id', '=', agency)
      .where('id', '=', desks.here.office.units.economy)
      .execute(),
  )

test('a letter is numbered under the notation that its frozen page prints, or goes back', {
  timeout: 120_000,
}, async () => {
  const desk = desks.here
  const id = await desk.approved()
  await renameUnit('KTHT')
  const refused = await desk.act('clerk', id, 'number')
  expect([refused.status, refused.body.code]).toEqual([409, 'documents.NotationMoved'])
  expect(refused.body.title).toContain('KTHT')
  expect((await desk.see('clerk', id)).body.number).toBeNull()

  expect((await desk.act('clerk', id, 'return', { reason: 'Ký hiệu đã đổi' })).status).toBe(200)
  await desk.actOnLatest('specialist', id, 'submit')
  for (const seat of ['unit-head', 'office-head'] as const)
    await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
  const approved = await desk.actOnLatest('leader', id, 'approve')
  expect(approved.status, approved.text).toBe(200)
  await desks.carried()
  const { status, body, text } = await desk.act('clerk', id, 'number')
  expect(status, text).toBe(200)
  expect(body.notation).toMatch(/-KTHT$/)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toSeat, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import { takeBack } from './take-back.ts'
import { openOutgoing } from './talk.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const marksOf = async (id: string) =>
  (await desk.see('clerk', id)).body.recipients.map(({ state, reads }) => [
    state,
    reads && [reads.of, reads.by.map(one => one.name)],
  ])

test('what is issued to a unit tells who of it has read it; whoever had a hand in it is not counted', async () => {
  const { economy, culture, office } = desk.office.units
  const id = await desk.quick.dispatched({ recipients: [toUnit(economy), toUnit(culture), toUnit(office)] })
  for (const seat of ['specialist', 'clerk', 'leader', 'auditor'] as const) await desk.act(seat, id, 'open')
  // The unit of the drafter has its head left, the office's own unit the office head without the clerk.
  expect(await marksOf(id)).toEqual([
    ['sent', [1, []]],
    ['sent', [2, []]],
    ['sent', [1, []]],
  ])
  for (const seat of ['office-head', 'other-specialist', 'other-unit-head'] as const) await desk.act(seat, id, 'open')
  expect(await marksOf(id)).toEqual([
    ['sent', [1, []]],
    ['read', [2, ['Bùi Đức Thiện', 'Võ Thị Ái']]],
    ['read', [1, ['Nguyễn Hữu Phước']]],
  ])
})

test('who looked at a draft has the issued document still to read', async () => {
  const { economy } = desk.office.units
  const id = await desk.quick.numbered({ recipients: [toUnit(economy)] })
  await desk.act('unit-head', id, 'open')
  await desk.act('clerk', id, 'dispatch')
  expect(await marksOf(id)).toEqual([['sent', [1, []]]])
  await desk.act('unit-head', id, 'open')
  expect(await marksOf(id)).toEqual([['read', [1, ['Phan Quốc Việt']]]])
})

test('a restricted document is read by the head of a unit, who alone sees it', async () => {
  const { culture } = desk.office.units
  const id = await desk.quick.dispatched({ restricted: true, recipients: [toUnit(culture)] })
  expect((await desk.act('other-specialist', id, 'open')).status).toBe(404)
  await desk.act('other-unit-head', id, 'open')
  expect(await marksOf(id)).toEqual([['read', [1, ['Võ Thị Ái']]]])
})

test('a restricted document that its clerk was to read too is still his when it is taken back', async () => {
  const { clerk } = desk.office.seats
  const id = await desk.quick.dispatched({ restricted: true, recipients: [toSeat(clerk.id)] })
  expect((await desk.act('clerk', id, 'take-back', { reason: 'Thiếu nơi nhận' })).status).toBe(200)
  expect((await desk.see('clerk', id)).body.allowed).toContain('dispatch')
  expect((await desk.act('clerk', id, 'dispatch')).status).toBe(200)
})

/** Begins an act of a seat while another has done its own and not yet ended. */
async function meanwhile<Other>(
  seat: OfficeSeat,
  done: Parameters<typeof desk.office.act>[1],
  other: () => Promise<Other>,
) {
  let begun: Promise<Other> | undefined
  await desk.office.act(seat, async context => {
    await done(context)
    begun = other()
    await new Promise(resolve => setTimeout(resolve, 400))
  })
  return (await begun)!
}

test('what a reader opens is not had back from him at that moment, and what is had back he does not open', async () => {
  const person = () => desk.quick.dispatched({ recipients: [toSeat(desk.office.seats['village-head'].id)] })
  const read = await person()
  const late = await meanwhile(
    'village-head',
    context => openOutgoing(context, { id: read }),
    () => desk.act('clerk', read, 'take-back'),
  )
  expect(late.body.code).toBe('documents.AlreadyOpenedThere')
  expect((await desk.see('village-head', read)).status).toBe(200)
  const back = await person()
  const tooLate = await meanwhile(
    'clerk',
    context => takeBack(context, { id: back }),
    () => desk.act('village-head', back, 'open'),
  )
  expect(tooLate.status).toBe(404)
  expect(await marksOf(back)).toEqual([['taken-back', null]])
})

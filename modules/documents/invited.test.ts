import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { upload } from '#tests/office/books.ts'
import { type Shown as Arrived, incomingOffice } from '#tests/office/incoming.ts'
import { letter, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import type { Today } from './contract.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
})
afterAll(() => desks.stop())

const today = todayInVietnam(new Date())
const at = (day: string) => new Date(`${day}T14:00:00+07:00`).toISOString()
const meeting = { meetingPlace: 'Hội trường UBND xã', meetingChair: 'Chủ tịch UBND xã' }
const invitation = { typeCode: 'giay-moi', subject: 'Họp giao ban', meetingAt: at(today), ...meeting }

test('an invitation carries its time, place, chair and invited to whoever gets it, who finds it on the day', async () => {
  const { here, there } = desks
  const files = [{ uploadId: await upload(here.office, 'specialist'), role: 'main' as const }]
  const invited = { meetingInvited: 'Trưởng các thôn;\nTrưởng các phòng' }
  const id = await here.quick.dispatched({ ...invitation, ...invited, files, recipients: [toOffice(there.office)] })
  expect((await here.see('clerk', id)).body).toMatchObject({ ...meeting, ...invited })
  await desks.carried()
  const { items } = (await there.get<{ items: { id: string }[] }>('clerk', '/documents/incoming?tab=to-register')).body
  const { body } = await there.get<Arrived>('clerk', `/documents/incoming/${items[0]!.id}`)
  expect(body).toMatchObject({ typeCode: 'giay-moi', meetingAt: at(today), ...meeting, ...invited })
  const { invitations } = (await there.get<Today>('clerk', '/documents/today')).body
  expect(invitations).toMatchObject([{ documentId: body.id, at: at(today), place: 'Hội trường UBND xã' }])
})

test('of one that is written here the invited are those at its head, also after they were changed', async () => {
  const { here } = desks
  const id = await here.draft({
    ...invitation,
    letter: letter('Đề nghị đến đúng giờ.', ['Trưởng thôn 1', 'Trưởng thôn 2']),
  })
  expect((await here.see('specialist', id)).body.meetingInvited).toBe('Trưởng thôn 1; Trưởng thôn 2')
  const changed = { revision: 1, letter: letter('Đề nghị đến đúng giờ.', ['Trưởng các thôn']) }
  expect((await here.change('specialist', id, changed)).status).toBe(200)
  expect((await here.see('specialist', id)).body.meetingInvited).toBe('Trưởng các thôn')
  await here.change('specialist', id, { revision: 2, subject: 'Họp giao ban tháng' })
  expect((await here.see('specialist', id)).body.meetingInvited).toBe('Trưởng các thôn')
})

test('one that came on paper has them as they were entered, and is found by them; another day’s is not on the day', async () => {
  const desk = await incomingOffice()
  const id = await desk.register({
    ...{ ...invitation, meetingAt: at(addDays(today, 1)), meetingInvited: 'Ban công tác Mặt trận' },
  })
  expect((await desk.see('leader', id)).body).toMatchObject({ ...meeting, meetingInvited: 'Ban công tác Mặt trận' })
  const found = await desk.get<{ items: { id: string }[] }>('leader', '/documents/search?q=cong+tac+mat+tran')
  expect(found.body.items.map(one => one.id)).toEqual([id])
  expect((await desk.get<Today>('leader', '/documents/today')).body.invitations).toEqual([])
})

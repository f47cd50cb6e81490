import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { closeAgency } from '#modules/agencies/close-agency.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
let desk: OutgoingDesk
const today = calendarDate(todayInVietnam(new Date()))
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const neighbour = (place: string): Promise<Office> =>
  makeOffice({ server: desk.office.machinery.pool }, { machinery: desk.office.machinery, place })
const close = (office: Office, closedOn = today) =>
  office.system(context => closeAgency(context, { closedOn, successorId: desks.there.office.agencyId }))
const inOutbox = (recipientId: string) =>
  desk.office.system(({ tx, agency }) =>
    tx
      .selectFrom('outbox')
      .select('id')
      .where('agency_id', '=', agency)
      .where('subject_id', '=', recipientId)
      .execute(),
  )

test('a commune merged between draft and dispatch is refused by name, with who took over, and nobody is sent anything', async () => {
  const merged = await neighbour('Hướng Phùng')
  const id = await desk.quick.numbered({ recipients: [toOffice(desks.there.office), toOffice(merged)] })
  const [first] = (await desk.see('clerk', id)).body.recipients
  await close(merged)
  const refused = await desk.act('clerk', id, 'dispatch')
  expect(refused).toMatchObject({ status: 422, body: { code: 'documents.RecipientGone' } })
  expect(refused.body.title).toContain('Ủy ban nhân dân xã Hướng Phùng (nay thuộc Ủy ban nhân dân xã Triệu Phong)')
  expect(refused.body.title).not.toContain('không còn: Ủy ban nhân dân xã Triệu Phong')
  expect(await inOutbox(first!.id)).toEqual([])
  expect((await desk.see('clerk', id)).body.state).toBe('numbered')

  const left = { recipients: [toOffice(desks.there.office)] }
  expect((await desk.actOnLatest('clerk', id, 'recipients', left)).status).toBe(200)
  expect((await desk.act('clerk', id, 'dispatch')).body.state).toBe('dispatched')
})

test('a body that is closed already is refused when it is chosen; one that closes tomorrow still gets its papers', async () => {
  const [gone, going] = [await neighbour('Ba Tầng'), await neighbour('A Dơi')]
  await close(gone)
  await close(going, addDays(today, 1))
  const id = await desk.draft()
  const choose = (office: Office) =>
    desk.actOnLatest('specialist', id, 'recipients', { recipients: [toOffice(office)] })
  expect((await choose(gone)).body.code).toBe('documents.RecipientGone')
  expect((await choose(going)).status).toBe(200)
})

test('an own person who left, or an own unit that was closed, is refused by name too', async () => {
  const { seats, units, agencyId } = desk.office
  const to = (party: object) => ({
    ...{ id: testId(), carrier: 'system' as const, purpose: 'inform' as const },
    ...party,
  })
  const recipients = [
    to({ kind: 'seat', seatId: seats['other-specialist'].id }),
    to({ kind: 'unit', unitId: units.village }),
    to({ kind: 'unit', unitId: units.culture }),
  ] as NonNullable<Parameters<OutgoingDesk['draft']>[0]>['recipients']
  const id = await desk.quick.numbered({ recipients })
  await desk.office.system(async ({ tx }) => {
    const end = { valid_to: today }
    const whose = { agency_id: agencyId, id: seats['other-specialist'].id }
    await tx.updateTable('seats').set(end).where('agency_id', '=', whose.agency_id).where('id', '=', whose.id).execute()
    await tx.updateTable('units').set(end).where('agency_id', '=', agencyId).where('id', '=', units.village).execute()
  })
  const refused = await desk.act('clerk', id, 'dispatch')
  const names = (await desk.see('clerk', id)).body.recipients.map(one => one.name)
  expect(refused.body).toMatchObject({
    code: 'documents.RecipientGone',
    title: `Nơi nhận không còn: ${names[0]}; ${names[1]}.`,
  })
})

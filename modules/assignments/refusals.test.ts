import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { Subject } from '#platform/acts/context.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import type { GivenTarget } from './contract.ts'
import { assignmentsPort as port } from './port.ts'

let office: Office
beforeAll(async () => {
  office = await makeOffice(await testDatabase(), { ports: { assignments: port } })
})

const dueOn = addDays(todayInVietnam(new Date()), 9)
const newSubject = (): Subject => ({ type: 'incoming-document', id: testId() })
const give = (subject: Subject, targets: readonly GivenTarget[]) =>
  office.act('leader', context =>
    port.give(context, {
      ...{ subject, targets, dueOn, text: 'Tham mưu trả lời', needsLead: true },
      from: { seatId: context.actor.seatId, enteredAs: 'self' },
    }),
  )

describe('work', () => {
  test('is given to nobody who has no part in documents, and nobody directs who leads nobody', async () => {
    const { seats, units } = office
    await expect(give(newSubject(), [{ seatId: seats.auditor.id, role: 'lead' }])).rejects.toMatchObject({
      code: 'assignments.PartyUnfit',
      title: expect.stringContaining('Mai Thế Sự'),
    })
    for (const target of [{ seatId: seats.specialist.id }, { unitId: units.economy }])
      await expect(give(newSubject(), [{ ...target, role: 'direct' }])).rejects.toMatchObject({
        code: 'assignments.DirectorUnfit',
      })
  })

  test('of who only assists has no lead to be changed, and a deadline is moved to another day alone', async () => {
    const { units } = office
    const [lead, assist] = await give(newSubject(), [
      { unitId: units.economy, role: 'lead' },
      { unitId: units.culture, role: 'assist' },
    ])
    const change = { assignmentId: assist!.id, unitId: units.village, reason: 'Thử' }
    await expect(office.act('leader', context => port.changeLead(context, change))).rejects.toMatchObject({
      code: 'assignments.NotLead',
    })
    const unchanged = { assignmentId: lead!.id, unitId: units.economy, reason: 'Thử' }
    await expect(office.act('leader', context => port.changeLead(context, unchanged))).rejects.toMatchObject({
      code: 'assignments.LeadUnchanged',
      title: expect.stringContaining('Phòng Kinh tế'),
    })
    const same = { assignmentId: lead!.id, dueOn, reason: 'Thử' }
    await expect(office.act('leader', context => port.moveDeadline(context, same))).rejects.toMatchObject({
      code: 'assignments.DueUnchanged',
    })
  })
})

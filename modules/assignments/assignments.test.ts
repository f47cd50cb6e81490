import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { saveUnit } from '#modules/agencies/save-unit.ts'
import type { Subject } from '#platform/acts/context.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, type OfficeSeat, officeOpenedOn, testId } from '#tests/office/make-office.ts'
import type { GivenTarget } from './contract.ts'
import { assignmentsPort as port } from './port.ts'

let office: Office
beforeAll(async () => {
  office = await makeOffice(await testDatabase(), { ports: { assignments: port } })
})

const today = todayInVietnam(new Date())
const day = (offset: number): CalendarDate => addDays(today, offset)
const newSubject = (): Subject => ({ type: 'incoming-document', id: testId() })
const seat = (name: OfficeSeat) => ({ seatId: office.seats[name].id })

/** Gives work as the holder of a seat; answers the new pieces in the order of the targets. */
const give = (
  by: OfficeSeat,
  subject: Subject,
  targets: readonly GivenTarget[],
  more: { parentId?: string; dueOn?: CalendarDate; latest?: CalendarDate; needsLead?: boolean } = {},
) =>
  office.act(by, context =>
    port.give(context, {
      subject,
      from: { seatId: office.seats[by].id, enteredAs: 'self' },
      text: 'Tham mưu trả lời',
      targets,
      needsLead: true,
      ...more,
    }),
  )
const all = (subject: Subject) => office.act('leader', context => port.ofSubject(context, subject))
const noticesOf = (name: OfficeSeat, subject: Subject) =>
  office.act(name, async ({ tx, agency }) =>
    (
      await tx
        .selectFrom('notices')
        .select('kind')
        .where('agency_id', '=', agency)
        .where('seat_id', '=', office.seats[name].id)
        .where('subject_id', '=', subject.id)
        .orderBy('created_at')
        .execute()
    ).map(row => row.kind.replace('assignments.', '')),
  )

describe('over several levels', () => {
  test('work goes from the chairman to a person, each level with its own deadline, none later than the one above', async () => {
    const subject = newSubject()
    const [toDeputy] = await give('leader', subject, [{ ...seat('deputy'), role: 'direct', dueOn: day(20) }])
    const [toHead] = await give('deputy', subject, [{ ...seat('office-head'), role: 'direct', dueOn: day(18) }], {
      parentId: toDeputy!.id,
    })
    const economy = { unitId: office.units.economy, role: 'lead' as const }
    const tooLate = give('office-head', subject, [{ ...economy, dueOn: day(19) }], { parentId: toHead!.id })
    await expect(tooLate).rejects.toMatchObject({ code: 'assignments.DueAfterParent' })
    const [toUnit] = await give('office-head', subject, [economy], { parentId: toHead!.id })
    expect(toUnit!.dueOn).toBe(day(18))
    const [toPerson] = await give('unit-head', subject, [{ ...seat('specialist'), role: 'lead', dueOn: day(10) }], {
      parentId: toUnit!.id,
    })
    expect(toPerson).toMatchObject({ parentId: toUnit!.id, toName: 'Đỗ Minh Ánh', state: 'open', mine: false })
    expect(await office.act('specialist', context => port.findMine(context, subject))).toMatchObject({
      id: toPerson!.id,
      mine: true,
    })
  })

  test('a second lead at one level is refused, whoever adds it and whenever', async () => {
    const subject = newSubject()
    await give('leader', subject, [{ unitId: office.units.economy, role: 'lead' }])
    const second = give('leader', subject, [{ unitId: office.units.culture, role: 'lead' }], { needsLead: false })
    await expect(second).rejects.toMatchObject({ code: 'assignments.TwoLeads' })
    const beside = give('leader', subject, [{ unitId: office.units.culture, role: 'assist' }], { needsLead: false })
    await expect(beside).resolves.toHaveLength(1)
  })

  test('a unit of another office, and a seat that is none, are unknown', async () => {
    const other = await makeOffice(await testDatabase())
    await expect(give('leader', newSubject(), [{ unitId: other.units.economy, role: 'lead' }])).rejects.toMatchObject({
      code: 'agencies.UnitUnknown',
    })
    await expect(
      give('leader', newSubject(), [{ seatId: other.seats.specialist.id, role: 'lead' }]),
    ).rejects.toMatchObject({ code: 'agencies.SeatUnknown' })
  })
})

describe('whoever holds work', () => {
  test('opens it, and what only informs is done by that', async () => {
    const subject = newSubject()
    await give('leader', subject, [
      { unitId: office.units.economy, role: 'lead' },
      { ...seat('other-specialist'), role: 'inform' },
    ])
    const opened = await office.act('other-specialist', context => port.markOpened(context, subject))
    expect(opened).toMatchObject([{ role: 'inform', state: 'done' }])
    // A colleague of the unit reads along: the work waits for who leads the unit.
    expect(await office.act('specialist', context => port.markOpened(context, subject))).toEqual([])
    expect(await office.act('unit-head', context => port.markOpened(context, subject))).toMatchObject([
      { role: 'lead', state: 'in-progress' },
    ])
    expect(await office.act('unit-head', context => port.markOpened(context, subject))).toEqual([])
  })

  test('reports the result of it, and nobody else does', async () => {
    const subject = newSubject()
    const [lead] = await give('leader', subject, [{ unitId: office.units.economy, role: 'lead' }])
    const [person] = await give('unit-head', subject, [{ ...seat('specialist'), role: 'lead' }], { parentId: lead!.id })
    const byStranger = office.act('other-specialist', context =>
      port.finish(context, { assignmentId: person!.id, result: 'Xong' }),
    )
    await expect(byStranger).rejects.toMatchObject({ code: 'assignments.NotYours', status: 403 })
    const byHead = office.act('unit-head', context =>
      port.finish(context, { assignmentId: lead!.id, result: 'Đã báo cáo UBND tỉnh' }),
    )
    await expect(byHead).resolves.toMatchObject({ state: 'done', officialState: 'done-in-time' })
    expect(await all(subject)).toMatchObject([{ state: 'done' }, { id: person!.id, state: 'done' }])
    const again = office.act('specialist', context =>
      port.finish(context, { assignmentId: person!.id, result: 'Xong' }),
    )
    await expect(again).rejects.toMatchObject({ code: 'assignments.NotOpen', status: 409 })
    expect(await noticesOf('leader', subject)).toEqual(['finished'])
  })

  test('gives it back with a reason, and what hung below is withdrawn', async () => {
    const subject = newSubject()
    const [lead] = await give('leader', subject, [{ unitId: office.units.economy, role: 'lead' }])
    await give('unit-head', subject, [{ ...seat('specialist'), role: 'lead' }], { parentId: lead!.id })
    await office.act('unit-head', context =>
      port.giveBack(context, { assignmentId: lead!.id, reason: 'Việc của Phòng Văn hóa – Xã hội' }),
    )
    expect(await all(subject)).toMatchObject([
      { state: 'returned', returnReason: 'Việc của Phòng Văn hóa – Xã hội' },
      { state: 'withdrawn' },
    ])
    expect(await noticesOf('specialist', subject)).toEqual(['given', 'withdrawn'])
  })
})

describe('whoever gave work', () => {
  test('takes it back before it is opened, and withdraws it afterwards', async () => {
    const subject = newSubject()
    const [first] = await give('leader', subject, [{ unitId: office.units.economy, role: 'lead' }])
    const takeBack = (assignmentId: string) =>
      office.act('leader', context =>
        port.withdraw(context, { assignmentIds: [assignmentId], reason: 'Giao nhầm', onlyUnopened: true }),
      )
    expect(await takeBack(first!.id)).toMatchObject([{ state: 'withdrawn' }])
    const [second] = await give('leader', subject, [{ unitId: office.units.culture, role: 'lead' }])
    await office.act('other-unit-head', context => port.markOpened(context, subject))
    await expect(takeBack(second!.id)).rejects.toMatchObject({ code: 'assignments.AlreadyOpened', status: 409 })
    const byStranger = office.act('clerk', context =>
      port.withdraw(context, { assignmentIds: [second!.id], reason: 'Nhầm', onlyUnopened: false }),
    )
    await expect(byStranger).rejects.toMatchObject({ code: 'assignments.NotGivenByYou' })
  })

  test('changes the lead: words, deadline and place stay, who assisted does not do both', async () => {
    const subject = newSubject()
    const [lead, assist] = await give('leader', subject, [
      { unitId: office.units.economy, role: 'lead', dueOn: day(7) },
      { unitId: office.units.culture, role: 'assist' },
    ])
    const changed = await office.act('leader', context =>
      port.changeLead(context, { assignmentId: lead!.id, unitId: office.units.culture, reason: 'Đúng chức năng hơn' }),
    )
    expect(changed).toMatchObject({ role: 'lead', dueOn: day(7), text: 'Tham mưu trả lời', state: 'open' })
    const states = new Map((await all(subject)).map(one => [one.id, one.state]))
    expect([states.get(lead!.id), states.get(assist!.id)]).toEqual(['replaced', 'replaced'])
    expect(await noticesOf('unit-head', subject)).toEqual(['given', 'replaced'])
    const noLead = office.act('leader', context =>
      port.changeLead(context, { assignmentId: assist!.id, unitId: office.units.village, reason: 'Thử' }),
    )
    await expect(noLead).rejects.toMatchObject({ code: 'assignments.NotOpen' })
  })

  test('urges it as often as he likes: it is counted and stands first in the day of whoever holds it', async () => {
    const [calm, urged] = [newSubject(), newSubject()]
    await give('leader', calm, [{ ...seat('other-specialist'), role: 'lead', dueOn: today }])
    const [work] = await give('leader', urged, [{ ...seat('other-specialist'), role: 'lead', dueOn: day(30) }])
    const urge = () =>
      office.act('clerk', context =>
        port.urge(context, { assignmentIds: [work!.id], text: 'Đề nghị báo cáo trước 16 giờ' }),
      )
    await urge()
    expect(await urge()).toMatchObject([{ urgedCount: 2, urgedText: 'Đề nghị báo cáo trước 16 giờ' }])
    const open = await office.act('other-specialist', context =>
      port.openOf(context, { seatIds: [office.seats['other-specialist'].id], unitIds: [] }, 10),
    )
    expect(open.at(0)?.subject).toEqual(urged)
    expect(await noticesOf('other-specialist', urged)).toEqual(['given', 'urged', 'urged'])
  })
})

describe('more time', () => {
  test('is asked once, answered by whoever gave the work, and never reaches past the deadline above', async () => {
    const subject = newSubject()
    const [lead] = await give('leader', subject, [{ unitId: office.units.economy, role: 'lead', dueOn: day(10) }])
    const [person] = await give('unit-head', subject, [{ ...seat('specialist'), role: 'lead', dueOn: day(5) }], {
      parentId: lead!.id,
    })
    const ask = (id: string, dueOn: CalendarDate) =>
      office.act('specialist', context =>
        port.askExtension(context, { id, assignmentId: person!.id, dueOn, reason: 'Chờ số liệu của thôn' }),
      )
    await expect(ask(testId(), day(5))).rejects.toMatchObject({ code: 'assignments.ExtensionNotLater' })
    const extensionId = testId()
    expect(await ask(extensionId, day(12))).toMatchObject({
      extension: { askedDueOn: day(12), askedBy: 'Đỗ Minh Ánh' },
    })
    expect(await ask(extensionId, day(12))).toMatchObject({ extension: { id: extensionId } })
    await expect(ask(testId(), day(13))).rejects.toMatchObject({ code: 'assignments.ExtensionPending' })
    const waiting = await office.act('unit-head', context =>
      port.extensionsToAnswer(context, [office.seats['unit-head'].id], 10),
    )
    expect(waiting).toMatchObject([{ id: person!.id }])

    const answer = (by: OfficeSeat, grantedDueOn: CalendarDate | null) =>
      office.act(by, context => port.answerExtension(context, { extensionId, grantedDueOn, text: 'Đồng ý một phần' }))
    await expect(answer('specialist', day(8))).rejects.toMatchObject({ code: 'assignments.NotGivenByYou' })
    await expect(answer('unit-head', day(12))).rejects.toMatchObject({ code: 'assignments.DueAfterParent' })
    expect(await answer('unit-head', day(8))).toMatchObject({ dueOn: day(8), extension: null })
    await expect(answer('unit-head', day(9))).rejects.toMatchObject({ code: 'assignments.ExtensionAnswered' })
  })
})

describe('a direction entered in a leader’s name', () => {
  test('is put right by him: who stays keeps his work, who goes loses it, who is new gets it', async () => {
    const subject = newSubject()
    const onBehalfOf = office.seats.leader.id
    const entered = await office.act('clerk', context =>
      port.give(context, {
        subject,
        from: { seatId: office.seats.clerk.id, onBehalfOf, enteredAs: 'from-paper' },
        text: 'Giao Kinh tế',
        targets: [
          { unitId: office.units.economy, role: 'lead' },
          { unitId: office.units.culture, role: 'assist' },
        ],
        needsLead: true,
      }),
    )
    expect(entered[0]).toMatchObject({
      fromName: 'Trần Thị Lụa',
      onBehalfOfName: 'Lê Văn Định',
      enteredAs: 'from-paper',
    })
    await office.act('leader', context =>
      port.give(context, {
        subject,
        insteadOf: entered.map(one => one.id),
        from: { seatId: onBehalfOf, enteredAs: 'self' },
        text: 'Kinh tế chủ trì, thôn phối hợp',
        targets: [
          { unitId: office.units.economy, role: 'lead' },
          { unitId: office.units.village, role: 'assist' },
        ],
        dueOn: day(6),
        needsLead: true,
      }),
    )
    expect(await all(subject)).toMatchObject([
      { id: entered[0]!.id, text: 'Kinh tế chủ trì, thôn phối hợp', dueOn: day(6), state: 'open' },
      { id: entered[1]!.id, state: 'withdrawn' },
      { toUnitId: office.units.village, role: 'assist', state: 'open' },
    ])
  })
})

describe('no deadline is later than the one above', () => {
  test('when a leader corrects what was given on already: what hangs below comes nearer too', async () => {
    const subject = newSubject()
    const onBehalfOf = office.seats.leader.id
    const entered = await office.act('clerk', context =>
      port.give(context, {
        ...{ subject, text: 'Giao', needsLead: true, dueOn: day(9) },
        from: { seatId: context.actor.seatId, onBehalfOf, enteredAs: 'from-paper' },
        targets: [{ unitId: office.units.economy, role: 'lead' }],
      }),
    )
    await give('unit-head', subject, [{ ...seat('specialist'), role: 'lead' }], { parentId: entered[0]!.id })
    await office.act('leader', context =>
      port.give(context, {
        ...{ subject, insteadOf: [entered[0]!.id], text: 'Gấp hơn', needsLead: true, dueOn: day(4) },
        from: { seatId: onBehalfOf, enteredAs: 'self' },
        targets: [{ unitId: office.units.economy, role: 'lead' }],
      }),
    )
    expect((await all(subject)).map(one => one.dueOn)).toEqual([day(4), day(4)])
  })

  test('and more time is never a day before the present one', async () => {
    const subject = newSubject()
    const [work] = await give('leader', subject, [{ ...seat('specialist'), role: 'lead' }], { dueOn: day(9) })
    const extensionId = testId()
    await office.act('specialist', context =>
      port.askExtension(context, { id: extensionId, assignmentId: work!.id, dueOn: day(12), reason: 'Chờ' }),
    )
    await expect(
      office.act('leader', context => port.answerExtension(context, { extensionId, grantedDueOn: day(5), text: '' })),
    ).rejects.toMatchObject({ code: 'assignments.ExtensionNotLater' })
  })
})

describe('handing over', () => {
  test('moves open work to another seat and ends what that seat has a part in already', async () => {
    const [alone, shared] = [newSubject(), newSubject()]
    const [moved] = await give('leader', alone, [{ ...seat('specialist'), role: 'lead' }])
    const [, second] = await give('leader', shared, [
      { ...seat('other-specialist'), role: 'lead' },
      { ...seat('specialist'), role: 'assist' },
    ])
    const from = office.seats.specialist.id
    const to = office.seats['other-specialist'].id
    const handOver = (subject: Subject) =>
      office.act('unit-head', context => port.handOver(context, { subject, fromSeatId: from, toSeatId: to }))
    expect(await handOver(alone)).toMatchObject([{ id: moved!.id, toSeatId: to, state: 'open' }])
    expect(await handOver(shared)).toEqual([])
    expect((await all(shared)).at(1)).toMatchObject({ id: second!.id, state: 'replaced' })
    await expect(handOver(alone)).rejects.toMatchObject({ code: 'assignments.NotOpen' })
  })

  test.each(['assist', 'inform'] as const)(
    'never loses the lead: a successor who was only to %s leads now',
    async role => {
      const subject = newSubject()
      const [lead, lesser] = await give('leader', subject, [
        { ...seat('specialist'), role: 'lead' },
        { ...seat('unit-head'), role },
      ])
      const [below] = await give('specialist', subject, [{ ...seat('other-specialist'), role: 'assist' }], {
        ...{ parentId: lead!.id, needsLead: false },
      })
      const to = office.seats['unit-head'].id
      const answered = await office.act('clerk', context =>
        port.handOver(context, { subject, fromSeatId: office.seats.specialist.id, toSeatId: to }),
      )
      expect(answered).toMatchObject([{ id: lead!.id, toSeatId: to, role: 'lead', state: 'open' }])
      expect(await all(subject)).toMatchObject([
        { id: lead!.id, toSeatId: to, state: 'open' },
        { id: lesser!.id, state: 'replaced' },
        { id: below!.id, parentId: lead!.id, state: 'open' },
      ])
    },
  )
})

describe('a unit that nobody leads', () => {
  test('is given no work, with the reason and what to do; it may still be told, and has its people again once one leads it', async () => {
    const empty = testId()
    await office.system(context =>
      saveUnit(context, {
        ...{ id: empty, name: 'Tổ công nghệ số', abbreviation: 'CNS', kind: 'department', ordinal: 20 },
        ...{ validFrom: officeOpenedOn },
      }),
    )
    for (const role of ['lead', 'assist'] as const) {
      const others = role === 'assist' ? [{ unitId: office.units.economy, role: 'lead' as const }] : []
      await expect(give('leader', newSubject(), [...others, { unitId: empty, role }])).rejects.toMatchObject({
        code: 'assignments.UnitVacant',
        title: 'Đơn vị “Tổ công nghệ số” chưa có người phụ trách nên không ai nhận việc.',
      })
    }
    const informed: GivenTarget[] = [
      { unitId: office.units.economy, role: 'lead' },
      { unitId: empty, role: 'inform' },
    ]
    expect(await give('leader', newSubject(), informed)).toHaveLength(2)
    const subject = newSubject()
    const [work] = await give('leader', subject, [{ unitId: office.units.economy, role: 'lead' }])
    const change = { assignmentId: work!.id, unitId: empty, reason: 'Thử' }
    await expect(office.act('leader', context => port.changeLead(context, change))).rejects.toMatchObject({
      code: 'assignments.UnitVacant',
    })
    expect(await all(subject)).toHaveLength(1)
  })
})

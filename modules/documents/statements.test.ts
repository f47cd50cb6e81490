import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { countStatements } from '#tests/database/count-statements.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type TwoDesks, toOffice, toSeat, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import { direct } from './incoming/direct.ts'
import { lookForDuplicate } from './incoming/duplicates.ts'
import { listIncoming } from './incoming/list.ts'
import { presentIncomingById } from './incoming/present.ts'
import { receiveWithdrawal } from './incoming/receive-withdrawal.ts'
import { dispatchOutgoing } from './outgoing/dispatch.ts'
import { recallOutgoing } from './outgoing/recall.ts'
import { loadToday } from './today.ts'

/** Whatever is there, the same number of statements asks for it: nothing goes one by one. */
describe('as many statements as for one are enough', () => {
  const units = ['economy', 'culture', 'village'] as const
  const toUnits = (desk: IncomingOffice, count: number) =>
    units
      .slice(0, count)
      .map((unit, at) => ({ unitId: desk.office.units[unit], role: at ? ('assist' as const) : ('lead' as const) }))

  test('to open the start page, for work left by one seat or by four', async () => {
    const desk = await incomingOffice()
    const { seats } = desk.office
    const leave = async (seat: OfficeSeat) => {
      const id = await desk.register()
      await desk.act('leader', id, 'direct', { targets: [{ seatId: seats[seat].id, role: 'lead' }] })
      await desk.office.act('agency-admin', context => endSeat(context, { id: seats[seat].id, validTo: context.today }))
    }
    const today = () => desk.office.act('office-head', loadToday, { mode: 'read only' })
    await leave('specialist')
    await today()
    const one = await countStatements(today)
    for (const seat of ['other-specialist', 'unit-head', 'village-head'] as const) await leave(seat)
    expect((await today()).left).toHaveLength(4)
    expect(await countStatements(today)).toBe(one)
  })

  test('and on a day without an urgent arrival nobody asks who the auditors are', async () => {
    const desk = await incomingOffice()
    const { machinery } = desk.office
    const asked: unknown[] = []
    const agencies: typeof machinery.ports.agencies = {
      ...machinery.ports.agencies,
      seatsWhere: (context, where) => {
        asked.push(where.role)
        return machinery.ports.agencies.seatsWhere(context, where)
      },
    }
    const today = () =>
      desk.office.act('office-head', context => loadToday({ ...context, ports: { ...context.ports, agencies } }), {
        mode: 'read only',
      })
    await today()
    expect(asked).not.toContain('auditor')
    const id = await desk.register()
    await desk.office.system(({ tx, agency }) =>
      tx
        .updateTable('incoming_documents')
        .set({ state: 'arrived', urgency: 2, told_rungs: 1 })
        .where('agency_id', '=', agency)
        .where('id', '=', id)
        .execute(),
    )
    await today()
    expect(asked).toContain('auditor')
  })

  test('to look for the like of a paper among one or four that are not for the asker’s eyes', async () => {
    const desk = await incomingOffice()
    const alike = { notation: '12/SNV', issuerName: 'Sở Nội vụ' }
    const register = (more: object = {}) => desk.register({ ...alike, duplicateReason: 'Bản giấy', ...more })
    const look = () => desk.office.act('specialist', context => lookForDuplicate(context, alike))
    await register({ restricted: true })
    expect((await look()).duplicate).toBeNull()
    const one = await countStatements(look)
    for (let more = 3; more > 0; more -= 1) await register({ restricted: true })
    expect(await countStatements(look)).toBe(one)
    const plain = await register()
    expect(await desk.office.act('office-head', context => lookForDuplicate(context, alike))).toMatchObject({
      duplicate: { id: plain },
    })
  })

  test('to list one document or six', async () => {
    const desk = await incomingOffice()
    const list = () => desk.office.act('specialist', context => listIncoming(context, {}), { mode: 'read only' })
    const give = async () => {
      const id = await desk.register()
      await desk.act('leader', id, 'direct', { targets: toUnits(desk, 1) })
    }
    await give()
    await list()
    const one = await countStatements(list)
    for (let more = 5; more > 0; more -= 1) await give()
    expect((await list()).items).toHaveLength(6)
    expect(await countStatements(list)).toBe(one)
  })

  test('to give work of a document to one unit or to three, to show it, and to end it by a recall', async () => {
    const desk = await incomingOffice()
    const counted = async (count: number) => {
      const id = await desk.register({ restricted: true })
      const given = await countStatements(() =>
        desk.office.act('leader', context => direct(context, { id, text: '', targets: toUnits(desk, count) })),
      )
      const shown = await countStatements(() => desk.office.act('leader', context => presentIncomingById(context, id)))
      const pair = { documentId: testId(), recipientId: testId() }
      await desk.office.system(({ tx, agency }) =>
        tx
          .updateTable('incoming_documents')
          .set({
            ...{ sender_agency_id: agency, sender_document_id: pair.documentId },
            sender_recipient_id: pair.recipientId,
          })
          .where('agency_id', '=', agency)
          .where('id', '=', id)
          .execute(),
      )
      const message = { ...pair, messageId: testId(), sequence: 2, reason: 'Sai thể thức', byName: 'Sở Nội vụ' }
      const recalled = await countStatements(() =>
        desk.office.system(context =>
          receiveWithdrawal(context, { ...message, kind: 'recall' as const }, desk.office.agencyId),
        ),
      )
      return { given, shown, recalled }
    }
    await counted(1)
    const one = await counted(1)
    const { given, ...others } = await counted(3)
    expect(others).toEqual({ shown: one.shown, recalled: one.recalled })
    // The heads of those who assist are looked up apart from the head of who leads.
    expect(given).toBe(one.given + 1)
  })

  describe('to dispatch', () => {
    let desks: TwoDesks
    beforeAll(async () => {
      desks = await twoDesks({ relaying: false })
    })
    afterAll(() => desks.stop())

    test('to one unit and one person or to three and two, and to recall it from them', async () => {
      const { here, there } = desks
      const { units: own, seats } = here.office
      const counted = async (recipients: readonly (ReturnType<typeof toUnit> | ReturnType<typeof toSeat>)[]) => {
        const id = await here.quick.numbered({
          restricted: true,
          recipients: [toOffice(there.office), ...recipients],
        })
        const dispatched = await countStatements(() =>
          here.office.act('clerk', context => dispatchOutgoing(context, { id })),
        )
        const recalled = await countStatements(() =>
          here.office.act('clerk', context =>
            recallOutgoing(context, { id, reason: 'Sai thể thức', orderedBySeatId: seats.leader.id }),
          ),
        )
        return { dispatched, recalled }
      }
      await counted([toUnit(own.economy), toSeat(seats.deputy.id)])
      const one = await counted([toUnit(own.economy), toSeat(seats.deputy.id)])
      const many = [
        toUnit(own.economy),
        toUnit(own.culture),
        toUnit(own.village),
        toSeat(seats.deputy.id),
        toSeat(seats.leader.id),
      ]
      expect(await counted(many)).toEqual(one)
    })
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext, Subject } from '#platform/acts/context.ts'
import { countStatements } from '#tests/database/count-statements.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { AssignmentRole, GivenTarget, GivenWork } from './contract.ts'
import { assignmentsPort as port } from './port.ts'

let office: Office
beforeAll(async () => {
  office = await makeOffice(await testDatabase(), { ports: { assignments: port } })
})

const newSubject = (): Subject => ({ type: 'incoming-document', id: testId() })
const seat = (name: OfficeSeat) => ({ seatId: office.seats[name].id })
const inDays = (count: number) => addDays(todayInVietnam(new Date()), count)

/** Gives a piece of work; answers it. */
async function give(
  by: OfficeSeat,
  subject: Subject,
  target: GivenTarget,
  more: { parentId?: string; onBehalfOf?: string } = {},
): Promise<GivenWork> {
  const { parentId, onBehalfOf } = more
  const [given] = await office.act(by, context =>
    port.give(context, {
      from: { seatId: context.actor.seatId, onBehalfOf, enteredAs: onBehalfOf ? 'from-paper' : 'self' },
      ...{ subject, parentId, text: 'Tham mưu trả lời', targets: [target], needsLead: false, dueOn: inDays(9) },
    }),
  )
  return given!
}

/** Several who have work of one subject, each with a piece that he gave on. */
async function beside(count: number, by: OfficeSeat = 'leader', onBehalfOf?: string) {
  const subject = newSubject()
  const holders = (['office-head', 'unit-head', 'village-head'] as const).slice(0, count)
  const given: GivenWork[] = []
  for (const [at, name] of holders.entries()) {
    const role: AssignmentRole = at === 0 ? 'lead' : 'assist'
    const one = await give(by, subject, { ...seat(name), role }, onBehalfOf ? { onBehalfOf } : {})
    await give(name, subject, { ...seat('specialist'), role: 'assist' }, { parentId: one.id })
    given.push(one)
  }
  return { subject, given, assignmentIds: given.map(one => one.id) }
}

/** One who directs further above the other, down to the one who does the work. */
async function below(levels: number) {
  const subject = newSubject()
  const chain = (['deputy', 'office-head', 'unit-head'] as const).slice(0, levels)
  let [by, parentId]: [OfficeSeat, string | undefined] = ['leader', undefined]
  for (const name of chain) {
    const one = await give(by, subject, { ...seat(name), role: 'direct' }, parentId ? { parentId } : {})
    await give(name, subject, { ...seat('village-head'), role: 'assist' }, { parentId: one.id })
    ;[by, parentId] = [name, one.id]
  }
  return { subject, last: await give(by, subject, { ...seat('specialist'), role: 'lead' }, { parentId: parentId! }) }
}

const counted = (by: OfficeSeat, act: (context: ActContext) => Promise<unknown>) =>
  countStatements(() => office.act(by, act))

/** How many statements an act sends for one, and for three; the first time prepares nothing of what is counted. */
async function forOneAndThree(count: (rows: number) => Promise<number>) {
  await count(1)
  return [await count(1), await count(3)] as const
}

describe('as many statements as for one are enough', () => {
  test('to urge three', async () => {
    const [one, three] = await forOneAndThree(async rows => {
      const { assignmentIds } = await beside(rows)
      return counted('leader', context => port.urge(context, { assignmentIds, text: 'Gấp' }))
    })
    expect(three).toBe(one)
  })

  test('to withdraw the work of three, with what each gave on', async () => {
    const [one, three] = await forOneAndThree(async rows => {
      const { assignmentIds, subject } = await beside(rows)
      const count = await counted('leader', context =>
        port.withdraw(context, { assignmentIds, reason: 'Nhầm', onlyUnopened: true }),
      )
      const after = await office.act('leader', context => port.ofSubject(context, subject))
      expect(after.map(work => work.state)).toEqual(Array(rows * 2).fill('withdrawn'))
      return count
    })
    expect(three).toBe(one)
  })

  test('to finish what came over three levels, with all that was given on at each', async () => {
    const [one, three] = await forOneAndThree(async levels => {
      const { subject, last } = await below(levels)
      const count = await counted('specialist', context =>
        port.finish(context, { assignmentId: last.id, result: 'Đã báo cáo' }),
      )
      const after = await office.act('leader', context => port.ofSubject(context, subject))
      expect(new Set(after.map(work => work.state))).toEqual(new Set(['done']))
      const reported = after.filter(work => work.role !== 'assist').map(work => work.result)
      expect(reported).toEqual(Array(levels + 1).fill('Đã báo cáo'))
      return count
    })
    expect(three).toBe(one)
  })

  test('to hand over three pieces of a subject', async () => {
    const [one, three] = await forOneAndThree(async rows => {
      const { subject, given } = await beside(rows)
      const handed = { subject, fromSeatId: seat('specialist').seatId, toSeatId: seat('other-specialist').seatId }
      const count = await counted('clerk', context => port.handOver(context, handed))
      const after = await office.act('leader', context => port.ofSubject(context, subject))
      const now = after.filter(work => work.toSeatId === handed.toSeatId)
      expect(now.map(work => work.parentId)).toEqual(given.map(work => work.id))
      return count
    })
    expect(three).toBe(one)
  })

  test('to correct three who stay, whose deadline comes nearer to what each gave on', async () => {
    const onBehalfOf = office.seats.leader.id
    const [one, three] = await forOneAndThree(async rows => {
      const { subject, given, assignmentIds } = await beside(rows, 'clerk', onBehalfOf)
      const targets = given.map(({ toSeatId, role }) => ({ seatId: toSeatId!, role, text: `Việc của ${toSeatId}` }))
      const corrected = {
        subject,
        insteadOf: assignmentIds,
        targets,
        text: 'Gấp hơn',
        dueOn: inDays(4),
        needsLead: true,
      }
      const count = await counted('leader', context =>
        port.give(context, { ...corrected, from: { seatId: onBehalfOf, enteredAs: 'self' } }),
      )
      const after = await office.act('leader', context => port.ofSubject(context, subject))
      expect(after.map(work => work.dueOn)).toEqual(Array(rows * 2).fill(inDays(4)))
      const said = after.filter(work => work.parentId === null).map(work => work.text)
      expect(said).toEqual(targets.map(target => target.text))
      return count
    })
    expect(three).toBe(one)
  })
})

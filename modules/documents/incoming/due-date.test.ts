import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { DueDateQuestion } from '../contract.ts'
import { dueDateOf, proposeDueDate } from './due-date.ts'

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice({ books: { termDays: 5, at: new Date('2026-08-03T03:00:00Z') } })
})

const propose = (on: string, question: z.input<typeof DueDateQuestion>) =>
  desk.office.act('clerk', context => proposeDueDate(context, DueDateQuestion.parse(question)), {
    at: new Date(`${on}T03:00:00Z`),
  })
const dueOn = async (on: string, question: z.input<typeof DueDateQuestion>) => (await propose(on, question)).dueOn

// Of 2026, Tuesday 24 November is a day off by notice; 28 and 29 November are a weekend.
describe('the deadline that is proposed for a day that the paper names', () => {
  test('is that day, or the last worked one that keeps it', async () => {
    expect(await propose('2026-11-16', { until: '2026-11-27' })).toEqual({
      dueOn: '2026-11-27',
      dueBasis: 'Theo văn bản',
    })
    expect(await propose('2026-11-16', { until: '2026-11-29' })).toEqual({
      dueOn: '2026-11-27',
      dueBasis: 'Theo văn bản, 29/11/2026 là ngày nghỉ',
    })
    expect(await dueOn('2026-11-16', { before: '2026-11-30' })).toBe('2026-11-27')
    expect(await dueOn('2026-11-16', { before: '2026-11-27' })).toBe('2026-11-26')
  })

  test('is never a public holiday', async () => {
    expect(await dueOn('2026-11-16', { until: '2026-11-24' })).toBe('2026-11-23')
    expect(await dueOn('2026-11-16', { before: '2026-11-25' })).toBe('2026-11-23')
    expect(await dueOn('2026-08-20', { until: '2026-09-02' })).toBe('2026-08-28')
  })

  test('is today only when the paper says today; else the term ends with the next working day', async () => {
    expect(await dueOn('2026-11-23', { until: '2026-11-23' })).toBe('2026-11-23')
    expect(await dueOn('2026-11-23', { before: '2026-11-24' })).toBe('2026-11-23')
    expect(await dueOn('2026-11-23', { until: '2026-11-24' })).toBe('2026-11-25')
    expect(await dueOn('2026-11-23', { before: '2026-11-25' })).toBe('2026-11-25')
    expect(await dueOn('2026-11-28', { until: '2026-11-28' })).toBe('2026-11-30')
  })

  test('is not guessed where the days off of that year are not announced', async () => {
    expect(await dueOn('2026-11-23', { until: '2031-03-03' })).toBeNull()
  })
})

describe('the deadline that is proposed by the register', () => {
  test('is its term in working days from the day of arrival', async () => {
    expect(await propose('2026-11-18', {})).toEqual({
      dueOn: '2026-11-26',
      dueBasis: '5 ngày làm việc: Quy chế công tác văn thư',
    })
    expect(await dueOn('2026-11-18', { arrivedOn: '2026-11-17' })).toBe('2026-11-25')
    const unknown = dueOn('2026-11-18', { registerId: '0199a7b0-0000-7000-8000-000000000000' })
    await expect(unknown).rejects.toMatchObject({ code: 'documents.RegisterUnknown' })
  })

  test('is read over HTTP by whoever registers or gives work, and by nobody who sees no documents', async () => {
    const until = addDays(todayInVietnam(new Date()), -400)
    const path = `/documents/incoming/due-date?until=${until}`
    expect((await desk.get('clerk', path)).status).toBe(200)
    expect((await desk.get('leader', path)).status).toBe(200)
    expect((await desk.get('agency-admin', path)).status).toBe(403)
    expect((await desk.get('clerk', '/documents/incoming/due-date?until=30-11-2026')).status).toBe(422)
  })
})

describe('the deadline that a sender asked for', () => {
  const register = (asked: string, at: string) =>
    desk.office.act(
      'clerk',
      context =>
        dueDateOf(
          context,
          { termDays: 5, basis: 'thử' },
          { arrivedOn: context.today, asked: DueDateQuestion.parse({ until: asked }).until! },
        ),
      { at: new Date(`${at}T03:00:00Z`) },
    )
  test('is kept by the working calendar when the document is registered', async () => {
    expect(await register('2026-11-29', '2026-11-16')).toEqual({
      dueOn: '2026-11-27',
      dueBasis: 'Theo văn bản, 29/11/2026 là ngày nghỉ',
    })
    expect((await register('2026-11-27', '2026-11-16')).dueOn).toBe('2026-11-27')
  })
  test('is taken as it stands where no calendar is announced yet, and registration goes on', async () => {
    expect(await register('2031-03-01', '2026-11-16')).toEqual({ dueOn: '2031-03-01', dueBasis: 'Theo văn bản' })
  })
})

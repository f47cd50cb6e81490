import { beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { runAct } from '#platform/acts/run.ts'
import { installationId } from '#platform/installation/installation.ts'
import { freshDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import { type Caller, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { loadWorkingCalendar } from './calendar.ts'
import { calendarRoutes } from './calendar-routes.ts'
import type { CalendarYears, MissingCalendarYears } from './contract.ts'

const { server } = await freshDatabase()
/** Days off of 2023 to 2027 came with the program; 2028 is due. */
const now = new Date('2027-10-05T03:00:00Z')
let office: Office
let http: OfficeHttp
let runner: Caller
beforeAll(async () => {
  const made = await makeOffice({ server })
  office = { ...made, machinery: { ...made.machinery, at: now } }
  http = await officeHttp(office.machinery, calendarRoutes)
  runner = await makeRunner(server)
})

const tet = { date: '2028-01-26', kind: 'off', name: 'Tết Nguyên đán' }
const friday = { date: '2028-04-14', kind: 'off', name: 'Nghỉ hoán đổi' }
const saturday = { date: '2028-04-15', kind: 'work', name: 'Làm bù cho 14/04/2028' }
const first = { number: '9000/TB-BNV', date: '2027-10-04' }
const given = { year: 2028, version: 0, document: first, wholeYear: false, days: [tet] }
const send = (changes: object = {}, who = runner) =>
  http.call<CalendarYears>(who, 'POST /installation/calendar', { ...given, ...changes })
const yearIn = (years: CalendarYears, year = 2028) => years.items.find(one => one.year === year)
const asInstallation = <Result>(act: Parameters<typeof runAct<never, Result>>[2]) =>
  runAct(
    office.machinery,
    {
      agency: installationId,
      actor: { kind: 'system', name: 'test' } as never,
      origin: { requestId: 't', network: 't' },
    },
    act,
  )
const audited = () =>
  asInstallation(({ tx, agency }) =>
    tx
      .selectFrom('audit_entries')
      .select(['act', 'before', 'after'])
      .where('agency_id', '=', agency)
      .where('subject_type', '=', 'calendar')
      .orderBy('at')
      .orderBy('id')
      .execute(),
  )
const calendar = () => asInstallation(({ tx }) => loadWorkingCalendar(tx, now.getTime()))
const on = calendarDate

describe('the calendar of an installation', () => {
  test('is seen and changed by its administrator alone', async () => {
    for (const seat of ['clerk', 'agency-admin'] as const) {
      expect((await http.call(office.seats[seat], 'GET /installation/calendar')).status).toBe(403)
      expect((await send({}, office.seats[seat])).status).toBe(403)
    }
    const { body } = await http.call<CalendarYears>(runner, 'GET /installation/calendar')
    expect(body).toMatchObject({ missing: [2028], toEnter: [2028, 2029] })
    expect(body.items.map(({ year, changeable }) => [year, changeable])).toEqual([
      [2027, true],
      [2026, false],
      [2025, false],
      [2024, false],
      [2023, false],
    ])
    expect(yearIn(body, 2026)!.days).toContainEqual(expect.objectContaining({ date: '2026-08-22', kind: 'work' }))
  })

  test('lacks next year from October on, which every office is told', async () => {
    const { body } = await http.call<MissingCalendarYears>(office.seats.clerk, 'GET /calendar/missing-years')
    expect(body).toEqual({ years: [2028] })
  })

  test.each([
    ['a year that is over', { year: 2026, days: [{ ...tet, date: '2026-01-26' }] }, 'YearOver'],
    ['a year that nobody has announced', { year: 2030, days: [{ ...tet, date: '2030-01-28' }] }, 'YearTooFar'],
    ['a document of tomorrow', { document: { ...first, date: '2027-10-06' } }, 'DocumentInFuture'],
    ['a day of another year', { days: [tet, { ...tet, date: '2027-01-26' }] }, 'DaysUnfit'],
    ['a day that is named twice', { days: [tet, tet] }, 'DaysUnfit'],
    ['a Friday that is made up for', { days: [tet, { ...friday, kind: 'work' }] }, 'DaysUnfit'],
    ['a year that another has entered meanwhile', { version: 3 }, 'YearChanged'],
  ])('does not take %s', async (_what, changes, code) => {
    const { body } = await send(changes)
    expect(body.code).toBe(`calendar.${code}`)
    if (code === 'DaysUnfit') expect(body.errors).toMatchObject([{ path: 'days.1.date' }])
    expect(await audited()).toEqual([])
  })

  test.each([{ days: [] }, { document: { number: ' ', date: first.date } }, { document: { number: '9000/TB-BNV' } }])(
    'does not take %j',
    async changes => {
      expect((await send(changes)).status).toBe(422)
    },
  )

  test('takes a new year, once, and all count by it at once', async () => {
    expect((await calendar()).knows(on('2028-01-26'))).toBe(false)
    const { status, body } = await send()
    expect(status).toBe(200)
    expect(body.missing).toEqual([])
    const basis = '9000/TB-BNV (04/10/2027)'
    expect(yearIn(body)).toEqual({ year: 2028, version: 1, basis, changeable: true, days: [{ ...tet, basis }] })
    expect((await calendar()).isWorkingDay(on('2028-01-26'))).toBe(false)

    expect(yearIn((await send()).body)?.version).toBe(1)
    expect(await audited()).toMatchObject([{ act: 'calendar.enter-year', before: null, after: { year: 2028, basis } }])
  })

  test('is changed by a later document, which its own days rest on; the audit says what was before', async () => {
    expect((await calendar()).isWorkingDay(on('2028-04-14'))).toBe(true)
    const second = { number: '12000/VPCP-KGVX', date: '2027-10-05' }
    const change = { version: 1, document: second, days: [saturday, friday, tet] }
    const { body } = await send(change)
    const [old, added] = ['9000/TB-BNV (04/10/2027)', '12000/VPCP-KGVX (05/10/2027)']
    expect(yearIn(body)).toMatchObject({
      ...{ version: 2, basis: `${old}; ${added}` },
      days: [
        { ...tet, basis: old },
        { ...friday, basis: added },
        { ...saturday, basis: added },
      ],
    })
    const known = await calendar()
    expect([known.isWorkingDay(on('2028-04-14')), known.isWorkingDay(on('2028-04-15'))]).toEqual([false, true])
    expect((await audited()).find(row => row.before)).toMatchObject({
      act: 'calendar.change-year',
      before: { basis: old, days: [tet] },
      after: { days: [tet, friday, saturday] },
    })
    expect((await send({ version: 1 })).body.code).toBe('calendar.YearChanged')

    const whole = await send({ ...change, version: 2, wholeYear: true })
    expect(yearIn(whole.body)).toMatchObject({ version: 3, basis: added, days: [{ basis: added }, {}, {}] })
  })

  test('that was read while a year was being changed is not kept', async () => {
    await send({ version: 3, days: [tet] })
    const early = await asInstallation(({ tx }) => {
      const changedMeanwhile = tx.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          await send({ version: 4, days: [tet, friday] })
          return result
        },
      })
      return loadWorkingCalendar(changedMeanwhile, now.getTime())
    })
    expect(early.isWorkingDay(on('2028-04-14'))).toBe(true)
    expect((await calendar()).isWorkingDay(on('2028-04-14'))).toBe(false)
  })
})

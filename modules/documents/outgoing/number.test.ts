import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CalendarDate, calendarDate, yearOf } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { makeSeries, type OutgoingDesk, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'
import { numberOutgoing } from './number.ts'
import { findOutgoing } from './rows.ts'

let desks: TwoDesks
let desk: OutgoingDesk
/** Approved, and copied for every test that needs another one. */
let model: string
const today = todayInVietnam(new Date())
const nextYear = yearOf(today) + 1
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
  model = await desk.quick.approved()
})
afterAll(() => desks.stop())

/** Approved documents, each like the model but for what is said. */
function approved(count: number, facts: { typeCode?: string; on?: CalendarDate } = {}): Promise<string[]> {
  return desk.office.system(async context => {
    const { tx } = context
    const { signing_lines, number_place: _none, ...row } = (await findOutgoing(context, model))!
    const rows = Array.from({ length: count }, () => ({
      ...row,
      id: testId(),
      signing_lines: JSON.stringify(signing_lines),
      type_code: facts.typeCode ?? row.type_code,
      approved_at: facts.on ? new Date(`${facts.on}T02:00:00Z`) : row.approved_at,
    }))
    await tx.insertInto('outgoing_documents').values(rows).execute()
    return rows.map(one => one.id)
  })
}

/** Numbers as the clerk on a day, with that date or an earlier one. */
const numberOn = (day: CalendarDate, id: string, issuedOn: CalendarDate = day) =>
  desk.office.act(
    'clerk',
    async context => {
      await numberOutgoing(context, { id, issuedOn })
      return (await findOutgoing(context, id))!
    },
    { at: new Date(`${day}T02:00:00Z`) },
  )
const day = (monthAndDay: string, year = nextYear) => calendarDate(`${year}-${monthAndDay}`)
const rowsOfSeries = (seriesId: string) =>
  desk.office.system(({ tx, agency }) =>
    tx
      .selectFrom('series_numbers')
      .select(['number', 'state', 'reason', 'subject_id', 'period'])
      .where('agency_id', '=', agency)
      .where('series_id', '=', seriesId)
      .orderBy('period')
      .orderBy('number')
      .execute(),
  )

/** Does it for every item, so many at a time: as many as the server has connections, which all wait for one row. */
async function atOnce<Item, Result>(count: number, items: readonly Item[], work: (item: Item) => Promise<Result>) {
  const [waiting, results] = [[...items], [] as Result[]]
  const one = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: count }, one))
  return results
}

describe('a number', () => {
  test('is given to each of sixty, sixteen at once, without a gap and none twice', async () => {
    const seriesId = await makeSeries(desk.office, 40, ['quyet-dinh'])
    const ids = await approved(60, { typeCode: 'quyet-dinh' })
    const answers = await atOnce(16, ids, id => desk.act('clerk', id, 'number'))
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([200]))
    const wanted = Array.from({ length: 60 }, (_, at) => 41 + at)
    expect(answers.map(answer => answer.body.number).toSorted((one, other) => one! - other!)).toEqual(wanted)
    expect((await rowsOfSeries(seriesId)).map(row => row.number)).toEqual(wanted)
    expect(new Set(answers.map(answer => answer.body.documentIdentifier)).size).toBe(60)
  }, 60_000)

  test('makes notation and identifier: issuer, day of issue, number and notation', async () => {
    await makeSeries(desk.office, 4, ['ke-hoach'])
    const [id] = await approved(1, { typeCode: 'ke-hoach' })
    const { body } = await desk.act('clerk', id!, 'number')
    expect(body).toMatchObject({ notation: '05/KH-UBND', number: 5, issuedOn: today })
    expect(body.documentIdentifier).toBe(`${desk.office.issuer.identifier},${today.replaceAll('-', '/')},05/KH-UBND`)
  })

  test('is given once under one key; with another date under that key the sender is told', async () => {
    const [id] = await approved(1)
    const key = testId()
    const [one, other] = await Promise.all([
      desk.act('clerk', id!, 'number', { issuedOn: today }, key),
      desk.act('clerk', id!, 'number', { issuedOn: today }, key),
    ])
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body.number).toBe(other.body.number)
    expect(await desk.act('clerk', id!, 'number', {}, key)).toMatchObject({
      status: 422,
      body: { code: 'platform.KeyUsedDifferently' },
    })
  })

  test('is given to one of two clerks who ask at once, and the other is told what is allowed now', async () => {
    const [id] = await approved(1)
    const answers = await Promise.all([desk.act('clerk', id!, 'number'), desk.act('clerk', id!, 'number')])
    const [given, refused] = answers.toSorted((left, right) => left.status - right.status)
    expect([given!.status, refused!.status]).toEqual([200, 409])
    expect(refused!.body).toMatchObject({
      code: 'platform.StateForbids',
      detail: expect.stringContaining('Trần Thị Lụa'),
    })
  })

  test('is not given before the PDF is frozen, nor by anybody but the clerk', async () => {
    const id = await desk.submitted()
    await desk.act('leader', id, 'approve', { revision: 1 })
    expect(await desk.act('clerk', id, 'number')).toMatchObject({
      status: 409,
      body: { code: 'documents.NotFrozenYet' },
    })
    const [ready] = await approved(1)
    for (const seat of ['leader', 'office-head', 'unit-head', 'specialist', 'auditor', 'agency-admin'] as const)
      expect((await desk.act(seat, ready!, 'number')).status).toBe(403)
    expect((await desk.see('clerk', ready!)).body).toMatchObject({ state: 'approved', number: null })
  })

  test('given by who stands in for the clerk is shown as given for her', async () => {
    const given = await desk.post<{ id: string }>('clerk', '/delegations', {
      ...{ id: testId(), toSeatId: desk.office.seats['other-specialist'].id, scope: 'outgoing', maySign: false },
      ...{ validFrom: today, validTo: today },
    })
    const { body } = await desk.act('other-specialist', await desk.quick.approved(), 'number')
    expect(body.history.at(-1)).toMatchObject({
      ...{ act: 'number', actorName: 'Bùi Đức Thiện', onBehalfOfName: 'Trần Thị Lụa' },
    })
    await desk.post('clerk', `/delegations/${given.body.id}/end`, {})
    expect((await desk.act('other-specialist', await desk.quick.approved(), 'number')).status).toBe(403)
  })

  test('that is struck out stays in its place with the reason, and the next one follows it', async () => {
    const seriesId = await makeSeries(desk.office, 0, ['to-trinh'])
    const [first, second] = await approved(2, { typeCode: 'to-trinh' })
    await desk.act('clerk', first!, 'number')
    const cancel = (seat: OfficeSeat) => desk.act(seat, first!, 'cancel', { reason: 'Cấp nhầm' })
    expect((await cancel('office-head')).status).toBe(403)
    expect((await cancel('clerk')).body.state).toBe('cancelled')
    expect((await desk.act('clerk', second!, 'number')).body.notation).toBe('02/TTr-UBND')
    expect(await rowsOfSeries(seriesId)).toMatchObject([
      { number: 1, state: 'cancelled', reason: 'Cấp nhầm' },
      { number: 2, state: 'given', reason: null },
    ])
  })
})

describe('the date of issue', () => {
  test('is not after today and not before the approval', async () => {
    const [id] = await approved(1, { on: day('03-10') })
    await expect(numberOn(day('03-12'), id!, day('03-13'))).rejects.toMatchObject({ code: 'documents.DateInFuture' })
    await expect(numberOn(day('03-12'), id!, day('03-09'))).rejects.toMatchObject({
      code: 'documents.NumberDateInPast',
      detail: expect.stringContaining(`10/03/${nextYear}`),
    })
    const again = await desk.act('clerk', id!, 'number', { issuedOn: '2026-02-30' })
    expect(again).toMatchObject({ status: 422, body: { code: 'platform.NotValid' } })
  })

  test('never falls in a series', async () => {
    await makeSeries(desk.office, 0, ['bao-cao'])
    const [first, second] = await approved(2, { typeCode: 'bao-cao', on: day('03-02') })
    await numberOn(day('03-06'), first!)
    await expect(numberOn(day('03-06'), second!, day('03-05'))).rejects.toMatchObject({
      code: 'numbering.DateFalls',
      detail: expect.stringContaining(`06/03/${nextYear}`),
    })
    expect(await numberOn(day('03-06'), second!)).toMatchObject({ notation: '02/BC-UBND', issued_on: day('03-06') })
  })

  test('decides the year: each begins with 01, and the old one goes on until it is closed', async () => {
    const seriesId = await makeSeries(desk.office, 0, ['thong-bao'])
    const [december, january, late, tooLate] = await approved(4, { typeCode: 'thong-bao', on: day('12-29') })
    expect((await numberOn(day('12-30'), december!)).notation).toBe('01/TB-UBND')
    const newYear = day('01-04', nextYear + 1)
    expect(await numberOn(newYear, january!)).toMatchObject({ notation: '01/TB-UBND', period: String(nextYear + 1) })
    expect(await numberOn(newYear, late!, day('12-31'))).toMatchObject({
      notation: '02/TB-UBND',
      period: String(nextYear),
    })
    await desk.office.system(({ tx, agency, now }) =>
      tx
        .updateTable('series_periods')
        .set({ closed_at: now })
        .where('agency_id', '=', agency)
        .where('series_id', '=', seriesId)
        .where('period', '=', String(nextYear))
        .execute(),
    )
    await expect(numberOn(newYear, tooLate!, day('12-31'))).rejects.toMatchObject({ code: 'numbering.SeriesClosed' })
    expect(await rowsOfSeries(seriesId)).toHaveLength(3)
  })

  test('needs a series that the last number on paper was stated of', async () => {
    const [id] = await approved(1, { typeCode: 'chi-thi' })
    const { office } = desk
    await office.system(({ tx, agency }) =>
      tx
        .updateTable('series_periods')
        .set({ opened: false })
        .where('agency_id', '=', agency)
        .where('series_id', '=', desk.seriesId)
        .execute(),
    )
    expect(await desk.act('clerk', id!, 'number')).toMatchObject({
      ...{ status: 409, body: { code: 'numbering.SeriesNotOpened' } },
    })
    expect((await desk.see('clerk', id!)).body).toMatchObject({ state: 'approved', nextNumber: null })
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { yearOf } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { documentsHttp, type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { makeOffice, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { ArrivalPage, RegisterList, RegisterView, SeriesList, SeriesView } from '../contract.ts'
import { typeAndSubject } from './arrivals.ts'

const today = todayInVietnam(new Date())
const year = String(yearOf(today))
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
const post = <Reply>(seat: OfficeSeat, path: string, body: object) =>
  desk.http.call<Reply>(desk.office.seats[seat], `POST ${path}`, body, { key: testId() })
const arrivals = async (seat: OfficeSeat, query = '') =>
  (await desk.get<z.infer<typeof ArrivalPage>>(seat, `/registers/${desk.books.registerId}/arrivals${query}`)).body
type Series = z.infer<typeof SeriesView>
const newSeries = (more: object = {}) => ({
  ...{ id: testId(), issuerId: desk.office.issuer.id, direction: 'incoming', name: 'Đơn thư', typeCodes: [] },
  ...{ periodKind: 'year', notationTemplate: '{number}', basis: 'Quyết định của Chủ tịch', ...more },
})
const newRegister = (seriesId: string, more: object = {}) => ({
  ...{ id: testId(), direction: 'incoming', code: testId().slice(-8), name: 'Sổ đơn thư', seriesId, isDefault: false },
  ...{
    restricted: true,
    termDays: 10,
    basis: 'Quy chế',
    routes: [{ typeCodes: ['don-thu'], route: 'leader' }],
    ...more,
  },
})

describe('the books that an office begins with', () => {
  test('are set up in one act, each after its last number on paper, and sent again they are the same', async () => {
    const office = await makeOffice({ server: desk.office.machinery.pool })
    const http = await documentsHttp(office)
    const book = (direction: string, issuerId: string, code: string, lastNumber: number) => ({
      ...{ registerId: testId(), seriesId: testId(), direction, issuerId, code, lastNumber },
      ...{ name: `Sổ ${code}`, seriesName: `Số ${code}`, isDefault: true },
    })
    const wanted = {
      basis: 'Quy chế công tác văn thư',
      books: [
        book('incoming', office.issuer.id, 'DEN', 1286),
        { ...book('outgoing', office.issuer.id, 'DI-UBND', 402) },
        { ...book('outgoing', office.council.id, 'DI-HĐND', 17), isDefault: false },
      ],
    }
    const begin = (body: object) =>
      http.call<z.infer<typeof RegisterList>>(office.seats.clerk, 'POST /registers/usual', body, { key: testId() })
    for (const _time of ['first', 'again']) {
      const { status, body } = await begin(wanted)
      expect(status).toBe(201)
      expect(
        body.items.map(({ code, isDefault, periods }) => [code, isDefault, periods[0]?.lastNumber]).toSorted(),
      ).toEqual([
        ['DEN', true, 1286],
        ['DI-HĐND', false, 17],
        ['DI-UBND', true, 402],
      ])
    }
    const otherNumber = { ...wanted, books: wanted.books.map(one => ({ ...one, lastNumber: 5 })) }
    expect((await begin(otherNumber)).status).toBe(409)
  })
})

describe('a series of numbers', () => {
  test('gives none before the last number on paper was stated, and that is stated once', async () => {
    const series = newSeries()
    expect((await post('clerk', '/series', series)).status).toBe(201)
    expect((await post('clerk', '/series', series)).status).toBe(201)
    expect((await post('clerk', '/series', { ...series, name: 'Khác' })).body.code).toBe('platform.SentDifferently')
    const register = newRegister(series.id, { restricted: false })
    await post('clerk', '/registers', register)
    await expect(desk.register({ registerId: register.id })).rejects.toMatchObject({
      code: 'numbering.SeriesNotOpened',
    })
    const opened = await post<z.infer<typeof SeriesView>>('clerk', `/series/${series.id}/open`, { lastNumber: 41 })
    expect(opened.body.periods).toMatchObject([{ period: year, lastNumber: 41, opened: true }])
    const id = await desk.register({ registerId: register.id })
    expect((await desk.see('clerk', id)).body.arrivalNumber).toBe(42)
    const again = await post('clerk', `/series/${series.id}/open`, { lastNumber: 100 })
    expect(again).toMatchObject({ status: 409, body: { code: 'numbering.SeriesRuns' } })
  })

  test('is closed for a year that is over, with the reason, by the clerk; what arrived then enters this year’s', async () => {
    const series = newSeries({ name: 'Số đến riêng' })
    await post('clerk', '/series', series)
    const before = String(Number(year) - 1)
    for (const on of [`${before}-12-31`, today])
      expect((await post('clerk', `/series/${series.id}/open`, { lastNumber: 7, on })).status).toBe(200)
    const close = (seat: OfficeSeat, body: object) => post<Series>(seat, `/series/${series.id}/close`, body)
    const wanted = { period: before, reason: 'Đã in và đóng sổ' }
    for (const seat of ['leader', 'agency-admin', 'office-head'] as const)
      expect((await close(seat, wanted)).status).toBe(403)
    expect((await close('clerk', { period: before })).status).toBe(422)
    expect((await close('clerk', { ...wanted, period: year })).body.code).toBe('numbering.PeriodRuns')
    expect((await close('clerk', { ...wanted, period: '2001' })).body.code).toBe('numbering.SeriesNotOpened')
    const { body } = await close('clerk', wanted)
    expect(body.periods.map(one => [one.period, one.closedAt !== null])).toEqual([
      [year, false],
      [before, true],
    ])
    expect((await close('clerk', wanted)).body.code).toBe('numbering.SeriesClosed')
  })

  test('counts from the number after the one on paper: from there on each has its row', async () => {
    await desk.register()
    const { rows } = await desk.office.system(({ tx, agency }) =>
      sql<{ from: number; to: number; given: number }>`select p.start_number as from, p.last_number as to,
          (select count(*)::int from series_numbers n where n.agency_id = p.agency_id and n.series_id = p.series_id
            and n.period = p.period and n.number between p.start_number and p.last_number) as given
        from series_periods p where p.agency_id = ${agency} and p.series_id = ${desk.books.seriesId}`.execute(tx),
    )
    const [row] = rows
    expect(row).toMatchObject({ from: 1286, given: row!.to - row!.from + 1 })
  })

  test('writes the number first: a template that leaves it out is refused before it makes notations without one', async () => {
    for (const notationTemplate of ['{type}-{issuer}', '{number}/{type}-{issuer}|{issuer}-{unit}']) {
      const refused = await post<{ errors: unknown[] }>('clerk', '/series', newSeries({ notationTemplate }))
      expect(refused.status).toBe(422)
      expect(refused.body.errors).toMatchObject([
        { path: 'notationTemplate', message: 'Mỗi mẫu ký hiệu phải bắt đầu bằng {number}.' },
      ])
    }
  })

  test('belongs to an issuer of this office and to types that there are', async () => {
    const other = await makeOffice({ server: desk.office.machinery.pool })
    expect((await post('clerk', '/series', newSeries({ issuerId: other.issuer.id }))).body.code).toBe(
      'documents.IssuerUnfit',
    )
    expect((await post('clerk', '/series', newSeries({ typeCodes: ['xyz'] }))).body.code).toBe('documents.TypeUnknown')
    expect((await post('clerk', '/series', newSeries({ issuerId: desk.office.council.id }))).status).toBe(201)
    const names = (await desk.get<z.infer<typeof SeriesList>>('leader', '/series')).body.items.map(
      one => one.issuerName,
    )
    expect(names).toContain('Hội đồng nhân dân xã Cam Lộ')
  })
})

describe('a register', () => {
  test('is set up and changed by clerk and administrator alone', async () => {
    const register = newRegister(desk.books.seriesId)
    for (const seat of ['leader', 'office-head', 'unit-head', 'specialist', 'auditor'] as const)
      expect((await post(seat, '/registers', register)).status).toBe(403)
    const made = await post<z.infer<typeof RegisterView>>('agency-admin', '/registers', register)
    expect(made).toMatchObject({ status: 201, body: { routes: [{ route: 'leader', typeCodes: ['don-thu'] }] } })
    const { id, ...rest } = register
    const changed = await desk.http.call<z.infer<typeof RegisterView>>(
      desk.office.seats.clerk,
      `PUT /registers/${id}`,
      {
        ...rest,
        name: 'Sổ đơn thư, phản ánh',
        routes: [{ typeCodes: [], route: 'unit', unitId: desk.office.units.office }],
      },
      { key: testId() },
    )
    expect(changed.body).toMatchObject({
      name: 'Sổ đơn thư, phản ánh',
      routes: [{ route: 'unit', unitId: desk.office.units.office }],
    })
  })

  test('has a code of its own, a series of its direction, and units that there are', async () => {
    const first = newRegister(desk.books.seriesId)
    await post('clerk', '/registers', first)
    const refused = async (more: object) =>
      (await post('clerk', '/registers', newRegister(desk.books.seriesId, more))).body.code
    expect(await refused({ code: first.code })).toBe('documents.CodeTaken')
    expect(await refused({ direction: 'outgoing' })).toBe('documents.SeriesUnfit')
    expect(await refused({ routes: [{ typeCodes: [], route: 'unit' }] })).toBe('platform.NotValid')
    expect(await refused({ routes: [{ typeCodes: [], route: 'unit', unitId: testId() }] })).toBe('agencies.UnitUnknown')
    expect(await refused({ routes: [{ typeCodes: ['xyz'], route: 'leader' }] })).toBe('documents.TypeUnknown')
  })

  test('sent twice is one, and under its id with anything else in it is refused', async () => {
    const series = newSeries()
    const register = newRegister(desk.books.seriesId)
    for (const [path, body, others] of [
      ['/series', series, [{ basis: 'Khác' }, { typeCodes: ['don-thu'] }]],
      ['/registers', register, [{ routes: [] }, { restricted: false }, { termDays: 5 }]],
    ] as const) {
      for (const again of [body, body]) expect((await post('clerk', path, again)).status).toBe(201)
      for (const other of others)
        expect((await post('clerk', path, { ...body, ...other })).body).toMatchObject({
          code: 'platform.SentDifferently',
        })
    }
  })

  test('is the office’s own one at a time, also when two are set up at once', async () => {
    const both = [0, 1].map(() => newRegister(desk.books.seriesId, { isDefault: true, restricted: false }))
    const made = await Promise.all(both.map(one => post('clerk', '/registers', one)))
    expect(made.map(one => one.status)).toEqual([201, 201])
    const next = newRegister(desk.books.seriesId, { isDefault: true, restricted: false })
    await post('clerk', '/registers', next)
    const { items } = (await desk.get<z.infer<typeof RegisterList>>('clerk', '/registers')).body
    expect(items.filter(one => one.isDefault).map(one => one.id)).toEqual([next.id])
    await desk.office.act('clerk', async ({ tx, agency }) => {
      await tx
        .updateTable('registers')
        .set({ is_default: false })
        .where('agency_id', '=', agency)
        .where('id', '=', next.id)
        .execute()
      await tx
        .updateTable('registers')
        .set({ is_default: true })
        .where('agency_id', '=', agency)
        .where('id', '=', desk.books.registerId)
        .execute()
    })
  })
})

describe('the register of arrivals', () => {
  test('has the ten columns of the decree, the highest number first', async () => {
    const id = await desk.register({
      ...{
        notation: '318/MTTQ-BTT',
        issuerName: 'Ủy ban MTTQ Việt Nam tỉnh',
        subject: 'Tổ chức Ngày hội Đại đoàn kết',
      },
      ...{ urgency: 1, note: 'Bản giấy đến sau' },
    })
    await desk.act('leader', id, 'direct', { targets: [{ unitId: desk.office.units.culture, role: 'lead' }] })
    await desk.act('other-unit-head', id, 'open')
    const [line] = (await arrivals('clerk')).items
    const { body } = await desk.see('clerk', id)
    expect(line).toEqual({
      ...{ documentId: id, arrivedOn: today, number: String(body.arrivalNumber), author: 'Ủy ban MTTQ Việt Nam tỉnh' },
      ...{ notation: '318/MTTQ-BTT', issuedOn: '2026-01-05', subject: 'Công văn V/v tổ chức Ngày hội Đại đoàn kết' },
      ...{
        receiver: 'Phòng Văn hóa – Xã hội',
        passedOn: today,
        signedFor: 'Võ Thị Ái',
        note: 'Khẩn; Bản giấy đến sau',
      },
      ...{ cancelled: false, reason: null },
    })
    expect(formatDate(line!.arrivedOn!)).toMatch(/^\d\d\/\d\d\/\d{4}$/)
  })

  test('goes on by number, and its period is the year', async () => {
    for (let index = 0; index < 4; index += 1) await desk.register()
    const first = await arrivals('leader', '?limit=3')
    const second = await arrivals('leader', `?limit=3&cursor=${first.next}`)
    const numbers = [...first.items, ...second.items].map(line => Number(line.number))
    expect(numbers.every((number, at) => at === 0 || number === numbers[at - 1]! - 1)).toBe(true)
    expect((await arrivals('leader', '?period=2019')).items).toEqual([])
    expect((await desk.get('leader', `/registers/${desk.books.registerId}/arrivals?cursor=eHl6`)).status).toBe(400)
  })

  test('is read by clerk, leader, office head and auditor', async () => {
    for (const seat of ['clerk', 'leader', 'office-head', 'auditor'] as const)
      expect((await desk.get(seat, `/registers/${desk.books.registerId}/arrivals`)).status).toBe(200)
    for (const seat of ['unit-head', 'specialist', 'village-head', 'agency-admin'] as const)
      expect((await desk.get(seat, `/registers/${desk.books.registerId}/arrivals`)).status).toBe(403)
  })

  test('shows a restricted document to named seats alone; for others its number is taken, and none is missing', async () => {
    const id = await desk.register({ restricted: true, subject: 'Đơn tố cáo' })
    const has = async (seat: OfficeSeat) => (await arrivals(seat)).items.some(line => line.documentId === id)
    expect([await has('clerk'), await has('leader'), await has('office-head'), await has('auditor')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    const number = String((await desk.see('clerk', id)).body.arrivalNumber)
    for (const seat of ['office-head', 'auditor'] as const) {
      const { items } = await arrivals(seat)
      expect(items.find(line => line.number === number)).toEqual({
        ...{ documentId: null, arrivedOn: null, number, author: '', notation: '', issuedOn: null, subject: '' },
        ...{ receiver: '', passedOn: null, signedFor: '', note: 'Văn bản hạn chế', cancelled: false, reason: null },
      })
      const numbers = items.map(line => Number(line.number))
      expect(numbers.every((one, at) => at === 0 || one === numbers[at - 1]! - 1)).toBe(true)
    }
  })

  test('writes type and subject as the column wants them', () => {
    expect(typeAndSubject('cong-van', 'Đẩy nhanh tiến độ')).toBe('Công văn V/v đẩy nhanh tiến độ')
    expect(typeAndSubject('cong-van', 'V/v UBND tỉnh họp')).toBe('Công văn V/v UBND tỉnh họp')
    expect(typeAndSubject('cong-van', 'Nguyễn Văn An xin nghỉ')).toBe('Công văn V/v Nguyễn Văn An xin nghỉ')
    expect(typeAndSubject('bao-cao', 'Kết quả tiêm chủng')).toBe('Báo cáo Kết quả tiêm chủng')
    expect(typeAndSubject(null, 'Đơn xin')).toBe('Đơn xin')
  })
})

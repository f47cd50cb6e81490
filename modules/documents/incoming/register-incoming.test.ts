import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, calendarDate, yearOf } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { asProblem } from '#platform/http/problems.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { type Books, makeBooks, paper, upload } from '#tests/office/books.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import type { RegisterIncoming } from '../contract.ts'
import { registerIncoming } from './register-incoming.ts'

const today = todayInVietnam(new Date())
let office: Office
let books: Books
beforeAll(async () => {
  office = await newOffice()
  books = await makeBooks(office, { lastNumber: 1285 })
})

const newOffice = async () => makeOffice(await testDatabase(), { ports: { assignments: assignmentsPort } })
const register = (input: RegisterIncoming, at?: Date, where = office) =>
  where.act('clerk', context => registerIncoming(context, input), at ? { at } : {})
/** Two hundred wait for sixteen connections: who gets none in five seconds is told so, and asks again. */
const patiently = <Result>(ask: () => Promise<Result>): Promise<Result> =>
  ask().catch(error => {
    if (asProblem(error).status !== 503) throw error
    return patiently(ask)
  })
const numbersOf = (seriesId: string, where = office) =>
  where.act('clerk', ({ tx, agency }) =>
    tx
      .selectFrom('series_numbers')
      .select(['number', 'period'])
      .where('agency_id', '=', agency)
      .where('series_id', '=', seriesId)
      .orderBy('period')
      .orderBy('number')
      .execute(),
  )

describe('entering a document in the register of arrivals', () => {
  test('gives it the number after the last one on paper, and what the system knows is not typed', async () => {
    const row = await register(
      await paper(office, { notation: 'Số: 4127 /UBND- NNMT', subject: 'Ðẩy nhanh tiến độ\u200b  dữ liệu' }),
    )
    expect(row).toMatchObject({
      arrival_number: 1286,
      period: String(yearOf(today)),
      arrived_on: today,
      pages: 2,
      number: '4127',
      notation: '4127/UBND-NNMT',
      state: 'awaiting-direction',
      holder_name: 'Lê Văn Định',
      receiver_name: 'Lê Văn Định',
      passed_on: today,
    })
  })

  test('gives two hundred clerks at once two hundred consecutive numbers', async () => {
    const many = await newOffice()
    const { seriesId } = await makeBooks(many, { lastNumber: 10 })
    const inputs = await Promise.all(Array.from({ length: 200 }, () => paper(many)))
    const rows = await Promise.all(inputs.map(input => patiently(() => register(input, undefined, many))))
    const expected = Array.from({ length: 200 }, (_, index) => index + 11)
    expect(rows.map(row => row.arrival_number).toSorted((one, other) => one! - other!)).toEqual(expected)
    expect((await numbersOf(seriesId, many)).map(row => row.number)).toEqual(expected)
  }, 60_000)

  test('begins again from 01 on the first of January in Việt Nam, not in Greenwich', async () => {
    const year = yearOf(today) - 1
    const lastEvening = new Date(`${year}-12-31T16:59:00Z`)
    const firstNight = new Date(`${year}-12-31T17:01:00Z`)
    const other = await newOffice()
    const { seriesId } = await makeBooks(other, { lastNumber: 1400, at: lastEvening })
    const day = { issuedOn: calendarDate(`${year}-12-30`) }
    const last = await register(await paper(other, day), lastEvening, other)
    const first = await register(await paper(other, day), firstNight, other)
    const second = await register(await paper(other, day), firstNight, other)
    expect([last, first, second].map(row => [row.period, row.arrival_number])).toEqual([
      [String(year), 1401],
      [String(year + 1), 1],
      [String(year + 1), 2],
    ])
    expect(await numbersOf(seriesId, other)).toHaveLength(3)
  })

  test('asks in which year’s register goes what arrived last year while that is open', async () => {
    const year = yearOf(today) - 1
    const other = await newOffice()
    await makeBooks(other, { lastNumber: 1400, at: new Date(`${year}-12-20T03:00:00Z`) })
    const january = new Date(`${year + 1}-01-04T03:00:00Z`)
    const late = await paper(other, {
      arrivedOn: calendarDate(`${year}-12-31`),
      issuedOn: calendarDate(`${year}-12-29`),
    })
    await expect(register(late, january, other)).rejects.toMatchObject({
      code: 'documents.YearToChoose',
      extras: { subject: { periods: [String(year), String(year + 1)] } },
    })
    const lastYears = await register({ ...late, period: String(year) }, january, other)
    const thisYears = await register(
      { ...late, id: testId(), period: String(year + 1), duplicateReason: 'Thử sổ năm nay' },
      january,
      other,
    )
    expect([lastYears.arrival_number, thisYears.arrival_number]).toEqual([1401, 1])
    const unfit = register({ ...late, id: testId(), period: String(year - 3) }, january, other)
    await expect(unfit).rejects.toMatchObject({ code: 'documents.YearUnfit' })
    // The book of a year before the first one here stands on paper: it must not begin anew at 1.
    const longAgo = await paper(other, {
      ...{ arrivedOn: calendarDate(`${year - 1}-05-04`), issuedOn: calendarDate(`${year - 1}-05-02`) },
      period: String(year - 1),
    })
    await expect(register(longAgo, january, other)).rejects.toMatchObject({ code: 'documents.YearUnfit' })
  })

  test('sent twice is entered once and answers the same; with another content it is told', async () => {
    const input = await paper(office)
    const [first, again] = [await register(input), await register(input)]
    expect(again.arrival_number).toBe(first.arrival_number)
    await expect(register({ ...input, subject: 'Việc khác' })).rejects.toMatchObject({
      code: 'platform.SentDifferently',
      status: 409,
    })
  })

  test('sent twice at the same moment is entered once', async () => {
    const input = await paper(office)
    const answers = await Promise.allSettled([register(input), register(input), register(input)])
    const rows = await office.act('clerk', ({ tx, agency }) =>
      tx
        .selectFrom('series_numbers')
        .select('number')
        .where('agency_id', '=', agency)
        .where('subject_id', '=', input.id)
        .execute(),
    )
    expect(rows).toHaveLength(1)
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'fulfilled', value: { arrival_number: rows[0]!.number } })
  })

  test('stores nothing when there is no number to give', async () => {
    const other = await newOffice()
    const input = await paper(other)
    await expect(register(input, undefined, other)).rejects.toMatchObject({ code: 'documents.NoRegister' })
    const { seriesId } = await makeBooks(other)
    await other.act('clerk', ({ tx, agency, now }) =>
      tx
        .updateTable('series_periods')
        .set({ closed_at: now })
        .where('agency_id', '=', agency)
        .where('series_id', '=', seriesId)
        .execute(),
    )
    await expect(register(input, undefined, other)).rejects.toMatchObject({ code: 'numbering.SeriesClosed' })
    const left = await other.act('clerk', ({ tx, agency }) =>
      tx.selectFrom('document_files').select('id').where('agency_id', '=', agency).execute(),
    )
    expect(left).toEqual([])
  })
})

describe('what is entered', () => {
  test('is refused with the instruction of the law when it bears a mark of secrecy', async () => {
    for (const secrecy of ['mat', 'toi-mat', 'tuyet-mat'] as const) {
      const input = await paper(office, { secrecy })
      await expect(register(input)).rejects.toMatchObject({ code: 'platform.StateSecret', status: 422 })
    }
  })

  test('has one main file, of an upload of the seat itself', async () => {
    const without = await paper(office, { files: [] })
    await expect(register(without)).rejects.toMatchObject({ code: 'documents.MainFileMissing' })
    const [one, two] = [await upload(office, 'clerk'), await upload(office, 'clerk')]
    const twice = await paper(office, { files: [one, two].map(uploadId => ({ uploadId, role: 'main' as const })) })
    await expect(register(twice)).rejects.toMatchObject({ code: 'documents.OneMainFile' })
    const strangers = await paper(office, { files: [{ uploadId: await upload(office, 'specialist'), role: 'main' }] })
    await expect(register(strangers)).rejects.toMatchObject({ code: 'documents.UploadUnknown' })
  })

  test('has its files in the order of their parts, and the pages of text and annexes', async () => {
    const files = [
      { uploadId: await upload(office, 'clerk', 'Phiếu gửi', 1), role: 'attachment' as const },
      { uploadId: await upload(office, 'clerk', 'Phụ lục', 3), role: 'annex' as const, title: 'Biểu số liệu' },
      { uploadId: await upload(office, 'clerk', 'Công văn', 2), role: 'main' as const },
    ]
    const row = await register(await paper(office, { files }))
    expect(row.pages).toBe(5)
    const stored = await office.act('clerk', ({ tx, agency }) =>
      tx
        .selectFrom('document_files')
        .select(['role', 'title'])
        .where('agency_id', '=', agency)
        .where('document_id', '=', row.id)
        .orderBy('ordinal')
        .execute(),
    )
    expect(stored).toEqual([
      { role: 'main', title: 'van-ban' },
      { role: 'annex', title: 'Biểu số liệu' },
      { role: 'attachment', title: 'van-ban' },
    ])
  })

  test('did not arrive tomorrow, and was not issued after it arrived', async () => {
    await expect(register(await paper(office, { arrivedOn: addDays(today, 1) }))).rejects.toMatchObject({
      code: 'documents.ArrivedInFuture',
    })
    const issuedLater = await paper(office, {
      arrivedOn: addDays(today, -3),
      issuedOn: addDays(today, -2),
      period: String(yearOf(today)),
    })
    await expect(register(issuedLater)).rejects.toMatchObject({ code: 'documents.IssuedAfterArrival' })
  })

  test('names a type and an issuer that there are', async () => {
    await expect(register(await paper(office, { typeCode: 'sac-lenh' }))).rejects.toMatchObject({
      code: 'documents.TypeUnknown',
    })
    await expect(register(await paper(office, { issuerId: testId() }))).rejects.toMatchObject({
      code: 'documents.SenderUnknown',
    })
    const known = await register(await paper(office, { issuerId: office.council.id, issuerName: 'gõ nhầm' }))
    expect(known).toMatchObject({ issuer_name: 'Hội đồng nhân dân xã Cam Lộ', issuer_code: office.council.identifier })
  })
})

describe('the deadline', () => {
  test('is the register’s term in working days, unless the clerk entered one or said that there is none', async () => {
    const other = await newOffice()
    await makeBooks(other, { termDays: 5 })
    const wednesday = new Date(`2026-11-18T03:00:00Z`)
    const early = await newOffice()
    await makeBooks(early, { termDays: 5, at: wednesday })
    // The 24th is a day off by notice: five working days from Wednesday 18 November end on the 26th.
    expect(await register(await paper(early), wednesday, early)).toMatchObject({
      due_on: '2026-11-26',
      due_basis: '5 ngày làm việc: Quy chế công tác văn thư',
    })
    expect(await register(await paper(other, { dueOn: null }), undefined, other)).toMatchObject({
      due_on: null,
      due_basis: null,
    })
    const entered = addDays(today, 30)
    expect(await register(await paper(other, { dueOn: entered }), undefined, other)).toMatchObject({ due_on: entered })
  })

  test('is asked for when the calendar of its year is not announced', async () => {
    const newYearsEve = new Date('2027-12-30T03:00:00Z')
    const other = await newOffice()
    await makeBooks(other, { termDays: 10, at: newYearsEve })
    await expect(register(await paper(other), newYearsEve, other)).rejects.toMatchObject({
      code: 'documents.CalendarMissing',
    })
  })
})

describe('the way after registration', () => {
  test('follows the register’s routes: the office head proposes, a unit works at once if somebody leads it, else the leader directs', async () => {
    const other = await newOffice()
    await makeBooks(other, {
      routes: [
        { typeCodes: ['bao-cao'], route: 'unit', unitId: other.units.economy },
        { typeCodes: ['giay-moi'], route: 'leader' },
        { typeCodes: [], route: 'office-head' },
      ],
    })
    const enter = async (typeCode: string) => register(await paper(other, { typeCode }), undefined, other)
    expect(await enter('cong-van')).toMatchObject({ state: 'awaiting-proposal', holder_name: 'Nguyễn Hữu Phước' })
    expect(await enter('giay-moi')).toMatchObject({ state: 'awaiting-direction', holder_name: 'Lê Văn Định' })
    const straight = await enter('bao-cao')
    expect(straight).toMatchObject({
      state: 'assigned',
      holder_unit_id: other.units.economy,
      receiver_name: 'Phòng Kinh tế',
    })
    await other.system(context => endSeat(context, { id: other.seats['unit-head'].id, validTo: context.today }))
    expect(await enter('bao-cao')).toMatchObject({ state: 'awaiting-direction', holder_name: 'Lê Văn Định' })
    const work = await other.act('leader', context =>
      assignmentsPort.ofSubject(context, { type: 'incoming-document', id: straight.id }),
    )
    expect(work).toMatchObject([{ role: 'lead', toUnitId: other.units.economy }])
  })

  test('goes to the leader whom the clerk names, who must be one', async () => {
    const { deputy, specialist } = office.seats
    const toDeputy = await register(await paper(office, { leaderSeatId: deputy.id }))
    expect(toDeputy).toMatchObject({ holder_seat_id: deputy.id, holder_name: 'Hồ Thị Đào' })
    const toNone = await paper(office, { leaderSeatId: specialist.id })
    await expect(register(toNone)).rejects.toMatchObject({ code: 'documents.NotALeader' })
  })

  test('leaves history, readers, an audit row with the number, and a word in the search index', async () => {
    const row = await register(await paper(office, { text: 'Thửa đất thôn Đâu Bình' }))
    const left = await office.act('clerk', async ({ tx, agency }) => ({
      history: await tx
        .selectFrom('document_history')
        .selectAll()
        .where('agency_id', '=', agency)
        .where('document_id', '=', row.id)
        .execute(),
      readers: await tx
        .selectFrom('document_readers')
        .selectAll()
        .where('agency_id', '=', agency)
        .where('document_id', '=', row.id)
        .execute(),
      audit: await tx
        .selectFrom('audit_entries')
        .selectAll()
        .where('agency_id', '=', agency)
        .where('subject_id', '=', row.id)
        .execute(),
      search: await tx
        .selectFrom('document_search')
        .select('lexemes')
        .where('agency_id', '=', agency)
        .where('document_id', '=', row.id)
        .execute(),
    }))
    expect(left.history).toMatchObject([
      { act: 'register', actor_name: 'Trần Thị Lụa', state_after: 'awaiting-direction' },
    ])
    expect(left.readers).toMatchObject([{ reader: `seat:${office.seats.leader.id}`, why: 'holder' }])
    expect(left.audit).toMatchObject([
      { act: 'documents.register', after: { number: row.arrival_number, period: row.period, series: books.seriesId } },
    ])
    expect(left.search[0]!.lexemes).toContain("'dau'")
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { officeHttp } from '#tests/office/office-http.ts'
import { paperRoutes } from '../routes-papers.ts'

const workshop = createWorkshop({ maxProcesses: 1 })
const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-papers-'))
const today = todayInVietnam(new Date())
let desk: IncomingOffice
let http: Awaited<ReturnType<typeof officeHttp>>

beforeAll(async () => {
  desk = await incomingOffice({ workshop })
  http = await officeHttp(desk.office.machinery, paperRoutes)
})
afterAll(async () => {
  await workshop.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The text of the PDF that a seat gets, page by page; or the problem. */
async function print(seat: OfficeSeat, url: string) {
  const answer = await http.get(desk.office.seats[seat], url)
  if (answer.statusCode !== 200) return { status: answer.statusCode, code: answer.json().code as string }
  expect(answer.headers['content-type']).toBe('application/pdf')
  const file = path.join(folder, `${testId()}.pdf`)
  writeFileSync(file, answer.rawPayload)
  const { text, pageSizes } = await workshop.run('inspect-pdf', { path: file })
  return { status: 200, text: text.join('\n').replace(/\s+/g, ' '), size: pageSizes[0] }
}
const prints = (documentId: string) =>
  desk.office.act('auditor', async ({ tx, agency }) => {
    const rows = await tx
      .selectFrom('access_log')
      .select('seat_id')
      .where('agency_id', '=', agency)
      .where('document_id', '=', documentId)
      .where('kind', '=', 'print')
      .execute()
    return rows.map(row => row.seat_id)
  })
const sheet = (id: string) => `/documents/incoming/${id}/settlement-sheet`
const register = (query = '') => `/registers/${desk.books.registerId}/arrivals.pdf${query}`

describe('the sheet of an incoming document', () => {
  test('says who decided what, who entered it for whom, what the unit did and what the handler proposes', async () => {
    const { units, seats } = desk.office
    const id = await desk.register({ notation: '4127/UBND-NNMT', subject: 'Rà soát hồ sơ đất đai' })
    await desk.act('clerk', id, 'direct', {
      onBehalfOf: seats.leader.id,
      text: 'Rà soát, báo cáo trước ngày 25.',
      targets: [
        { unitId: units.economy, role: 'lead', dueOn: '2027-03-25' },
        { unitId: units.culture, role: 'assist', text: 'Cung cấp danh sách hộ.' },
      ],
    })
    await desk.act('unit-head', id, 'open')
    await desk.act('unit-head', id, 'assign', {
      text: 'Lập danh sách thửa đất.',
      targets: [{ seatId: seats.specialist.id, role: 'lead', dueOn: '2027-03-20' }],
    })
    await desk.act('specialist', id, 'comment', { commentId: testId(), text: 'Đề xuất kiểm tra thực địa.' })
    const { text } = await print('clerk', sheet(id))
    const [, leaders = '', ofUnits = '', proposals = ''] =
      /1\. Ý kiến của lãnh đạo cơ quan, tổ chức(.*)2\. Ý kiến của lãnh đạo đơn vị(.*)3\. Ý kiến đề xuất của người giải quyết(.*)/.exec(
        text ?? '',
      ) ?? []
    expect(text).toContain('Công văn số 4127/UBND-NNMT ngày 05/01/2026')
    expect(text).toContain(`Cam Lộ, ngày`)
    for (const words of [
      'Rà soát, báo cáo trước ngày 25.',
      'Phòng Văn hóa – Xã hội: Cung cấp danh sách hộ.',
      'Chủ trì: Phòng Kinh tế',
      'Phối hợp: Phòng Văn hóa – Xã hội',
      'Thời hạn: Phòng Kinh tế: 25/03/2027',
      'CHỦ TỊCH Lê Văn Định',
      '(Văn thư Trần Thị Lụa nhập thay)',
    ])
      expect(leaders).toContain(words)
    for (const words of ['Lập danh sách thửa đất.', 'Chủ trì: Đỗ Minh Ánh', 'TRƯỞNG PHÒNG Phan Quốc Việt'])
      expect(ofUnits).toContain(words)
    expect(proposals).toContain('Đề xuất kiểm tra thực địa.')
    expect(proposals).toContain('Chuyên viên Đỗ Minh Ánh')
    expect(await prints(id)).toEqual([seats.clerk.id])
  })

  test('keeps what the office head proposed after the leader agreed', async () => {
    const { units, seats } = desk.office
    const id = await desk.register()
    await desk.act('leader', id, 'comment', { commentId: testId(), text: 'Cần làm sớm.' })
    await desk.office.act('clerk', ({ tx, agency }) =>
      tx
        .updateTable('incoming_documents')
        .set({ state: 'awaiting-proposal', holder_seat_id: seats['office-head'].id })
        .where('agency_id', '=', agency)
        .where('id', '=', id)
        .execute(),
    )
    const proposed = await desk.act('office-head', id, 'propose', {
      leaderSeatId: seats.leader.id,
      text: 'Đề xuất giao Phòng Kinh tế.',
      targets: [{ unitId: units.economy, role: 'lead', dueOn: '2027-03-25' }],
    })
    expect(proposed.status).toBe(200)
    expect((await desk.act('leader', id, 'confirm')).status).toBe(200)
    const { text } = await print('leader', sheet(id))
    expect(text).toMatch(
      /lãnh đạo cơ quan.*Cần làm sớm\..*Chủ trì: Phòng Kinh tế.*3\. .*Đề xuất giao Phòng Kinh tế\..*25\/03\/2027/,
    )
  })

  test('says of a lead that it gave the work back, beside the one who leads now', async () => {
    const { units } = desk.office
    const id = await desk.register()
    await desk.act('leader', id, 'direct', { targets: [{ unitId: units.economy, role: 'lead' }] })
    await desk.act('unit-head', id, 'return', { reason: 'Không thuộc phòng' })
    await desk.act('leader', id, 'direct', { targets: [{ unitId: units.culture, role: 'lead' }] })
    const { text } = await print('leader', sheet(id))
    expect(text).toMatch(/Chủ trì: Phòng Kinh tế \(đã trả về\).*Chủ trì: Phòng Văn hóa – Xã hội/)
  })

  test('says who decided that it needs no work, and who typed that in for him', async () => {
    const id = await desk.register()
    const leader = desk.office.seats.leader.id
    await desk.act('clerk', id, 'finish-without-work', { text: 'Lưu hồ sơ.', onBehalfOf: leader })
    const { text } = await print('leader', sheet(id))
    expect(text).toContain('CHỦ TỊCH Lê Văn Định')
    expect(text).toContain('Lưu hồ sơ.')
    expect(text).toContain('Văn thư Trần Thị Lụa nhập thay')
  })

  test('is not there for who may not see the document, and no print is logged then', async () => {
    const id = await desk.register({ restricted: true })
    expect((await print('office-head', sheet(id))).status).toBe(404)
    expect((await print('agency-admin', sheet(id))).status).toBe(403)
    expect(await prints(id)).toEqual([])
    expect((await print('leader', sheet(id))).status).toBe(200)
  })
})

describe('the register of arrivals on paper', () => {
  test('has the lowest number first, a range if wanted, and says who printed it', async () => {
    const ids = [await desk.register(), await desk.register({ subject: 'Tổ chức ngày hội' }), await desk.register()]
    const [first, second, third] = await Promise.all(
      ids.map(async id => (await desk.see('clerk', id)).body.arrivalNumber!),
    )
    const { text, size } = await print('clerk', register(`?from=${first}&to=${second}&paper=A3`))
    expect(text).toContain(`Từ số ${first} đến số ${second}`)
    expect(text).toContain('Công văn V/v tổ chức ngày hội')
    expect(text!.indexOf(String(first))).toBeLessThan(text!.lastIndexOf(String(second)))
    expect(text).not.toContain(` ${third} `)
    expect(text).toContain(`Trần Thị Lụa · `)
    expect(text).toContain(formatDate(today))
    expect(size).toEqual({ width: 1190.55, height: 841.89 })
    expect(await prints(desk.books.registerId)).toEqual([desk.office.seats.clerk.id])
  })

  test('shows no restricted document to who is not named', async () => {
    await desk.register({ restricted: true, subject: 'Đơn tố cáo ông Thử' })
    expect((await print('clerk', register())).text).toContain('đơn tố cáo ông Thử')
    const others = (await print('auditor', register())).text
    expect(others).not.toContain('tố cáo')
    expect(others).toContain('Văn bản hạn chế')
  })

  test('is for those who read registers, and of a register that there is', async () => {
    expect(await print('specialist', register())).toMatchObject({ status: 403 })
    expect(await print('clerk', `/registers/${testId()}/arrivals.pdf`)).toMatchObject({ status: 404 })
    expect(await print('clerk', `/registers/${desk.books.registerId}/departures.pdf`)).toMatchObject({ status: 404 })
    expect(await print('clerk', register('?from=x'))).toMatchObject({ status: 422 })
  })

  test('is printed in parts when it is long', async () => {
    await desk.office.act('clerk', async ({ tx, agency }) => {
      const like = await tx
        .selectFrom('incoming_documents')
        .selectAll()
        .where('agency_id', '=', agency)
        .where('register_id', '=', desk.books.registerId)
        .where('restricted', '=', false)
        .limit(1)
        .executeTakeFirstOrThrow()
      const rows = Array.from({ length: 500 }, (_, at) => ({ ...like, arrival_number: 10_000 + at, proposal: null }))
      for (let batch = 0; batch < 5; batch++)
        await tx
          .insertInto('incoming_documents')
          .values(rows.map((row, at) => ({ ...row, id: testId(), arrival_number: 10_000 + batch * 500 + at })))
          .execute()
    })
    expect(await print('clerk', register())).toEqual({ status: 422, code: 'documents.RegisterTooLong' })
    expect((await print('clerk', register('?from=10000&to=10010'))).status).toBe(200)
  })

  test('of more than a thousand lines is the office head’s to print', { timeout: 60_000 }, async () => {
    const many = register('?from=10000&to=11000')
    for (const seat of ['clerk', 'auditor', 'leader'] as const)
      expect(await print(seat, many)).toEqual({ status: 403, code: 'documents.PrintNeedsOfficeHead' })
    expect((await print('clerk', register('?from=10000&to=10999'))).status).toBe(200)
    expect((await print('office-head', many)).status).toBe(200)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { delegate } from '#modules/agencies/delegate.ts'
import { paper, upload } from '#tests/office/books.ts'
import { documentsHttp, type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, officeSeats, seatRoleOf, testId } from '#tests/office/make-office.ts'
import type { IncomingRow } from '../contract.ts'

const today = todayInVietnam(new Date())
let desk: IncomingOffice
let other: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
  other = await incomingOffice()
})
const enter = (seat: OfficeSeat, body: object, where = desk) =>
  where.http.call<z.infer<typeof IncomingRow>>(where.office.seats[seat], 'POST /documents/incoming', body)
const stored = async () => {
  const rows = await desk.office.system(({ tx, agency }) =>
    tx.selectFrom('incoming_documents').select('id').where('agency_id', '=', agency).execute(),
  )
  return rows.length
}

describe('entering in the register', () => {
  const others = officeSeats.filter(seat => seatRoleOf(seat) !== 'clerk')
  test.each(others)('is not for the seat %s', async seat => {
    const before = await stored()
    expect(await enter(seat, await paper(desk.office, {}, seat))).toMatchObject({
      status: 403,
      body: { code: 'platform.NotAllowed' },
    })
    expect(await stored()).toBe(before)
  })

  test('is for whoever stands in for the clerk, and history says for whom', async () => {
    const standing = await incomingOffice()
    const { seats } = standing.office
    await standing.office.act('clerk', context =>
      delegate(context, {
        ...{ id: testId(), toSeatId: seats.specialist.id, scope: 'incoming', maySign: false },
        ...{ validFrom: today, validTo: addDays(today, 1) },
      }),
    )
    const http = await documentsHttp(standing.office)
    const body = await paper(standing.office, {}, 'specialist')
    const { status } = await http.call(seats.specialist, 'POST /documents/incoming', body)
    expect(status).toBe(201)
    const { history } = (await standing.see('clerk', body.id)).body
    expect(history).toMatchObject([{ actorName: 'Đỗ Minh Ánh', onBehalfOfName: 'Trần Thị Lụa' }])
  })
})

describe('hostile input', () => {
  test('in decomposed letters is the same text and stored as NFC', async () => {
    const facts = { subject: 'Đẩy nhanh tiến độ'.normalize('NFD'), issuerName: 'Ủy ban'.normalize('NFD') }
    const { status, body } = await enter('clerk', await paper(desk.office, facts))
    expect([status, body.subject, body.issuerName]).toEqual([201, 'Đẩy nhanh tiến độ', 'Ủy ban'])
  })

  test.each(['Ðẩy nhanh tiến độ', 'Rà soát <script>alert(1)</script>', 'Rà soát\u0000'])(
    'of letters or signs that are no text of an office is refused, and nothing is stored: %j',
    async subject => {
      const before = await stored()
      const { status, text } = await enter('clerk', await paper(desk.office, { subject }))
      expect(status).toBe(422)
      expect(text).toContain('subject')
      expect(await stored()).toBe(before)
    },
  )

  test('of a wrong type, too long or with impossible days is refused field by field, and nothing is stored', async () => {
    const before = await stored()
    const good = await paper(desk.office)
    const wrong: Record<string, unknown>[] = [
      { subject: '' },
      { subject: 'x'.repeat(501) },
      { subject: { $ne: '' } },
      { notation: 'x'.repeat(43) },
      { issuedOn: '2026-02-30' },
      { issuedOn: 20260101 },
      { urgency: 4 },
      { urgency: '1' },
      { id: '017f22e2-79b0-4cc3-98c4-dc0c0c07398f' },
      { id: 'abc' },
      { files: Array.from({ length: 51 }, () => good.files[0]) },
      { files: [{ uploadId: good.files[0]!.uploadId, role: 'signature' }] },
      { meetingAt: 'mai' },
      { copies: 0 },
      { secrecy: 'bí mật' },
    ]
    for (const facts of wrong) {
      const { status, body } = await enter('clerk', { ...good, ...facts })
      expect([status, body.code], JSON.stringify(facts)).toEqual([422, 'platform.NotValid'])
      expect(body.errors?.[0]?.path.split('.')[0]).toBe(Object.keys(facts)[0])
    }
    expect(await stored()).toBe(before)
  })

  test('with ids of another agency finds nothing there', async () => {
    const before = await stored()
    const foreign = [
      [{ registerId: other.books.registerId }, 'documents.RegisterUnknown'],
      [{ leaderSeatId: other.office.seats.leader.id }, 'agencies.SeatUnknown'],
      [{ files: [{ uploadId: await upload(other.office, 'clerk'), role: 'main' }] }, 'documents.UploadUnknown'],
    ] as const
    for (const [facts, code] of foreign)
      expect((await enter('clerk', { ...(await paper(desk.office)), ...facts })).body.code).toBe(code)
    expect(await stored()).toBe(before)
  })

  test('under the id of a document of another agency is a document of this one', async () => {
    const id = await other.register()
    const { status } = await enter('clerk', await paper(desk.office, { id }))
    expect(status).toBe(201)
    expect((await other.see('clerk', id)).body.subject).toBe((await desk.see('clerk', id)).body.subject)
    await desk.act('clerk', id, 'comment', { commentId: testId(), text: 'Chỉ ở đây' })
    expect((await other.see('clerk', id)).body.comments).toEqual([])
  })
})

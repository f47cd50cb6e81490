import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { writeOutbox } from '#platform/outbox/outbox.ts'
import { freshDatabase } from '#tests/database/test-database.ts'
import { makeOffice } from '#tests/office/make-office.ts'
import { calendarMissing, oddMessages, stuckWork, unitsWithoutHead } from './stuck-work.ts'

const newId = () => uuidV7(Date.now(), randomBytes(10))

test('doctor names the oldest piece of work that goes on failing, with its office and why, and counts the others', async () => {
  const database = await freshDatabase()
  const office = await makeOffice(database)
  const write = (attempts: number, error: string, minutesAgo: number) =>
    office.system(async ({ tx, agency, now }) => {
      const [id, writtenAt] = [newId(), new Date(now.getTime() - minutesAgo * 60_000)]
      const entry = { kind: 'documents.freeze', subjectId: newId(), payload: {} }
      await writeOutbox(tx, { agency, now: writtenAt, dueAt: now, newId: () => id }, [entry])
      await tx
        .updateTable('outbox')
        .set({ attempts, last_error: error })
        .where('agency_id', '=', agency)
        .where('id', '=', id)
        .execute()
    })
  await write(4, 'Error: tried again soon', 90)
  expect(await stuckWork(database.server)).toEqual({ ok: true, what: 'không có việc nào bị kẹt' })

  await write(9, 'Error: the font is missing', 5)
  await write(6, 'Error: the file is not a PDF', 60)
  expect(await stuckWork(database.server)).toMatchObject({
    ok: false,
    what: expect.stringMatching(
      /^2 việc bị kẹt; lâu nhất: documents\.freeze của UBND xã Cam Lộ, từ \d\d\/\d\d\/\d{4} \d\d:\d\d, đã thử 6 lần$/,
    ),
    advice: expect.stringContaining('the file is not a PDF'),
  })
})

test('doctor names the last message that found no document, from whom and for whom', async () => {
  const database = await freshDatabase()
  const office = await makeOffice(database)
  const sender = await makeOffice(database, { machinery: office.machinery, place: 'Triệu Phong' })
  const receive = (problem: string | null, daysAgo: number) =>
    office.system(({ tx, agency, now }) => {
      const receivedAt = new Date(now.getTime() - daysAgo * 86_400_000)
      return tx
        .insertInto('inbox')
        .values({
          ...{ agency_id: agency, message_id: newId(), from_agency_id: sender.agencyId, document_id: newId() },
          ...{ kind: 'exchange.state', sequence: 2, payload: '{}', problem },
          ...{ received_at: receivedAt, applied_at: receivedAt },
        })
        .execute()
    })
  await receive(null, 1)
  await receive('unknown document', 45)
  expect(await oddMessages(database.server)).toMatchObject({ ok: true })

  await receive('unknown document', 3)
  await receive('impossible message', 2)
  expect(await oddMessages(database.server)).toMatchObject({
    ok: false,
    what: expect.stringMatching(
      /^2 thông điệp không khớp văn bản nào; gần nhất: exchange\.state từ UBND xã Triệu Phong đến UBND xã Cam Lộ, /,
    ),
    advice: expect.stringContaining('impossible message'),
  })
})

test('doctor names the units that nobody leads today, and none whose post is held', async () => {
  const database = await freshDatabase()
  const office = await makeOffice(database)
  const { ok, what } = await unitsWithoutHead(database.server)
  expect([ok, what]).toEqual([true, 'đơn vị nào cũng có người phụ trách'])

  await office.system(context => endSeat(context, { id: office.seats['village-head'].id, validTo: context.today }))
  expect(await unitsWithoutHead(database.server)).toMatchObject({
    ok: false,
    what: '1 đơn vị chưa có người phụ trách: Thôn Đông Hòa (UBND xã Cam Lộ)',
    advice: expect.stringContaining('Quản trị → Người dùng'),
  })
})

test('doctor names the year whose days off are not entered, from October of the year before', async () => {
  const { server } = await freshDatabase()
  const on = (day: string) => calendarMissing(server, calendarDate(day))
  expect(await on('2027-09-30')).toEqual({ ok: true, what: 'lịch làm việc đã nhập đủ' })
  expect(await on('2027-10-01')).toMatchObject({ ok: false, what: expect.stringContaining('năm 2028') })
  expect(await on('2028-10-01')).toMatchObject({ what: expect.stringContaining('năm 2028, 2029') })
})

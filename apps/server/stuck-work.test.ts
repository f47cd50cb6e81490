import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { outboxRow } from '#platform/outbox/outbox.ts'
import { freshDatabase } from '#tests/database/test-database.ts'
import { makeOffice } from '#tests/office/make-office.ts'
import { stuckWork } from './stuck-work.ts'

const newId = () => uuidV7(Date.now(), randomBytes(10))

test('doctor names the oldest piece of work that goes on failing, with its office and why, and counts the others', async () => {
  const database = await freshDatabase()
  const office = await makeOffice(database)
  const write = (attempts: number, error: string, minutesAgo: number) =>
    office.system(({ tx, agency, now }) => {
      const writtenAt = new Date(now.getTime() - minutesAgo * 60_000)
      const entry = { kind: 'documents.freeze', subjectId: newId(), payload: {} }
      const row = outboxRow({ agency, now: writtenAt, dueAt: now, id: newId(), entry })
      return tx
        .insertInto('outbox')
        .values({ ...row, attempts, last_error: error })
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

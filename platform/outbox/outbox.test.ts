import { expect, test } from 'vitest'
import type { Context } from '#platform/acts/context.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, testId } from '#tests/office/make-office.ts'

test('what must happen elsewhere bears the seat whose act wants it; what the platform itself wants bears none', async () => {
  const database = await testDatabase()
  const office = await makeOffice(database)
  const [byClerk, byPlatform] = [testId(), testId()]
  const want = (subjectId: string) => (context: Context) =>
    context.outbox([
      { kind: 'test', subjectId, payload: { part: 1 } },
      { kind: 'test', subjectId, payload: { part: 2 } },
    ])
  await office.act('clerk', want(byClerk))
  await office.system(want(byPlatform))
  const seatsOf = async (subjectId: string) => {
    const sql = 'select seat_id from outbox where subject_id = $1 order by position'
    return (await database.owner.query<{ seat_id: string | null }>(sql, [subjectId])).rows.map(row => row.seat_id)
  }
  const { id } = office.seats.clerk
  expect(await seatsOf(byClerk)).toEqual([id, id])
  expect(await seatsOf(byPlatform)).toEqual([null, null])
})

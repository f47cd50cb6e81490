import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/database/test-database.ts'
import { testId } from '#tests/office/make-office.ts'
import { openPool } from './connections.ts'
import { inAgency, type Transaction } from './transaction.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await testDatabase()
  // One client: whoever comes next gets the one that the transaction before him had.
  pool = openPool(database.serverAddress, { max: 1, name: 'xaso-transaction' })
})
afterAll(() => pool.end())

const agency = testId()
const agencyNow = async (tx: Transaction) =>
  (await sql<{ id: string }>`select current_setting('app.agency_id') as id`.execute(tx)).rows[0]!.id
const pause = (tx: Transaction, seconds: number) => sql`select pg_sleep(${seconds})`.execute(tx)

describe('a transaction of an agency', () => {
  test('answers what is asked for side by side in the order in which it was asked', async () => {
    await inAgency(pool, agency, async tx => {
      const order: number[] = []
      const number = (at: number) =>
        sql<{ n: number }>`select ${at}::int as n, pg_sleep(${at === 1 ? 0.05 : 0})`
          .execute(tx)
          .then(({ rows }) => order.push(rows[0]!.n))
      await Promise.all([number(1), number(2), number(3)])
      expect(order).toEqual([1, 2, 3])
    })
  })

  test('is taken back whole when one of several side by side fails, and the client is fit for the next', async () => {
    const divided = inAgency(pool, agency, tx =>
      Promise.all([pause(tx, 0), sql`select 1 / 0`.execute(tx), pause(tx, 0)]),
    )
    await expect(divided).rejects.toMatchObject({ code: '22012' })
    expect(await inAgency(pool, agency, agencyNow)).toBe(agency)
  })

  test('lets no statement of a part that goes on after another failed into the transaction that follows', async () => {
    let late: Promise<string> | undefined
    const failed = inAgency(pool, agency, tx => {
      late = sleep(30).then(() => agencyNow(tx))
      late.catch(() => {})
      return Promise.all([late, sql`select 1 / 0`.execute(tx)])
    })
    await expect(failed).rejects.toMatchObject({ code: '22012' })
    const next = inAgency(pool, testId(), tx => pause(tx, 0.08))
    await expect(late).rejects.toThrow('after the end of its transaction')
    await next
  })
})

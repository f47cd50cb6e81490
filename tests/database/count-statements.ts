import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { vi } from 'vitest'

const counted = new AsyncLocalStorage<{ statements: number }>()

/**
 * How many statements go to PostgreSQL while something is done: what is asked for one by one in a loop shows as more of
 * them for more rows. What goes on beside it, a relay of this or of an earlier test, is not counted.
 *
 * @example expect(await countStatements(() => list(20))).toBe(await countStatements(() => list(2)))
 */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const count = { statements: 0 }
  const query = pg.Client.prototype.query
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const mine = counted.getStore()
    if (mine) mine.statements += 1
    return Reflect.apply(query, this, given)
  } as typeof query)
  try {
    await counted.run(count, work)
    if (count.statements === 0) throw new Error('nothing was asked of PostgreSQL: the counting is broken')
    return count.statements
  } finally {
    spy.mockRestore()
  }
}

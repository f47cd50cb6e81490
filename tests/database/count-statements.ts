import pg from 'pg'
import { vi } from 'vitest'

/**
 * How many statements go to PostgreSQL while something is done: what is asked for one by one in a loop shows as more of
 * them for more rows. Nothing else may be under way meanwhile.
 *
 * @example expect(await countStatements(() => list(20))).toBe(await countStatements(() => list(2)))
 */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return query.mock.calls.length
  } finally {
    query.mockRestore()
  }
}

import { type OperationNodeSource, sql } from 'kysely'
import type { Transaction } from './transaction.ts'

/**
 * Sends several writes as one statement: what an act costs most is its round trips. They run side by side and see nothing
 * of one another, so no two of them may touch one row, and none may need what another one wrote.
 *
 * @example await writeTogether(tx, [tx.insertInto('notices').values(row), tx.updateTable('uploads').set({ used_at: now })])
 */
export async function writeTogether(tx: Transaction, writes: readonly OperationNodeSource[]): Promise<void> {
  if (writes.length === 0) return
  const parts = writes.map((write, index) => sql`${sql.id(`write_${index}`)} as (${write})`)
  await sql`with ${sql.join(parts)} select`.execute(tx)
}

import { type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import type { Transaction } from './transaction.ts'

/**
 * Sends several writes as one statement: what an act costs most is its round trips. They run side by side and see nothing
 * of one another, so no two of them may touch one row, and none may need what another one wrote.
 *
 * @example await writeTogether(tx, [tx.insertInto('notices').values(row), tx.updateTable('uploads').set({ used_at: now })])
 */
export async function writeTogether(tx: Transaction, writes: readonly OperationNodeSource[]): Promise<void> {
  if (writes.length > 0) await sql`with ${asParts(writes)} select`.execute(tx)
}

/** The same as parts of a longer statement, whose other parts they may name: `with mine as (…), ${asParts(writes)} select …`. */
export const asParts = (writes: readonly OperationNodeSource[]): RawBuilder<unknown> =>
  sql.join(writes.map((write, index) => sql`${sql.id(`write_${index}`)} as (${write})`))

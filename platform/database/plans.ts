import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from './transaction.ts'

/**
 * How many rows a statement gives at most, as a literal. Of a parameter PostgreSQL knows nothing when it weighs a plan that
 * it may keep: it reckons with a tenth of all rows, finds the kept plan dear, and plans the statement anew each time, which
 * for a page of a list takes longer than reading it.
 *
 * @param count a whole number of rows; of few values, for each makes a text of its own
 * @example sql`select … order by d.arrived_at desc limit ${upTo(21)}`
 */
export function upTo(count: number): RawBuilder<number> {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`no number of rows: ${count}`)
  return sql.raw(String(count))
}

/**
 * From here to its end the transaction runs each statement by the plan that PostgreSQL keeps for any values, once a
 * connection has it. For statements whose best plan is the same for everybody: a walk of one index from its end.
 * What narrows by values of very different number (an issuer, a day) or by a partial index must be planned by them.
 * Goes out beside the statement, in one round trip.
 *
 * @example const [, { rows }] = await Promise.all([keepPlans(tx), sql`select …`.execute(tx)])
 */
export const keepPlans = (tx: Transaction): Promise<unknown> =>
  sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx)

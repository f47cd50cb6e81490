import { type RawBuilder, sql } from 'kysely'

/** Counts stop here and are then shown as "99+": nothing counts a whole register. */
export const countCap = 100

/**
 * A count that stops at the cap, as a scalar to select.
 *
 * @param rows what to count: a `select … from … where …` without order or limit
 * @example sql`select ${cappedCount(sql`select from incoming_documents where …`)} as waiting`
 */
export const cappedCount = (rows: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(select count(*)::int from (${rows} limit ${sql.lit(countCap)}) counted)`

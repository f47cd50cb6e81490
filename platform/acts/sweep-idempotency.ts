import { sql } from 'kysely'
import type pg from 'pg'
import { inAgency } from '../database/transaction.ts'

/**
 * A key outlives whatever may still send its request: a form that a browser keeps for 60 days after its last change
 * (`platform/ui/data/drafts.ts`), and weeks without a line before what was queued is sent.
 */
export const idempotencyKeptDays = 120

/** Removes some of an agency's oldest keys whose requests nobody sends again. @returns how many there were */
export const sweepIdempotency = (pool: pg.Pool, agency: string, limit: number): Promise<number> =>
  inAgency(pool, agency, async tx => {
    const { numAffectedRows } = await sql`
      delete from idempotency k using (
        select seat_id, key from idempotency
        where agency_id = ${agency} and at < now() - make_interval(days => ${idempotencyKeptDays}::integer)
        order by at limit ${limit}
      ) old where k.agency_id = ${agency} and k.seat_id = old.seat_id and k.key = old.key`.execute(tx)
    return Number(numAffectedRows)
  })

import { sql } from 'kysely'
import type pg from 'pg'
import { inAgency } from '../database/transaction.ts'

/** An entry that is done is of use to whoever looks into what went wrong last week; what it brought about is in the audit. */
export const doneEntriesKeptDays = 30

/** Removes some of an agency's entries that were done long ago; one that is open stays, however old. @returns how many */
export const sweepOutbox = (pool: pg.Pool, agency: string, limit: number): Promise<number> =>
  inAgency(pool, agency, async tx => {
    const { numAffectedRows } = await sql`
      delete from outbox o using (
        select id from outbox
        where agency_id = ${agency} and done_at < now() - make_interval(days => ${doneEntriesKeptDays}::integer)
        order by done_at limit ${limit}
      ) old where o.agency_id = ${agency} and o.id = old.id and o.done_at is not null`.execute(tx)
    return Number(numAffectedRows)
  })

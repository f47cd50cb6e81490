import { sql } from 'kysely'
import type pg from 'pg'
import { withoutAgency } from '../database/transaction.ts'
import { ceilingSeconds, placeKnownForDays } from './ceilings.ts'
import { failureCountsForHours } from './sign-in.ts'

/**
 * Removes some sessions that are over, wrong tries that no longer count, and places where nobody signed in for long.
 * Anybody may try to sign in, so what he leaves may not stay for ever.
 *
 * @returns how many rows the table had most of
 */
export async function sweepSessions(pool: pg.Pool, limit: number): Promise<number> {
  const queries = withoutAgency(pool)
  const removed = [
    await sql`delete from sessions where token_hash in (select token_hash from sessions
      where expires_at < now() order by expires_at limit ${limit})`.execute(queries),
    await sql`delete from sign_in_failures where (login, network) in (select login, network from sign_in_failures
      where last_at < now() - make_interval(hours => ${failureCountsForHours}::integer) order by last_at limit ${limit})
      and last_at < now() - make_interval(hours => ${failureCountsForHours}::integer)`.execute(queries),
    await sql`delete from sign_in_ceilings where scope in (select scope from sign_in_ceilings
      where began_at < now() - make_interval(secs => ${ceilingSeconds}::integer) order by began_at limit ${limit})
      and began_at < now() - make_interval(secs => ${ceilingSeconds}::integer)`.execute(queries),
    await sql`delete from sign_in_places where (login, network) in (select login, network from sign_in_places
      where last_at < now() - make_interval(days => ${placeKnownForDays}::integer) order by last_at limit ${limit})
      and last_at < now() - make_interval(days => ${placeKnownForDays}::integer)`.execute(queries),
  ]
  return Math.max(...removed.map(result => Number(result.numAffectedRows ?? 0n)))
}

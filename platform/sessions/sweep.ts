import { sql } from 'kysely'
import type pg from 'pg'
import { withoutAgency } from '../database/transaction.ts'
import { failureCountsForHours } from './sign-in.ts'

/**
 * Removes sessions that are over and wrong tries that no longer count. Anybody may try to sign in, so what he leaves may
 * not stay for ever.
 */
export async function sweepSessions(pool: pg.Pool): Promise<void> {
  const queries = withoutAgency(pool)
  await queries.deleteFrom('sessions').where('expires_at', '<', sql<Date>`now()`).execute()
  await queries
    .deleteFrom('sign_in_failures')
    .where('last_at', '<', sql<Date>`now() - make_interval(hours => ${failureCountsForHours})`)
    .execute()
}

import type pg from 'pg'
import { withoutAgency } from '#platform/database/transaction.ts'

/** The ids of all agencies, closed ones too: for work that is done for each by itself. */
export async function everyAgency(pool: pg.Pool): Promise<readonly string[]> {
  const rows = await withoutAgency(pool).selectFrom('agencies').select('id').orderBy('id').execute()
  return rows.map(row => row.id)
}

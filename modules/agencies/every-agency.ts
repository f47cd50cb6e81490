import type pg from 'pg'
import { withoutAgency } from '#platform/database/transaction.ts'

/** The ids of all agencies, closed ones too: for work that is done for each by itself. */
export async function everyAgency(pool: pg.Pool): Promise<readonly string[]> {
  const rows = await withoutAgency(pool).selectFrom('agencies').select('id').orderBy('id').execute()
  return rows.map(row => row.id)
}

/** How agencies are called in short, by their ids, closed ones too. */
export async function shortNames(pool: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await withoutAgency(pool)
    .selectFrom('agencies')
    .select(['id', 'short_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.short_name]))
}

import { sql } from 'kysely'
import type pg from 'pg'
import { inNoAgency } from '../database/transaction.ts'
import type { FileStore } from './store.ts'

/**
 * A file without a row: its upload died between its move into the store and the commit. Of what is younger the commit may
 * still be under way; a month, so that a database that was set back by mistake can be set right before anything is gone.
 */
export const straysKeptDays = 30
/** In so many parts the store is gone through, one a run: what lies there for a month may lie there for a day more. */
const parts = 32
const askedAtOnce = 500
const folders = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'))

/** The folders of one part, counted on from any number. @example foldersOf(run) */
export const foldersOf = (part: number): readonly string[] => folders.filter((_, at) => at % parts === part % parts)

/**
 * Notes the contents below some folders of the store that no row of `stored_files` knows, to be looked at like what swept
 * uploads named: `sweepContent` takes them off the disk where nothing names them.
 *
 * @param goesOn asked before each folder
 * @returns how many were noted
 */
export async function findStrays(
  { pool, store }: { pool: pg.Pool; store: FileStore },
  among: readonly string[],
  goesOn: () => boolean = () => true,
): Promise<number> {
  let noted = 0
  for (const folder of among) {
    if (!goesOn()) break
    const old = await store.contentsIn(folder, straysKeptDays)
    for (let from = 0; from < old.length; from += askedAtOnce)
      noted += await noteUnknown(pool, old.slice(from, from + askedAtOnce))
  }
  return noted
}

const noteUnknown = (pool: pg.Pool, hashes: readonly Buffer[]): Promise<number> =>
  inNoAgency(pool, async tx => {
    const { rows } = await sql`insert into swept_content (hash, since)
      select old.hash, now() from unnest(${hashes}::bytea[]) as old (hash)
      where not exists (select from stored_files s where s.hash = old.hash)
      on conflict do nothing returning hash`.execute(tx)
    return rows.length
  })

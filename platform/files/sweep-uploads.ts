import { sql } from 'kysely'
import type pg from 'pg'
import { type ActMachinery, runAct } from '../acts/run.ts'
import { inNoAgency, type Transaction, withoutAgency } from '../database/transaction.ts'
import type { FileStore } from './store.ts'
import { lockContent } from './stored.ts'

/**
 * An upload that no act has tied to a document. A browser keeps a form for 60 days after its last change, so one that is
 * worked on now and then may be sent long after its first file.
 */
export const unusedUploadsKeptDays = 180

/** Which of these contents the rows of a module name, in whatever agency: what is named stays on the disk. */
export type ContentUse = (tx: Transaction, hashes: readonly Buffer[]) => Promise<readonly Buffer[]>

const sweeper = { kind: 'system', name: 'files' } as const
const origin = { requestId: 'sweep', network: 'local' }

/** Removes some of an agency's uploads that nothing came of; their content is looked at next. @returns how many */
export const sweepUploads = (machinery: ActMachinery, agency: string, limit: number): Promise<number> =>
  runAct(machinery, { agency, actor: sweeper, origin }, async context => {
    const { tx } = context
    const { rows } = await sql<{ id: string; hash: Buffer; created_at: Date }>`
      delete from uploads u using (
        select id from uploads
        where agency_id = ${agency} and used_at is null
          and created_at < now() - make_interval(days => ${unusedUploadsKeptDays}::integer)
        order by created_at limit ${limit}
      ) old where u.agency_id = ${agency} and u.id = old.id and u.used_at is null
      returning u.id, u.hash, u.created_at`.execute(tx)
    if (rows.length === 0) return 0
    await tx
      .insertInto('swept_content')
      .values(
        [...new Map(rows.map(row => [row.hash.toString('hex'), row.hash])).values()].map(hash => ({
          hash,
          since: context.now,
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .execute()
    for (const { id, hash, created_at } of rows)
      await context.audit({
        act: 'files.unused-removed',
        subject: { type: 'upload', id },
        before: { hash: hash.toString('hex'), createdAt: created_at.toISOString() },
      })
    return rows.length
  })

/**
 * Takes content that swept uploads named off the disk, where nothing names it any more. Its row in `stored_files` goes
 * first; only when that is committed does the file go, and only then the note of it: whatever a crash leaves is done at
 * the next run. Whoever takes in the same content meanwhile waits, or has put it there anew.
 *
 * @returns how many contents were looked at
 */
export async function sweepContent(
  { pool, store, uses }: { pool: pg.Pool; store: FileStore; uses: readonly ContentUse[] },
  limit: number,
): Promise<number> {
  const waiting = await withoutAgency(pool)
    .selectFrom('swept_content')
    .select('hash')
    .orderBy('since')
    .limit(limit)
    .execute()
  for (const { hash } of waiting) {
    const isFree = await inNoAgency(pool, async tx => {
      await lockContent(tx, hash)
      if (await isNamed(tx, hash, uses)) return false
      await tx.deleteFrom('stored_files').where('hash', '=', hash).execute()
      return true
    })
    await inNoAgency(pool, async tx => {
      await lockContent(tx, hash)
      const stored = await tx.selectFrom('stored_files').select('hash').where('hash', '=', hash).executeTakeFirst()
      if (isFree && !stored && !(await isNamed(tx, hash, uses))) await store.remove(hash)
      await tx.deleteFrom('swept_content').where('hash', '=', hash).execute()
    })
  }
  return waiting.length
}

const usedByUploads: ContentUse = async (tx, hashes) => {
  const { rows } = await sql<{ hash: Buffer }>`select hash from contents_of_uploads(${hashes}::bytea[])`.execute(tx)
  return rows.map(row => row.hash)
}

async function isNamed(tx: Transaction, hash: Buffer, uses: readonly ContentUse[]): Promise<boolean> {
  for (const use of [usedByUploads, ...uses]) if ((await use(tx, [hash])).length > 0) return true
  return false
}

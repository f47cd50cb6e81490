import { sql } from 'kysely'
import type { Transaction } from '../database/transaction.ts'
import type { FileStore, Quarantined } from './store.ts'

/**
 * Puts a checked file under its hash and notes it; the same content again is the same row. It holds the content until the
 * commit: sweeping, which may just be about to remove the same from the disk, waits, or this waits for it.
 */
export async function keepStored(
  tx: Transaction,
  store: FileStore,
  file: Quarantined,
  mediaType: string,
): Promise<void> {
  await lockContent(tx, file.hash)
  await store.keep(file)
  await tx
    .insertInto('stored_files')
    .values({ hash: file.hash, size: file.size, media_type: mediaType })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Nobody else puts this content on the disk or takes it off until the transaction ends. */
export const lockContent = (tx: Transaction, hash: Buffer): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`content/${hash.toString('hex')}`}, 0))`.execute(tx)

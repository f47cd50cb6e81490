import type { Transaction } from '../database/transaction.ts'
import type { Quarantined } from './store.ts'

/** Notes content that stands in the store; the same content again is the same row. */
export async function rememberStored(
  tx: Transaction,
  file: Pick<Quarantined, 'hash' | 'size'>,
  mediaType: string,
): Promise<void> {
  await tx
    .insertInto('stored_files')
    .values({ hash: file.hash, size: file.size, media_type: mediaType })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

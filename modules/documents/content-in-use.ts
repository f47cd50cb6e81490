import { sql } from 'kysely'
import type { ContentUse } from '#platform/files/sweep-uploads.ts'

/** Which of these contents a file of some document names: such content is never swept. */
export const contentInUse: ContentUse = async (tx, hashes) => {
  const { rows } = await sql<{ hash: Buffer }>`select hash from contents_of_documents(${hashes}::bytea[])`.execute(tx)
  return rows.map(row => row.hash)
}

import pg from 'pg'
import { openPool } from '#platform/database/connections.ts'
import { migrate, migrationsOf } from '#platform/database/migrate.ts'
import { StartError } from '#platform/database/start-error.ts'
import type { OpenDatabase } from './open-database.ts'

/**
 * Brings the database to this program's version. Without the owner's address it only looks whether it is there already.
 *
 * @throws StartError when it is not, and nobody here may change it
 */
export async function migrateDatabase(database: OpenDatabase, say?: (line: string) => void): Promise<number> {
  if (!database.owner) {
    await requireMigrated(database)
    return 0
  }
  const { describedAs: _describedAs, ...connection } = database.owner
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await migrate(client, { serverRole: database.serverRole, ...(say ? { say } : {}) })
  } finally {
    await client.end()
  }
}

async function requireMigrated(database: OpenDatabase): Promise<void> {
  const pool = openPool(database.server, { max: 1, name: 'xaso-check' })
  try {
    const { rows } = await pool.query<{ last: number | null }>('select max(number) as last from schema_migrations')
    if (rows[0]?.last === migrationsOf().at(-1)?.number) return
  } catch {
    // The table is not there yet: the same sentence says what to do.
  } finally {
    await pool.end()
  }
  throw new StartError(
    'Cấu trúc dữ liệu chưa đúng bản chương trình. Chạy “npm run xaso -- migrate” với DATABASE_OWNER_URL rồi chạy lại.',
  )
}

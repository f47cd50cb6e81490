import pg from 'pg'
import { openPool } from '#platform/database/connections.ts'
import { type AppliedMigration, migrate, migrationsOf, refuseStrangers } from '#platform/database/migrate.ts'
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
  const applied = await appliedMigrations(pool).finally(() => pool.end())
  const known = migrationsOf()
  refuseStrangers(applied, known)
  if (applied.length < known.length)
    throw new StartError(
      'Cấu trúc dữ liệu chưa đúng bản chương trình. Chạy “npm run xaso -- migrate” với DATABASE_OWNER_URL rồi chạy lại.',
    )
}

/** None where nobody has migrated yet: no table, or no right to read it. */
async function appliedMigrations(pool: pg.Pool): Promise<AppliedMigration[]> {
  try {
    return (await pool.query<AppliedMigration>('select number, name, hash from schema_migrations')).rows
  } catch (error) {
    const { code } = error as pg.DatabaseError
    if (code === '42P01' || code === '42501') return []
    throw error
  }
}

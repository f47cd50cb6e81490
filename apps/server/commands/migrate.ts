import { writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { schemaTypes } from '#platform/database/schema-types.ts'
import { readConfiguration } from '../config.ts'
import { migrateDatabase } from '../migrate-database.ts'
import { openDatabase } from '../open-database.ts'
import { say } from '../say.ts'

/** `xaso migrate [--types]`: brings the database up to date; `--types` writes the tables' TypeScript anew. */
export async function run(args: string[], folder: string): Promise<number> {
  const database = await openDatabase(readConfiguration(process.env, folder), say)
  try {
    const applied = await migrateDatabase(database, say)
    if (applied === 0) say('Cấu trúc dữ liệu đã đúng bản.')
    if (args.includes('--types') && database.owner) {
      const { describedAs: _describedAs, ...connection } = database.owner
      const client = new pg.Client(connection)
      await client.connect()
      writeFileSync(path.join(folder, 'platform/database/schema.ts'), await schemaTypes(client))
      await client.end()
    }
    return 0
  } finally {
    await database.stop()
  }
}

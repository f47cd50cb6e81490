import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#tests/database/test-database.ts'
import { migrateDatabase } from './migrate-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await freshDatabase()
})

/** As a program that may not migrate here: it has no owner's address. */
const look = (name?: string) =>
  migrateDatabase({
    owner: undefined,
    server: { ...database.serverAddress, ...(name ? { database: name } : {}) },
    serverRole: database.serverAddress.user!,
    stop: async () => {},
  })

describe('a database that the program may not migrate', () => {
  test('is served when it is at this version', async () => {
    expect(await look()).toBe(0)
  })

  test('and of an older version is refused with the command that brings it up to date', async () => {
    await database.owner.query(
      'delete from schema_migrations where number = (select max(number) from schema_migrations)',
    )
    await expect(look()).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/migrate.*DATABASE_OWNER_URL/),
    })
  })

  test('and never migrated is refused with the same command', async () => {
    await expect(look('postgres')).rejects.toThrow(/migrate.*DATABASE_OWNER_URL/)
  })

  test('and of a newer version is refused with what helps, which is not to migrate', async () => {
    await database.owner.query(
      `insert into schema_migrations (number, name, hash) values (9999, 'from-the-future', 'x')`,
    )
    const refusal = await look().catch((error: Error) => error)
    expect(refusal).toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/mới hơn.*Cập nhật chương trình/),
    })
    expect(String(refusal)).not.toContain('-- migrate')
  })
})

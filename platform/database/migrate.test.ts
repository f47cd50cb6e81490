import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#tests/database/test-database.ts'
import { serverRole } from './connections.ts'
import { type Migration, migrate, migrationsOf } from './migrate.ts'

const known = migrationsOf()
const newest = known.at(-1)!.number
const added = (sql: string, number = newest + 1): Migration => ({ number, name: 'made-for-a-test', sql, hash: sql })

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})

async function asOwner<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await database.owner.connect()
  try {
    return await work(client as unknown as pg.Client)
  } finally {
    client.release(true)
  }
}
const migrateTo = (migrations: readonly Migration[], role = serverRole) =>
  asOwner(client => migrate(client, { serverRole: role, migrations }))
const count = async (sql: string) => (await database.owner.query<{ n: number }>(sql)).rows[0]!.n

describe('migrations', () => {
  test('have numbers that are unique over the whole project and lie in their order', () => {
    const numbers = known.map(migration => migration.number)
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
  })

  test('are applied once: a database that is up to date is left as it is', async () => {
    expect(await migrateTo(known)).toBe(0)
  })

  test('wait for each other: of two programs that start at once one applies, the other finds it done', async () => {
    const next = [...known, added('select pg_sleep(0.2); create table once_only (id integer primary key)')]
    const applied = await Promise.all([migrateTo(next), migrateTo(next)])
    expect(applied.sort()).toEqual([0, 1])
    await database.owner.query(`drop table once_only; delete from schema_migrations where number > ${newest}`)
  })

  test('leave nothing behind when one fails, and the lock is free again', async () => {
    const broken = [...known, added('create table half_made (id integer primary key); select 1 / 0')]
    await expect(migrateTo(broken)).rejects.toThrow(/division by zero/)
    expect(await count(`select count(*)::int as n from pg_class where relname = 'half_made'`)).toBe(0)
    expect(await migrateTo(known)).toBe(0)
  })

  test('say in one sentence which extension the server lacks', async () => {
    const wanting = [...known, added('create extension no_such_extension')]
    await expect(migrateTo(wanting)).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/no_such_extension.*postgresql-contrib/s),
    })
  })

  test('refuse a database of a newer program, and one made from other migrations', async () => {
    await expect(migrateTo(known.slice(0, -1))).rejects.toThrow(/bản Xã Số mới hơn.*Cập nhật chương trình/)
    const changed = known.map((migration, at) => (at === 0 ? { ...migration, hash: 'another' } : migration))
    await expect(migrateTo(changed)).rejects.toThrow(/đã bị sửa/)
  })
})

describe('the rights of the server’s role', () => {
  test('cover a table that a later migration adds', async () => {
    await migrateTo([...known, added('create table added_later (id integer primary key)')])
    await database.server.query('insert into added_later values (1)')
    expect(await count('select count(*)::int as n from added_later')).toBe(1)
  })

  test('let it read the owner’s views and never write through them, where row-level security does not reach', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'public'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { name } of rows) {
      await database.server.query(`select * from ${name} limit 1`)
      await expect(database.server.query(`insert into ${name} default values`)).rejects.toThrow(/permission denied/)
      await expect(database.server.query(`delete from ${name}`)).rejects.toThrow(/permission denied/)
    }
  })

  test('do not reach the registry of tables, nor the record of migrations', async () => {
    await expect(database.server.query('delete from table_classes')).rejects.toThrow(/permission denied/)
    await expect(database.server.query('delete from schema_migrations')).rejects.toThrow(/permission denied/)
    await expect(database.server.query('create table own (id integer)')).rejects.toThrow(/permission denied/)
  })

  test('are given to another role that comes to serve a database that is up to date', async () => {
    const role = `another_server_${process.pid}`
    await asSuperuser(`create role ${role}`)
    const after = [...known, added('create table added_later (id integer primary key)')]
    expect(await migrateTo(after, role)).toBe(0)
    expect(await count(`select has_table_privilege('${role}', 'added_later', 'insert')::int as n`)).toBe(1)
    expect(await count(`select has_table_privilege('${role}', 'audit_entries', 'delete')::int as n`)).toBe(0)
  })
})

async function asSuperuser(sql: string): Promise<void> {
  const client = await database.superuser()
  await client.query(sql).finally(() => client.end())
}

import net from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/database/test-database.ts'
import { addressOf, openPool, requireServer } from './connections.ts'
import { ensureServerRole, requireBoundRole } from './server-role.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

describe('an address of a database', () => {
  test('is read from a URL, over the network or through a socket', () => {
    expect(addressOf('postgres://an:m%40t@db.example:5433/xaso', 'DATABASE_URL')).toMatchObject({
      host: 'db.example',
      port: 5433,
      user: 'an',
      password: 'm@t',
      database: 'xaso',
      describedAs: 'db.example:5433/xaso',
    })
    expect(addressOf('postgresql://an:m@/xaso?host=/var/run/postgresql', 'DATABASE_URL').host).toBe(
      '/var/run/postgresql',
    )
  })

  test.each(['', 'xaso', 'http://an:m@h/d', 'postgres://', 'postgres://an:m@h:port/d', 'postgres://h/xaso'])(
    'is refused when it is “%s”, with the form it should have',
    url => {
      expect(() => addressOf(url, 'DATABASE_URL')).toThrow(/^DATABASE_URL không phải.*postgres:\/\//)
    },
  )
})

describe('a pool', () => {
  test('lives on after a connection is cut: the next request gets another', async () => {
    const pool = openPool(database.serverAddress, { max: 1, name: 'xaso-cut' })
    const pid = async () => (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
    const first = await pid()
    const superuser = await database.superuser()
    await superuser.query('select pg_terminate_backend($1)', [first])
    await superuser.end()
    await expect.poll(() => pid().catch(() => first)).not.toBe(first)
    await pool.end()
  })

  test('bounds what a statement, a wait for a lock and an open transaction may take', async () => {
    const setting = async (name: string) =>
      (await database.server.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]!.value
    expect(await setting('statement_timeout')).toBe('10s')
    expect(await setting('lock_timeout')).toBe('2s')
    expect(await setting('idle_in_transaction_session_timeout')).toBe('5s')
  })
})

describe('a server given by address', () => {
  test('that nobody answers at is refused in one sentence', async () => {
    const port = await closedPort()
    await expect(requireServer(addressOf(`postgres://a:b@127.0.0.1:${port}/c`, 'DATABASE_URL'))).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining(`127.0.0.1:${port}/c`),
    })
  })

  test('that answers and is new enough is taken', async () => {
    await requireServer(database.serverAddress)
  })

  test('that is older than PostgreSQL 16 is refused with its version and the one that is needed', async () => {
    // No older server is at hand, so this one is made to say that it is one.
    await database.owner.query(`create schema older`)
    await database.owner.query(`grant usage on schema older to public`)
    await database.owner.query(`create function older.current_setting(name text) returns text language sql as
      $$ select case name when 'server_version_num' then '150013' else '15.13' end $$`)
    try {
      const older = { ...database.serverAddress, options: '-c search_path=older,pg_catalog' }
      await expect(requireServer(older)).rejects.toMatchObject({
        name: 'StartError',
        message: expect.stringMatching(/là PostgreSQL 15\.13; cần bản 16 trở lên/),
      })
    } finally {
      await database.owner.query('drop schema older cascade')
    }
  })

  test('is not served as a role that row-level security does not bind', async () => {
    await requireBoundRole(database.serverAddress)
    await expect(requireBoundRole(database.ownerAddress)).rejects.toThrow(/vượt qua vách ngăn.*DATABASE_OWNER_URL/)
  })

  test('gets the server’s role when the owner may make it, else the operator gets the SQL without the secret', async () => {
    const role = `server_${process.pid}`
    const wanted = { role, password: 'not to be shown' }
    const refusal = await ensureServerRole(database.ownerAddress, wanted).then(
      () => 'made',
      (error: Error) => error.message,
    )
    expect(refusal).toContain(`create role "${role}" login nosuperuser nobypassrls`)
    expect(refusal).not.toContain(wanted.password)

    const superuser = await database.superuser()
    const maker = `maker_${process.pid}`
    await superuser.query(`create role ${maker} login createrole password 'm'`)
    const asMaker = { ...database.ownerAddress, user: maker, password: 'm' }
    await ensureServerRole(asMaker, wanted)
    await ensureServerRole(asMaker, wanted)
    await requireBoundRole({ ...database.serverAddress, user: role, password: wanted.password })
    await superuser.query(`drop role ${role}`)
    await superuser.query(`drop role ${maker}`)
    await superuser.end()
  })
})

const closedPort = (): Promise<number> =>
  new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

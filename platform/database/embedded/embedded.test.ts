import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { isAlive, processesOf } from './postmaster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres, superuser } from './start.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-embedded-'))
const cluster = path.join(folder, 'pg')
const isRoot = process.getuid?.() === 0
let running: EmbeddedPostgres | undefined
let deaths: string[] = []

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ folder, onDeath: sentence => deaths.push(sentence) })
  return running
}
async function stop(): Promise<void> {
  await running?.stop()
  running = undefined
}
afterEach(async () => {
  await stop()
  deaths = []
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function connect({ host, superuserPassword }: EmbeddedPostgres): Promise<pg.Client> {
  const client = new pg.Client({ host, port: 5432, user: superuser, password: superuserPassword, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  return client
}
async function ask(postgres: EmbeddedPostgres, sql: string): Promise<unknown> {
  const client = await connect(postgres)
  return client
    .query({ text: sql, rowMode: 'array' })
    .then(result => result.rows[0]?.[0])
    .finally(() => client.end())
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  test('is made over what an interrupted first start left half-made', async () => {
    mkdirSync(`${cluster}.new/base`, { recursive: true })
    const postgres = await start()
    expect(await ask(postgres, 'select 1')).toBe(1)
    expect(existsSync(`${cluster}.new`)).toBe(false)
  })

  test('sorts as Vietnamese does and keeps what it acknowledged', async () => {
    const postgres = await start()
    expect(await ask(postgres, `select string_agg(w, ' ' order by w) from unnest('{đò,eo,dò,da,dở}'::text[]) w`)).toBe(
      'da dò dở đò eo',
    )
    for (const [setting, value] of Object.entries({ fsync: 'on', synchronous_commit: 'on', jit: 'off' }))
      expect(await ask(postgres, `show ${setting}`)).toBe(value)
    expect(await ask(postgres, 'show listen_addresses')).toBe('')
  })

  test('shows its secrets and its data to nobody else', async () => {
    await start()
    expect(statSync(path.join(folder, 'secret-postgres')).mode & 0o777).toBe(0o600)
    expect(statSync(cluster).mode & 0o077).toBe(0)
    expect(statSync(path.join(folder, 'postgres.log')).mode & 0o077).toBe(0)
  })

  test('writes no value of a failing statement into its log', async () => {
    const postgres = await start()
    await expect(ask(postgres, `select 'Nguyễn Thị Mẫu'::integer`)).rejects.toThrow()
    await expect(ask(postgres, 'select 1 / 0 as nguyen_thi_mau')).rejects.toThrow()
    await stop()
    expect(readFileSync(path.join(folder, 'postgres.log'), 'utf8')).not.toMatch(/Mẫu|nguyen_thi_mau/)
  })

  test('refuses a second holder of its folder, and names the first', async () => {
    await start()
    await expect(startEmbeddedPostgres({ folder, onDeath: () => {} })).rejects.toThrow(
      new RegExp(`đang được dùng bởi tiến trình ${process.pid}.*XASO_DATA`),
    )
  })

  test('starts although its lock files name a process that lives and is another program', async () => {
    await start()
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
    await stop()
    const strange = lines.replace(/^\d+/, String(process.ppid))
    writeFileSync(path.join(cluster, 'postmaster.pid'), strange)
    writeFileSync(path.join(cluster, '.s.PGSQL.5432.lock'), strange)
    expect(await ask(await start(), 'select 1')).toBe(1)
    expect(isAlive(process.ppid)).toBe(true)
  })

  test('tells its death, and ends a backend that outlived its postmaster before it starts anew', async () => {
    const postgres = await start()
    await ask(postgres, 'create table if not exists kept (id integer primary key)')
    await ask(postgres, 'insert into kept values (1)')
    const busy = await connect(postgres)
    const pid = (await busy.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
    // Never waits, so it does not notice that the postmaster is gone.
    const lost = busy.query('select count(*) from generate_series(1, 1000000000)').catch(() => 'lost')
    await expect.poll(() => processesOf(cluster).includes(pid)).toBe(true)
    process.kill(postgres.pid, 'SIGKILL')
    await expect.poll(() => deaths).toEqual([expect.stringMatching(/dừng đột ngột.*npm start/)])
    expect(isAlive(pid)).toBe(true)
    await stop()

    const next = await start()
    expect(isAlive(pid)).toBe(false)
    expect(await lost).toBe('lost')
    expect(await ask(next, 'select count(*)::int from kept')).toBe(1)
  })

  test.runIf(isRoot)('leaves the data of an ordinary account to that account', async () => {
    const secret = path.join(folder, 'secret-postgres')
    chownSync(secret, 65_534, 65_534)
    await expect(start()).rejects.toThrow(/do tài khoản “nobody” lập.*sudo -u nobody/)
    chownSync(secret, 0, 0)
    expect(await ask(await start(), 'select 1')).toBe(1)
  })
})

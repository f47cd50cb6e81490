import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { databaseName, ownerRole } from '#platform/database/connections.ts'
import { secretOf } from '#platform/database/embedded/cluster.ts'
import { freePort, type Program, postgresOf, startProgram } from './program.ts'

const base = mkdtempSync(path.join(os.tmpdir(), 'xaso-start-'))
chmodSync(base, 0o711)
const folder = path.join(base, 'dữ liệu có dấu cách')
mkdirSync(folder)
const running: Program[] = []
const isRoot = process.getuid?.() === 0

async function start(options: Partial<Parameters<typeof startProgram>[0]> = {}): Promise<Program> {
  const program = await startProgram({ dataFolder: folder, ...options })
  running.push(program)
  return program
}

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.child.kill('SIGTERM')
    await program.ended
  }
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('the program', { timeout: 90_000 }, () => {
  test('starts from nothing in a path with spaces and Vietnamese letters, and prints the first administrator’s link once', async () => {
    const first = await start()
    await first.healthy()
    await sleep(500)
    expect(first.said()).toContain(`${first.origin}/first-administrator#`)
    expect(first.said()).toContain(`đang chạy ở ${first.origin}`)
  })

  test('refuses a second start on the same data in one sentence that names the holder', async () => {
    const first = await start()
    await first.healthy()
    const second = await start()
    expect(await second.ended).toBe(2)
    expect(second.said()).toContain('đang được dùng')
    expect(second.said()).toContain(String(first.child.pid))
    expect(
      second
        .said()
        .trim()
        .split('\n')
        .filter(line => !line.startsWith('·')),
    ).toHaveLength(1)
  })

  test('refuses a port in use in one sentence that says which variable to set', async () => {
    const port = await freePort()
    const first = await start({ port })
    await first.healthy()
    const second = await start({ port, dataFolder: path.join(base, 'second') })
    expect(await second.ended).toBe(2)
    expect(second.said()).toMatch(/Cổng \d+ đang được dùng.*XASO_PORT/)
  })

  test('stops whole on SIGTERM: no process of PostgreSQL is left', async () => {
    const program = await start()
    await program.healthy()
    expect(postgresOf(folder).length).toBeGreaterThan(0)
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(postgresOf(folder)).toEqual([])
  })

  test('starts again after kill -9 of Node, of PostgreSQL, and of both, with every row kept', async () => {
    const kill = (pids: number[]) => {
      for (const pid of pids) process.kill(pid, 'SIGKILL')
    }
    const ways = [
      (program: Program) => program.child.kill('SIGKILL'),
      () => kill(postgresOf(folder)),
      (program: Program) => {
        kill(postgresOf(folder))
        program.child.kill('SIGKILL')
      },
    ]
    for (const [at, way] of ways.entries()) {
      const program = await start()
      await program.healthy()
      await remember(at)
      way(program)
      await program.ended
    }
    const last = await start()
    await last.healthy(20_000)
    expect(await remembered()).toEqual([0, 1, 2])
  })

  test('ends with a code of its own when PostgreSQL dies, and says what to do', async () => {
    const program = await start()
    await program.healthy()
    process.kill(postmaster(), 'SIGKILL')
    expect(await program.ended).toBe(70)
    expect(program.said()).toContain('npm start')
  })

  test('refuses data of a newer version and leaves it alone', async () => {
    const program = await start()
    await program.healthy()
    await query(`insert into schema_migrations (number, name, hash) values (9999, 'from-the-future', 'x')`)
    program.child.kill('SIGTERM')
    await program.ended
    const older = await start()
    expect(await older.ended).toBe(2)
    expect(older.said()).toContain('mới hơn')
  })

  test('refuses to serve off this machine without https', async () => {
    const program = await start({ environment: { XASO_HOST: '0.0.0.0' } })
    expect(await program.ended).toBe(2)
    expect(program.said()).toContain('XASO_ORIGIN')
  })

  test.runIf(isRoot)('runs as root with its data in a home that nobody else may enter', async () => {
    const home = path.join(base, 'home')
    mkdirSync(home, { mode: 0o700 })
    const program = await start({ dataFolder: path.join(home, 'data') })
    await program.healthy()
  })

  test.runIf(isRoot)('runs as an ordinary user', async () => {
    const own = path.join(base, 'ordinary')
    mkdirSync(own, { mode: 0o755 })
    const { chownSync } = await import('node:fs')
    chownSync(own, 65_534, 65_534)
    const command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, 'bootstrap.mjs']
    const program = await start({ dataFolder: path.join(own, 'data'), command, environment: { HOME: own } })
    await program.healthy()
  })
})

const postmaster = (): number => Math.min(...postgresOf(folder))

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({
    host: path.join(folder, 'pg').length < 90 ? path.join(folder, 'pg') : folder,
    user: ownerRole,
    password: secretOf(folder, ownerRole),
    database: databaseName,
  })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function remember(at: number): Promise<void> {
  await query('create table if not exists remembered (at integer primary key)')
  await query(`insert into remembered values (${at})`)
}

const remembered = async (): Promise<number[]> =>
  (await query<{ at: number }>('select at from remembered order by at')).map(row => row.at)

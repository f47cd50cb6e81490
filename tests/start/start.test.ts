import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest'
import { type DatabaseAddress, databaseName, ownerRole } from '#platform/database/connections.ts'
import { secretOf } from '#platform/database/embedded/cluster.ts'
import { freshDatabase, testDatabase } from '#tests/database/test-database.ts'
import { callerOf, chosenPassword, tokenIn } from './open-office.ts'
import { freePort, type Program, postgresOf, serveCommand, startProgram } from './program.ts'

const base = mkdtempSync(path.join(os.tmpdir(), 'xaso-start-'))
chmodSync(base, 0o711)
const folder = path.join(base, 'dữ liệu có dấu cách')
mkdirSync(folder)
const running: Program[] = []
const isRoot = process.getuid?.() === 0

// A disk of its own, small enough to be full: only root may mount one, and not in every container.
const smallDisk = path.join(base, 'small disk')
mkdirSync(smallDisk)
const hasSmallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'none', smallDisk]).status === 0

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
afterAll(() => {
  if (hasSmallDisk) spawnSync('umount', [smallDisk])
  rmSync(base, { recursive: true, force: true })
})

describe('the program', { timeout: 240_000 }, () => {
  test('starts from nothing in a path with spaces and Vietnamese letters, and prints the first administrator’s link once', async () => {
    const first = await start()
    await first.healthy()
    await expect.poll(first.said, { timeout: 20_000 }).toContain('Ctrl-C')
    expect(linksIn(first)).toEqual([expect.stringContaining(`${first.origin}/first-administrator#`)])
    expect(first.said()).toContain(`đang chạy ở ${first.origin}`)
    expect(first.said()).not.toContain('lần chạy trước')
  })

  test('says at a further start, while nobody has used it, that the link before is void, and prints a new one once; none when there is somebody', async () => {
    const further = await start()
    await further.healthy()
    await expect.poll(further.said, { timeout: 20_000 }).toContain('Ctrl-C')
    expect(linksIn(further)).toHaveLength(1)
    expect(further.said()).toContain('Liên kết của lần chạy trước không còn dùng được')
    further.child.kill('SIGTERM')
    await further.ended
    const last = await start()
    await last.healthy()
    await expect.poll(last.said, { timeout: 20_000 }).toContain('Ctrl-C')
    const become = async (program: Program) =>
      (
        await callerOf(last.origin).raw('POST', '/first-administrator', {
          token: tokenIn(program.said()),
          login: 'quan.tri',
          fullName: 'Nguyễn Thị Khởi',
          password: chosenPassword,
        })
      ).ok
    expect([await become(further), await become(last)]).toEqual([false, true])
    last.child.kill('SIGTERM')
    await last.ended
    const peopled = await start()
    await peopled.healthy()
    await expect.poll(peopled.said, { timeout: 20_000 }).toContain('Ctrl-C')
    expect(linksIn(peopled)).toEqual([])
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

  test.each<[string, (program: Program) => void]>([
    ['SIGTERM to npm', program => program.child.kill('SIGTERM')],
    ['SIGINT to npm', program => program.child.kill('SIGINT')],
    // npm, the shell that it may have started, and Node all get it at once, and may get it twice from an impatient hand.
    ['Ctrl-C in a terminal', program => process.kill(-program.child.pid!, 'SIGINT')],
  ])('stops whole on %s, and calls it no failure', async (_what, stop) => {
    const program = await start({ command: ['npm', 'start'], ownGroup: true })
    await program.healthy()
    await expect.poll(program.said, { timeout: 20_000 }).toContain('Ctrl-C')
    const before = program.said()
    stop(program)
    // In order, not by the kernel, which ends PostgreSQL when Node is gone.
    expect(await program.ended).toBe(0)
    await expect.poll(() => postgresOf(folder), { timeout: 20_000 }).toEqual([])
    await expect(fetch(`${program.origin}/healthz`)).rejects.toThrow()
    expect(program.said().slice(before.length).trim()).toBe('')
  })

  test('stops whole while it is still starting', async () => {
    const unfinished = path.join(base, 'unfinished')
    const program = await start({ dataFolder: unfinished })
    await expect.poll(program.said, { timeout: 20_000 }).toContain('Mở cơ sở dữ liệu')
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(program.said()).not.toContain('đang chạy')
    expect(postgresOf(unfinished)).toEqual([])
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

  // An id without a name is what some containers give; PostgreSQL wants a name.
  test.runIf(isRoot).each([
    ['an ordinary user', 65_534],
    ['a user id that has no name', 61_234],
  ])('runs as %s', async (_who, uid) => {
    const own = path.join(base, `user-${uid}`)
    mkdirSync(own, { mode: 0o755 })
    chownSync(own, uid, uid)
    const command = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', ...serveCommand]
    const program = await start({ dataFolder: path.join(own, 'data'), command, environment: { HOME: own } })
    await program.healthy()
  })

  test('serves a database given by address and starts none of its own', async () => {
    const own = path.join(base, 'without-postgres')
    const database = await freshDatabase()
    const program = await start({
      dataFolder: own,
      environment: { DATABASE_URL: urlOf(database.serverAddress), DATABASE_OWNER_URL: urlOf(database.ownerAddress) },
    })
    await program.healthy()
    expect(existsSync(path.join(own, 'pg'))).toBe(false)
    const second = await start({ dataFolder: own, environment: { DATABASE_URL: urlOf(database.serverAddress) } })
    expect(await second.ended).toBe(2)
    expect(second.said()).toContain(String(program.child.pid))
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  test('refuses to serve as the owner of the tables, whom no wall between agencies holds', async () => {
    const { ownerAddress } = await testDatabase()
    const program = await start({ environment: { DATABASE_URL: urlOf(ownerAddress) } })
    expect(await program.ended).toBe(2)
    expect(program.said()).toContain('vách ngăn giữa các cơ quan')
  })

  test.runIf(hasSmallDisk)('refuses a full disk in one sentence', async () => {
    const program = await start({ dataFolder: path.join(smallDisk, 'data') })
    expect(await program.ended).toBe(2)
    expect(program.said()).toMatch(/đã đầy.*Giải phóng/)
  })
})

/** Another process reaches the tests' PostgreSQL by the true path of its socket. */
function urlOf({ user, password, database }: DatabaseAddress): string {
  const host = path.join(inject('testServer').folder, 'pg')
  return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}`
}

/** The lines that bear a link for the first administrator. */
const linksIn = (program: Program): string[] =>
  program
    .said()
    .split('\n')
    .filter(line => line.includes('/first-administrator#'))

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

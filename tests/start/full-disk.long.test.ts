import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { databaseName, ownerRole } from '#platform/database/connections.ts'
import { freeBytes } from '#platform/database/embedded/ballast.ts'
import { secretOf } from '#platform/database/embedded/cluster.ts'
import { type Program, postgresOf, startProgram } from './program.ts'

const disk = mkdtempSync(path.join(os.tmpdir(), 'xaso-full-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500m', 'none', disk]).status === 0
chmodSync(disk, 0o755)
const folder = path.join(disk, 'data')
const filler = path.join(disk, 'filler')
let program: Program

afterEach(async () => {
  rmSync(filler, { force: true })
  program.child.kill('SIGTERM')
  await program.ended
})
afterAll(() => {
  if (mounted) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

function fill(): void {
  spawnSync('fallocate', ['-l', String(freeBytes(disk)), filler])
  expect(freeBytes(disk)).toBe(0)
}

async function owner(): Promise<pg.Client> {
  const client = new pg.Client({
    host: path.join(folder, 'pg'),
    user: ownerRole,
    password: secretOf(folder, ownerRole),
    database: databaseName,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

describe.runIf(mounted)('a disk that fills while the program runs', { timeout: 120_000 }, () => {
  test('gives up the reserve, goes on reading, and writes again when there is room', async () => {
    program = await startProgram({ dataFolder: folder })
    await program.healthy()
    const client = await owner()
    await client.query('create table written (id serial primary key, text text)')
    await client.query(`insert into written (text) values ('before')`)
    expect(existsSync(path.join(folder, 'ballast'))).toBe(true)

    fill()
    await expect.poll(program.said, { timeout: 10_000 }).toContain('đã đầy: chỉ còn đọc được')
    expect(existsSync(path.join(folder, 'ballast'))).toBe(false)
    spawnSync('fallocate', ['-l', String(freeBytes(disk)), `${filler}-2`])
    const failure = await client
      .query(`insert into written (text) select repeat('x', 2000) from generate_series(1, 20000)`)
      .catch((error: pg.DatabaseError) => error.code)
    expect(failure).toBe('53100')
    expect((await client.query('select text from written')).rows).toEqual([{ text: 'before' }])
    expect((await fetch(`${program.origin}/healthz`)).status).toBe(200)

    rmSync(filler)
    rmSync(`${filler}-2`)
    await expect.poll(program.said, { timeout: 10_000 }).toContain('có chỗ trở lại')
    await client.query(`insert into written (text) values ('after')`)
    await client.end()
  })

  test('is refused at the next start while it is full, and nothing that was acknowledged is lost', async () => {
    program = await startProgram({ dataFolder: folder })
    await program.healthy()
    for (const pid of postgresOf(folder)) process.kill(pid, 'SIGKILL')
    await program.ended
    rmSync(path.join(folder, 'ballast'))
    fill()
    program = await startProgram({ dataFolder: folder })
    expect(await program.ended).toBe(2)
    expect(program.said()).toMatch(/đã đầy.*Giải phóng/)

    rmSync(filler)
    program = await startProgram({ dataFolder: folder })
    await program.healthy()
    const client = await owner()
    expect((await client.query('select text from written order by id')).rows).toEqual([
      { text: 'before' },
      { text: 'after' },
    ])
    await client.end()
  })
})

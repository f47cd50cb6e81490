import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { embeddedAddresses } from '#apps/server/open-database.ts'
import { type Caller, newId, numbersIn, openOffice, paper, scan, tokenIn } from '#tests/start/open-office.ts'
import { freePort, type Program, postgresOf, startProgram } from '#tests/start/program.ts'

const disk = mkdtempSync(path.join(os.tmpdir(), 'xaso-full-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600m', 'none', disk]).status === 0
chmodSync(disk, 0o755)
const filler = path.join(disk, 'filler')
const dataFolder = path.join(disk, 'data')
const ballast = path.join(dataFolder, 'ballast')
const connections = 6
let program: Program | undefined

afterAll(async () => {
  for (const one of [filler, `${filler}-2`]) rmSync(one, { force: true })
  program?.child.kill('SIGTERM')
  await program?.ended
  if (mounted) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

type Outcome = { readonly id: string; readonly status: number; readonly type: string; readonly body: object }

/** Registers without pause until told to stop; each entry is sent once, so that what was refused can be looked for. */
function registering(clerk: Caller, uploadId: string) {
  const outcomes: Outcome[] = []
  let working = true
  const workers = Array.from({ length: connections }, async () => {
    while (working) {
      const entry = { ...paper('Lịch ngừng cấp điện', `${newId().slice(-8)}/TB-ĐL`, uploadId), note: 'x'.repeat(400) }
      const answer = await clerk.raw('POST', '/documents/incoming', entry)
      const type = answer.headers.get('content-type') ?? ''
      outcomes.push({ id: entry.id, status: answer.status, type, body: (await answer.json()) as object })
      if (!answer.ok) await sleep(20)
    }
  })
  const stop = async () => {
    working = false
    await Promise.all(workers)
  }
  return { outcomes, stop }
}

/** Until nothing is left, whatever the program writes meanwhile. */
const fill = () => spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'])

describe.runIf(mounted)('a disk that fills under the hands of a clerk (only root can mount a small one)', () => {
  test('refuses what it cannot store, in words and with nothing half-written; all goes on once there is room, and no start goes on without', {
    timeout: 300_000,
  }, async () => {
    const port = await freePort()
    program = await startProgram({ dataFolder, port })
    await program.healthy()
    expect(existsSync(ballast)).toBe(true)
    while (!tokenIn(program.said())) await sleep(50)
    const { clerk, registerId } = await openOffice(program.origin, tokenIn(program.said()), 0)
    const uploadId = await scan(clerk)
    const { outcomes, stop } = registering(clerk, uploadId)
    await expect.poll(() => outcomes.length, { timeout: 20_000 }).toBeGreaterThan(20)

    fill()
    // The reserve is given up, so that PostgreSQL itself lives on; then that is full too.
    await expect.poll(program.said, { timeout: 20_000 }).toContain('đã đầy: chỉ còn đọc được')
    expect(existsSync(ballast)).toBe(false)
    spawnSync('dd', ['if=/dev/zero', `of=${filler}-2`, 'bs=1M'])
    const refused = () => outcomes.filter(one => one.status !== 201)
    await expect.poll(() => refused().length, { timeout: 20_000 }).toBeGreaterThan(20)
    expect(await writeMuch(dataFolder)).toBe('53100')
    expect((await clerk.raw('GET', '/documents/incoming?limit=5')).status).toBe(200)
    expect((await fetch(`${program.origin}/healthz`)).status).toBe(200)

    rmSync(filler)
    rmSync(`${filler}-2`)
    await expect.poll(program.said, { timeout: 20_000 }).toContain('có chỗ trở lại')
    const latest = () => outcomes.slice(-2 * connections).map(one => one.status)
    await expect.poll(() => latest().every(status => status === 201), { timeout: 20_000 }).toBe(true)
    await stop()

    for (const { status, type, body } of refused()) {
      expect(status, JSON.stringify(body)).toBe(507)
      expect(type).toBe('application/problem+json; charset=utf-8')
      expect(body).toMatchObject({
        code: 'platform.DiskFull',
        detail: expect.stringContaining('nội dung vẫn còn trên màn hình'),
      })
    }
    await holdsWhatWasAcknowledged(outcomes, clerk, registerId)

    // The next start, while it is full.
    for (const pid of postgresOf(dataFolder)) process.kill(pid, 'SIGKILL')
    await program.ended
    rmSync(ballast, { force: true })
    fill()
    program = await startProgram({ dataFolder, port })
    expect(await program.ended).toBe(2)
    expect(program.said()).toMatch(/đã đầy.*Giải phóng/)
    rmSync(filler)
    program = await startProgram({ dataFolder, port })
    await program.healthy()
    await holdsWhatWasAcknowledged(outcomes, clerk, registerId)
  })
})

/** Past the program, so that PostgreSQL itself meets the end of the disk. @returns what it says then */
async function writeMuch(folder: string): Promise<string | undefined> {
  const { owner } = embeddedAddresses(folder, path.join(folder, 'pg'))
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`create temporary table much as select repeat('x', 2000) as text from generate_series(1, 20000)`)
    return undefined
  } catch (error) {
    return (error as pg.DatabaseError).code
  } finally {
    await client.end()
  }
}

async function holdsWhatWasAcknowledged(outcomes: readonly Outcome[], clerk: Caller, registerId: string) {
  const given = await numbersIn(clerk, registerId)
  for (const { id, status, body } of outcomes)
    expect(given.get(id)).toBe(status === 201 ? (body as { arrivalNumber: number }).arrivalNumber : undefined)
  const numbers = [...given.values()].sort((left, right) => left - right)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
}

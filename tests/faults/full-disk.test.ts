import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { type Caller, newId, numbersIn, openOffice, paper, scan, tokenIn } from '#tests/start/open-office.ts'
import { type Program, startProgram } from '#tests/start/program.ts'

const disk = mkdtempSync(path.join(os.tmpdir(), 'xaso-full-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600m', 'none', disk]).status === 0
chmodSync(disk, 0o755)
const filler = path.join(disk, 'filler')
const connections = 6
let program: Program | undefined

afterAll(async () => {
  rmSync(filler, { force: true })
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

describe.runIf(mounted)('a disk that fills under the hands of a clerk (only root can mount a small one)', () => {
  test('refuses what it cannot store, in words and with nothing half-written, and all goes on once there is room', {
    timeout: 120_000,
  }, async () => {
    program = await startProgram({ dataFolder: path.join(disk, 'data') })
    await program.healthy()
    while (!tokenIn(program.said())) await sleep(50)
    const { clerk, registerId } = await openOffice(program.origin, tokenIn(program.said()), 0)
    const uploadId = await scan(clerk)
    const { outcomes, stop } = registering(clerk, uploadId)
    await expect.poll(() => outcomes.length, { timeout: 10_000 }).toBeGreaterThan(20)

    // Until nothing is left, whatever the program writes meanwhile.
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'])
    const refused = () => outcomes.filter(one => one.status !== 201)
    await expect.poll(() => refused().length, { timeout: 20_000 }).toBeGreaterThan(20)
    expect((await clerk.raw('GET', '/documents/incoming?limit=5')).status).toBe(200)

    rmSync(filler)
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
    const given = await numbersIn(clerk, registerId)
    for (const { id, status, body } of outcomes)
      expect(given.get(id)).toBe(status === 201 ? (body as { arrivalNumber: number }).arrivalNumber : undefined)
    const numbers = [...given.values()].sort((left, right) => left - right)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  })
})

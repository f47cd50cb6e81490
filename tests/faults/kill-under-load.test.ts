import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newId, numbersIn, openOffice, paper, scan, tokenIn } from '#tests/start/open-office.ts'
import { freePort, postgresOf, startProgram } from '#tests/start/program.ts'

const kills = 10
const connections = 8

test('ten kill -9 under load lose no acknowledged registration, give no number twice and leave none out', {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-kill-'))
  chmodSync(folder, 0o711)
  const dataFolder = path.join(folder, 'data')
  const port = await freePort()
  let program = await startProgram({ dataFolder, port })
  try {
    await program.healthy()
    while (!tokenIn(program.said())) await sleep(50)
    const { clerk, registerId } = await openOffice(program.origin, tokenIn(program.said()), 100)
    const uploadId = await scan(clerk)
    const acknowledged = new Map<string, number>()
    let working = true
    const workers = Array.from({ length: connections }, async () => {
      while (working) {
        const entry = paper('Lịch ngừng cấp điện', `${newId().slice(-8)}/TB-ĐL`, uploadId)
        // What got no answer is sent again with the same id, as the office app does.
        for (let tries = 0; tries < 400; tries++) {
          const answer = await clerk.raw('POST', '/documents/incoming', entry).catch(() => undefined)
          const body = answer?.ok
            ? ((await answer.json().catch(() => undefined)) as { arrivalNumber: number } | undefined)
            : undefined
          if (body) {
            acknowledged.set(entry.id, body.arrivalNumber)
            break
          }
          await sleep(100)
        }
      }
    })
    for (let at = 0; at < kills; at++) {
      await sleep(700)
      if (at % 2 === 0) for (const pid of postgresOf(dataFolder)) tryKill(pid)
      program.child.kill('SIGKILL')
      await program.ended
      program = await startProgram({ dataFolder, port })
      await program.healthy(20_000)
    }
    await sleep(500)
    working = false
    await Promise.all(workers)

    const given = await numbersIn(clerk, registerId)
    expect(acknowledged.size).toBeGreaterThan(kills)
    for (const [id, number] of acknowledged) expect(given.get(id)).toBe(number)
    const numbers = [...given.values()].sort((left, right) => left - right)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => 101 + at))
  } finally {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(folder, { recursive: true, force: true })
  }
})

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it ended by itself meanwhile
  }
}

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, newId, numbersIn, openOffice, paper, scan, tokenIn } from '#tests/start/open-office.ts'
import { type Program, postgresOf, startProgram } from '#tests/start/program.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-gone-'))
chmodSync(folder, 0o711)
const dataFolder = path.join(folder, 'data')
const connections = 6
let program: Program
let office: Awaited<ReturnType<typeof openOffice>>
let uploadId: string
let port: number

beforeAll(async () => {
  program = await startProgram({ dataFolder })
  port = Number(new URL(program.origin).port)
  await program.healthy()
  while (!tokenIn(program.said())) await sleep(50)
  office = await openOffice(program.origin, tokenIn(program.said()), 0)
  uploadId = await scan(office.clerk)
}, 120_000)
afterAll(async () => {
  program.child.kill('SIGTERM')
  await program.ended
  rmSync(folder, { recursive: true, force: true })
})

type Outcome = {
  readonly id: string
  readonly status: number
  readonly type: string
  readonly body: Record<string, unknown>
}

/** Registers without pause, whatever is answered, until told to stop. Where the line broke the status is 0. */
function registering(clerk: Caller): { readonly outcomes: readonly Outcome[]; stop(): Promise<readonly Outcome[]> } {
  const outcomes: Outcome[] = []
  let working = true
  const workers = Array.from({ length: connections }, async () => {
    while (working) {
      const entry = paper('Lịch ngừng cấp điện', `${newId().slice(-8)}/TB-ĐL`, uploadId)
      const answer = await clerk.raw('POST', '/documents/incoming', entry).catch(() => undefined)
      const body = answer ? ((await answer.json().catch(() => ({}))) as Record<string, unknown>) : {}
      outcomes.push({
        id: entry.id,
        status: answer?.status ?? 0,
        type: answer?.headers.get('content-type') ?? '',
        body,
      })
      if (!answer?.ok) await sleep(20)
    }
  })
  return {
    outcomes,
    stop: async () => {
      working = false
      await Promise.all(workers)
      return outcomes
    },
  }
}

/** What was answered is there once with its number; the numbers run on, so nothing half-written took one. */
async function expectWhole(outcomes: readonly Outcome[]): Promise<void> {
  const given = await numbersIn(office.clerk, office.registerId)
  for (const { id, status, body } of outcomes) if (status === 201) expect(given.get(id)).toBe(body.arrivalNumber)
  const numbers = [...given.values()].sort((left, right) => left - right)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
}

/** A process that serves a connection; when it is killed PostgreSQL ends all others too and recovers. */
const aBackend = (): number =>
  postgresOf(dataFolder).find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('xaso_server'))!

test('while PostgreSQL recovers from a killed process, requests are told so in words, and all goes on by itself', {
  timeout: 120_000,
}, async () => {
  const { outcomes, stop } = registering(office.clerk)
  await expect.poll(() => outcomes.length, { timeout: 10_000 }).toBeGreaterThan(20)
  process.kill(aBackend(), 'SIGKILL')
  await expect.poll(() => outcomes.some(one => one.status !== 201), { timeout: 10_000 }).toBe(true)
  // An answer of before the kill can come in after the first refusal: all hands have to work again.
  const latest = () => outcomes.slice(-2 * connections).map(one => one.status)
  await expect.poll(() => latest().every(status => status === 201), { timeout: 20_000 }).toBe(true)
  await stop()
  const refused = outcomes.filter(one => one.status !== 201)
  for (const { status, type, body } of refused) {
    expect(status, JSON.stringify(body)).toBe(503)
    expect(type).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({
      code: 'platform.DatabaseUnavailable',
      detail: expect.stringContaining('Chưa ghi được gì'),
    })
  }
  await expectWhole(outcomes)
})

test('when PostgreSQL is gone for good the program ends, and the next start has all that was acknowledged', {
  timeout: 120_000,
}, async () => {
  const { outcomes, stop } = registering(office.clerk)
  await expect.poll(() => outcomes.length, { timeout: 10_000 }).toBeGreaterThan(20)
  process.kill(Math.min(...postgresOf(dataFolder)), 'SIGKILL')
  expect(await program.ended).toBe(70)
  await stop()
  for (const { status, body } of outcomes) expect([201, 503, 0], JSON.stringify(body)).toContain(status)
  program = await startProgram({ dataFolder, port })
  await program.healthy()
  await expectWhole(outcomes)
})

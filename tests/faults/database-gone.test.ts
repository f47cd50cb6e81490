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
})
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
function registering(clerk: Caller): () => Promise<Outcome[]> {
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
  return async () => {
    working = false
    await Promise.all(workers)
    return outcomes
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
  timeout: 60_000,
}, async () => {
  const stop = registering(office.clerk)
  await sleep(700)
  process.kill(aBackend(), 'SIGKILL')
  await sleep(2_500)
  const outcomes = await stop()
  const refused = outcomes.filter(one => one.status !== 201)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, type, body } of refused) {
    expect(status, JSON.stringify(body)).toBe(503)
    expect(type).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({
      code: 'platform.DatabaseUnavailable',
      detail: expect.stringContaining('Chưa ghi được gì'),
    })
  }
  expect(outcomes.at(-1)!.status).toBe(201)
  await expectWhole(outcomes)
})

test('when PostgreSQL is gone for good the program ends, and the next start has all that was acknowledged', {
  timeout: 60_000,
}, async () => {
  const stop = registering(office.clerk)
  await sleep(700)
  process.kill(Math.min(...postgresOf(dataFolder)), 'SIGKILL')
  expect(await program.ended).toBe(70)
  const outcomes = await stop()
  for (const { status, body } of outcomes) expect([201, 503, 0], JSON.stringify(body)).toContain(status)
  program = await startProgram({ dataFolder, port })
  await program.healthy(20_000)
  await expectWhole(outcomes)
})

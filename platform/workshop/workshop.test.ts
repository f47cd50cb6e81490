import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HostileTasks, taskTable } from './hostile-tasks.ts'
import { createWorkshopOf, type WorkshopOptions } from './workshop.ts'

const tableUrl = new URL('./hostile-tasks.ts', import.meta.url).href
let folder: string
const open: { stop(): Promise<void> }[] = []

function workshopWith(options: Partial<WorkshopOptions> = {}) {
  const workshop = createWorkshopOf<HostileTasks>(taskTable, tableUrl, { maxProcesses: 2, folder, ...options })
  open.push(workshop)
  return workshop
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'thư mục thử '))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(workshop => workshop.stop()))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const code = (name: string) => expect.objectContaining({ code: `workshop.${name}` })
const isAlive = (pid: number) =>
  stat(`/proc/${pid}`).then(
    () => true,
    () => false,
  )

describe('a task that misbehaves', () => {
  test('by an endless loop is killed when its time is over', async () => {
    const workshop = workshopWith()
    await expect(workshop.run('loop-forever', {}, { timeoutMs: 700 })).rejects.toEqual(code('TimedOut'))
  })

  test('by filling the heap is TooMuchMemory', async () => {
    const workshop = workshopWith({ limits: { heapMb: 64 } })
    await expect(workshop.run('fill-heap', {})).rejects.toEqual(code('TooMuchMemory'))
  })

  test('by filling buffers outside the heap is TooMuchMemory', async () => {
    const workshop = workshopWith({ limits: { memoryMb: 200 } })
    await expect(workshop.run('fill-buffers', {})).rejects.toEqual(code('TooMuchMemory'))
  })

  test('by answering at length is TooMuchOutput', async () => {
    const workshop = workshopWith({ limits: { answerMb: 1 } })
    await expect(workshop.run('answer-at-length', { megabytes: 64 })).rejects.toEqual(code('TooMuchOutput'))
  })

  test('by writing more than it may is TooMuchOutput, while it runs and at its end', async () => {
    const workshop = workshopWith({ limits: { filesMb: 2 } })
    await expect(workshop.run('write-file', { megabytes: 3, keepBusy: true })).rejects.toEqual(code('TooMuchOutput'))
    await expect(workshop.run('write-file', { megabytes: 3 })).rejects.toEqual(code('TooMuchOutput'))
  })

  test('by exiting is Crashed', async () => {
    await expect(workshopWith().run('exit-at-once', {})).rejects.toEqual(code('Crashed'))
  })

  test('by throwing is Crashed, with its frames and without its words', async () => {
    const error = await workshopWith()
      .run('throw-quoting-the-document', {})
      .catch((caught: Error) => caught)
    expect(error).toEqual(code('Crashed'))
    const told = JSON.stringify({ ...error, stack: (error as Error).stack })
    expect(told).toContain('TypeError')
    expect(told).toContain('hostile-tasks.ts')
    expect(told).not.toContain('Nguyễn')
  })

  test('takes nothing with it: the next task runs in a new process', async () => {
    const workshop = workshopWith({ maxProcesses: 1 })
    const before = await workshop.run('sleep', { ms: 1 })
    await expect(workshop.run('exit-at-once', {})).rejects.toEqual(code('Crashed'))
    const after = await workshop.run('sleep', { ms: 1 })
    expect(after.pid).not.toBe(before.pid)
  })

  test('may not name another file as its output', async () => {
    const secret = path.join(folder, 'bí mật.txt')
    await writeFile(secret, 'x')
    await expect(workshopWith().run('name-a-file-outside', { path: secret })).rejects.toEqual(code('Crashed'))
    expect(await readFile(secret, 'utf8')).toBe('x')
  })
})

describe('a child', () => {
  test('reads a copy of its input and nothing else of the machine', async () => {
    const file = path.join(folder, 'công văn.txt')
    await writeFile(file, 'Kính gửi')
    const workshop = workshopWith()
    const echo = await workshop.run('echo', { path: file })
    expect(echo.text).toBe('Kính gửi')
    expect(echo.path).not.toBe(file)
    expect((await workshop.run('read-file', { path: file })).outcome).toBe('ERR_ACCESS_DENIED')
    expect((await workshop.run('read-file', { path: '/etc/passwd' })).outcome).toBe('ERR_ACCESS_DENIED')
    expect((await workshop.run('read-file', { path: echo.path })).outcome).toBe('ENOENT')
  })

  test('may not start a program', async () => {
    expect((await workshopWith().run('run-a-program', {})).outcome).toBe('ERR_ACCESS_DENIED')
  })

  test('sees nothing of the environment, where the secrets are', async () => {
    process.env.XASO_TEST_SECRET = 'x'
    const { names } = await workshopWith().run('read-environment', {})
    expect(names.filter(name => name !== 'SystemRoot')).toEqual([])
  })

  test('has no network where the kernel can take it away', async () => {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const workshop = workshopWith()
    const { network } = await workshop.confinement()
    const { outcome } = await workshop.run('call-out', { port })
    server.close()
    expect(outcome === 'done').toBe(!network)
  })

  test('works on after a refusal, which is a finding, not a fault', async () => {
    const workshop = workshopWith({ maxProcesses: 1 })
    const before = await workshop.run('sleep', { ms: 1 })
    await expect(workshop.run('refuse-as-encrypted', {})).rejects.toEqual(code('Encrypted'))
    expect((await workshop.run('sleep', { ms: 1 })).pid).toBe(before.pid)
  })

  test('ends when it has had no work for a while', async () => {
    const workshop = workshopWith({ idleMs: 100 })
    const { pid } = await workshop.run('sleep', { ms: 1 })
    expect(workshop.processes()).toEqual([pid])
    await expect.poll(() => workshop.processes()).toEqual([])
    await expect.poll(() => isAlive(pid)).toBe(false)
  })
})

describe('when the server is killed', () => {
  const serverCode = `
    const { createWorkshopOf } = await import(process.argv[1])
    const { taskTable } = await import(process.argv[2])
    const workshop = createWorkshopOf(taskTable, process.argv[2], { maxProcesses: 1, folder: process.argv[3] })
    const { pid } = await workshop.run('sleep', { ms: 1 })
    const { diesWithParent } = await workshop.confinement()
    console.log(JSON.stringify({ pid, diesWithParent }))
    await workshop.run(process.argv[4], { ms: 60000 })`
  const workshopUrl = new URL('./workshop.ts', import.meta.url).href

  async function killServerDuring(task: keyof HostileTasks) {
    const args = ['--input-type=module', '-e', serverCode, workshopUrl, tableUrl, folder, task]
    const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = await once(server.stdout, 'data')
    await new Promise(resolve => setTimeout(resolve, 300))
    server.kill('SIGKILL')
    await once(server, 'exit')
    return JSON.parse(String(line)) as { pid: number; diesWithParent: boolean }
  }

  test('its child ends, even one in an endless loop where the kernel helps', async () => {
    const waiting = await killServerDuring('sleep')
    await expect.poll(() => isAlive(waiting.pid), { timeout: 3000 }).toBe(false)
    const looping = await killServerDuring('loop-forever')
    if (looping.diesWithParent) await expect.poll(() => isAlive(looping.pid), { timeout: 3000 }).toBe(false)
    else process.kill(looping.pid, 'SIGKILL')
  })

  test('the next workshop removes what was left lying', async () => {
    await killServerDuring('sleep')
    const left = async () => (await readdir(folder)).filter(name => name.startsWith('xaso-workshop-'))
    expect(await left()).not.toEqual([])
    await workshopWith().run('sleep', { ms: 1 })
    expect((await left()).every(name => name.startsWith(`xaso-workshop-${process.pid}-`))).toBe(true)
  })
})

describe('the workshop', () => {
  test('runs no more children than it may, one task in each', async () => {
    const workshop = workshopWith({ maxProcesses: 2 })
    const runs = await Promise.all([1, 2, 3, 4, 5, 6].map(() => workshop.run('sleep', { ms: 50 })))
    expect(new Set(runs.map(run => run.pid)).size).toBe(2)
  })

  test('hands a written file to its caller and removes what is left when it stops', async () => {
    const workshop = workshopWith()
    const { filePath } = await workshop.run('write-file', { megabytes: 1 })
    expect((await stat(filePath)).size).toBe(1024 * 1024)
    await workshop.stop()
    expect((await readdir(folder)).filter(name => name.startsWith('xaso-workshop-'))).toEqual([])
  })

  test('gives a task up when its caller does, running or waiting', async () => {
    const workshop = workshopWith({ maxProcesses: 1 })
    const running = new AbortController()
    const waiting = new AbortController()
    const first = workshop.run('loop-forever', {}, { signal: running.signal })
    const second = workshop.run('sleep', { ms: 1 }, { signal: waiting.signal })
    waiting.abort(new Error('không cần nữa'))
    await expect(second).rejects.toThrow('không cần nữa')
    setTimeout(() => running.abort(new Error('thôi')), 300)
    await expect(first).rejects.toThrow('thôi')
    await expect(workshop.run('sleep', { ms: 1 })).resolves.toBeDefined()
  })

  test('refuses work after it was stopped, and rejects what still ran', async () => {
    const workshop = workshopWith()
    const running = workshop.run('loop-forever', {}).catch((error: unknown) => error)
    await new Promise(resolve => setTimeout(resolve, 300))
    await workshop.stop()
    expect(await running).toBeInstanceOf(Error)
    await expect(workshop.run('sleep', { ms: 1 })).rejects.toEqual(code('Busy'))
  })
})

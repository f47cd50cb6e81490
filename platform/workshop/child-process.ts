import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { ErrorParameters } from '#lib/problem-details/index.ts'
import { childCommand } from './confinement.ts'
import { workshopErrors } from './errors.ts'
import { type ChildFolders, copyIn, emptyFolders, makeChildFolders, moveOut, sizeOf } from './folders.ts'
import type { TaskAnswer, TaskEntry, TaskTypes } from './task.ts'

export type Limits = {
  /** JavaScript heap of a child. */
  readonly heapMb: number
  /** All memory of a child (resident, Linux): buffers and native code count too. */
  readonly memoryMb: number
  /** What one task may answer, as JSON. */
  readonly answerMb: number
  /** What one task may write. */
  readonly filesMb: number
}
export type ChildOptions = {
  readonly handles: TaskEntry<TaskTypes>['handles']
  readonly wrapper: readonly string[]
  readonly tableUrl: string
  readonly workshopFolder: string
  readonly limits: Limits
}
export type Child = Awaited<ReturnType<typeof startChild>>

const megabyte = 1024 * 1024
const watchEveryMs = 100

/** Starts one confined process; it takes one task at a time and is thrown away after the first breach. */
export async function startChild(options: ChildOptions) {
  const folders = await makeChildFolders(options.workshopFolder)
  const { command, args, env } = childCommand({
    ...options,
    inputFolder: folders.input,
    outputFolder: folders.output,
    heapMb: options.limits.heapMb,
  })
  const child = spawn(command, args, { cwd: folders.output, env, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close').catch(() => {})
  const heapLog = watchForHeapMessage(child.stderr!)
  child.stdin!.on('error', () => {})
  let usable = true

  async function run(
    task: string,
    entry: TaskEntry<TaskTypes>,
    input: object,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<object> {
    const request = { task, input: await copyIn(input, entry.reads, folders), outputFolder: folders.output }
    const breach = new Breach(child, signal)
    const timer = setTimeout(() => breach.found(workshopErrors.TimedOut()), timeoutMs)
    const watch = watchCost(child, folders, options.limits, breach)
    try {
      signal?.throwIfAborted()
      child.stdin!.write(`${JSON.stringify(request)}\n`)
      const line = await readLine(child.stdio[3] as Readable, options.limits.answerMb * megabyte, breach)
      if (breach.reason) throw breach.reason
      if (line === undefined) throw heapLog.exhausted() ? workshopErrors.TooMuchMemory() : workshopErrors.Crashed()
      if ((await sizeOf(folders.output)) > options.limits.filesMb * megabyte) throw workshopErrors.TooMuchOutput()
      return await accept(parseAnswer(line), entry)
    } catch (error) {
      const findingOnly = error instanceof RefusedByTask
      if (!findingOnly) await end()
      throw findingOnly ? error.problem : error
    } finally {
      clearTimeout(timer)
      clearInterval(watch)
      breach.close()
      if (usable) await emptyFolders(folders)
    }
  }

  async function accept(answer: TaskAnswer | undefined, entry: TaskEntry<TaskTypes>): Promise<object> {
    if (!answer) throw workshopErrors.Crashed()
    if ('refused' in answer) throw new RefusedByTask(answer.refused, answer.parameters)
    if ('crashed' in answer) {
      const problem = workshopErrors.Crashed()
      problem.stack = [`${problem.message} (${answer.crashed.name} in the child)`, ...answer.crashed.frames].join(
        '\n    ',
      )
      throw problem
    }
    const output = await moveOut(answer.output, entry.writes, folders, options.workshopFolder)
    if (!output) throw workshopErrors.Crashed()
    return output
  }

  /** Ends the process at once and removes its folder; safe to call again. */
  async function end(): Promise<void> {
    usable = false
    child.kill('SIGKILL')
    await ended
    await rm(folders.root, { recursive: true, force: true })
  }

  return { handles: options.handles, pid: child.pid, run, end, isUsable: () => usable && child.exitCode === null }
}

/** What was found against a running task first; the process is killed for it. */
class Breach {
  reason: unknown
  readonly #child: ChildProcess
  readonly #signal: AbortSignal | undefined
  readonly #onAbort = () => this.found(this.#signal?.reason)

  constructor(child: ChildProcess, signal: AbortSignal | undefined) {
    this.#child = child
    this.#signal = signal
    signal?.addEventListener('abort', this.#onAbort, { once: true })
  }
  found(reason: unknown): void {
    this.reason ??= reason
    this.#child.kill('SIGKILL')
  }
  close(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort)
  }
}

class RefusedByTask extends Error {
  readonly problem: Error
  constructor(code: string, parameters: ErrorParameters) {
    super(code)
    const known = Object.keys(workshopErrors).find(name => name === code) as keyof typeof workshopErrors | undefined
    const make = known === undefined || known === 'entries' ? workshopErrors.Crashed : workshopErrors[known]
    this.problem = make(parameters)
  }
}

/** The child's own word is not taken: size of its folder and resident memory are measured from outside. */
function watchCost(child: ChildProcess, folders: ChildFolders, limits: Limits, breach: Breach): NodeJS.Timeout {
  return setInterval(async () => {
    const [memory, files] = await Promise.all([residentBytes(child.pid), sizeOf(folders.output).catch(() => 0)])
    if (memory > limits.memoryMb * megabyte) breach.found(workshopErrors.TooMuchMemory())
    if (files > limits.filesMb * megabyte) breach.found(workshopErrors.TooMuchOutput())
  }, watchEveryMs)
}

/** Resident memory of a process; 0 where there is no /proc: the heap limit alone holds there. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}

/** Reads one line; `undefined` when the process ends before it. More than `limit` bytes are not kept. */
function readLine(source: Readable, limit: number, breach: Breach): Promise<string | undefined> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = (line: string | undefined) => {
      source.off('data', onData).off('close', onClose)
      source.pause()
      resolve(line)
    }
    const onClose = () => finish(undefined)
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        breach.found(workshopErrors.TooMuchOutput())
        return finish(undefined)
      }
      chunks.push(chunk)
      if (chunk.includes(10)) finish(Buffer.concat(chunks).toString('utf8'))
    }
    if (source.destroyed || source.readableEnded) return resolve(undefined)
    source.on('data', onData).on('close', onClose)
    source.resume()
  })
}

function parseAnswer(line: string): TaskAnswer | undefined {
  try {
    const answer: unknown = JSON.parse(line)
    return typeof answer === 'object' && answer !== null ? (answer as TaskAnswer) : undefined
  } catch {
    return undefined
  }
}

/** V8 says on stderr that its heap is full before it aborts; nothing else of stderr is looked at or kept. */
function watchForHeapMessage(stderr: Readable): { exhausted(): boolean } {
  let seen = false
  let tail = ''
  stderr.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('latin1')).slice(-4096)
    seen ||= tail.includes('heap out of memory') || tail.includes('Array buffer allocation failed')
  })
  return { exhausted: () => seen }
}

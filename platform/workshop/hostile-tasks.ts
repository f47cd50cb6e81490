/** Tasks that misbehave in each way a taken-over child could; for the workshop's tests alone. */
import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { Refusal } from './errors.ts'
import type { TaskEntry, TaskFunction, TaskTable, TaskTypes } from './task.ts'

type Plain = { input: Record<string, unknown>; output: Record<string, unknown> }
type Probe = { input: { path?: string; port?: number }; output: { outcome: string } }
type Echo = { input: { path: string }; output: { text: string; pid: number; path: string } }
type WriteFile = { input: { megabytes: number; keepBusy?: boolean }; output: { filePath: string } }
export type HostileTasks = {
  echo: Echo
  sleep: { input: { ms: number }; output: { pid: number } }
  'loop-forever': Plain
  'fill-heap': Plain
  'fill-buffers': Plain
  'exit-at-once': Plain
  'throw-quoting-the-document': Plain
  'refuse-as-encrypted': Plain
  'answer-at-length': { input: { megabytes: number }; output: { text: string } }
  'write-file': WriteFile
  'name-a-file-outside': { input: { path: string }; output: { filePath: string } }
  'read-file': Probe
  'run-a-program': Probe
  'call-out': Probe
  'read-environment': { input: Record<string, never>; output: { names: string[] } }
}

const attempt = (act: () => unknown): { outcome: string } => {
  try {
    act()
    return { outcome: 'done' }
  } catch (error) {
    return { outcome: error instanceof Error && 'code' in error ? String(error.code) : 'failed' }
  }
}

const functions: { [Name in keyof HostileTasks]: TaskFunction<HostileTasks[Name]> } = {
  echo: ({ path }) => ({ text: readFileSync(path, 'utf8'), pid: process.pid, path }),
  sleep: async ({ ms }) => {
    await new Promise(resolve => setTimeout(resolve, ms))
    return { pid: process.pid }
  },
  'loop-forever': () => {
    for (;;);
  },
  'fill-heap': () => {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => i + kept.length))
  },
  'fill-buffers': async () => {
    const kept: Buffer[] = []
    for (;;) {
      kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  },
  'exit-at-once': () => process.exit(3),
  'throw-quoting-the-document': () => {
    throw new TypeError('đơn của bà Nguyễn Thị Mơ')
  },
  'refuse-as-encrypted': () => {
    throw new Refusal('Encrypted')
  },
  'answer-at-length': ({ megabytes }) => ({ text: 'x'.repeat(megabytes * 1024 * 1024) }),
  'write-file': async ({ megabytes, keepBusy }, context) => {
    const filePath = context.outputFile('written')
    writeFileSync(filePath, Buffer.alloc(megabytes * 1024 * 1024))
    if (keepBusy) await new Promise(resolve => setTimeout(resolve, 20_000))
    return { filePath }
  },
  'name-a-file-outside': ({ path }, context) => {
    const filePath = context.outputFile('link')
    try {
      symlinkSync(path, filePath)
    } catch {
      return { filePath: path }
    }
    return { filePath }
  },
  'read-file': ({ path = '' }) => attempt(() => readFileSync(path)),
  'run-a-program': () => attempt(() => execFileSync('id')),
  'call-out': ({ port = 0 }) =>
    new Promise(resolve => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve({ outcome: 'done' })
      })
      socket.on('error', (error: NodeJS.ErrnoException) => resolve({ outcome: error.code ?? 'failed' }))
    }),
  'read-environment': () => ({ names: Object.keys(process.env) }),
}

const entry = <Types extends TaskTypes>(
  run: TaskFunction<Types>,
  more: Partial<TaskEntry<Types>> = {},
): TaskEntry<Types> => ({ handles: 'strangers-files', reads: [], writes: [], load: async () => run, ...more })

export const taskTable: TaskTable<HostileTasks> = {
  echo: entry(functions.echo, { reads: ['path'] }),
  sleep: entry(functions.sleep),
  'loop-forever': entry(functions['loop-forever']),
  'fill-heap': entry(functions['fill-heap']),
  'fill-buffers': entry(functions['fill-buffers']),
  'exit-at-once': entry(functions['exit-at-once']),
  'throw-quoting-the-document': entry(functions['throw-quoting-the-document']),
  'refuse-as-encrypted': entry(functions['refuse-as-encrypted']),
  'answer-at-length': entry(functions['answer-at-length']),
  'write-file': entry(functions['write-file'], { writes: ['filePath'] }),
  'name-a-file-outside': entry(functions['name-a-file-outside'], { writes: ['filePath'] }),
  'read-file': entry(functions['read-file']),
  'run-a-program': entry(functions['run-a-program']),
  'call-out': entry(functions['call-out']),
  'read-environment': entry(functions['read-environment']),
}

import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export type Served = {
  readonly origin: string
  readonly child: ChildProcess
  readonly startMs: number
  readonly ended: Promise<void>
  /** What it has said so far. */
  said(): string
  stop(): Promise<void>
}

/** What `npm start` gives to Node. */
function startArguments(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: { start: string } }
  return scripts.start.replace(/^exec node /, '').split(' ')
}

/** Starts the program as `npm start` does and waits until it is healthy. */
export async function serve(
  root: string,
  options: { dataFolder: string; port: number; demonstration: boolean },
): Promise<Served> {
  const started = performance.now()
  const child = spawn(process.execPath, startArguments(root), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      XASO_NO_INSTALL: '1',
      XASO_DATA: options.dataFolder,
      XASO_PORT: String(options.port),
      XASO_DEMO: options.demonstration ? '1' : '0',
    },
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', chunk => {
      output += chunk
      if (process.env.XASO_BENCH_TALK) process.stderr.write(chunk)
    })
  const origin = `http://127.0.0.1:${options.port}`
  for (let waited = 0; ; waited += 20) {
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined)
    if (answer?.ok) break
    if (child.exitCode !== null || waited > 120_000) throw new Error(`the program did not start (${child.exitCode})`)
    await sleep(20)
  }
  const startMs = performance.now() - started
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  return {
    origin,
    child,
    startMs,
    ended,
    said: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/**
 * Memory of a process and all its children in MB, as proportional set size: what is shared is counted once, so
 * PostgreSQL's buffers are not counted for each of its processes.
 */
export function memoryOf(pid: number): { node: number; database: number; all: number } {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(one => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {}
  }
  const family = [pid]
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child)
  let node = 0
  let database = 0
  for (const member of family) {
    try {
      const pss = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
      if (/postgres/.test(readFileSync(`/proc/${member}/cmdline`, 'utf8'))) database += pss
      else node += pss
    } catch {}
  }
  return { node, database, all: node + database }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '#tests/architecture/source.ts'

export type Program = {
  readonly child: ChildProcess
  readonly origin: string
  /** What it has said so far. */
  said(): string
  /** Resolves when /healthz answers. @throws with what was said when the program ends before */
  healthy(withinMs?: number): Promise<void>
  /** The exit code, or the signal's name. */
  ended: Promise<number | string>
}

/** A port that nobody listens on right now. */
export const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

export const serveCommand: readonly string[] = [process.execPath, 'bootstrap.mjs', 'apps/server/main.ts', 'serve']

/** Starts the program as an operator does, in its own process, on a data folder. */
export async function startProgram(options: {
  dataFolder: string
  port?: number
  environment?: Record<string, string>
  /** Another way to the same program. */
  command?: readonly string[]
  /** In a process group of its own, as a terminal starts what is typed: Ctrl-C there reaches all of the group. */
  ownGroup?: boolean
}): Promise<Program> {
  const port = options.port ?? (await freePort())
  const [file, ...args] = options.command ?? serveCommand
  const child = spawn(file!, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.ownGroup ?? false,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      XASO_NO_INSTALL: '1',
      XASO_PORT: String(port),
      XASO_DATA: options.dataFolder,
      XASO_DEMO: '0',
      ...options.environment,
    },
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', chunk => {
      output += chunk
    })
  let over: number | string | undefined
  const ended = new Promise<number | string>(resolve => {
    child.on('exit', (code, signal) => {
      over = signal ?? code ?? -1
      resolve(over)
    })
  })
  const origin = `http://127.0.0.1:${port}`
  return {
    child,
    origin,
    ended,
    said: () => output,
    healthy: async (withinMs = 120_000) => {
      for (const until = Date.now() + withinMs; Date.now() < until; await sleep(25)) {
        if (over !== undefined) throw new Error(`the program ended (${over}): ${output}`)
        const answer = await fetch(`${origin}/healthz`).catch(() => undefined)
        if (answer?.ok) return
      }
      throw new Error(`not healthy in time: ${output}`)
    },
  }
}

/** Process ids of every PostgreSQL process whose cluster lies in a folder. */
export function postgresOf(dataFolder: string): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        const program = readlinkSync(`/proc/${pid}/exe`)
        const alive = !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
        return alive && program.includes('/bin/postgres') && readlinkSync(`/proc/${pid}/cwd`).startsWith(dataFolder)
      } catch {
        return false
      }
    })
    .map(Number)
}

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Ends what a killed program left behind in a cluster, so that a new PostgreSQL may start: never adopted, for nobody
 * knows what its clients were doing. Call it under the folder's lock.
 */
export async function stopOrphans(cluster: string): Promise<void> {
  const postmaster = livePostmaster(cluster)
  if (postmaster) await stopPostmaster(postmaster)
  // A postmaster killed by force leaves its backends at work until they next look up; they hold the shared memory.
  for (const until = Date.now() + 5_000; Date.now() < until; await sleep(20)) {
    const left = processesOf(cluster)
    if (left.length === 0) break
    for (const pid of left) signal(pid, 'SIGKILL')
  }
  // The pid in these may belong to any program by now, or to a process that is dead and not yet reaped: PostgreSQL would
  // take it for a live one.
  for (const file of ['postmaster.pid', '.s.PGSQL.5432.lock', '.s.PGSQL.5432'])
    rmSync(`${cluster}/${file}`, { force: true })
}

/** The PostgreSQL that still serves this cluster, or nothing: postmaster.pid alone proves nothing after a crash. */
export function livePostmaster(cluster: string): number | undefined {
  const pid = pidIn(`${cluster}/postmaster.pid`)
  return pid !== undefined && serves(pid, cluster) && isAlive(pid) ? pid : undefined
}

/** Every live process of PostgreSQL whose working directory is the cluster: the postmaster, its workers, its backends. */
export function processesOf(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => serves(pid, cluster) && isAlive(pid))
}

function serves(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      ` -D ${cluster} `,
    )
  try {
    const at = statSync(`/proc/${pid}/cwd`)
    const here = statSync(cluster)
    const program = readlinkSync(`/proc/${pid}/exe`).replace(' (deleted)', '')
    return at.ino === here.ino && at.dev === here.dev && program.endsWith('/postgres')
  } catch {
    return false
  }
}

/** Stops a PostgreSQL: fast shutdown, then immediate, then by force. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!signal(pid, name)) return
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (!isAlive(pid)) return
      await sleep(20)
    }
  }
}

/** A killed process that its parent has not reaped yet (a zombie) is dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What postmaster.pid says of its state: 'ready' once connections are taken. */
export function statusOf(cluster: string): string {
  try {
    return readFileSync(`${cluster}/postmaster.pid`, 'utf8').split('\n')[7]?.trim() ?? ''
  } catch {
    return ''
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

function pidIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

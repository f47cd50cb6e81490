import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The PostgreSQL that still serves this cluster, or nothing. The pid in postmaster.pid may belong to any program by now:
 * only one whose working directory is the cluster, and whose program is postgres, counts.
 */
export function livePostmaster(cluster: string): number | undefined {
  const pid = pidIn(`${cluster}/postmaster.pid`)
  if (!pid) return undefined
  try {
    const at = statSync(`/proc/${pid}/cwd`)
    const here = statSync(cluster)
    const program = readlinkSync(`/proc/${pid}/exe`).replace(' (deleted)', '')
    return at.ino === here.ino && at.dev === here.dev && program.endsWith('/postgres') ? pid : undefined
  } catch {
    return undefined
  }
}

/** Stops a PostgreSQL: fast shutdown, then immediate, then by force. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
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
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
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

function pidIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

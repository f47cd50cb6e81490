import { type ChildProcess, spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import { ensureBallast } from './ballast.ts'
import { ensureCluster, fullDisk, postgresEnvironment, secretOf } from './cluster.ts'
import { lockFolder } from './folder-lock.ts'
import { linkLibraries, nativeFolder } from './native.ts'
import { livePostmaster, statusOf, stopPostmaster } from './postmaster.ts'
import { chooseRunner, type Runner } from './runner.ts'

export const superuser = 'postgres'

export type EmbeddedPostgres = {
  /** A folder in which `.s.PGSQL.5432` is the socket, a way that is short however long the folder's name is. */
  readonly host: string
  readonly superuserPassword: string
  readonly pid: number
  readonly runner: Runner['name']
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of a data folder and waits until it takes connections. An orphan of a killed program is stopped
 * first, never adopted. The folder is locked until `stop`.
 *
 * @param onDeath told when PostgreSQL ends by itself: the program should end too, the next start recovers
 * @throws StartError with one sentence that says what to do
 */
export async function startEmbeddedPostgres(options: {
  folder: string
  onDeath: (why: string) => void
}): Promise<EmbeddedPostgres> {
  const folder = openFolder(options.folder)
  const lock = lockFolder(folder)
  try {
    const native = nativeFolder()
    linkLibraries(native)
    const cluster = path.join(folder, 'pg')
    const orphan = livePostmaster(cluster)
    if (orphan) await stopPostmaster(orphan)
    else rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
    const runner = chooseRunner(native, folder)
    ensureCluster({ native, folder, runner, superuser })
    ensureBallast(folder)
    return await run({ native, folder, cluster, runner, onDeath: options.onDeath, unlock: lock.release })
  } catch (error) {
    lock.release()
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw fullDisk(folder)
    throw error
  }
}

const settings = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  client_connection_check_interval: '2s',
  shared_buffers: '96MB',
  max_connections: '40',
  max_wal_size: '512MB',
  autovacuum_max_workers: '2',
  scram_iterations: '1',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
}

type RunFacts = {
  native: string
  folder: string
  cluster: string
  runner: Runner
  onDeath: (why: string) => void
  unlock: () => void
}

async function run({ native, folder, cluster, runner, onDeath, unlock }: RunFacts): Promise<EmbeddedPostgres> {
  const logFile = path.join(folder, 'postgres.log')
  const log = openSync(logFile, 'a')
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = runner.command(path.join(native, 'bin/postgres'), ['-D', cluster, ...options])
  // Its own process group: Ctrl-C reaches Node alone, which then stops PostgreSQL in order.
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', log, log],
    detached: true,
    env: postgresEnvironment(),
    cwd: '/',
  })
  closeSync(log)
  let stopping = false
  let ready = false
  let gone: string | undefined
  child.on('error', error => {
    gone = error.message
  })
  child.on('exit', (code, signal) => {
    gone = `PostgreSQL ended (${signal ?? code})`
    if (ready && !stopping) onDeath(gone)
  })
  const opened = openSync(cluster, 'r')
  const host = process.platform === 'linux' ? `/proc/self/fd/${opened}` : cluster
  for (let waited = 0; !(statusOf(cluster) === 'ready' && (await answers(`${host}/.s.PGSQL.5432`))); waited += 10) {
    if (gone) throw failedStart(folder, logFile)
    if (waited > 60_000) throw new StartError(`PostgreSQL chưa sẵn sàng sau 60 giây. Xem ${logFile}.`)
    await sleep(10)
  }
  ready = true
  return {
    host,
    superuserPassword: secretOf(folder, superuser),
    pid: child.pid!,
    runner: runner.name,
    stop: async () => {
      stopping = true
      if (!gone) await stopPostmaster(livePostmaster(cluster) ?? child.pid!)
      while (!gone) await sleep(5)
      closeSync(opened)
      unlock()
    },
  }
}

function openFolder(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o755 })
    const folder = realpathSync(wanted)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // Others may pass through to what is theirs (the cluster), not look around.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711)
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < 32 * 1024 * 1024) throw fullDisk(folder)
    return folder
  } catch (error) {
    if (error instanceof StartError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw fullDisk(wanted)
    throw new StartError(
      `Không ghi được vào ${wanted} (${code}). Chạy bằng tài khoản sở hữu thư mục, hoặc đặt XASO_DATA khác.`,
    )
  }
}

function failedStart(folder: string, logFile: string): StartError {
  const tail = readFileSync(logFile, 'utf8').trim().split('\n').slice(-6).join(' | ')
  if (/No space left on device/.test(tail)) return fullDisk(folder)
  if (/incompatible with server|was initialized by PostgreSQL version/.test(tail))
    return new StartError(
      `Dữ liệu trong ${folder} thuộc một bản PostgreSQL khác. Dùng đúng bản Xã Số đã tạo dữ liệu, hoặc khôi phục từ bản sao lưu.`,
    )
  return new StartError(`PostgreSQL không khởi động được. Xem ${logFile}: ${tail}`)
}

const answers = (socket: string): Promise<boolean> =>
  new Promise(resolve => {
    const connection = net.connect(socket, () => {
      connection.destroy()
      resolve(true)
    })
    connection.on('error', () => resolve(false))
  })

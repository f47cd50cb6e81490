import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import { ensureBallast } from './ballast.ts'
import { ensureCluster, hasCluster, postgresEnvironment, secretOf } from './cluster.ts'
import { fullDisk, openDataFolder, requireRoom } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { linkLibraries, nativeFolder } from './native.ts'
import { openPostgresLog } from './postgres-log.ts'
import { livePostmaster, statusOf, stopOrphans, stopPostmaster } from './postmaster.ts'
import { chooseRunner, type Runner } from './runner.ts'
import { settingsAsArguments } from './settings.ts'

export const superuser = 'postgres'

export type EmbeddedPostgres = {
  /** A folder in which `.s.PGSQL.5432` is the socket, a way that is short however long the folder's name is. */
  readonly host: string
  readonly superuserPassword: string
  readonly pid: number
  readonly runner: Runner['name']
  stop(): Promise<void>
}

type StartOptions = {
  folder: string
  /** Told in one sentence when PostgreSQL ends by itself: the program should end too, the next start recovers. */
  onDeath: (sentence: string) => void
  /** Told what takes long (recovery after a crash). */
  say?: (line: string) => void
  /** Settings of PostgreSQL in place of the usual ones; the tests ask for room for many programs at once. */
  settings?: Readonly<Record<string, string>>
}

/**
 * Starts the PostgreSQL of a data folder and waits until it takes connections. What a killed program left behind is
 * stopped first, never adopted. The folder is locked until `stop`.
 *
 * @throws StartError with one sentence that says what to do
 * @example const postgres = await startEmbeddedPostgres({ folder: 'data', onDeath: console.error })
 */
export async function startEmbeddedPostgres({
  folder: wanted,
  onDeath,
  say,
  settings,
}: StartOptions): Promise<EmbeddedPostgres> {
  const folder = openDataFolder(wanted)
  const lock = lockFolder(folder)
  try {
    const native = nativeFolder()
    linkLibraries(native)
    const cluster = path.join(folder, 'pg')
    await stopOrphans(cluster)
    requireRoom(folder, !hasCluster(folder))
    const runner = chooseRunner(native, folder)
    ensureCluster({ native, folder, runner, superuser })
    ensureBallast(folder)
    const postmaster = await run({ native, folder, cluster, runner, onDeath, say, settings })
    return {
      host: postmaster.host,
      superuserPassword: secretOf(folder, superuser),
      pid: postmaster.pid,
      runner: runner.name,
      stop: async () => {
        await postmaster.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw fullDisk(folder)
    throw error
  }
}

type RunFacts = {
  native: string
  folder: string
  cluster: string
  runner: Runner
  onDeath: (sentence: string) => void
  say: ((line: string) => void) | undefined
  settings: Readonly<Record<string, string>> | undefined
}

async function run({ native, folder, cluster, runner, onDeath, say, settings }: RunFacts) {
  const log = openPostgresLog(folder)
  const [command, args] = runner.command(path.join(native, 'bin/postgres'), [
    '-D',
    cluster,
    ...settingsAsArguments(settings),
  ])
  // Its own process group: Ctrl-C reaches Node alone, which then stops PostgreSQL in order.
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', log.descriptor, log.descriptor],
    detached: true,
    env: postgresEnvironment(),
    cwd: '/',
  })
  closeSync(log.descriptor)
  const state = { expected: false, ready: false }
  const ended = new Promise<void>(resolve => {
    child.on('error', () => resolve())
    child.on('exit', () => {
      resolve()
      if (state.ready && !state.expected)
        onDeath(
          log.explain('PostgreSQL đã dừng đột ngột; chạy lại “npm start”, dữ liệu đã ghi được khôi phục.').message,
        )
    })
  })
  const opened = openSync(cluster, 'r')
  const host = process.platform === 'linux' ? `/proc/self/fd/${opened}` : cluster
  const stop = async () => {
    state.expected = true
    const pid = livePostmaster(cluster) ?? child.pid
    if (pid && child.exitCode === null && child.signalCode === null) await stopPostmaster(pid)
    await ended
    closeSync(opened)
  }
  try {
    const isReady = async () => statusOf(cluster) === 'ready' && (await answers(`${host}/.s.PGSQL.5432`))
    await waitUntil(isReady, ended, say)
  } catch (error) {
    await stop()
    throw error instanceof StartError ? error : log.explain('PostgreSQL không khởi động được.')
  }
  state.ready = true
  return { host, pid: child.pid!, stop }
}

/**
 * After a crash PostgreSQL first replays its log, which a slow disk may draw out: waiting is right, silence is not.
 *
 * @throws when it ended instead
 */
async function waitUntil(
  isReady: () => Promise<boolean>,
  ended: Promise<void>,
  say: ((line: string) => void) | undefined,
): Promise<void> {
  const over = ended.then(() => true)
  const started = Date.now()
  for (let told = 0; !(await isReady()); ) {
    if (await Promise.race([over, sleep(10, false)])) throw new Error('ended before it was ready')
    const seconds = Math.floor((Date.now() - started) / 1000)
    if (seconds >= told + 10) {
      told = seconds
      say?.(`PostgreSQL đang khôi phục dữ liệu sau lần dừng đột ngột (${seconds} giây) …`)
    }
    if (seconds >= 600)
      throw new StartError('PostgreSQL chưa sẵn sàng sau 10 phút. Xem postgres.log trong thư mục dữ liệu.')
  }
}

const answers = (socket: string): Promise<boolean> =>
  new Promise(resolve => {
    const connection = net.connect(socket, () => {
      connection.destroy()
      resolve(true)
    })
    connection.on('error', () => resolve(false))
  })

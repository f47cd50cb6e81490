import { setTimeout as sleep } from 'node:timers/promises'
import { watchDisk } from '#platform/database/embedded/ballast.ts'
import { type Configuration, readConfiguration } from '../config.ts'
import { migrateDatabase } from '../migrate-database.ts'
import { openDatabase } from '../open-database.ts'
import { say, step } from '../say.ts'

const postgresEnded = 70
/** Longer than any clean stop takes; then the kernel ends what is left. */
const patienceMs = 20_000
/** A dying PostgreSQL breaks its connections before its parent hears that it ended. */
const newsOfDeathMs = 1_000

/** `xaso serve`: database, migrations, app, HTTP; runs until Ctrl-C or SIGTERM, also while it still starts, and stops whole. */
export async function run(_args: string[], folder: string): Promise<number> {
  const configuration = readConfiguration(process.env, folder)
  const { promise: ended, resolve: end } = Promise.withResolvers<number>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))

  const abort = new AbortController()
  const running: Running = { stops: [], signal: abort.signal }
  const starting = start(configuration, folder, running, sentence => {
    say(sentence)
    end(postgresEnded)
  })
  try {
    await Promise.race([starting.catch(error => explainedBy(error, ended)), ended])
    return await ended
  } finally {
    setTimeout(() => process.exit(1), patienceMs).unref()
    abort.abort()
    await stopAll(running)
    // What was still starting finds its ground gone and fails; what it had opened meanwhile is stopped too.
    await starting.catch(() => {})
    await stopAll(running)
  }
}

/** What fails while PostgreSQL dies is told as that death, not as a fault of ours. @throws the error itself otherwise */
async function explainedBy(error: unknown, ended: Promise<number>): Promise<void> {
  const isToldInWords = (error as Error).name === 'StartError'
  const code = isToldInWords ? undefined : await Promise.race([ended, sleep(newsOfDeathMs, undefined)])
  if (code === undefined) throw error
}

/** What has been started, in order, and whether it is to go on. */
type Running = { readonly stops: (() => Promise<void>)[]; readonly signal: AbortSignal }

async function stopAll({ stops }: Running): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop()
}

async function start(
  configuration: Configuration,
  folder: string,
  { stops, signal }: Running,
  onDeath: (sentence: string) => void,
): Promise<void> {
  const started = performance.now()
  step('Mở cơ sở dữ liệu …')
  const database = await openDatabase(configuration, onDeath, say)
  stops.push(database.stop)
  signal.throwIfAborted()
  await migrateDatabase(database, say)
  signal.throwIfAborted()
  const { buildOfficeIfStale } = await import('../build-office.ts')
  await buildOfficeIfStale(folder, say, signal)
  const disk = watchDisk(configuration.dataFolder, say)
  stops.push(async () => disk.stop())
  const { startServer } = await import('../serve.ts')
  const server = await startServer({ configuration, database, isDiskFull: disk.isFull })
  stops.push(server.stop)
  signal.throwIfAborted()
  const { prepareInstallation } = await import('../prepare-installation.ts')
  const signIn = await prepareInstallation({ configuration, server, say: step })
  signal.throwIfAborted()
  const seconds = ((performance.now() - started) / 1000).toLocaleString('vi', { maximumFractionDigits: 1 })
  say(`Xã Số đang chạy ở ${configuration.origin} (sau ${seconds} giây).`)
  for (const line of signIn) say(line)
  say('Nhấn Ctrl-C để dừng.')
}

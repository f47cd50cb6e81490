import { readConfiguration } from '../config.ts'
import { migrateDatabase } from '../migrate-database.ts'
import { openDatabase } from '../open-database.ts'
import { say, step } from '../say.ts'

const postgresEnded = 70

/** `xaso serve`: database, migrations, app, HTTP; runs until Ctrl-C or SIGTERM and then stops whole. */
export async function run(_args: string[], folder: string): Promise<number> {
  const started = performance.now()
  const configuration = readConfiguration(process.env, folder)
  const { promise: ended, resolve: end } = Promise.withResolvers<number>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))

  step('Mở cơ sở dữ liệu …')
  const database = await openDatabase(configuration, why => {
    console.error(`PostgreSQL đã dừng đột ngột (${why}). Chạy lại “npm start”: dữ liệu đã ghi được khôi phục.`)
    end(postgresEnded)
  })
  let stopServer = async () => {}
  try {
    await migrateDatabase(database, say)
    const [{ startServer }, { buildOfficeIfStale }] = await Promise.all([
      import('../serve.ts'),
      import('../build-office.ts'),
    ])
    await buildOfficeIfStale(folder, say)
    const server = await startServer({ configuration, database })
    stopServer = server.stop
    const { prepareInstallation } = await import('../prepare-installation.ts')
    const signIn = await prepareInstallation({ configuration, server, say: step })
    say(
      `Xã Số đang chạy ở ${configuration.origin} (sau ${((performance.now() - started) / 1000).toLocaleString('vi', { maximumFractionDigits: 1 })} giây).`,
    )
    for (const line of signIn) say(line)
    say('Nhấn Ctrl-C để dừng.')
    return await ended
  } finally {
    await stopServer()
    await database.stop()
  }
}

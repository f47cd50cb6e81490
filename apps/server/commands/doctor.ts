import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { openPool } from '#platform/database/connections.ts'
import { freeBytes } from '#platform/database/embedded/ballast.ts'
import { hasCluster } from '#platform/database/embedded/cluster.ts'
import { nativeFolder } from '#platform/database/embedded/native.ts'
import { migrationsOf } from '#platform/database/migrate.ts'
import { StartError } from '#platform/database/start-error.ts'
import { type Configuration, readConfiguration } from '../config.ts'
import { debianPackages } from '../debian-packages.ts'
import type { Finding } from '../finding.ts'
import { joinDatabase } from '../join-database.ts'
import { calendarMissing, oddMessages, stuckWork, unitsWithoutHead } from '../stuck-work.ts'

/** `xaso doctor`: looks at this machine and says, line by line, what is there, what is not, and what to do. */
export async function run(_args: string[], folder: string): Promise<number> {
  const configuration = readConfiguration(process.env, folder)
  const findings: Finding[] = [
    node(),
    packages(folder),
    postgres(configuration),
    disk(configuration.dataFolder),
    ...(await data(configuration)),
    ...debianPackages.map(({ program: name, name: debian }) =>
      program(name, `cần cho npm test: apt-get install -y ${debian}`),
    ),
  ]
  for (const { ok, what, advice } of findings)
    console.log(`${ok ? '✓' : '✗'} ${what}${ok || !advice ? '' : ` (${advice})`}`)
  return findings.every(finding => finding.ok || finding.optional) ? 0 : 1
}

const node = (): Finding => ({
  ok: Number(process.versions.node.split('.')[0]) >= 24,
  what: `Node ${process.versions.node}`,
  advice: 'cài lại các gói: xóa node_modules rồi chạy npm start',
})

const packages = (folder: string): Finding => ({
  ok: existsSync(path.join(folder, 'node_modules/.xaso-installed')),
  what: 'các gói cần thiết',
  advice: 'chạy npm start để cài',
})

function postgres({ databaseUrl }: Configuration): Finding {
  if (databaseUrl) return { ok: true, what: 'PostgreSQL ngoài theo DATABASE_URL' }
  try {
    return {
      ok: existsSync(path.join(nativeFolder(), 'bin')),
      what: 'PostgreSQL kèm theo',
      advice: 'chạy npm start để cài',
    }
  } catch (error) {
    return { ok: false, what: 'PostgreSQL kèm theo', advice: (error as Error).message }
  }
}

function disk(dataFolder: string): Finding {
  let place = dataFolder
  while (!existsSync(place)) place = path.dirname(place)
  const megabytes = Math.floor(freeBytes(place) / 1024 / 1024)
  return {
    ok: megabytes >= 1024,
    what: `ổ đĩa của ${place} còn trống ${megabytes.toLocaleString('vi')} MB`,
    advice: 'dưới 1.024 MB là quá ít: dọn ổ đĩa',
  }
}

/** The database itself: of the program that runs, or started for the moment. */
async function data(configuration: Configuration): Promise<Finding[]> {
  const { dataFolder, databaseUrl } = configuration
  if (!databaseUrl && !hasCluster(dataFolder))
    return [{ ok: true, what: `thư mục dữ liệu ${dataFolder} (sẽ được lập ở lần chạy đầu)` }]
  try {
    const database = await joinDatabase(configuration)
    const pool = openPool(database.server, { max: 1, name: 'xaso-doctor' })
    try {
      const { rows: server } = await pool.query<{ version: string }>(
        `select current_setting('server_version') as version`,
      )
      const applied = await appliedIn(pool)
      return [
        { ok: true, what: `dữ liệu ở ${database.server.describedAs}, PostgreSQL ${server[0]!.version}` },
        migrations(applied),
        // The look over all outboxes comes with the newest schema.
        ...(applied === newestMigration()
          ? [await stuckWork(pool), await oddMessages(pool), await unitsWithoutHead(pool), await calendarMissing(pool)]
          : []),
      ]
    } finally {
      await pool.end()
      await database.stop()
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return [{ ok: false, what: 'cơ sở dữ liệu', advice: error.message }]
  }
}

async function appliedIn(pool: ReturnType<typeof openPool>): Promise<number> {
  const { rows } = await pool.query<{ last: number | null }>('select max(number) as last from schema_migrations')
  return rows[0]?.last ?? 0
}

const newestMigration = (): number => migrationsOf().at(-1)?.number ?? 0

function migrations(applied: number): Finding {
  const newest = newestMigration()
  return {
    ok: applied === newest,
    what: `cấu trúc dữ liệu ở bước ${applied}, chương trình ở bước ${newest}`,
    advice: applied < newest ? 'chạy npm run xaso -- migrate' : 'cập nhật chương trình',
  }
}

const program = (name: string, advice: string): Finding => ({
  ok: spawnSync('sh', ['-c', `command -v ${name}`]).status === 0,
  what: name,
  advice,
  optional: true,
})

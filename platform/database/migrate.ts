import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { StartError } from './start-error.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly hash: string }
/** What a database remembers of one. */
export type AppliedMigration = Omit<Migration, 'sql'>

/** All migrations of the house in their one order: the `migrations` folders of platform and modules, `NNNN-words.sql`. */
export function migrationsOf(folder = root): Migration[] {
  const files = ['platform', 'modules'].flatMap(layer =>
    readdirSync(path.join(folder, layer)).flatMap(name => {
      const migrations = path.join(folder, layer, name, 'migrations')
      return existsSync(migrations) ? readdirSync(migrations).map(file => path.join(migrations, file)) : []
    }),
  )
  const all = files.map(read).sort((left, right) => left.number - right.number)
  const twice = all.find((migration, at) => at > 0 && all[at - 1]!.number === migration.number)
  if (twice) throw new Error(`two migrations have the number ${twice.number}`)
  return all
}

function read(file: string): Migration {
  const match = /(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
  if (!match) throw new Error(`not the name of a migration: ${file}`)
  const sql = readFileSync(file, 'utf8')
  return { number: Number(match[1]), name: match[2]!, sql, hash: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings a database to this program's version, forward only, one transaction a migration, one program at a time. The
 * server's role gets its grants on what is new: append-only tables may be read and added to, views only read, and what runs
 * with the owner's rights is nobody else's to call.
 *
 * @returns how many migrations were applied
 * @throws StartError when the database is newer than the program or was made from other migrations
 */
export async function migrate(
  owner: pg.Client,
  options: { serverRole: string; say?: (line: string) => void; migrations?: readonly Migration[] },
): Promise<number> {
  await owner.query(`select pg_advisory_lock(hashtext('xaso migrate'))`)
  try {
    await owner.query(`create table if not exists schema_migrations (
      number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`)
    const { rows: applied } = await owner.query<AppliedMigration>('select number, name, hash from schema_migrations')
    const known = options.migrations ?? migrationsOf()
    refuseStrangers(applied, known)
    const missing = known.filter(migration => !applied.some(row => row.number === migration.number))
    for (const migration of missing) await apply(owner, migration)
    if (missing.length > 0 || !(await isGranted(owner, options.serverRole))) await grant(owner, options.serverRole)
    if (missing.length > 0) options.say?.(`Đã cập nhật cấu trúc dữ liệu (${missing.length} bước).`)
    return missing.length
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('xaso migrate'))`)
  }
}

/** Refuses a database that is newer than the program, or was made from other migrations. @throws StartError */
export function refuseStrangers(applied: readonly AppliedMigration[], known: readonly Migration[]): void {
  for (const row of applied) {
    const own = known.find(migration => migration.number === row.number)
    if (!own)
      throw new StartError(
        `Dữ liệu này do bản Xã Số mới hơn tạo ra (bước ${row.number} “${row.name}”). Cập nhật chương trình rồi chạy lại.`,
      )
    if (own.hash !== row.hash)
      throw new StartError(
        `Bước cập nhật dữ liệu ${row.number} “${row.name}” đã bị sửa so với lúc chạy. Dùng đúng bản chương trình đã tạo dữ liệu này.`,
      )
  }
}

async function apply(owner: pg.Client, { number, name, sql, hash }: Migration): Promise<void> {
  try {
    await inTransaction(owner, async () => {
      await owner.query(sql)
      await owner.query('insert into schema_migrations (number, name, hash) values ($1, $2, $3)', [number, name, hash])
    })
  } catch (error) {
    const { message, code } = error as pg.DatabaseError
    // 0A000, 58P01: the extension is not on the server; 42501: the owner may not create it.
    if (code === '0A000' || code === '58P01' || code === '42501')
      throw new StartError(
        `Cơ sở dữ liệu thiếu phần mở rộng hoặc quyền: ${message}. Cài postgresql-contrib và cho tài khoản chủ quyền CREATE.`,
      )
    throw error
  }
}

async function inTransaction(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('begin')
  try {
    await work()
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** Another role may have come to serve a database that is up to date. */
async function isGranted(owner: pg.Client, role: string): Promise<boolean> {
  const { rows } = await owner.query<{ granted: boolean }>(
    `select has_table_privilege($1, 'schema_migrations', 'select') as granted`,
    [role],
  )
  return rows[0]!.granted
}

async function grant(owner: pg.Client, role: string): Promise<void> {
  const quoted = owner.escapeIdentifier(role)
  await inTransaction(owner, async () => {
    await owner.query(`grant usage on schema public to ${quoted}`)
    await owner.query(`grant select, insert, update, delete on all tables in schema public to ${quoted}`)
    await revokeFromEverybody(owner)
    await owner.query(`grant execute on all functions in schema public to ${quoted}`)
    await owner.query(`revoke insert, update, delete on table_classes, schema_migrations from ${quoted}`)
    const { rows } = await owner.query<{ name: string; kept: string }>(`
      select name, 'update, delete' as kept from table_classes where append_only
      union all
      select viewname, 'insert, update, delete' from pg_views where schemaname = 'public'`)
    // A write through a view is done as the view's owner, whom row-level security does not bind: views are for reading.
    for (const { name, kept } of rows)
      await owner.query(`revoke ${kept} on ${owner.escapeIdentifier(name)} from ${quoted}`)
  })
}

/** PostgreSQL lets every role call a new function: one that looks over all agencies would tell them to each role of a server. */
async function revokeFromEverybody(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ signature: string }>(`
    select oid::regprocedure::text as signature from pg_proc
    where prosecdef and pronamespace = 'public'::regnamespace and proowner = current_user::regrole`)
  for (const { signature } of rows) await owner.query(`revoke execute on function ${signature} from public`)
}

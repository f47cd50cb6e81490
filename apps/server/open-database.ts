import { writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import {
  addressOf,
  type DatabaseAddress,
  databaseName,
  openPool,
  ownerRole,
  requireServer,
  serverRole,
} from '#platform/database/connections.ts'
import { secretOf } from '#platform/database/embedded/cluster.ts'
import { startEmbeddedPostgres, superuser } from '#platform/database/embedded/start.ts'
import { ensureRoles } from '#platform/database/roles.ts'
import { StartError } from '#platform/database/start-error.ts'
import type { Configuration } from './config.ts'

export type OpenDatabase = {
  /** Absent on a server whose owner migrates elsewhere. */
  readonly owner: DatabaseAddress | undefined
  readonly server: DatabaseAddress
  readonly serverRole: string
  stop(): Promise<void>
}

/** Opens the database that the configuration names: a server's, or the embedded one of the data folder, started here. */
export async function openDatabase(
  configuration: Configuration,
  onDeath: (why: string) => void,
): Promise<OpenDatabase> {
  return configuration.databaseUrl
    ? openServer(configuration, configuration.databaseUrl)
    : openEmbedded(configuration.dataFolder, onDeath)
}

async function openServer({ databaseOwnerUrl }: Configuration, url: string): Promise<OpenDatabase> {
  const server = addressOf(url, 'DATABASE_URL')
  const owner = databaseOwnerUrl ? addressOf(databaseOwnerUrl, 'DATABASE_OWNER_URL') : undefined
  const role = decodeURIComponent(new URL(url).username)
  if (owner) await ensureServerRole(owner, url, role)
  const pool = openPool(server, { max: 1, name: 'xaso-check' })
  await requireServer(pool, server.describedAs).finally(() => pool.end())
  return { owner, server, serverRole: role, stop: async () => {} }
}

/** Makes the server's role when the owner may, else prints the SQL that whoever may has to run. */
async function ensureServerRole(owner: DatabaseAddress, url: string, role: string): Promise<void> {
  const pool = openPool(owner, { max: 1, name: 'xaso-roles', unlimited: true })
  try {
    await requireServer(pool, owner.describedAs)
    const { rowCount } = await pool.query('select from pg_roles where rolname = $1', [role])
    if (rowCount !== 0) return
    const create = `create role ${pg.escapeIdentifier(role)} login nosuperuser nobypassrls password ${pg.escapeLiteral(decodeURIComponent(new URL(url).password))}`
    await pool.query(create).catch(() => {
      throw new StartError(
        `Tài khoản chủ không được tạo tài khoản “${role}”. Nhờ quản trị cơ sở dữ liệu chạy: create role ${role} login nosuperuser nobypassrls password '…'; rồi chạy lại.`,
      )
    })
  } finally {
    await pool.end()
  }
}

async function openEmbedded(folder: string, onDeath: (why: string) => void): Promise<OpenDatabase> {
  const postgres = await startEmbeddedPostgres({ folder, onDeath })
  try {
    const secrets = { owner: secretOf(folder, ownerRole), server: secretOf(folder, serverRole) }
    const client = new pg.Client({
      host: postgres.host,
      port: 5432,
      user: superuser,
      password: postgres.superuserPassword,
      database: 'postgres',
    })
    await client.connect()
    await ensureRoles(client, secrets).finally(() => client.end())
    writeFileSync(
      path.join(folder, 'owner.json'),
      JSON.stringify({ uid: process.getuid?.() ?? null, runner: postgres.runner }),
    )
    const as = (user: string, password: string): DatabaseAddress => ({
      host: postgres.host,
      port: 5432,
      user,
      password,
      database: databaseName,
      describedAs: folder,
    })
    return {
      owner: as(ownerRole, secrets.owner),
      server: as(serverRole, secrets.server),
      serverRole,
      stop: postgres.stop,
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

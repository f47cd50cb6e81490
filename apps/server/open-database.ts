import pg from 'pg'
import {
  addressOf,
  type DatabaseAddress,
  databaseName,
  ownerRole,
  requireServer,
  serverRole,
} from '#platform/database/connections.ts'
import { ensureBallast } from '#platform/database/embedded/ballast.ts'
import { secretOf } from '#platform/database/embedded/cluster.ts'
import { openDataFolder } from '#platform/database/embedded/data-folder.ts'
import { lockFolder } from '#platform/database/embedded/folder-lock.ts'
import { startEmbeddedPostgres, superuser } from '#platform/database/embedded/start.ts'
import { ensureRoles } from '#platform/database/roles.ts'
import { ensureServerRole, requireBoundRole } from '#platform/database/server-role.ts'
import type { Configuration } from './config.ts'

export type OpenDatabase = {
  /** Absent on a server whose owner migrates elsewhere. */
  readonly owner: DatabaseAddress | undefined
  readonly server: DatabaseAddress
  readonly serverRole: string
  stop(): Promise<void>
}

/**
 * Opens the database that the configuration names: a server's, or the embedded one of the data folder, started here.
 *
 * @param onDeath told in one sentence when the embedded PostgreSQL ends by itself
 * @param say told what takes long
 * @throws StartError with one sentence that says what to do
 */
export async function openDatabase(
  configuration: Configuration,
  onDeath: (sentence: string) => void,
  say?: (line: string) => void,
): Promise<OpenDatabase> {
  if (!configuration.databaseUrl) return openEmbedded(configuration.dataFolder, { onDeath, ...(say ? { say } : {}) })
  // Files still lie in the data folder, and one program alone works off the outbox.
  const folder = openDataFolder(configuration.dataFolder)
  const lock = lockFolder(folder)
  try {
    ensureBallast(folder)
    return { ...(await reachServer(configuration, configuration.databaseUrl)), stop: async () => lock.release() }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Looks whether the database at an address can be served from: reached, new enough, and with a role that is bound. */
export async function reachServer(
  { databaseOwnerUrl }: Configuration,
  url: string,
): Promise<Omit<OpenDatabase, 'stop'>> {
  const server = addressOf(url, 'DATABASE_URL')
  const owner = databaseOwnerUrl ? addressOf(databaseOwnerUrl, 'DATABASE_OWNER_URL') : undefined
  const role = server.user!
  if (owner) {
    await requireServer(owner)
    await ensureServerRole(owner, { role, password: String(server.password ?? '') })
  }
  await requireServer(server)
  await requireBoundRole(server)
  return { owner, server, serverRole: role }
}

async function openEmbedded(
  folder: string,
  told: Omit<Parameters<typeof startEmbeddedPostgres>[0], 'folder'>,
): Promise<OpenDatabase> {
  const postgres = await startEmbeddedPostgres({ folder, ...told })
  try {
    const { owner, server } = embeddedAddresses(folder, postgres.host)
    const client = new pg.Client({
      host: postgres.host,
      port: 5432,
      user: superuser,
      password: postgres.superuserPassword,
      database: 'postgres',
    })
    await client.connect()
    const secrets = { owner: secretOf(folder, ownerRole), server: secretOf(folder, serverRole) }
    await ensureRoles(client, secrets).finally(() => client.end())
    return { owner, server, serverRole, stop: postgres.stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** How the two roles reach an embedded PostgreSQL whose socket lies in `host`. */
export function embeddedAddresses(folder: string, host: string): { owner: DatabaseAddress; server: DatabaseAddress } {
  const as = (user: string): DatabaseAddress => ({
    host,
    port: 5432,
    user,
    password: secretOf(folder, user),
    database: databaseName,
    describedAs: folder,
  })
  return { owner: as(ownerRole), server: as(serverRole) }
}

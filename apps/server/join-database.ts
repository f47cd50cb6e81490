import { closeSync, existsSync, openSync } from 'node:fs'
import path from 'node:path'
import { serverRole } from '#platform/database/connections.ts'
import { livePostmaster } from '#platform/database/embedded/postmaster.ts'
import { StartError } from '#platform/database/start-error.ts'
import type { Configuration } from './config.ts'
import { embeddedAddresses, type OpenDatabase, openDatabase, reachServer } from './open-database.ts'

/**
 * The database for a command that changes no schema: of the program that runs on this data folder, through its socket,
 * or else opened for the command's own time.
 *
 * @throws StartError with one sentence that says what to do
 */
export async function joinDatabase(configuration: Configuration): Promise<OpenDatabase> {
  if (configuration.databaseUrl)
    return { ...(await reachServer(configuration, configuration.databaseUrl)), stop: async () => {} }
  const cluster = path.join(configuration.dataFolder, 'pg')
  if (!existsSync(cluster) || !livePostmaster(cluster)) return openDatabase(configuration, console.error)
  // A path through /proc/self/fd is short however long the folder's name is, and means something in this process alone.
  const opened = openCluster(cluster)
  const host = process.platform === 'linux' ? `/proc/self/fd/${opened}` : cluster
  return {
    ...embeddedAddresses(configuration.dataFolder, host),
    serverRole,
    stop: async () => closeSync(opened),
  }
}

function openCluster(cluster: string): number {
  try {
    return openSync(cluster, 'r')
  } catch {
    throw new StartError(`Không đọc được dữ liệu trong ${cluster}. Chạy bằng tài khoản đã lập dữ liệu này.`)
  }
}

import { openSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type DatabaseAddress, databaseName, openPool, ownerRole, serverRole } from '#platform/database/connections.ts'
import { superuser } from '#platform/database/embedded/start.ts'
import { template } from './global-setup.ts'

export type TestDatabase = {
  /** The owning role: migrations, catalog, nothing that the program does while it runs. */
  readonly owner: pg.Pool
  /** The server's role, behind row-level security: what the program uses. */
  readonly server: pg.Pool
  readonly serverAddress: DatabaseAddress
  readonly ownerAddress: DatabaseAddress
  /** For what neither role may do; the caller ends it. */
  superuser(): Promise<pg.Client>
}

type Kept = typeof globalThis & { xasoTestDatabase?: Promise<TestDatabase> }

/**
 * The database of this worker, migrated, with nothing in it but what its test files put there: each works in agencies of
 * its own, and so proves as it runs that they do not see each other. A file that writes reference tables or wants to be
 * alone asks for `freshDatabase`.
 */
export function testDatabase(): Promise<TestDatabase> {
  const kept = globalThis as Kept
  kept.xasoTestDatabase ??= makeDatabase(`worker_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}`)
  return kept.xasoTestDatabase
}

let made = 0
/** A database for one test file alone. */
export const freshDatabase = (): Promise<TestDatabase> => makeDatabase(`alone_${process.pid}_${made++}`)

async function makeDatabase(name: string): Promise<TestDatabase> {
  const { folder, password, ownerPassword, serverPassword } = inject('testServer')
  // A path through /proc/self/fd means nothing in another process: each worker opens the cluster's folder itself.
  const opened = openSync(path.join(folder, 'pg'), 'r')
  const host = process.platform === 'linux' ? `/proc/self/fd/${opened}` : path.join(folder, 'pg')
  const asSuperuser = async (database: string) => {
    const client = new pg.Client({ host, port: 5432, user: superuser, password, database })
    await client.connect()
    return client
  }
  const admin = await asSuperuser('postgres')
  await admin.query(`create database ${name} owner ${ownerRole} template ${template}`)
  await admin.end()
  const as = (user: string, secret: string): DatabaseAddress => ({
    host,
    port: 5432,
    user,
    password: secret,
    database: name,
    describedAs: databaseName,
  })
  const serverAddress = as(serverRole, serverPassword)
  const ownerAddress = as(ownerRole, ownerPassword)
  return {
    owner: openPool(ownerAddress, { max: 2, name: 'xaso-test-owner', unlimited: true }),
    server: openPool(serverAddress, { max: 16, name: 'xaso-test' }),
    serverAddress,
    ownerAddress,
    superuser: () => asSuperuser(name),
  }
}

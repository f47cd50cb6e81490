import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadCalendar } from '#platform/calendar/load-calendar.ts'
import { ownerRole, serverRole } from '#platform/database/connections.ts'
import { startEmbeddedPostgres, superuser } from '#platform/database/embedded/start.ts'
import { migrate } from '#platform/database/migrate.ts'
import { ensureRoles } from '#platform/database/roles.ts'
import { queriesOn } from '#platform/database/transaction.ts'

/** Where the run's one PostgreSQL is; each worker makes its own database from the migrated template. */
export type TestServer = {
  readonly folder: string
  readonly password: string
  readonly ownerPassword: string
  readonly serverPassword: string
}
declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

export const template = 'xaso_template'

/** Starts one PostgreSQL for the whole run, migrates one database in it, and stops and removes all afterwards. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-test-'))
  const postgres = await startEmbeddedPostgres({
    folder,
    onDeath: why => console.error(why),
    // Files of one worker run in one process, and an idle connection of one stays while the next opens its own.
    settings: { max_connections: '200' },
  })
  const server: TestServer = {
    folder,
    password: postgres.superuserPassword,
    ownerPassword: 'owner-of-tests',
    serverPassword: 'server-of-tests',
  }
  const connect = async (user: string, password: string, database: string) => {
    const client = new pg.Client({ host: postgres.host, port: 5432, user, password, database })
    await client.connect()
    return client
  }
  const admin = await connect(superuser, server.password, 'postgres')
  await ensureRoles(admin, { owner: server.ownerPassword, server: server.serverPassword })
  await admin.query(`create database ${template} owner ${ownerRole}`)
  const owner = await connect(ownerRole, server.ownerPassword, template)
  await migrate(owner, { serverRole })
  await loadCalendar(queriesOn(owner))
  await owner.end()
  await admin.end()
  project.provide('testServer', server)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

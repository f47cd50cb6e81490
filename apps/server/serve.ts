import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { ActMachinery } from '#platform/acts/run.ts'
import { type DatabaseAddress, openPool } from '#platform/database/connections.ts'
import { StartError } from '#platform/database/start-error.ts'
import { openFileStore } from '#platform/files/store.ts'
import type { Gate } from '#platform/http/gate.ts'
import { serveOfficeApp } from '#platform/http/office-app.ts'
import { openApiDocument } from '#platform/http/openapi.ts'
import { httpServer } from '#platform/http/serve.ts'
import { liveEvents } from '#platform/notifications/live-events.ts'
import { startRelay } from '#platform/outbox/relay.ts'
import { openSessions } from '#platform/sessions/sessions.ts'
import { openSignIn } from '#platform/sessions/sign-in.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import type { Configuration } from './config.ts'
import { openLogFile } from './log-file.ts'
import { allRoutes, outboxHandlers, ports, seatDirectory } from './modules.ts'
import { startSweeping } from './sweep.ts'

const officeFolder = fileURLToPath(new URL('../office/dist', import.meta.url))
const version = '0.1.0'
/** A statement is done in a few milliseconds: more would only take memory, up to 15 MB each, and make each other wait. */
const mostConnections = 8

export type RunningServer = {
  readonly address: string
  readonly gate: Gate
  readonly log: (level: 'info' | 'warn' | 'error', facts: Record<string, unknown>, message: string) => void
  /** Long work that goes on while requests are answered; stopping waits for it. */
  inBackground(work: Promise<void>): void
  readonly isStopping: () => boolean
  stop(): Promise<void>
}

/** Mounts the modules on a database and serves them: from here on requests are answered. */
export async function startServer(options: {
  configuration: Configuration
  database: { server: DatabaseAddress }
  log?: { write(line: string): void }
  isDiskFull?: () => boolean
}): Promise<RunningServer> {
  const { configuration } = options
  const pool = openPool(options.database.server, { max: mostConnections, name: 'xaso-server' })
  const store = openFileStore(configuration.dataFolder)
  await store.emptyQuarantine()
  const workshop = createWorkshop({ maxProcesses: 2, idleMs: 20_000 })
  const directory = seatDirectory(pool)
  const sessions = openSessions(pool, directory)
  const events = liveEvents()
  let wakeRelay = (_agencyId: string) => {}
  const machinery: ActMachinery = {
    pool,
    ports,
    events,
    store,
    workshop,
    wakeRelay: agencyId => wakeRelay(agencyId),
    rightsChanged: ({ personId, seatId }) => {
      sessions.forget(personId)
      events.closeFor(listener => listener.seatId === seatId)
    },
  }
  const gate: Gate = {
    machinery,
    directory,
    sessions,
    signIn: openSignIn(pool),
    demonstration: configuration.demonstration !== 'none',
    origin: configuration.origin,
    proxies: configuration.proxies,
    ...(options.isDiskFull ? { isDiskFull: options.isDiskFull } : {}),
  }
  const server = await httpServer(gate, allRoutes, { stream: options.log ?? logFile(configuration.dataFolder) })
  server.get('/healthz', async (_request, reply) => {
    await pool.query('select 1')
    return reply.send({ status: 'ok', version })
  })
  const document = openApiDocument(allRoutes, { origin: configuration.origin, version })
  server.get('/api/openapi.json', async (_request, reply) => reply.send(document))
  await serveOfficeApp(server, officeFolder)

  const relay = startRelay({
    pool,
    handlers: outboxHandlers(machinery),
    log: (level, facts, message) => server.log[level](facts, message),
  })
  wakeRelay = relay.wake
  const address = await listen(server, configuration)
  const log: RunningServer['log'] = (level, facts, message) => server.log[level](facts, message)
  const background = new Set<Promise<void>>()
  const sweeping = startSweeping(machinery, error => log('error', { error: String(error) }, 'sweeping failed'))
  let stopping = false
  return {
    address,
    gate,
    log,
    isStopping: () => stopping,
    inBackground: work => {
      const kept = work
        .catch(error => log('error', { error: String(error) }, 'background work failed'))
        .finally(() => background.delete(kept))
      background.add(kept)
    },
    stop: async () => {
      stopping = true
      await sweeping.stop()
      await Promise.all(background)
      machinery.events.closeFor(() => true)
      await server.close()
      await relay.stop()
      await workshop.stop()
      await pool.end()
    },
  }
}

/** JSON lines, ids only. They go to a file: the terminal is the operator's; `XASO_LOG=stdout` hands them to a collector. */
function logFile(dataFolder: string): { write(line: string): void } {
  if (process.env.XASO_LOG === 'stdout') return process.stdout
  mkdirSync(dataFolder, { recursive: true })
  return openLogFile(path.join(dataFolder, 'server.log'))
}

async function listen(server: FastifyInstance, { host, port }: Configuration): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartError(`Cổng ${port} đang được dùng. Dừng chương trình kia, hoặc đặt XASO_PORT khác rồi chạy lại.`)
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new StartError(
        `Không mở được cổng ${port} trên ${host} (${code}). Đặt XASO_PORT từ 1024 trở lên và XASO_HOST là địa chỉ của máy này.`,
      )
    throw error
  }
}

import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { seatRoles } from '#lib/roles/index.ts'
import type { Route } from '#platform/http/routes.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type MadeSeat, officeSeats, seatRoleOf, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'
import { uploadOver } from '#tests/office/upload-http.ts'
import { fittingInput } from './fitting-input.ts'

const workshop = createWorkshop({ maxProcesses: 1 })
let desk: IncomingOffice
let http: OfficeHttp
let documentId: string
/** The agencies whose transactions were opened since it was last emptied. */
const opened: string[] = []

beforeAll(async () => {
  desk = await incomingOffice({ workshop })
  http = await officeHttp(desk.office.machinery, allRoutes)
  documentId = await desk.register()
  watch(desk.office.machinery.pool)
})
afterAll(() => workshop.stop())

function watch(pool: pg.Pool) {
  const watched = new WeakSet<pg.PoolClient>()
  pool.on('acquire', client => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [first] = args as [string | { text: string }]
      const agency = /SET (?:LOCAL )?app\.agency_id = '(.+?)'/.exec(typeof first === 'string' ? first : first.text)?.[1]
      if (agency) opened.push(agency)
      return query(...args)
    }) as typeof client.query
  })
}

/** What each idle connection of the pool still believes to be its agency. */
async function agenciesLeftBehind(): Promise<string[]> {
  const { pool } = desk.office.machinery
  const clients = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()))
  const settings: string[] = []
  for (const client of clients) {
    const { rows } = await client.query<{ agency: string | null }>(
      `select current_setting('app.agency_id', true) as agency`,
    )
    settings.push(rows[0]!.agency ?? '')
    client.release()
  }
  return settings
}

const callable = allRoutes.filter(({ path, access }) => path !== '/events' && access !== 'public')
const seatFor = ({ access }: Route): MadeSeat => {
  // One who signs out has no session for what is asked next.
  if (access === 'signed-in') return desk.office.seats.auditor
  const roles = typeof access === 'string' ? ['clerk' as const] : access.roles
  const role = roles.find(one => one === 'clerk') ?? roles[0] ?? seatRoles[0]
  return desk.office.seats[officeSeats.find(seat => seatRoleOf(seat) === role)!]
}

/** Fields that must be more than their type says, so that the request comes as far as its transaction. */
const given = { notationTemplate: '{number}' }

async function send(route: Route): Promise<{ status: number; text: string }> {
  const seat = seatFor(route)
  if (route.consumes) return uploadOver(http, seat, await samplePdf())
  const path = route.path.replace(/:[A-Za-z]+/g, () => (route.path.includes('/incoming/') ? documentId : testId()))
  const query = new URLSearchParams((route.query ? fittingInput(route.query, given) : {}) as Record<string, string>)
  const answer = await http.server.inject({
    method: route.method.toUpperCase() as 'GET',
    url: `/api/v1${path}?${query}`,
    headers: { ...(await http.headersOf(seat)), 'idempotency-key': testId() },
    ...(route.body ? { payload: fittingInput(route.body, given) as object } : {}),
  })
  return { status: answer.statusCode, text: answer.body }
}

test.each(callable.map(route => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s leaves no agency on the connection it used',
  async (_name, route) => {
    opened.length = 0
    const { status, text } = await send(route)
    // Without a transaction in an agency there would be nothing to leave behind. Sessions are of no agency.
    if (route.access !== 'signed-in') expect(opened, `${status} ${text}`).not.toEqual([])
    const left = await agenciesLeftBehind()
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter(Boolean)).toEqual([])
  },
)

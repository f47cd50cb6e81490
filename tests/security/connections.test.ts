import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { seatRoles } from '#lib/roles/index.ts'
import type { Route } from '#platform/http/routes.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { officeSeats, seatRoleOf, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

let desk: IncomingOffice
let http: OfficeHttp
let documentId: string

beforeAll(async () => {
  desk = await incomingOffice()
  http = await officeHttp(desk.office.machinery, allRoutes)
  documentId = await desk.register()
})

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

const callable = allRoutes.filter(route => route.path !== '/events' && route.access !== 'public')
const seatFor = ({ access }: Route) => {
  const role = typeof access === 'string' ? 'clerk' : (access.roles[0] ?? seatRoles[0])
  return desk.office.seats[officeSeats.find(seat => seatRoleOf(seat) === role)!]
}

test.each(callable.map(route => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s leaves no agency on the connection it used',
  async (_name, route) => {
    const path = route.path.replace(/:[A-Za-z]+/g, () => (route.path.includes('/incoming/') ? documentId : testId()))
    await http.server.inject({
      method: route.method.toUpperCase() as 'GET',
      url: `/api/v1${path}`,
      headers: { ...(await http.headersOf(seatFor(route))), 'idempotency-key': testId() },
      ...(route.method === 'get'
        ? {}
        : { payload: { reason: 'Lý do', text: 'Ý kiến', result: 'Xong', commentId: testId() } }),
    })
    const left = await agenciesLeftBehind()
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter(Boolean)).toEqual([])
  },
)

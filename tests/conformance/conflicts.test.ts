import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import type { ErrorEntry } from '#lib/problem-details/index.ts'
import { assignmentErrors } from '#modules/assignments/contract.ts'
import { documentErrors } from '#modules/documents/contract.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Route } from '#platform/http/routes.ts'
import { numberingErrors } from '#platform/numbering/numbering.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

const nameOf = ({ method, path }: Route) => `${method} ${path}`
const onDocuments = allRoutes.filter(
  ({ kind, path }) => kind.name === 'act' && /^\/documents\/(incoming|outgoing)\/:id/.test(path),
)
const conflicts = [documentErrors, assignmentErrors, numberingErrors, platformErrors].flatMap(conflictsOf)

type Thrower = () => Error
function conflictsOf(catalogue: { readonly entries: Readonly<Record<string, ErrorEntry>> }): [string, Thrower][] {
  const throwers: Readonly<Record<string, unknown>> = catalogue
  const all = Object.entries(catalogue.entries).filter(([, { status }]) => status === 409)
  return all.map(([code]) => [code, throwers[code.split('.')[1]!] as Thrower])
}

let desks: TwoDesks
let http: OfficeHttp
/** One document of each direction, and what its clerk is shown to be allowed. */
let shown: Readonly<Record<string, { readonly id: string; readonly allowed: readonly string[] }>>
/** What every act on a document refuses by in the test that runs. */
let refusal: Thrower
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  const { office, quick, get } = desks.here
  await desks.there.quick.dispatched({ recipients: [toOffice(office)] })
  const arrived = await office.system(({ tx, agency }) =>
    tx.selectFrom('incoming_documents').select('id').where('agency_id', '=', agency).executeTakeFirstOrThrow(),
  )
  const show = async (direction: string, id: string) =>
    (await get<{ id: string; allowed: string[] }>('clerk', `/documents/${direction}/${id}`)).body
  shown = {
    incoming: await show('incoming', arrived.id),
    outgoing: await show('outgoing', await quick.approved()),
  }
  http = await officeHttp(office.machinery, onDocuments.map(refusing))
})
afterAll(() => desks.stop())

/** The route without what its body must be: its act begins to write, and refuses. */
function refusing(route: Route): Route {
  if (route.kind.name !== 'act') return route
  const act: typeof route.kind.act.act = async ({ tx, agency }) => {
    for (const table of ['incoming_documents', 'outgoing_documents'] as const)
      await tx.updateTable(table).set({ state: 'cancelled' }).where('agency_id', '=', agency).execute()
    throw refusal()
  }
  return { ...route, access: 'seated', body: undefined, kind: { name: 'act', act: { ...route.kind.act, act } } }
}

function refusedBy(path: string, error: Thrower, by: OfficeSeat = 'clerk') {
  refusal = error
  const { method } = onDocuments.find(route => route.path === path)!
  const address = path.replace(':id', documentOf(path).id)
  return http.call(desks.here.office.seats[by], `${method.toUpperCase()} ${address}`, {}, { key: testId() })
}
const documentOf = (path: string) => shown[/incoming|outgoing/.exec(path)![0]]!

describe('an act that is refused by the state of its document', () => {
  test.each(onDocuments.map(route => [nameOf(route), route.path]))(
    '%s says what is allowed now',
    async (_name, path) => {
      const { allowed } = documentOf(path)
      expect(allowed.length).toBeGreaterThan(1)
      const { status, body } = await refusedBy(path, platformErrors.StateForbids)
      expect([status, body.code, body.allowed]).toEqual([409, 'platform.StateForbids', allowed])
    },
  )

  test.each(conflicts)('by %s says so too', async (code, error) => {
    for (const path of ['/documents/incoming/:id/register', '/documents/outgoing/:id/number']) {
      const { status, body } = await refusedBy(path, error)
      expect([status, body.code, body.allowed]).toEqual([409, code, documentOf(path).allowed])
    }
  })

  test('says nothing of it to who may not see it', async () => {
    const { status, body } = await refusedBy(
      '/documents/outgoing/:id/number',
      platformErrors.StateForbids,
      'agency-admin',
    )
    expect([status, body.allowed]).toEqual([409, undefined])
  })
})

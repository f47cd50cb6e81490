import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { endSeat } from '#modules/agencies/end-seat.ts'
import { giveSeat } from '#modules/agencies/give-seat.ts'
import { testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
})
afterAll(() => desks.stop())

type Caller = { id: string; personId: string; login: string }
async function refusalsFor(http: OfficeHttp, clerk: Caller): Promise<string[]> {
  type Group = { documentId: string; act: string }[]
  const { body } = await http.call<{ overdue: Group; today: Group; soon: Group }>(clerk, 'GET /documents/today')
  const all = [...body.overdue, ...body.today, ...body.soon]
  return all.filter(one => one.act === 'see-refusal').map(one => one.documentId)
}
async function toldRefused(http: OfficeHttp, clerk: Caller): Promise<string[]> {
  const { body } = await http.call<{ items: { kind: string; subjectId: string }[] }>(clerk, 'GET /notices')
  return body.items.filter(one => one.kind === 'documents.refused-there').map(one => one.subjectId)
}

test('a refusal waits for every clerk, also the successor of who sent the document, until one of them has looked', async () => {
  const { office } = desks.here
  const send = () => desks.here.quick.dispatched({ recipients: [toOffice(desks.there.office)] })
  const [unseen, seen] = [await send(), await send()]
  const { personId, login } = office.seats['agency-admin']
  const colleague = { id: testId(), personId, login }
  const post = { unitId: office.units.office, issuerId: office.issuer.id, role: 'clerk', standing: 'staff' } as const
  await office.system(async context => {
    const { id } = colleague
    await giveSeat(context, { id, person: { personId }, ...post, title: 'Văn thư', validFrom: context.today })
  })
  await refuseAllThere([unseen, seen])
  const http = await officeHttp(office.machinery, allRoutes)
  expect((await refusalsFor(http, colleague)).toSorted()).toEqual([unseen, seen].toSorted())
  expect((await toldRefused(http, colleague)).toSorted()).toEqual([unseen, seen].toSorted())
  expect((await toldRefused(http, office.seats.clerk)).toSorted()).toEqual([unseen, seen].toSorted())

  await http.call(office.seats.clerk, `GET /documents/outgoing/${seen}`)
  // A leader's look is no clerk's: nobody of the desk knows of it.
  await http.call(office.seats.leader, `GET /documents/outgoing/${unseen}`)
  expect(await refusalsFor(http, colleague)).toEqual([unseen])
  await office.system(context => endSeat(context, { id: office.seats.clerk.id, validTo: context.today }))
  expect(await refusalsFor(http, colleague)).toEqual([unseen])
  await http.call(colleague, `GET /documents/outgoing/${unseen}`)
  expect(await refusalsFor(http, colleague)).toEqual([])
})

async function refuseAllThere(documentIds: readonly string[]) {
  const { office } = desks.there
  const arrived = await office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select('id')
      .where('agency_id', '=', agency)
      .where('sender_document_id', 'in', documentIds)
      .execute(),
  )
  for (const { id } of arrived)
    await desks.http.call(
      office.seats.clerk,
      `POST /documents/incoming/${id}/refuse`,
      { reason: 'Gửi nhầm nơi' },
      {
        key: testId(),
      },
    )
  // A refusal can be undone for some seconds; then it leaves.
  await office.system(({ tx, agency, now }) =>
    tx
      .updateTable('outbox')
      .set({ due_at: now })
      .where('agency_id', '=', agency)
      .where('done_at', 'is', null)
      .execute(),
  )
  await desks.carried()
}

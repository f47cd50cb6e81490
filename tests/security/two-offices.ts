import { allRoutes, outboxHandlers } from '#apps/server/modules.ts'
import { addDays } from '#lib/calendar-date/index.ts'
import { delegate } from '#modules/agencies/delegate.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { noSignatures } from '#modules/documents/no-signatures.ts'
import { noticeSubjects } from '#modules/documents/notice-subjects.ts'
import { documentsPort } from '#modules/documents/port.ts'
import { type Relay, startRelay } from '#platform/outbox/relay.ts'
import type { Workshop } from '#platform/workshop/workshop.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeBooks, paper } from '#tests/office/books.ts'
import {
  type MadeSeat,
  makeOffice,
  type Office,
  type OfficeSeat,
  officeSeats,
  testId,
} from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

export type Direction = 'incoming' | 'outgoing'
export type Known = { readonly id: string; readonly direction: Direction }
/** A seat of one of the offices, as it calls the server, and for which others of its office it stands in. */
export type Place = {
  readonly office: Office
  readonly name: OfficeSeat
  readonly seat: MadeSeat
  readonly standsInFor: readonly StandsIn[]
}
type StandsIn = { readonly name: OfficeSeat; readonly scope: 'all' | Direction }

/** Who stands in for whom in the second office: in all, or for one direction alone. */
const delegations: readonly {
  readonly from: OfficeSeat
  readonly to: OfficeSeat
  readonly scope: StandsIn['scope']
}[] = [
  { from: 'clerk', to: 'other-specialist', scope: 'incoming' },
  { from: 'leader', to: 'unit-head', scope: 'outgoing' },
  { from: 'specialist', to: 'village-head', scope: 'incoming' },
  { from: 'specialist', to: 'clerk', scope: 'outgoing' },
  { from: 'other-unit-head', to: 'deputy', scope: 'all' },
]
export type TwoOffices = {
  readonly offices: readonly [Office, Office]
  readonly places: readonly Place[]
  readonly http: OfficeHttp
  readonly relay: Relay
  stop(): Promise<void>
}

/** Two offices under one roof that send to each other, with every route of the server. */
export async function twoOffices(workshop: Workshop): Promise<TwoOffices> {
  const database = await testDatabase()
  const first = await makeOffice(database, {
    workshop,
    ports: { assignments: assignmentsPort, documents: documentsPort, noticeSubjects, signatures: noSignatures },
  })
  const second = await makeOffice(database, { machinery: first.machinery, place: 'Đakrông' })
  const offices = [first, second] as const
  for (const office of offices) {
    await makeBooks(office)
    await makeBooks(office, { direction: 'outgoing', routes: [] })
  }
  for (const { from, to, scope } of delegations)
    await second.act(from, context =>
      delegate(context, {
        ...{ id: testId(), toSeatId: second.seats[to].id, scope, maySign: false },
        ...{ validFrom: context.today, validTo: addDays(context.today, 5) },
      }),
    )
  const relay = startRelay({
    ...{ pool: first.machinery.pool, handlers: outboxHandlers(first.machinery), log: () => {} },
    lookEveryMs: 3_600_000,
  })
  return {
    offices,
    places: offices.flatMap(office =>
      officeSeats.map(name => {
        const given = office === second ? delegations.filter(one => one.to === name) : []
        const standsInFor = given.map(({ from, scope }) => ({ name: from, scope }))
        return { office, name, seat: office.seats[name], standsInFor }
      }),
    ),
    http: await officeHttp(first.machinery, allRoutes),
    relay,
    stop: () => relay.stop(),
  }
}

/** Words that stand in one document's subject and nowhere else. */
export const markIn = (subject: string): string | undefined => /dấu\p{L}{12}/u.exec(subject)?.[0]
const newMark = (): string =>
  `dấu${[...testId().slice(-12)].map(digit => 'abcdefghiklmnopq'[Number.parseInt(digit, 16)]).join('')}`

/** In each office: received and drafted documents, half of them restricted, one that goes to the other office. */
export async function fillOffices({ offices, http }: TwoOffices): Promise<void> {
  for (const [at, office] of offices.entries()) {
    const other = offices[1 - at]!
    for (const restricted of [false, true, false]) {
      const facts = await paper(office, { subject: `Rà soát ${newMark()}`, restricted })
      await expectMade(http.call(office.seats.clerk, 'POST /documents/incoming', facts))
      const draft = {
        ...{ id: testId(), typeCode: 'bao-cao', subject: `Kết quả ${newMark()}`, restricted },
        ...{ signerSeatId: office.seats.leader.id, capacity: 'TM' },
        letter: { addressees: [], blocks: [{ kind: 'paragraph', runs: [{ text: 'Nội dung báo cáo.' }] }] },
        recipients: [
          { id: testId(), kind: 'agency', issuerId: other.issuer.id, carrier: 'system', purpose: 'act' },
          { id: testId(), kind: 'unit', unitId: office.units.culture, carrier: 'system', purpose: 'inform' },
        ],
      }
      await expectMade(http.call(office.seats.specialist, 'POST /documents/outgoing', draft))
    }
  }
}

async function expectMade(answer: ReturnType<OfficeHttp['call']>): Promise<void> {
  const { status, text } = await answer
  if (status !== 201) throw new Error(`${status} ${text}`)
}

export type DocumentFacts = Known & {
  readonly agencyId: string
  readonly restricted: boolean
  readonly subject: string
  readonly readers: readonly string[]
  readonly fileIds: readonly string[]
}

/** Every document of both offices as the tables have it, past all that the server shows or hides. */
export async function documentsOf(offices: TwoOffices['offices']): Promise<DocumentFacts[]> {
  const { owner } = await testDatabase()
  const { rows } = await owner.query<DocumentFacts>(
    `select d.*, array(select reader from document_readers r where r.agency_id = d."agencyId" and r.document_id = d.id) as readers,
       array(select f.id::text from document_files f where f.agency_id = d."agencyId" and f.document_id = d.id) as "fileIds"
     from (
       select agency_id as "agencyId", id, 'incoming' as direction, restricted, subject from incoming_documents
       union all select agency_id, id, 'outgoing', restricted, subject from outgoing_documents
     ) d where d."agencyId" = any($1) order by d.id`,
    [offices.map(office => office.agencyId)],
  )
  return rows
}

/** How many rows an office has in the tables that acts write to. */
export async function rowsOf({ agencyId }: Office): Promise<Record<string, number>> {
  const { owner } = await testDatabase()
  const tables = [
    ...['audit_entries', 'document_history', 'document_readers', 'document_files', 'document_comments', 'assignments'],
    ...['incoming_documents', 'outgoing_documents', 'outgoing_versions', 'outgoing_recipients', 'outgoing_reviews'],
    ...['series_numbers', 'outbox', 'notices', 'idempotency'],
    ...['document_search', 'document_search_restricted'],
  ]
  const counts = tables.map(table => `(select count(*)::int from ${table} where agency_id = $1) as ${table}`)
  const { rows } = await owner.query<Record<string, number>>(`select ${counts.join(', ')}`, [agencyId])
  return rows[0]!
}

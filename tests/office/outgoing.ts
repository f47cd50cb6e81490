import { allRoutes, outboxHandlers, ports } from '#apps/server/modules.ts'
import type { z } from '#lib/schemas/index.ts'
import type { DraftOutgoing, OutgoingDocument } from '#modules/documents/contract.ts'
import { createSeries, stateLastNumber } from '#modules/documents/registers/save-series.ts'
import type { Ports } from '#platform/acts/context.ts'
import { type Relay, startRelay } from '#platform/outbox/relay.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import { testDatabase } from '../database/test-database.ts'
import { makeBooks, upload } from './books.ts'
import { makeOffice, type Office, type OfficeSeat, testId } from './make-office.ts'
import { type Answer, type OfficeHttp, officeHttp } from './office-http.ts'

export type ShownOutgoing = z.infer<typeof OutgoingDocument>
type Draft = Partial<z.input<typeof DraftOutgoing>>

export type OutgoingDesk = {
  readonly office: Office
  readonly registerId: string
  readonly seriesId: string
  /** A letter in the chairman's name by the specialist of Phòng Kinh tế; answers its id. */
  draft(facts?: Draft, seat?: OfficeSeat): Promise<string>
  /** `POST /documents/outgoing/:id/<act>` from a seat, with a key of its own. */
  act(seat: OfficeSeat, id: string, act: string, body?: object, key?: string): Promise<Answer<ShownOutgoing>>
  /** The same of one who has before him what the document says now. */
  actOnLatest: OutgoingDesk['act']
  change(seat: OfficeSeat, id: string, body: object): Promise<Answer<ShownOutgoing>>
  /** Any other request from a seat that answers something else than the document. */
  post<Reply>(seat: OfficeSeat, path: string, body: object, key?: string): Promise<Answer<Reply>>
  see(seat: OfficeSeat, id: string): Promise<Answer<ShownOutgoing>>
  get<Reply>(seat: OfficeSeat, path: string): Promise<Answer<Reply>>
  /** Sent up and agreed to by all who are asked: it lies before its signer. */
  submitted(facts?: Draft): Promise<string>
  approved(facts?: Draft): Promise<string>
  numbered(facts?: Draft): Promise<string>
  dispatched(facts?: Draft): Promise<string>
  /** The same with a PDF that lay ready, for tests of what the PDF is not: the workshop takes seconds for each. */
  readonly quick: Pick<OutgoingDesk, 'approved' | 'numbered' | 'dispatched'>
}

/** Two offices under one roof that write to each other, with the relay and the workshop at work. */
export type TwoDesks = {
  readonly here: OutgoingDesk
  readonly there: OutgoingDesk
  readonly http: OfficeHttp
  readonly relay: Relay
  /** Waits until everything that was put into the outboxes is carried. */
  carried(): Promise<void>
  stop(): Promise<void>
}

type DeskOptions = { readonly relaying?: boolean; readonly ports?: Partial<Ports> }

/**
 * @param relaying whether acts wake the relay; without it a test says itself when something is carried
 * @param given ports that stand in the place of the installation's own
 */
export async function twoDesks({ relaying = true, ports: given }: DeskOptions = {}): Promise<TwoDesks> {
  const database = await testDatabase()
  const workshop = createWorkshop({ maxProcesses: 1, idleMs: 5_000 })
  let relay: Relay | undefined
  const first = await makeOffice(database, {
    workshop,
    ports: { ...ports, ...given },
    wakeRelay: agencyId => relaying && relay?.wake(agencyId),
  })
  const second = await makeOffice(database, { machinery: first.machinery, place: 'Triệu Phong' })
  const http = await officeHttp(first.machinery, allRoutes)
  const running = startRelay({
    ...{ pool: first.machinery.pool, handlers: outboxHandlers(first.machinery), log: () => {} },
    lookEveryMs: 3_600_000,
  })
  relay = running
  const carried = async () => {
    // What is carried brings answers about, and these may bring about more; nobody wakes the relay for them.
    for (let times = relaying ? 1 : 3; times > 0; times -= 1) await running.idle()
  }
  return {
    ...{ http, relay: running, carried },
    here: await deskOf(first, http, carried),
    there: await deskOf(second, http, carried),
    stop: async () => {
      await running.stop()
      await workshop.stop()
    },
  }
}

/** Of what a made series gives numbers: nothing named is every type. */
export async function makeSeries(office: Office, lastNumber: number, typeCodes: readonly string[] = []) {
  const id = testId()
  await office.act('clerk', async context => {
    await createSeries(context, {
      ...{ id, issuerId: office.issuer.id, direction: 'outgoing', name: 'Văn bản đi', periodKind: 'year' },
      ...{ typeCodes: [...typeCodes], notationTemplate: '{number}/{type}-{issuer}|{number}/{issuer}-{unit}' },
      basis: 'Quy chế công tác văn thư',
    })
    await stateLastNumber(context, { id, lastNumber })
  })
  return id
}

async function deskOf(office: Office, http: OfficeHttp, carried: () => Promise<void>): Promise<OutgoingDesk> {
  await makeBooks(office)
  const seriesId = await makeSeries(office, 40)
  const { registerId } = await makeBooks(office, { direction: 'outgoing', code: 'di', seriesId })
  const { seats } = office
  const call = <Reply>(seat: OfficeSeat, request: string, body?: object, key = testId()) =>
    http.call<Reply>(seats[seat], request, body, body ? { key } : {})
  const act: OutgoingDesk['act'] = (seat, id, name, body = {}, key) =>
    call(seat, `POST /documents/outgoing/${id}/${name}`, body, key)
  const done = async (answer: Promise<Answer<unknown>>) => {
    const { status, text } = await answer
    if (status >= 300) throw new Error(`${status} ${text}`)
  }

  async function draft(facts: Draft = {}, seat: OfficeSeat = 'specialist'): Promise<string> {
    const id = testId()
    const body = {
      ...{ id, typeCode: 'cong-van', subject: 'phối hợp rà soát hộ nghèo', signerSeatId: seats.leader.id },
      ...(facts.files ? {} : { letter: letter('Đề nghị quý cơ quan phối hợp rà soát.') }),
      recipients: [toSeat(seats.leader.id)],
      ...facts,
    }
    await done(call(seat, 'POST /documents/outgoing', body))
    return id
  }

  async function submitted(facts?: Draft): Promise<string> {
    const id = await draft(facts)
    await done(act('specialist', id, 'submit', { revision: 1 }))
    await done(act('unit-head', id, 'review', { revision: 1, result: 'agreed' }))
    await done(act('office-head', id, 'review', { revision: 1, result: 'agreed' }))
    return id
  }

  function road(made: (id: string, column: 'frozen_file_id' | 'numbered_file_id') => Promise<void>) {
    async function approved(facts?: Draft): Promise<string> {
      const id = await submitted(facts)
      await done(act('leader', id, 'approve', { revision: 1 }))
      await made(id, 'frozen_file_id')
      return id
    }
    async function numbered(facts?: Draft): Promise<string> {
      const id = await approved(facts)
      await done(act('clerk', id, 'number'))
      await made(id, 'numbered_file_id')
      return id
    }
    async function dispatched(facts?: Draft): Promise<string> {
      const id = await numbered(facts)
      await done(act('clerk', id, 'dispatch'))
      await carried()
      return id
    }
    return { approved, numbered, dispatched }
  }

  return {
    ...{ office, registerId, seriesId, draft, act, submitted },
    ...road(carried),
    actOnLatest: async (seat, id, name, body = {}, key) =>
      act(seat, id, name, { revision: await revisionOf(office, id), ...body }, key),
    quick: road((id, column) => tiePdf(office, id, column)),
    change: (seat, id, body) => call(seat, `PUT /documents/outgoing/${id}`, body),
    see: (seat, id) => call(seat, `GET /documents/outgoing/${id}`),
    get: (seat, path) => call(seat, `GET ${path}`),
    post: (seat, path, body, key) => call(seat, `POST ${path}`, body, key),
  }
}

const revisionOf = async (office: Office, documentId: string): Promise<number> => {
  const row = await office.system(({ tx, agency }) =>
    tx
      .selectFrom('outgoing_documents')
      .select('revision')
      .where('agency_id', '=', agency)
      .where('id', '=', documentId)
      .executeTakeFirst(),
  )
  return row?.revision ?? 1
}

/** Ties a PDF to a document as the workshop's job would, which then finds its work done. */
export async function tiePdf(
  office: Office,
  documentId: string,
  column: 'frozen_file_id' | 'numbered_file_id',
  version = 1,
) {
  const uploadId = await upload(office, 'clerk')
  await office.system(async ({ tx, agency, now, newId }) => {
    const id = newId()
    const own = await tx
      .selectFrom('uploads')
      .select(['name', 'hash', 'media_type', 'size', 'pages', 'body_text'])
      .where('agency_id', '=', agency)
      .where('id', '=', uploadId)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('document_files')
      .values({
        ...{ agency_id: agency, id, document_id: documentId, direction: 'outgoing', role: 'main', ordinal: 0 },
        ...{ version, title: 'Văn bản', added_by: null, added_at: now, ...own },
      })
      .execute()
    await tx
      .updateTable('outgoing_documents')
      .set({ [column]: id })
      .where('agency_id', '=', agency)
      .where('id', '=', documentId)
      .execute()
  })
}

/** A letter of one paragraph. */
export const letter = (text: string, addressees: readonly string[] = []) => ({
  addressees: [...addressees],
  blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
})

/** To a person, or a unit, of one's own office: they read it here. */
export const toSeat = (seatId: string) => ({
  ...{ id: testId(), kind: 'seat' as const, seatId, carrier: 'system' as const, purpose: 'inform' as const },
})
export const toUnit = (unitId: string) => ({
  ...{ id: testId(), kind: 'unit' as const, unitId, carrier: 'system' as const, purpose: 'inform' as const },
})

/** To another office of the installation, through the system. */
export const toOffice = (office: Office, purpose: 'act' | 'inform' = 'act') => ({
  ...{ id: testId(), kind: 'agency' as const, issuerId: office.issuer.id, carrier: 'system' as const, purpose },
})

import type { z } from '#lib/schemas/index.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import type { DocumentMessage, IncomingDocument, RegisterIncoming } from '#modules/documents/contract.ts'
import { registerIncoming } from '#modules/documents/incoming/register-incoming.ts'
import { noticeSubjects } from '#modules/documents/notice-subjects.ts'
import { documentsPort } from '#modules/documents/port.ts'
import { incomingRoutes } from '#modules/documents/routes-incoming.ts'
import { registerRoutes } from '#modules/documents/routes-registers.ts'
import { sharedRoutes } from '#modules/documents/routes-shared.ts'
import { noticeRoutes } from '#platform/notifications/notice-routes.ts'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { type Books, makeBooks, paper } from './books.ts'
import { makeOffice, type Office, type OfficeOptions, type OfficeSeat, testId } from './make-office.ts'
import { type Answer, type OfficeHttp, officeHttp } from './office-http.ts'

export type Shown = z.infer<typeof IncomingDocument>
export type IncomingOffice = {
  readonly office: Office
  readonly books: Books
  readonly http: OfficeHttp
  /** Enters a paper, as the clerk; answers its id. */
  register(facts?: Partial<RegisterIncoming> & { text?: string }, at?: Date): Promise<string>
  /** `POST /documents/incoming/:id/<act>` from a seat, with a key of its own. */
  act(seat: OfficeSeat, id: string, act: string, body?: object): Promise<Answer<Shown>>
  /** The document as a seat sees it. */
  see(seat: OfficeSeat, id: string): Promise<Answer<Shown>>
  get<Reply>(seat: OfficeSeat, path: string): Promise<Answer<Reply>>
}

/** A server of its own: another one remembers the rights of people for some seconds. */
export const documentsHttp = (office: Office): Promise<OfficeHttp> =>
  officeHttp(office.machinery, [...sharedRoutes, ...incomingRoutes, ...registerRoutes, ...noticeRoutes])

/** An office with a register of arrivals and the HTTP server over its documents. */
export async function incomingOffice(
  options: OfficeOptions & { books?: Parameters<typeof makeBooks>[1]; database?: Pick<TestDatabase, 'server'> } = {},
): Promise<IncomingOffice> {
  const { books: facts, database, ...officeOptions } = options
  const office = await makeOffice(database ?? (await testDatabase()), {
    ...officeOptions,
    ports: { assignments: assignmentsPort, documents: documentsPort, noticeSubjects, ...officeOptions.ports },
  })
  const books = await makeBooks(office, { lastNumber: 1285, ...facts })
  const http = await documentsHttp(office)
  return {
    ...{ office, books, http },
    register: async (facts, at) => {
      const input = await paper(office, facts)
      await office.act('clerk', context => registerIncoming(context, input), at ? { at } : {})
      return input.id
    },
    act: (seat, id, act, body = {}) =>
      http.call(office.seats[seat], `POST /documents/incoming/${id}/${act}`, body, { key: testId() }),
    see: (seat, id) => http.call(office.seats[seat], `GET /documents/incoming/${id}`),
    get: (seat, path) => http.call(office.seats[seat], `GET ${path}`),
  }
}

/** A document as another office of the installation sends it. */
export const messageFrom = (
  sender: Office,
  receiver: Office,
  more: Partial<DocumentMessage['facts']> = {},
): DocumentMessage => ({
  ...{ messageId: testId(), documentId: testId(), recipientId: testId(), sequence: 1 },
  ...{ senderAgencyId: sender.agencyId, senderName: 'UBND xã Triệu Phong', addresseeIssuerId: receiver.issuer.id },
  facts: {
    ...{ typeCode: 'cong-van', number: '214', notation: `214/UBND-${testId().slice(-6)}`, issuedOn: '2026-01-05' },
    ...{
      issuerId: sender.issuer.id,
      issuerName: 'Ủy ban nhân dân xã Triệu Phong',
      issuerCode: sender.issuer.identifier,
    },
    ...{ documentIdentifier: null, subject: 'Phối hợp rà soát hộ nghèo', language: 'Tiếng Việt', pages: 2 },
    ...{ signerTitle: 'CHỦ TỊCH', signerName: 'Trần Văn Bình', urgency: 0, restricted: false, dueOn: null },
    ...{ meetingAt: null, meetingPlace: null, meetingChair: null, answersDocumentId: null },
    ...more,
  },
  files: [
    {
      ...{ role: 'main', ordinal: 1, title: 'Công văn', name: 'cv.pdf', hash: 'ab'.repeat(32) },
      ...{ mediaType: 'application/pdf', size: 12_000, pages: 2, bodyText: 'Kính gửi Phòng Văn hóa – Xã hội' },
    },
  ],
})

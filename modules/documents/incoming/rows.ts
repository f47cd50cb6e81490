import type { Selectable } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context, Subject } from '#platform/acts/context.ts'
import type { Database } from '#platform/database/schema.ts'
import type { IncomingState } from '../contract.ts'
import { type ReadDocument, requireVisible } from '../readers.ts'

type Stored = Selectable<Database['incoming_documents']>
type Dated = 'due_on' | 'issued_on' | 'arrived_on' | 'passed_on'
export type IncomingDocumentRow = Omit<Stored, 'state' | 'proposal' | Dated> & {
  readonly state: IncomingState
  readonly proposal: Proposal | null
} & { readonly [Column in Dated]: CalendarDate | null }

const selectIncoming = ({ tx, agency }: Context) =>
  tx.selectFrom('incoming_documents').selectAll().where('agency_id', '=', agency).$castTo<IncomingDocumentRow>()

export const findIncoming = (context: Context, id: string): Promise<IncomingDocumentRow | undefined> =>
  selectIncoming(context).where('id', '=', id).executeTakeFirst()

/** @throws platform.NotFound also for what the acting seat may not see */
export const getIncoming = async (context: Context, id: string): Promise<IncomingDocumentRow> =>
  requireVisible(context, 'incoming', await findIncoming(context, id))

/** Finds a document and lets nobody else act on it until the commit. */
export const lockIncoming = (context: Context, id: string): Promise<IncomingDocumentRow | undefined> =>
  selectIncoming(context).where('id', '=', id).forUpdate().executeTakeFirst()

/** What the office head proposes, until the leader confirms it or says something else. */
export type Proposal = {
  readonly bySeatId: string
  readonly byName: string
  readonly at: string
  readonly leaderSeatId: string
  readonly text: string
  readonly dueOn: CalendarDate | null
  readonly targets: readonly ProposedTarget[]
}
export type ProposedTarget = {
  readonly id: string | null
  readonly seatId: string | null
  readonly unitId: string | null
  readonly name: string
  readonly role: 'direct' | 'lead' | 'assist' | 'inform'
  /** Not said: that of the whole. */
  readonly dueOn?: CalendarDate | null
  readonly text?: string
}

export const incomingSubject = (id: string): Subject => ({ type: 'incoming-document', id })

/** The document as its readers' rows and the search index know it. */
export const asRead = (row: Pick<IncomingDocumentRow, 'id' | 'arrived_at'>): ReadDocument => ({
  documentId: row.id,
  direction: 'incoming',
  sortAt: row.arrived_at,
})

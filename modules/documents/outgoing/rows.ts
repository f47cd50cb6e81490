import type { Selectable } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { SigningCapacity } from '#lib/document-form/index.ts'
import type { Context, Subject } from '#platform/acts/context.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Letter, OutgoingState, Signature } from '../contract.ts'
import type { ReadDocument } from '../readers.ts'

type Stored = Selectable<Database['outgoing_documents']>
export type OutgoingRowStored = Omit<
  Stored,
  'state' | 'signature' | 'capacity' | 'authority' | 'due_on' | 'issued_on' | 'signing_lines'
> & {
  readonly state: OutgoingState
  readonly signature: Signature
  readonly capacity: SigningCapacity
  readonly authority: 'collective' | 'head'
  readonly due_on: CalendarDate | null
  readonly issued_on: CalendarDate | null
  readonly signing_lines: readonly string[] | null
}
export type ReviewRow = Omit<Selectable<Database['outgoing_reviews']>, 'kind' | 'state'> & {
  readonly kind: 'opinion' | 'content' | 'form'
  readonly state: 'waiting' | 'asked' | 'agreed' | 'returned' | 'dropped'
}
export type VersionRow = Omit<Selectable<Database['outgoing_versions']>, 'content'> & {
  readonly content: Letter | null
}
export type RecipientRow = Selectable<Database['outgoing_recipients']>

const select = ({ tx, agency }: Context) =>
  tx.selectFrom('outgoing_documents').selectAll().where('agency_id', '=', agency).$castTo<OutgoingRowStored>()

export const findOutgoing = (context: Context, id: string): Promise<OutgoingRowStored | undefined> =>
  select(context).where('id', '=', id).executeTakeFirst()

/** Finds a document and lets nobody else act on it until the commit. */
export const lockOutgoing = (context: Context, id: string): Promise<OutgoingRowStored | undefined> =>
  select(context).where('id', '=', id).forUpdate().executeTakeFirst()

/** Finds a document and lets nobody act on it until the commit; others may look at it meanwhile. */
export const keepOutgoing = (context: Context, id: string): Promise<OutgoingRowStored | undefined> =>
  select(context).where('id', '=', id).forShare().executeTakeFirst()

export const reviewsOf = ({ tx, agency }: Context, documentId: string): Promise<ReviewRow[]> =>
  tx
    .selectFrom('outgoing_reviews')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .orderBy('ordinal')
    .orderBy('id')
    .$castTo<ReviewRow>()
    .execute()

export const recipientsOf = ({ tx, agency }: Context, documentId: string): Promise<RecipientRow[]> =>
  tx
    .selectFrom('outgoing_recipients')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .orderBy('ordinal')
    .execute()

export const findVersion = (
  { tx, agency }: Context,
  documentId: string,
  version: number,
): Promise<VersionRow | undefined> =>
  tx
    .selectFrom('outgoing_versions')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .$castTo<VersionRow>()
    .executeTakeFirst()

export const outgoingSubject = (id: string): Subject => ({ type: 'outgoing-document', id })

/** The document as its readers' rows and the search index know it. */
export const asRead = (row: Pick<OutgoingRowStored, 'id' | 'created_at'>): ReadDocument => ({
  documentId: row.id,
  direction: 'outgoing',
  sortAt: row.created_at,
})

import { sql } from 'kysely'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { upTo } from '#platform/database/plans.ts'
import { cursorAfter, readCursor } from '#platform/http/cursor.ts'
import { type OutgoingQuery, type OutgoingRow, receivedStates } from '../contract.ts'
import { openLateness } from '../lateness.ts'
import type { OutgoingRowStored } from './rows.ts'
import { isUnderWay } from './states.ts'
import { contentOf } from './tabs.ts'
import { unreadBy, visible } from './visible.ts'

/** Outgoing documents that the acting seat may see, newest first. */
export async function listOutgoing(
  context: ActContext,
  query: z.output<typeof OutgoingQuery>,
): Promise<{ items: z.input<typeof OutgoingRow>[]; next: string | null }> {
  const { limit = 20 } = query
  const wanted = { ...contentOf(query), after: readCursor(query.cursor) }
  if (wanted.states?.length === 0) return { items: [], next: null }
  const { rows } = await sql<ListedRow>`
    select d.*, ${unreadBy(context)} as unread from (${visible(context, wanted, limit + 1)}) d
    order by d.created_at desc, d.id desc limit ${upTo(limit + 1)}`.execute(context.tx)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: await presentRows(context, shown),
    next: last ? cursorAfter(last.created_at, last.id) : null,
  }
}

/** A document as a list knows it. */
export type ListedRow = Pick<
  OutgoingRowStored,
  | 'id'
  | 'state'
  | 'subject'
  | 'type_code'
  | 'notation'
  | 'issued_on'
  | 'drafting_unit_id'
  | 'signer_name'
  | 'urgency'
  | 'handle_by'
  | 'holder_name'
  | 'due_on'
  | 'created_at'
  | 'restricted'
  | 'signature'
> & { readonly unread: boolean }

async function presentRows(context: ActContext, rows: readonly ListedRow[]): Promise<z.input<typeof OutgoingRow>[]> {
  const latenessOf = await openLateness(context)
  const delivery = await deliveryOf(
    context,
    rows.map(row => row.id),
  )
  const unitIds = [...new Set(rows.map(row => row.drafting_unit_id))]
  const units = new Map((await context.ports.agencies.getUnits(context, unitIds)).map(unit => [unit.id, unit.name]))
  return rows.map(row =>
    presentOutgoingRow(row, {
      unitName: units.get(row.drafting_unit_id) ?? '',
      delivery: delivery.get(row.id),
      latenessOf,
    }),
  )
}

type Delivery = { document_id: string; total: number; received: number; refused: number; by_hand: number }

async function deliveryOf({ tx, agency }: ActContext, ids: readonly string[]): Promise<ReadonlyMap<string, Delivery>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Delivery>`
    select document_id, count(*)::int as total,
      count(*) filter (where state in (${sql.join(receivedStates)}))::int as received,
      count(*) filter (where state = 'refused')::int as refused, count(*) filter (where state = 'by-hand')::int as by_hand
    from outgoing_recipients where agency_id = ${agency} and document_id in (${sql.join(ids)}) group by document_id`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.document_id, row]))
}

type Shown = {
  readonly unitName: string
  readonly delivery: Delivery | undefined
  readonly latenessOf: Awaited<ReturnType<typeof openLateness>>
}

export const presentOutgoingRow = (
  row: ListedRow,
  { unitName, delivery, latenessOf }: Shown,
): z.input<typeof OutgoingRow> => ({
  id: row.id,
  state: row.state,
  subject: row.subject,
  typeName: findDocumentType(row.type_code)?.name ?? row.type_code,
  notation: row.notation,
  issuedOn: row.issued_on,
  draftingUnit: unitName,
  signerName: row.signer_name,
  urgency: row.urgency,
  handleBy: row.handle_by?.toISOString() ?? null,
  holderName: row.holder_name,
  dueOn: row.due_on,
  lateness: latenessOf(row.due_on, isUnderWay(row.state)),
  createdAt: row.created_at.toISOString(),
  unread: row.unread,
  restricted: row.restricted,
  signature: row.signature,
  delivery: delivery
    ? { total: delivery.total, received: delivery.received, refused: delivery.refused, byHand: delivery.by_hand }
    : null,
})

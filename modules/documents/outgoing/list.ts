import { type RawBuilder, sql } from 'kysely'
import { findDocumentType } from '#lib/document-form/index.ts'
import { seesAll } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { cursorAfter, type ListPlace, readCursor } from '#platform/http/cursor.ts'
import type { OutgoingQuery, OutgoingRow, OutgoingState } from '../contract.ts'
import { openLateness } from '../lateness.ts'
import type { OutgoingRowStored } from './rows.ts'

type Query = z.output<typeof OutgoingQuery>
type Tab = NonNullable<Query['tab']>
/** What a list holds: documents in these states; those that wait for the acting seat; what was issued inside for it. */
type Content = { readonly states?: readonly OutgoingState[]; readonly mine?: true; readonly internal?: true }

export const outgoingTabs: Readonly<Record<Tab, Content>> = {
  mine: { states: ['draft', 'in-review', 'returned', 'awaiting-approval', 'approved', 'numbered'], mine: true },
  drafts: { states: ['draft', 'returned'] },
  'in-review': { states: ['in-review'] },
  'to-approve': { states: ['awaiting-approval'] },
  'to-number': { states: ['approved'] },
  'to-dispatch': { states: ['numbered'] },
  dispatched: { states: ['dispatched'] },
  internal: { states: ['dispatched'], internal: true },
  recalled: { states: ['recalled', 'cancelled'] },
}

const openStates: readonly OutgoingState[] = [
  'draft',
  'in-review',
  'returned',
  'awaiting-approval',
  'approved',
  'numbered',
]

type Row = OutgoingRowStored & { unread: boolean; unit_name: string }
type Delivery = { document_id: string; total: number; received: number; refused: number; by_hand: number }

/** Outgoing documents that the acting seat may see, newest first. */
export async function listOutgoing(
  context: ActContext,
  query: Query,
): Promise<{ items: z.input<typeof OutgoingRow>[]; next: string | null }> {
  const { limit = 20 } = query
  const content: Content = query.tab ? outgoingTabs[query.tab] : {}
  const states = query.state ? [query.state] : content.states
  const rows = await newest(context, { ...content, ...(states ? { states } : {}) }, readCursor(query.cursor), limit + 1)
  const latenessOf = await openLateness(context)
  const shown = rows.slice(0, limit)
  const delivery = await deliveryOf(
    context,
    shown.map(row => row.id),
  )
  const units = new Map(
    (await context.ports.agencies.getUnits(context, [...new Set(shown.map(row => row.drafting_unit_id))])).map(unit => [
      unit.id,
      unit.name,
    ]),
  )
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(row =>
      presentOutgoingRow(row, {
        unread: row.unread,
        unitName: units.get(row.drafting_unit_id) ?? '',
        delivery: delivery.get(row.id),
        latenessOf,
      }),
    ),
    next: last ? cursorAfter(last.created_at, last.id) : null,
  }
}

async function newest(
  context: ActContext,
  content: Content,
  after: ListPlace | undefined,
  count: number,
): Promise<Row[]> {
  const { tx, agency, actor } = context
  const { rows } = await sql<Row>`
    select d.*, not exists (select from document_reads seen where seen.agency_id = ${agency} and seen.document_id = d.id
      and seen.seat_id = ${actor.seatId}) as unread
    from outgoing_documents d
    where d.agency_id = ${agency} and ${maySee(context)}
      ${content.states ? sql`and d.state in (${sql.join(content.states)})` : sql``}
      ${content.mine ? sql`and ${waitsForMe(context)}` : sql``}
      ${content.internal ? sql`and ${issuedToMe(context)}` : sql``}
      ${after ? sql`and (d.created_at, d.id) < (${after.at}, ${after.id})` : sql``}
    order by d.created_at desc, d.id desc limit ${count}`.execute(tx)
  return rows
}

/** The same rows of readers as everywhere; who sees all skips them but for restricted ones. */
export function maySee({ agency, actor }: ActContext): RawBuilder<unknown> {
  const read = sql`exists (select from document_readers r where r.agency_id = ${agency} and r.document_id = d.id
    and r.reader in (${sql.join(actor.readerKeys)}))`
  return seesAll(actor.role) ? sql`(not d.restricted or ${read})` : read
}

export function waitsForMe({ agency, actor }: ActContext): RawBuilder<unknown> {
  const seats = hatsOf(actor, 'outgoing').map(hat => hat.seatId)
  return sql`(d.holder_seat_id in (${sql.join(seats)}) or exists (select from outgoing_reviews v where v.agency_id = ${agency}
    and v.document_id = d.id and v.state = 'asked' and v.seat_id in (${sql.join(seats)})))`
}

export const issuedToMe = ({ agency, actor }: ActContext): RawBuilder<unknown> =>
  sql`exists (select from outgoing_recipients p where p.agency_id = ${agency} and p.document_id = d.id
    and (p.seat_id = ${actor.seatId} or p.unit_id = ${actor.unitId}))`

async function deliveryOf({ tx, agency }: ActContext, ids: readonly string[]): Promise<Map<string, Delivery>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Delivery>`
    select document_id, count(*)::int as total,
      count(*) filter (where state not in ('waiting', 'sent', 'refused', 'by-hand', 'taken-back'))::int as received,
      count(*) filter (where state = 'refused')::int as refused, count(*) filter (where state = 'by-hand')::int as by_hand
    from outgoing_recipients where agency_id = ${agency} and document_id in (${sql.join(ids)}) group by document_id`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.document_id, row]))
}

type Shown = {
  unread: boolean
  unitName: string
  delivery: Delivery | undefined
  latenessOf: Awaited<ReturnType<typeof openLateness>>
}

export const presentOutgoingRow = (
  row: OutgoingRowStored,
  { unread, unitName, delivery, latenessOf }: Shown,
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
  holderName: row.holder_name,
  dueOn: row.due_on,
  lateness: latenessOf(row.due_on, openStates.includes(row.state)),
  createdAt: row.created_at.toISOString(),
  unread,
  restricted: row.restricted,
  delivery: delivery
    ? { total: delivery.total, received: delivery.received, refused: delivery.refused, byHand: delivery.by_hand }
    : null,
})

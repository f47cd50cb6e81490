import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { IncomingState } from '../contract.ts'
import { seenBy } from '../readers.ts'
import { unopenedByOffice } from './looks.ts'
import type { Proposal } from './rows.ts'

/** A document as 'Việc hôm nay' needs it. */
export type DayRow = {
  readonly id: string
  readonly state: IncomingState
  readonly subject: string
  readonly notation: string
  readonly issuer_name: string
  readonly urgency: number
  readonly handle_by: Date | null
  readonly carrier: string
  readonly arrived_at: Date
  readonly due_on: CalendarDate | null
  readonly holder_seat_id: string | null
  readonly holder_unit_id: string | null
  readonly proposal: Proposal | null
  readonly unread: boolean
}

/** What waits to be registered, the most urgent and then the oldest first. */
export async function arrivedDocuments(context: ActContext, limit: number): Promise<readonly DayRow[]> {
  const { tx, agency } = context
  const { rows } = await sql<DayRow>`select ${columns(context)} from incoming_documents d
    where d.agency_id = ${agency} and d.state = 'arrived' and ${seenBy(context, 'incoming', 'd')}
    order by d.urgency desc, d.arrived_at, d.id limit ${limit}`.execute(tx)
  return rows
}

/** Urgent ones of which rungs of the ladder were told and that nobody has opened, the most urgent first. */
export async function unopenedDocuments(
  context: ActContext,
  limit: number,
): Promise<readonly (DayRow & { readonly told_rungs: number })[]> {
  const { tx, agency } = context
  const told = sql`from incoming_documents d
    where d.agency_id = ${agency} and d.state = 'arrived' and d.urgency > 0 and d.told_rungs > 0`
  // On most days there is none: then nobody asks who the auditors are.
  const { rows: some } = await sql`select ${told} limit 1`.execute(tx)
  if (some.length === 0) return []
  const { rows } = await sql<DayRow & { told_rungs: number }>`
    select ${columns(context)}, d.told_rungs ${told}
      and ${await unopenedByOffice(context, 'd')} and ${seenBy(context, 'incoming', 'd')}
    order by d.urgency desc, d.arrived_at, d.id limit ${limit}`.execute(tx)
  return rows
}

/** What waits for the decision of these seats. */
export async function heldDocuments(
  context: ActContext,
  seatIds: readonly string[],
  limit: number,
): Promise<readonly DayRow[]> {
  const { tx, agency } = context
  const { rows } = await sql<DayRow>`select ${columns(context)} from incoming_documents d
    where d.agency_id = ${agency} and d.holder_seat_id in (${sql.join(seatIds)})
      and d.state in ('awaiting-proposal', 'awaiting-direction') and ${seenBy(context, 'incoming', 'd')}
    order by d.urgency desc, d.due_on nulls last, d.arrived_at, d.id limit ${limit}`.execute(tx)
  return rows
}

/** Documents of work that was given, by their ids. */
export async function documentsWithWork(
  context: ActContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DayRow>> {
  if (ids.length === 0) return new Map()
  const { tx, agency } = context
  const { rows } = await sql<DayRow>`select ${columns(context)} from incoming_documents d
    where d.agency_id = ${agency} and d.id in (${sql.join(ids)}) and ${seenBy(context, 'incoming', 'd')}`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

const columns = ({
  agency,
  actor,
}: ActContext) => sql`d.id, d.state, d.subject, d.notation, d.issuer_name, d.urgency, d.handle_by,
  d.carrier, d.arrived_at, d.due_on, d.holder_seat_id, d.holder_unit_id, d.proposal,
  not exists (select from document_reads seen where seen.agency_id = ${agency} and seen.document_id = d.id
    and seen.seat_id = ${actor.seatId}) as unread`

import { type RawBuilder, sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import { seatKey, unitKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf, unitsLedBy } from '#platform/acts/hats.ts'
import { keepPlans, upTo } from '#platform/database/plans.ts'
import { cursorAfter, type ListPlace, readCursor } from '#platform/http/cursor.ts'
import type { IncomingQuery, IncomingRow, IncomingState } from '../contract.ts'
import { openLateness } from '../lateness.ts'
import { newestSeen } from '../newest-seen.ts'
import { presentRow, type RowFacts } from './present-row.ts'
import { isOpenIncoming } from './states.ts'
import { contentOf, type ListContent } from './tabs.ts'
import { type WaitingFacts, waitingAct } from './waiting-act.ts'

export type Wanted = ListContent & {
  readonly registerId?: string | undefined
  readonly urgency?: number | undefined
  /** Urgent ones alone, or all others. */
  readonly isUrgent?: boolean
  readonly issuer?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly after?: ListPlace | undefined
}

/** Incoming documents that the acting seat may see, newest first; of what is to be done the urgent ones before all others. */
export async function listIncoming(
  context: ActContext,
  query: z.output<typeof IncomingQuery>,
): Promise<{ items: z.input<typeof IncomingRow>[]; next: string | null }> {
  const { limit = 20 } = query
  const wanted = wantedOf(query)
  if (wanted.states?.length === 0) return { items: [], next: null }
  const rows = await pageOf(context, partsOf(wanted, query.cursor), limit + 1)
  const latenessOf = await openLateness(context)
  const hats = hatsOf(context.actor, 'incoming')
  const last = rows.length > limit ? rows[limit - 1]! : undefined
  return {
    items: rows.slice(0, limit).map(row => presentRow(row, row.unread, latenessOf, waitingAct(hats, row))),
    next: last ? cursorAfterRow(last, wanted) : null,
  }
}

/** What a query asks for, by its tab and by what narrows it. */
export function wantedOf(query: z.output<typeof IncomingQuery>): Wanted {
  const { registerId, urgency, issuer, from, to } = query
  return { ...contentOf(query), registerId, urgency, issuer, from, to }
}

/** Before the cursor of a row that stands among the urgent ones: no cursor by itself bears it. */
const amongUrgent = 'urgent.'

/**
 * The lists of which a page is cut, one under the other. What is urgent is done at once (NĐ 30/2020 Điều 23.1), so in a
 * list of what is to be done it stands on top; what is done lies in the order of time alone.
 */
function partsOf(wanted: Wanted, cursor: string | undefined): readonly Wanted[] {
  if (!isToDo(wanted)) return [{ ...wanted, after: readCursor(cursor) }]
  const isAmongUrgent = cursor?.startsWith(amongUrgent) ?? false
  const after = readCursor(isAmongUrgent ? cursor!.slice(amongUrgent.length) : cursor)
  const [urgent, rest] = [
    { ...wanted, isUrgent: true },
    { ...wanted, isUrgent: false },
  ]
  if (!after) return [urgent, rest]
  return isAmongUrgent ? [{ ...urgent, after }, rest] : [{ ...rest, after }]
}

const cursorAfterRow = (row: { urgency: number; arrived_at: Date; id: string }, wanted: Wanted): string =>
  `${isToDo(wanted) && row.urgency > 0 ? amongUrgent : ''}${cursorAfter(row.arrived_at, row.id)}`

const isToDo = ({ states }: Wanted): boolean => states?.every(isStillToDo) ?? false

const isStillToDo = (state: IncomingState): boolean => state === 'arrived' || isOpenIncoming(state)

async function pageOf(context: ActContext, parts: readonly Wanted[], count: number) {
  const { tx, agency, actor } = context
  const planned = parts.every(isPlain) ? keepPlans(tx) : undefined
  const newest = sql<RowFacts & WaitingFacts & { unread: boolean }>`
    select ${columns}, d.proposed, not exists (select from document_reads seen where seen.agency_id = ${agency}
      and seen.document_id = d.id and seen.seat_id = ${actor.seatId}) as unread
    from (${sql.join(
      parts.map(part => sql`(${visible(context, part, count)})`),
      sql` union all `,
    )}) d
    order by ${parts.length > 1 ? sql`(d.urgency > 0) desc,` : sql``} d.arrived_at desc, d.id desc
    limit ${upTo(count)}`.execute(tx)
  const [{ rows }] = await Promise.all([newest, planned])
  return rows
}

/** Nothing narrows the list but its tab: then everybody's page is the end of one index. */
const isPlain = ({ late, registerId, urgency, issuer, from, to }: Wanted): boolean =>
  !late && urgency === undefined && ![registerId, issuer, from, to].some(one => one !== undefined)

const columns = sql.raw(
  'd.id, d.state, d.subject, d.notation, d.type_code, d.issuer_name, d.issued_on, d.arrival_number, d.arrived_at,' +
    ' d.carrier, d.urgency, d.handle_by, d.holder_name, d.holder_seat_id, d.holder_unit_id, d.due_on, d.restricted',
)
/** As they are read from the table itself. */
const stored = sql`${columns}, d.proposal is not null as proposed`

/** The newest documents that the acting seat may see; of what is open there is little. */
export function visible(context: ActContext, wanted: Wanted, count: number): RawBuilder<unknown> {
  const { states, why, issuer, after } = wanted
  return newestSeen(
    context,
    {
      ...{ direction: 'incoming', columns: stored, named: sql`${columns}, d.proposed`, states, why, after },
      ...{ isLittle: isToDo(wanted), asReader: why !== undefined, mayBeginElsewhere: issuer !== undefined },
      // For one's own work those under which one acts.
      ...(why?.includes('lead') ? { keys: actingKeys(context) } : {}),
      narrowedBy: narrowedBy(context, wanted),
    },
    count,
  )
}

function narrowedBy({ today }: ActContext, wanted: Wanted): readonly RawBuilder<unknown>[] {
  const { late, registerId, urgency, isUrgent, issuer, from, to } = wanted
  return [
    ...(late ? [sql`and d.due_on < ${today}`] : []),
    ...(registerId ? [sql`and d.register_id = ${registerId}`] : []),
    ...(urgency === undefined ? [] : [sql`and d.urgency = ${urgency}`]),
    ...(isUrgent === undefined ? [] : [isUrgent ? sql`and d.urgency > 0` : sql`and d.urgency = 0`]),
    ...(issuer === undefined ? [] : [sql`and d.issuer_name = ${issuer}`]),
    ...(from === undefined ? [] : [sql`and d.arrived_at >= ${midnight(from)}`]),
    ...(to === undefined ? [] : [sql`and d.arrived_at < ${midnight(to)} + interval '1 day'`]),
  ]
}

/** When a day begins in Vietnam. */
const midnight = (day: string): RawBuilder<Date> => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`

function actingKeys({ actor }: ActContext): readonly string[] {
  const hats = hatsOf(actor, 'incoming')
  return [...new Set([...hats.map(hat => seatKey(hat.seatId)), ...unitsLedBy(hats).map(unitKey)])]
}

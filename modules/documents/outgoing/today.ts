import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type Hat, hatsOf } from '#platform/acts/hats.ts'
import { looked } from '#platform/audit/access-log.ts'
import type { OutgoingState } from '../contract.ts'
import { calendarOf } from '../lateness.ts'
import { seenBy } from '../readers.ts'
import type { Waiting } from '../today-groups.ts'
import { unreadOf } from './unread.ts'
import { unreadBy, waitsForMe } from './visible.ts'

type Row = {
  id: string
  state: OutgoingState
  subject: string
  notation: string | null
  state_reason: string | null
  urgency: number
  handle_by: Date | null
  due_on: CalendarDate | null
  created_at: Date
  changed_at: Date
  approved_at: Date | null
  numbered_at: Date | null
  dispatched_at: Date | null
  holder_seat_id: string | null
  signer_name: string | null
  asked: boolean
  unread: boolean
  /** A paper is to be carried, or to be had back. */
  by_hand: boolean
  /** Which receiver refused it, and why: the clerk goes on from there. */
  refused: string | null
}
/** Of each kind, the oldest first: what waits longest is never hidden by what came after it. */
const mostWaiting = 100

/** The same as `isPaperOut`, of a recipient `p`. */
const paperOut = sql.raw(`p.state = 'recall-asked' and (p.kind <> 'agency' or p.carrier <> 'system')`)

/** What waits for the acting seat among outgoing documents: to review, approve, number, dispatch, go on with, read. */
export async function outgoingWaiting(context: ActContext): Promise<Waiting[]> {
  const { tx, agency, actor } = context
  const hats = hatsOf(actor, 'outgoing')
  const isClerk = hats.some(hat => hat.role === 'clerk')
  const desk = isClerk ? await seatsOfTheDesk(context) : []
  const oldest = sql`and ${seenBy(context, 'outgoing', 'd')} order by coalesce(d.dispatched_at, d.created_at), d.id limit ${mostWaiting}`
  const { rows } = await sql<Row>`
    with waiting as (
      (select d.id from outgoing_documents d where d.agency_id = ${agency}
        and d.state in ('draft', 'in-review', 'returned', 'awaiting-approval') and ${waitsForMe(context)} ${oldest})
      union (select d.id from outgoing_documents d where ${isClerk} and d.agency_id = ${agency}
        and d.state in ('approved', 'numbered') ${oldest})
      union (select d.id from outgoing_documents d where ${isClerk} and d.agency_id = ${agency}
        and d.id in (${toSeeTo(context, desk)}) ${oldest})
      union (${unreadOf(context, mostWaiting)}))
    select d.*, ${unreadBy(context)} as unread,
      exists (select from outgoing_reviews v where v.agency_id = ${agency} and v.document_id = d.id and v.state = 'asked'
        and v.seat_id in (${sql.join(hats.map(hat => hat.seatId))})) as asked,
      ${isClerk} and (d.state = 'recalled' or exists (select from outgoing_recipients p where p.agency_id = ${agency}
        and p.document_id = d.id and p.state = 'by-hand')) as by_hand,
      (select p.name || coalesce(': ' || p.state_reason, '') from outgoing_recipients p where p.agency_id = ${agency}
        and p.document_id = d.id and ${isClerk} and ${refusalUnseen(context, desk)} order by p.state_at desc limit 1) as refused
    from outgoing_documents d where d.agency_id = ${agency} and d.id in (select id from waiting)`.execute(tx)
  const calendar = await calendarOf(context)
  return rows.map(row => waitingOf(context, hats, row, calendar))
}

/**
 * The seats whose look at a refusal is the clerks' look: they share one desk, and what one of them saw, a predecessor too,
 * is not put before the others again. A stand-in's own look counts for himself; the clerk who is back shall see it.
 */
async function seatsOfTheDesk(context: ActContext): Promise<readonly string[]> {
  const { agencies } = context.ports
  const [held, ended] = await Promise.all([
    agencies.seatsWhere(context, { role: 'clerk' }),
    agencies.endedSeats(context, { role: 'clerk' }),
  ])
  return [context.actor.seatId, ...[...held, ...ended].map(seat => seat.id)]
}

/** What was sent and is not settled: a paper to be carried or to be had back, however long ago; a refusal to be seen. */
const toSeeTo = (context: ActContext, desk: readonly string[]) => sql`
  select p.document_id from outgoing_recipients p join outgoing_documents sent on sent.agency_id = ${context.agency}
    and sent.id = p.document_id
  where p.agency_id = ${context.agency} and p.state in ('by-hand', 'recall-asked', 'refused')
    and ((sent.state = 'dispatched' and (p.state = 'by-hand' or ${refusalUnseen(context, desk)}))
      or (sent.state = 'recalled' and ${paperOut}))`

/** No clerk has looked at the document since a recipient `p` refused it. */
const refusalUnseen = (context: ActContext, desk: readonly string[]) =>
  desk.length === 0
    ? sql`false`
    : sql`p.state = 'refused' and not ${looked(context, sql.ref('p.document_id'), { by: desk }, sql.ref('p.state_at'))}`

function waitingOf(
  context: ActContext,
  hats: readonly Hat[],
  row: Row,
  calendar: Awaited<ReturnType<typeof calendarOf>>,
): Waiting {
  const { act, since, detail } = actOf(row)
  // Numbered and issued on the day of signing, at the latest the next working day (NĐ 30/2020 Điều 15.2, 18.1).
  const from = since && todayInVietnam(since)
  const last = from && calendar.knows(from) ? calendar.nextWorkingDay(from) : null
  const dueOn = last && (row.due_on === null || last < row.due_on) ? last : row.due_on
  return {
    act,
    direction: 'outgoing',
    documentId: row.id,
    seatId: hats.find(hat => hat.seatId === row.holder_seat_id)?.seatId ?? context.actor.seatId,
    assignmentId: null,
    subject: row.subject,
    notation: row.notation ?? '',
    issuerName: '',
    detail,
    urgency: row.urgency,
    handleBy: row.handle_by?.toISOString() ?? null,
    dueOn,
    lateness: calendar.lateness(dueOn, context.today),
    arrivedAt: row.changed_at.toISOString(),
    unread: row.unread,
    urgedText: null,
  }
}

function actOf(row: Row): { act: string; since: Date | null; detail: string } {
  if (row.asked) return { act: 'review', since: null, detail: 'xin ý kiến' }
  switch (row.state) {
    case 'draft':
      return { act: 'submit', since: null, detail: 'dự thảo chưa trình' }
    case 'returned':
      return { act: 'change', since: null, detail: `bị trả về: ${row.state_reason ?? ''}`.slice(0, 200) }
    case 'awaiting-approval':
      return { act: 'approve', since: null, detail: 'trình duyệt' }
    case 'approved':
      return { act: 'number', since: row.approved_at, detail: `${row.signer_name ?? ''} đã duyệt` }
    case 'numbered':
      return { act: 'dispatch', since: row.numbered_at, detail: 'đã cấp số, chưa gửi' }
    case 'recalled':
      return { act: 'collect-by-hand', since: null, detail: 'đã thu hồi, chưa thu lại bản giấy' }
    default:
      if (row.refused)
        return { act: 'see-refusal', since: null, detail: `từ chối tiếp nhận, ${row.refused}`.slice(0, 200) }
      if (row.by_hand) return { act: 'hand-over-by-hand', since: row.dispatched_at, detail: 'còn bản giấy phải chuyển' }
      return { act: 'open', since: null, detail: 'văn bản nội bộ, chờ đọc' }
  }
}

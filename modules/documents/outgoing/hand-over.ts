import { sql } from 'kysely'
import { roleNames } from '#lib/roles/index.ts'
import type { SeatFacts } from '#modules/agencies/contract.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, documentPermissions, type OutgoingState } from '../contract.ts'
import { addReaders, demoteReaders } from '../readers.ts'
import { giveBack } from './give-back.ts'
import { notInHand } from './hold.ts'
import { announceOutgoing, updateOutgoing } from './record.ts'
import { asRead, lockOutgoing, type OutgoingRowStored, reviewsOf } from './rows.ts'
import { tell } from './tell.ts'

/** What a seat has to do with a document that is not issued: it writes it, is asked about it, or is to approve it. */
export type OutgoingPart = 'draft' | 'review' | 'sign'
export type OutgoingOfSeat = Pick<OutgoingRowStored, 'id' | 'subject' | 'notation' | 'restricted' | 'due_on'> & {
  readonly part: OutgoingPart
}

/** In these a document still goes to and fro before it is issued. */
const statesThatWait: readonly OutgoingState[] = ['draft', 'in-review', 'returned', 'awaiting-approval']

/** Documents on their way that wait for these seats, or come back to them. */
export async function outgoingOf(
  { tx, agency }: ActContext,
  seatId: string,
  limit: number,
): Promise<readonly OutgoingOfSeat[]> {
  const { rows } = await sql<OutgoingOfSeat>`
    select d.id, d.subject, d.notation, d.restricted, d.due_on, case
      when d.state = 'awaiting-approval' and d.signer_seat_id = ${seatId} then 'sign'
      when d.drafter_seat_id = ${seatId} then 'draft' else 'review' end as part
    from outgoing_documents d
    where d.agency_id = ${agency} and d.state in (${sql.join(statesThatWait)})
      and (d.drafter_seat_id = ${seatId} or (d.state = 'awaiting-approval' and d.signer_seat_id = ${seatId})
        or exists (select from outgoing_reviews v where v.agency_id = ${agency} and v.document_id = d.id
          and v.state in ('waiting', 'asked') and v.seat_id = ${seatId}))
    order by d.due_on nulls last, d.created_at, d.id limit ${limit}`.execute(tx)
  return rows
}

/** How many of these documents wait for each of these seats. */
export async function countOutgoingOf(
  { tx, agency }: ActContext,
  seatIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ seat_id: string; count: number }>`
    with left_open as (
      select drafter_seat_id as seat_id, id from outgoing_documents where agency_id = ${agency}
        and state in (${sql.join(statesThatWait)}) and drafter_seat_id in (${sql.join(seatIds)})
      union select signer_seat_id, id from outgoing_documents where agency_id = ${agency}
        and state = 'awaiting-approval' and signer_seat_id in (${sql.join(seatIds)})
      union select seat_id, document_id from outgoing_reviews where agency_id = ${agency}
        and state in ('waiting', 'asked') and seat_id in (${sql.join(seatIds)}))
    select l.seat_id, count(*)::int as count from left_open l
      join outgoing_documents d on d.agency_id = ${agency} and d.id = l.id
    where d.state in (${sql.join(statesThatWait)})
    group by l.seat_id`.execute(tx)
  return new Map(rows.map(row => [row.seat_id, row.count]))
}

/**
 * Gives a successor what a seat has of a document that is not issued: the draft, and the questions asked of it. Signing is
 * nobody's to pass on, for the signer's name is printed: what waits for his approval goes back to its author, who names
 * another signer.
 *
 * @returns whether there was anything
 * @throws documents.SuccessorUnfit
 */
export async function handOverOutgoing(
  context: ActContext,
  documentId: string,
  from: SeatFacts,
  to: SeatFacts,
): Promise<boolean> {
  const document = await lockOutgoing(context, documentId)
  const parts = document ? await partsOf(context, document, from.id) : []
  if (!document || parts.length === 0) return false
  if (!documentPermissions.draft.roles.includes(to.role) && parts.some(part => part !== 'sign'))
    throw documentErrors.SuccessorUnfit({ name: to.fullName, role: roleNames[to.role] })
  await demoteReaders(context, documentId, [seatKey(from.id)])
  const now = parts.includes('draft') ? await passDraft(context, document, from, to) : document
  if (parts.includes('review')) await passReviews(context, now, from, to)
  if (parts.includes('sign'))
    await giveBack(context, { document: now, act: 'return' }, `${from.fullName} không còn ký. Hãy chọn người ký khác.`)
  else await announceOutgoing(context, now)
  return true
}

async function partsOf(context: ActContext, document: OutgoingRowStored, seatId: string): Promise<OutgoingPart[]> {
  const { state, drafter_seat_id, signer_seat_id } = document
  if (!statesThatWait.includes(state)) return []
  const isAsked = (await openReviews(context, document.id)).some(one => one.seat_id === seatId)
  return [
    ...(drafter_seat_id === seatId ? (['draft'] as const) : []),
    ...(isAsked ? (['review'] as const) : []),
    ...(state === 'awaiting-approval' && signer_seat_id === seatId ? (['sign'] as const) : []),
  ]
}

const openReviews = async (context: ActContext, documentId: string) =>
  (await reviewsOf(context, documentId)).filter(one => one.state === 'waiting' || one.state === 'asked')

async function passDraft(
  context: ActContext,
  document: OutgoingRowStored,
  from: SeatFacts,
  to: SeatFacts,
): Promise<OutgoingRowStored> {
  const changes = {
    drafter_seat_id: to.id,
    ...(document.holder_seat_id === from.id ? { holder_seat_id: to.id, holder_name: to.fullName } : {}),
    ...(document.editing_seat_id === from.id ? notInHand : {}),
  }
  await updateOutgoing(context, document.id, changes)
  await addReaders(context, asRead(document), [seatKey(to.id)], 'draft')
  await tell(context, document, to.id, 'handed-over', { by: context.actor.fullName })
  return { ...document, ...changes }
}

/** Who is asked already is not asked twice: then the question of who leaves falls. */
async function passReviews(context: ActContext, document: OutgoingRowStored, from: SeatFacts, to: SeatFacts) {
  const { tx, agency } = context
  const open = await openReviews(context, document.id)
  const rows = open.filter(one => one.seat_id === from.id)
  const twice = rows.filter(one => open.some(other => other.seat_id === to.id && other.ordinal === one.ordinal))
  const dropped = sql`id = any(${twice.map(one => one.id)}::uuid[])`
  await sql`update outgoing_reviews set state = case when ${dropped} then 'dropped' else state end,
      seat_id = case when ${dropped} then seat_id else ${to.id}::uuid end
    where agency_id = ${agency} and id = any(${rows.map(one => one.id)}::uuid[])`.execute(tx)
  await addReaders(context, asRead(document), [seatKey(to.id)], 'review')
  const asked = (await openReviews(context, document.id)).filter(one => one.state === 'asked').map(one => one.seat_id)
  const isAsked = rows.some(one => one.state === 'asked')
  if (!isAsked) return
  await tell(context, document, to.id, 'review')
  const names = await context.ports.agencies.seatNames(context, asked)
  await updateOutgoing(context, document.id, {
    holder_seat_id: asked[0]!,
    holder_name: asked
      .map(id => names.get(id)?.fullName ?? '')
      .join(', ')
      .slice(0, 300),
  })
}

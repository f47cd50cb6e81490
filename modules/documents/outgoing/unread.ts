import { type RawBuilder, sql } from 'kysely'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { upTo } from '#platform/database/plans.ts'
import { seenBy } from '../readers.ts'

/** The documents that were issued inside for the acting seat and that it has not read, the oldest first. */
export const unreadOf = (context: ActContext, count: number): RawBuilder<{ id: string }> => {
  const { agency, actor } = context
  return sql<{ id: string }>`select d.id from outgoing_unread u
      join outgoing_documents d on d.agency_id = ${agency} and d.id = u.document_id
    where u.agency_id = ${agency} and u.seat_id = ${actor.seatId} and d.state = 'dispatched'
      and ${seenBy(context, 'outgoing', 'd', { few: true })}
    order by u.issued_at, u.document_id limit ${upTo(count)}`
}

/** These seats have a document to read that is issued to them now, also who looked at its draft. */
export async function toBeRead(
  { tx, agency, now }: Context,
  documentId: string,
  seatIds: readonly string[],
): Promise<void> {
  if (seatIds.length === 0) return
  await Promise.all([
    tx
      .deleteFrom('document_reads')
      .where('agency_id', '=', agency)
      .where('document_id', '=', documentId)
      .where('seat_id', 'in', seatIds)
      .execute(),
    sql`insert into outgoing_unread (agency_id, seat_id, document_id, issued_at)
      select ${agency}::uuid, seat_id, ${documentId}::uuid, ${now}::timestamptz
      from unnest(${[...new Set(seatIds)]}::uuid[]) as told (seat_id)
      on conflict (agency_id, seat_id, document_id) do update set issued_at = excluded.issued_at`.execute(tx),
  ])
}

/** The acting seat has read a document; it may do so again. */
export async function wasRead({ tx, agency, actor, now }: ActContext, documentId: string): Promise<void> {
  await Promise.all([
    tx
      .insertInto('document_reads')
      .values({ agency_id: agency, document_id: documentId, seat_id: actor.seatId, first_read_at: now })
      .onConflict(conflict => conflict.doNothing())
      .execute(),
    tx
      .deleteFrom('outgoing_unread')
      .where('agency_id', '=', agency)
      .where('seat_id', '=', actor.seatId)
      .where('document_id', '=', documentId)
      .execute(),
  ])
}

/** A document that is had back is nobody's to read any more. */
export async function needNotBeRead({ tx, agency }: Context, documentId: string): Promise<void> {
  await tx.deleteFrom('outgoing_unread').where('agency_id', '=', agency).where('document_id', '=', documentId).execute()
}

import { sql } from 'kysely'
import type pg from 'pg'
import { inAgency, type Transaction } from '../database/transaction.ts'
import { backOff } from './outbox.ts'

export type OutboxItem = {
  readonly id: string
  readonly agencyId: string
  readonly kind: string
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
}

export type DeskLook = {
  /** The first open entry of every subject, where it is due, the longest due first. */
  readonly due: readonly OutboxItem[]
  /** Milliseconds until another entry is due; null where none waits. */
  readonly nextInMs: number | null
}

/** How many entries one look takes; the next look takes the rest. */
const mostAtOnce = 200

/**
 * What waits in an agency's outbox. Of a subject only its first open entry counts: a later one is not taken before it,
 * also while the first waits for its next try.
 *
 * @param inHand subjects that an entry is being worked on for
 */
export function readDesk(pool: pg.Pool, agencyId: string, inHand: readonly string[]): Promise<DeskLook> {
  return inAgency(
    pool,
    agencyId,
    async tx => {
      const due = sql<OutboxItem>`
        select o.id, o.agency_id as "agencyId", o.kind, o.subject_id as "subjectId", o.payload, o.attempts
        from outbox o
        where o.agency_id = ${agencyId} and o.done_at is null and o.due_at <= now()
          and o.subject_id <> all(${inHand}::uuid[])
          and not exists (select from outbox earlier where earlier.agency_id = ${agencyId}
            and earlier.subject_id = o.subject_id and earlier.done_at is null
            and (earlier.position, earlier.id) < (o.position, o.id))
        order by o.due_at, o.id limit ${mostAtOnce}`
      const next = sql<{ inMs: number | null }>`
        select (extract(epoch from min(due_at) - now()) * 1000)::float8 as "inMs" from outbox
        where agency_id = ${agencyId} and done_at is null and due_at > now()`
      const [found, later] = await Promise.all([due.execute(tx), next.execute(tx)])
      return { due: found.rows, nextInMs: later.rows[0]!.inMs }
    },
    'read only',
  )
}

/** All that is open in an agency's outbox, also what is not due yet, in the order in which it is to be worked off. */
export async function openEntries(tx: Transaction, agencyId: string): Promise<readonly OutboxItem[]> {
  const { rows } = await sql<OutboxItem>`
    select o.id, o.agency_id as "agencyId", o.kind, o.subject_id as "subjectId", o.payload, o.attempts
    from outbox o where o.agency_id = ${agencyId} and o.done_at is null order by o.due_at, o.position, o.id`.execute(tx)
  return rows
}

/** @param at when it was done: now, unless earlier days are replayed */
export const finishedEntry = (tx: Transaction, { agencyId, id }: OutboxItem, at?: Date) =>
  tx
    .updateTable('outbox')
    .set({ done_at: at ?? sql`now()`, last_error: null })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()

/** It is tried again later; its error is what the operator is shown when it is stuck. */
export const failedEntry = (
  tx: Transaction,
  { agencyId, id }: OutboxItem,
  { attempts, error }: { readonly attempts: number; readonly error: string },
) =>
  tx
    .updateTable('outbox')
    .set({
      attempts,
      // PostgreSQL keeps no U+0000 in a text.
      last_error: error.replaceAll('\u0000', '').slice(0, 500),
      due_at: sql`now() + make_interval(secs => ${backOff(attempts) / 1000})`,
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()

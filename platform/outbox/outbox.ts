import { sql } from 'kysely'
import type { OutboxEntry } from '../acts/context.ts'
import type { Transaction } from '../database/transaction.ts'

type Written = { readonly agency: string; readonly now: Date; readonly dueAt: Date; readonly newId: () => string }

/**
 * Writes what must happen elsewhere; each entry is due at once unless it says later.
 *
 * Entries of one subject are worked off in the order of their place behind those that are still open. Whoever writes one
 * holds the subject's row until his commit, so the place is the order in which acts took effect; their times are not, for
 * a transaction that waited for the row began before the one that it waited for.
 */
export async function writeOutbox(
  tx: Transaction,
  { agency, now, dueAt, newId }: Written,
  entries: readonly OutboxEntry[],
): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('outbox')
    .values(
      entries.map((entry, at) => ({
        agency_id: agency,
        id: newId(),
        kind: entry.kind,
        subject_id: entry.subjectId,
        payload: JSON.stringify(entry.payload),
        created_at: now,
        due_at: entry.dueAt ?? dueAt,
        position: sql<number>`(select coalesce(max(before.position), 0) from outbox before
          where before.agency_id = ${agency} and before.subject_id = ${entry.subjectId} and before.done_at is null)
          + ${at + 1}::integer`,
      })),
    )
    .execute()
}

/**
 * How long a failed entry waits before the next try: 2, 4, 8 … seconds, never more than five minutes.
 * @param attempts how often it has failed, 1 or more
 * @returns milliseconds
 */
export const backOff = (attempts: number): number => Math.min(2 ** attempts * 1000, 300_000)

/** An entry that failed this often is shown to the operator as stuck; it goes on being tried. */
export const stuckAfter = 5

import { sql } from 'kysely'
import type { OutboxEntry } from '../acts/context.ts'
import type { Transaction } from '../database/transaction.ts'

type Written = {
  readonly agency: string
  /** Of the act that writes it; none of the platform's own. */
  readonly seatId?: string | null
  readonly now: Date
  readonly dueAt: Date
  readonly newId: () => string
}

/**
 * Writes what must happen elsewhere; each entry is due at once unless it says later.
 *
 * Entries of one subject are worked off in the order of their place behind those that are still open. Whoever writes one
 * holds the subject's row until his commit, so the place is the order in which acts took effect; their times are not, for
 * a transaction that waited for the row began before the one that it waited for.
 */
export async function writeOutbox(
  tx: Transaction,
  { agency, seatId = null, now, dueAt, newId }: Written,
  entries: readonly OutboxEntry[],
): Promise<void> {
  if (entries.length === 0) return
  // As one value: a statement with a place for each of a hundred entries' values is slow to build, and never the same.
  const written = entries.map(({ kind, subjectId, payload, dueAt: later }, at) => ({
    // What was due in days that are replayed waits like all else that is written then.
    ...{
      id: newId(),
      kind,
      subject_id: subjectId,
      payload,
      due_at: later && later > dueAt ? later : dueAt,
      at: at + 1,
    },
  }))
  await sql`
    insert into outbox (agency_id, id, kind, subject_id, payload, created_at, due_at, seat_id, position)
    select ${agency}::uuid, entry.id, entry.kind, entry.subject_id, entry.payload, ${now}, entry.due_at, ${seatId}::uuid, entry.at +
      (select coalesce(max(before.position), 0) from outbox before
        where before.agency_id = ${agency} and before.subject_id = entry.subject_id and before.done_at is null)
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as entry (id uuid, kind text, subject_id uuid, payload jsonb, due_at timestamptz, at integer)`.execute(tx)
}

/**
 * How long a failed entry waits before the next try: 2, 4, 8 … seconds, never more than five minutes.
 * @param attempts how often it has failed, 1 or more
 * @returns milliseconds
 */
export const backOff = (attempts: number): number => Math.min(2 ** attempts * 1000, 300_000)

/** An entry that failed this often is shown to the operator as stuck; it goes on being tried. */
export const stuckAfter = 5

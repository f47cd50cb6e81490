import type { OutboxEntry } from '../acts/context.ts'

/** The row of something that must happen elsewhere; due at once unless the entry says later. */
export function outboxRow(facts: { agency: string; now: Date; dueAt: Date; id: string; entry: OutboxEntry }) {
  const { agency, now, dueAt, id, entry } = facts
  return {
    agency_id: agency,
    id,
    kind: entry.kind,
    subject_id: entry.subjectId,
    payload: JSON.stringify(entry.payload),
    created_at: now,
    due_at: entry.dueAt ?? dueAt,
  }
}

/**
 * How long a failed entry waits before the next try: 2, 4, 8 … seconds, never more than five minutes.
 * @param attempts how often it has failed, 1 or more
 * @returns milliseconds
 */
export const backOff = (attempts: number): number => Math.min(2 ** attempts * 1000, 300_000)

/** An entry that failed this often is shown to the operator as stuck; it goes on being tried. */
export const stuckAfter = 5

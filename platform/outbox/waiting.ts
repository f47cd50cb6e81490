import { sql } from 'kysely'
import type { Transaction } from '../database/transaction.ts'

/** An entry as whoever wrote it knows it again: by what stands in its payload, whatever else stands there. */
export type SoughtEntry = {
  readonly agency: string
  readonly kind: string
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
}

// What was tried may have arrived, though nobody here heard of it: it has left, however long its next try is away.
const stillHere = ({ agency, kind, subjectId, payload }: SoughtEntry, seconds: number) => sql`
  agency_id = ${agency} and kind = ${kind} and subject_id = ${subjectId} and payload @> ${JSON.stringify(payload)}::jsonb
    and done_at is null and attempts = 0 and due_at > now() + make_interval(secs => ${seconds})`

/**
 * Whether an entry that is due later has not left yet and can be had back.
 *
 * @param seconds for so long at least nobody takes it
 */
export async function waitsInOutbox(tx: Transaction, sought: SoughtEntry, seconds = 0): Promise<boolean> {
  const { rows } = await sql`select from outbox where ${stillHere(sought, seconds)} limit 1`.execute(tx)
  return rows.length > 0
}

/**
 * Takes an entry that is due later out of the outbox before it leaves; what else waits there for its subject stays.
 *
 * @returns whether it was still there
 */
export async function takeFromOutbox(tx: Transaction, sought: SoughtEntry): Promise<boolean> {
  const { rows } = await sql`delete from outbox where ${stillHere(sought, 0)} returning id`.execute(tx)
  return rows.length > 0
}

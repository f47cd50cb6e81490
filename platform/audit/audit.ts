import { createHash } from 'node:crypto'
import { type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import type { Actor } from '../acts/actor.ts'
import { chance } from '../acts/chance.ts'
import type { AuditEntry, RequestOrigin } from '../acts/context.ts'
import type { Transaction } from '../database/transaction.ts'

type AuditFacts = { agency: string; actor: Actor; origin: RequestOrigin; now: Date; id: string; entry: AuditEntry }

/** The audit row of one change. Its salt makes the later leaf impossible to guess from the row's likely content. */
export function auditRow({ agency, actor, origin, now, id, entry }: AuditFacts) {
  return {
    agency_id: agency,
    id,
    at: now,
    act: entry.act,
    person_id: actor.personId ?? null,
    seat_id: actor.kind === 'seat' ? actor.seatId : null,
    acting_part: actor.kind === 'system' ? actor.name : null,
    on_behalf_of: entry.onBehalfOf ?? null,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    before: entry.before ? JSON.stringify(entry.before) : null,
    after: entry.after ? JSON.stringify(entry.after) : null,
    request_id: origin.requestId,
    network: origin.network,
    salt: chance(16),
  }
}

/**
 * The writes of an audit row: itself, and its place among those that wait to be sealed.
 *
 * @param given facts of `after` that only the statement knows which they go along with
 */
export const auditWrites = (
  tx: Transaction,
  row: ReturnType<typeof auditRow>,
  given: Readonly<Record<string, RawBuilder<unknown>>> = {},
): OperationNodeSource[] => [
  tx.insertInto('audit_entries').values({ ...row, after: withGiven(row.after, given) }),
  tx.insertInto('audit_unsealed').values({ agency_id: row.agency_id, audit_id: row.id }),
]

/** Lays what the statement itself will know over the facts that are known before it. */
function withGiven(after: string | null, given: Readonly<Record<string, RawBuilder<unknown>>>) {
  const facts = Object.entries(given).map(([name, value]) => sql`${name}::text, ${value}`)
  return facts.length === 0 ? after : sql<string>`${after ?? '{}'}::jsonb || jsonb_build_object(${sql.join(facts)})`
}

/** A row of `audit_entries` as PostgreSQL gives it back, every column as text but the salt. */
export type AuditRowText = Readonly<Record<string, string | null>> & { readonly salt?: never }
export type Audited = { readonly salt: Buffer; readonly row: AuditRowText }

/**
 * Reads audit rows as their leaves hash them, in the order of their ids. The text of a row is the same on every connection:
 * the time is written out in UTC to the microsecond, for what PostgreSQL makes of it by itself follows the connection's
 * DateStyle and TimeZone. Columns that come later are among the text by themselves.
 */
export async function readAudited(tx: Transaction, agency: string, ids: readonly string[]): Promise<Audited[]> {
  const { rows } = await sql<Audited>`
    select e.salt, (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(e) - 'salt'
      || jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))) as row
    from audit_entries e where e.agency_id = ${agency} and e.id = any(${ids}::uuid[]) order by e.id`.execute(tx)
  return rows
}

/**
 * The leaf of an audit row: SHA-256(salt ‖ canonical row). The canonical row lists the columns by name with the text that
 * PostgreSQL returns: jsonb reorders keys and dates lose microseconds on the way in, so what was sent is never hashed.
 */
export function auditLeaf(salt: Uint8Array, row: AuditRowText): Buffer {
  const canonical = JSON.stringify(Object.entries(row).sort(([left], [right]) => (left < right ? -1 : 1)))
  return createHash('sha256').update(salt).update(canonical, 'utf8').digest()
}

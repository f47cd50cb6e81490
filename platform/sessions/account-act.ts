import type pg from 'pg'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { chance } from '../acts/chance.ts'
import type { AuditEntry, RequestOrigin } from '../acts/context.ts'
import { auditRow, auditWrites } from '../audit/audit.ts'
import { inAgency, type Transaction } from '../database/transaction.ts'
import { writeTogether } from '../database/write-together.ts'
import { installationId } from '../installation/installation.ts'

/**
 * What a person does to his own account (signs in and out, changes the password), in one transaction with its audit row. A
 * person has one account whatever his agencies, so the row stands among the installation's.
 *
 * @param work does it and says what the audit notes; without a note nothing was changed
 * @returns whether something was changed
 * @example await actOnAccount(pool, { personId, origin }, async tx => (await endSession(tx, id)) ? { act: 'sessions.end', subject } : undefined)
 */
export function actOnAccount(
  pool: pg.Pool,
  { personId, origin }: { readonly personId: string; readonly origin: RequestOrigin },
  work: (tx: Transaction) => Promise<AuditEntry | undefined>,
): Promise<boolean> {
  return inAgency(pool, installationId, async (tx, now) => {
    const entry = await work(tx)
    if (!entry) return false
    const actor = { kind: 'system', name: 'sessions', personId } as const
    const id = uuidV7(now.getTime(), chance(10))
    await writeTogether(tx, auditWrites(tx, auditRow({ agency: installationId, actor, origin, now, id, entry })))
    return true
  })
}

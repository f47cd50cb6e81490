import { sql } from 'kysely'
import type { Transaction } from '../database/transaction.ts'

export type Login = { readonly login: string; readonly personId: string; readonly mustChangePassword: boolean }

/** Makes a login, unless somebody has it. It belongs to no agency: one person signs in once, whatever his seats. */
export async function createLogin(
  tx: Transaction,
  facts: { login: string; personId: string; passwordHash: string; mustChangePassword: boolean },
): Promise<{ taken: boolean }> {
  const made = await tx
    .insertInto('logins')
    .values({
      login: facts.login,
      person_id: facts.personId,
      password_hash: facts.passwordHash,
      must_change_password: facts.mustChangePassword,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('login')
    .executeTakeFirst()
  return { taken: made === undefined }
}

export async function findLogin(tx: Transaction, login: string): Promise<Login | undefined> {
  const row = await selectLogins(tx).where('login', '=', login).executeTakeFirst()
  return row && shown(row)
}

/** Whether nobody can sign in yet. */
export const hasNoLogins = async (tx: Transaction): Promise<boolean> =>
  (await selectLogins(tx).limit(1).executeTakeFirst()) === undefined

/** The logins of these people; who has none is missing. */
export async function loginsOf(tx: Transaction, personIds: readonly string[]): Promise<readonly Login[]> {
  if (personIds.length === 0) return []
  return (await selectLogins(tx).where('person_id', 'in', personIds).orderBy('created_at').execute()).map(shown)
}

/** Gives a password and ends all sessions of its owner, who must change it at once unless he chose it himself. */
export async function replacePassword(
  tx: Transaction,
  login: string,
  passwordHash: string,
  { mustChange = true } = {},
): Promise<void> {
  await tx
    .updateTable('logins')
    .set({ password_hash: passwordHash, must_change_password: mustChange, password_changed_at: sql<Date>`now()` })
    .where('login', '=', login)
    .execute()
  await endSessions(tx, login)
}

export async function endSessions(tx: Transaction, login: string): Promise<void> {
  await tx.deleteFrom('sessions').where('login', '=', login).execute()
}

/** Takes the slow-down off a login on every network. */
export async function forgetFailures(tx: Transaction, login: string): Promise<void> {
  await tx.deleteFrom('sign_in_failures').where('login', '=', login).execute()
}

const selectLogins = (tx: Transaction) => tx.selectFrom('logins').select(['login', 'person_id', 'must_change_password'])

const shown = (row: { login: string; person_id: string; must_change_password: boolean }): Login => ({
  login: row.login,
  personId: row.person_id,
  mustChangePassword: row.must_change_password,
})

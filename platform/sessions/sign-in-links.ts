import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/transaction.ts'

const validForHours = 72
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Makes the secret of a link that lets its holder become the first administrator. Only its hash is kept: it can be printed
 * once, here, and never read again.
 */
export async function makeFirstAdministratorToken(tx: Transaction): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx
    .deleteFrom('sign_in_links')
    .where('purpose', '=', 'first-administrator')
    .where('used_at', 'is', null)
    .execute()
  await tx
    .insertInto('sign_in_links')
    .values({
      token_hash: hashOf(token),
      purpose: 'first-administrator',
      expires_at: sql<Date>`now() + make_interval(hours => ${validForHours})`,
    })
    .execute()
  return token
}

/** Uses the link up; of two who press it at once one is told that it is gone. */
export async function useFirstAdministratorToken(tx: Transaction, token: string): Promise<boolean> {
  const used = await tx
    .updateTable('sign_in_links')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', 'first-administrator')
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('token_hash')
    .executeTakeFirst()
  return used !== undefined
}

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/transaction.ts'

/** What the holder of a link may do once: become an administrator of the installation, or set the password of a login. */
export type SignInLink =
  | { readonly purpose: 'first-administrator'; readonly login?: never }
  | { readonly purpose: 'password-reset'; readonly login: string }

const validForHours = 72
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Makes the secret of a link. Only its hash is kept: it can be printed once, here, and never read again. An earlier link
 * for the same that nobody used no longer works.
 */
export async function makeSignInLink(tx: Transaction, { purpose, login }: SignInLink): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx
    .deleteFrom('sign_in_links')
    .where('purpose', '=', purpose)
    .where(sql<boolean>`login is not distinct from ${login ?? null}`)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .insertInto('sign_in_links')
    .values({
      token_hash: hashOf(token),
      purpose,
      login: login ?? null,
      expires_at: sql<Date>`now() + make_interval(hours => ${validForHours})`,
    })
    .execute()
  return token
}

/**
 * Uses the link up; of two who press it at once one is told that it is gone.
 *
 * @returns the login that the link is for, if it is for one; nothing when it is used, over or unknown
 */
export async function spendSignInLink(
  tx: Transaction,
  purpose: SignInLink['purpose'],
  token: string,
): Promise<{ login: string | null } | undefined> {
  return tx
    .updateTable('sign_in_links')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('login')
    .executeTakeFirst()
}

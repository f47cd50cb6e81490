import { sql } from 'kysely'
import type pg from 'pg'
import type { RequestOrigin } from '../acts/context.ts'
import { platformErrors } from '../acts/errors.ts'
import { inNoAgency, type Transaction, withoutAgency } from '../database/transaction.ts'
import { actOnAccount } from './account-act.ts'
import { countedNetwork, countUnderCeilings, settleRightTry, type Try } from './ceilings.ts'
import { decoyHash, hashPassword, passwordFits, requireStrongPassword } from './passwords.ts'

/** Wrong tries that cost nothing but the try; from then on each doubles the wait, up to a quarter of an hour. */
const freeTries = 4
const longestWaitSeconds = 900
/** A try counts for so long; sweeping removes it afterwards. */
export const failureCountsForHours = 24

export type LoginFacts = { personId: string; login: string; mustChangePassword: boolean }
export type PasswordChange = {
  readonly login: string
  readonly personId: string
  /** The session in which it is changed: the only one that goes on. */
  readonly sessionId: string
  readonly origin: RequestOrigin
  readonly current: string
  readonly next: string
}
export type SignIn = ReturnType<typeof openSignIn>

/**
 * Checks logins and passwords. A failure is counted for the login together with the network it came from: a stranger who
 * tries slows himself down, not the owner at his desk. Beside that, ceilings hold for a network and for all (`ceilings.ts`).
 */
export function openSignIn(pool: pg.Pool) {
  const queries = withoutAgency(pool)

  /** @throws platform.SignInSlowed, SignInCrowded, SignInFailed */
  async function check(given: Try & { password: string }): Promise<LoginFacts> {
    const one = { login: given.login.trim().toLowerCase(), network: countedNetwork(given.network) }
    const wasCounted = await countTry(one)
    const row = await queries
      .selectFrom('logins')
      .select(['person_id', 'password_hash', 'must_change_password', 'disabled_at'])
      .where('login', '=', one.login)
      .executeTakeFirst()
    const fits = await passwordFits(row?.password_hash ?? (await decoyHash), given.password)
    if (!row || row.disabled_at || !fits) throw platformErrors.SignInFailed()
    await forgetTries(one, wasCounted)
    return { personId: row.person_id, login: one.login, mustChangePassword: row.must_change_password }
  }

  /**
   * Counts a try as a failure before the password is looked at, and takes that back when it fits: a thousand guesses sent
   * at once are counted one after another too. A try that is refused, for its login waits or a ceiling is reached, is not
   * counted at all.
   *
   * @returns whether it counts under the ceilings
   */
  const countTry = (one: Try): Promise<boolean> =>
    inNoAgency(pool, async tx => {
      await countForLogin(tx, one)
      return countUnderCeilings(tx, one)
    })

  async function countForLogin(tx: Transaction, { login, network }: Try): Promise<void> {
    const { rows: counted } = await sql`
      insert into sign_in_failures (login, network, failures, last_at) values (${login}, ${network}, 1, now())
      on conflict (login, network) do update set last_at = now(),
        failures = case when ${isOver} then 1 else sign_in_failures.failures + 1 end
      where ${isOver} or ${secondsLeft} <= 0
      returning failures`.execute(tx)
    if (counted.length > 0) return
    const row = await tx
      .selectFrom('sign_in_failures')
      .select(secondsLeft.as('seconds'))
      .where('login', '=', login)
      .where('network', '=', network)
      .executeTakeFirst()
    // Whoever signed in rightly just now has removed the row.
    const seconds = Math.max(1, Math.ceil(row?.seconds ?? 1))
    throw platformErrors.SignInSlowed({ seconds }, { retryAfterSeconds: seconds })
  }

  const forgetTries = (one: Try, wasCounted: boolean): Promise<void> =>
    inNoAgency(pool, async tx => {
      const { login, network } = one
      await tx.deleteFrom('sign_in_failures').where('login', '=', login).where('network', '=', network).execute()
      await settleRightTry(tx, one, wasCounted)
    })

  /**
   * Changes the own password; every other session of the person ends with it.
   *
   * @throws platform.SignInSlowed, SignInCrowded, SignInFailed, PasswordTooWeak
   */
  async function changePassword(change: PasswordChange): Promise<void> {
    const { login, personId, sessionId, origin } = change
    const one = { login, network: countedNetwork(origin.network) }
    const wasCounted = await countTry(one)
    const row = await queries.selectFrom('logins').select('password_hash').where('login', '=', login).executeTakeFirst()
    if (!row || !(await passwordFits(row.password_hash, change.current))) throw platformErrors.SignInFailed()
    await forgetTries(one, wasCounted)
    requireStrongPassword(change.next, change)
    const passwordHash = await hashPassword(change.next)
    const changed = await actOnAccount(pool, { personId, origin }, async tx => {
      const { numUpdatedRows } = await tx
        .updateTable('logins')
        .set({ password_hash: passwordHash, must_change_password: false, password_changed_at: sql<Date>`now()` })
        .where('login', '=', login)
        // An administrator who gave a new password meanwhile did so to shut this very change out.
        .where('password_hash', '=', row.password_hash)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return undefined
      await tx.deleteFrom('sessions').where('person_id', '=', personId).where('id', '<>', sessionId).execute()
      return { act: 'sessions.change-password', subject: { type: 'person', id: personId }, after: { login } }
    })
    if (!changed) throw platformErrors.SignInFailed()
  }

  return { check, changePassword }
}

const isOver = sql<boolean>`sign_in_failures.last_at < now() - make_interval(hours => ${failureCountsForHours})`
/** How long the next try must still wait. The exponent is bounded, for twice the longest wait is as good as any. */
const secondsLeft = sql<number>`(case when sign_in_failures.failures < ${freeTries}::int then 0
  else least(power(2, least(sign_in_failures.failures - ${freeTries}::int, 10)) * 5, ${longestWaitSeconds}::int) end
  - extract(epoch from now() - sign_in_failures.last_at))::float8`

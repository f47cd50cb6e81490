import { sql } from 'kysely'
import type pg from 'pg'
import { platformErrors } from '../acts/errors.ts'
import { withoutAgency } from '../database/transaction.ts'
import { decoyHash, hashPassword, passwordFits, requireStrongPassword } from './passwords.ts'

/** Wrong tries that cost nothing but the try; from then on each doubles the wait, up to a quarter of an hour. */
const freeTries = 4
const longestWaitSeconds = 900
/** A try counts for so long; sweeping removes it afterwards. */
export const failureCountsForHours = 24

export type LoginFacts = { personId: string; login: string; mustChangePassword: boolean }
export type SignIn = ReturnType<typeof openSignIn>

/** Which login is tried, and from where. */
type Try = { readonly login: string; readonly network: string }

/**
 * Checks logins and passwords. A failure is counted for the login together with the network it came from: a stranger who
 * tries slows himself down, not the owner at his desk.
 */
export function openSignIn(pool: pg.Pool) {
  const queries = withoutAgency(pool)

  /** @throws platform.SignInSlowed, SignInFailed */
  async function check(given: Try & { password: string }): Promise<LoginFacts> {
    const one = { login: given.login.trim().toLowerCase(), network: given.network }
    await countTry(one)
    const row = await queries
      .selectFrom('logins')
      .select(['person_id', 'password_hash', 'must_change_password', 'disabled_at'])
      .where('login', '=', one.login)
      .executeTakeFirst()
    const fits = await passwordFits(row?.password_hash ?? (await decoyHash), given.password)
    if (!row || row.disabled_at || !fits) throw platformErrors.SignInFailed()
    await forgetTries(one)
    return { personId: row.person_id, login: one.login, mustChangePassword: row.must_change_password }
  }

  /**
   * Counts a try as a failure before the password is looked at, and takes that back when it fits: a thousand guesses sent
   * at once are counted one after another too. A try in the time of waiting is refused and not counted.
   */
  async function countTry({ login, network }: Try): Promise<void> {
    const { rows: counted } = await sql`
      insert into sign_in_failures (login, network, failures, last_at) values (${login}, ${network}, 1, now())
      on conflict (login, network) do update set last_at = now(),
        failures = case when ${isOver} then 1 else sign_in_failures.failures + 1 end
      where ${isOver} or ${secondsLeft} <= 0
      returning failures`.execute(queries)
    if (counted.length > 0) return
    const row = await queries
      .selectFrom('sign_in_failures')
      .select(secondsLeft.as('seconds'))
      .where('login', '=', login)
      .where('network', '=', network)
      .executeTakeFirst()
    // Whoever signed in rightly just now has removed the row.
    const seconds = Math.max(1, Math.ceil(row?.seconds ?? 1))
    throw platformErrors.SignInSlowed({ seconds }, { retryAfterSeconds: seconds })
  }

  const forgetTries = ({ login, network }: Try) =>
    queries.deleteFrom('sign_in_failures').where('login', '=', login).where('network', '=', network).execute()

  /** @throws platform.SignInSlowed, SignInFailed, PasswordTooWeak */
  async function changePassword(facts: Try & { current: string; next: string }): Promise<void> {
    await countTry(facts)
    const row = await queries
      .selectFrom('logins')
      .select('password_hash')
      .where('login', '=', facts.login)
      .executeTakeFirst()
    if (!row || !(await passwordFits(row.password_hash, facts.current))) throw platformErrors.SignInFailed()
    await forgetTries(facts)
    requireStrongPassword(facts.next, facts)
    const changed = await queries
      .updateTable('logins')
      .set({
        password_hash: await hashPassword(facts.next),
        must_change_password: false,
        password_changed_at: sql<Date>`now()`,
      })
      .where('login', '=', facts.login)
      // An administrator who gave a new password meanwhile did so to shut this very change out.
      .where('password_hash', '=', row.password_hash)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw platformErrors.SignInFailed()
  }

  return { check, changePassword }
}

const isOver = sql<boolean>`sign_in_failures.last_at < now() - make_interval(hours => ${failureCountsForHours})`
/** How long the next try must still wait. The exponent is bounded, for twice the longest wait is as good as any. */
const secondsLeft = sql<number>`(case when sign_in_failures.failures < ${freeTries}::int then 0
  else least(power(2, least(sign_in_failures.failures - ${freeTries}::int, 10)) * 5, ${longestWaitSeconds}::int) end
  - extract(epoch from now() - sign_in_failures.last_at))::float8`

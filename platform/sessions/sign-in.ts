import { sql } from 'kysely'
import type pg from 'pg'
import { platformErrors } from '../acts/errors.ts'
import { withoutAgency } from '../database/transaction.ts'
import { decoyHash, hashPassword, passwordFits, requireStrongPassword } from './passwords.ts'

/** Wrong tries that cost nothing but the try; from then on each doubles the wait, up to a quarter of an hour. */
const freeTries = 4
const longestWaitSeconds = 900
const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(2 ** (failures - freeTries) * 5, longestWaitSeconds)

export type LoginFacts = { personId: string; login: string; mustChangePassword: boolean }
export type SignIn = ReturnType<typeof openSignIn>

/**
 * Checks logins and passwords. A failure is counted for the login together with the network it came from: a stranger who
 * tries slows himself down, not the owner at his desk.
 */
export function openSignIn(pool: pg.Pool) {
  const queries = withoutAgency(pool)

  async function check(given: { login: string; password: string; network: string }): Promise<LoginFacts> {
    const login = given.login.trim().toLowerCase()
    const seconds = await secondsToWait(login, given.network)
    if (seconds > 0) throw platformErrors.SignInSlowed({ seconds }, { retryAfterSeconds: seconds })
    const row = await queries
      .selectFrom('logins')
      .select(['person_id', 'password_hash', 'must_change_password', 'disabled_at'])
      .where('login', '=', login)
      .executeTakeFirst()
    const fits = await passwordFits(row?.password_hash ?? (await decoyHash), given.password)
    if (!row || row.disabled_at || !fits) {
      await countFailure(login, given.network)
      throw platformErrors.SignInFailed()
    }
    await queries
      .deleteFrom('sign_in_failures')
      .where('login', '=', login)
      .where('network', '=', given.network)
      .execute()
    return { personId: row.person_id, login, mustChangePassword: row.must_change_password }
  }

  async function secondsToWait(login: string, network: string): Promise<number> {
    const row = await queries
      .selectFrom('sign_in_failures')
      .select(['failures', sql<number>`extract(epoch from now() - last_at)::float8`.as('ago')])
      .where('login', '=', login)
      .where('network', '=', network)
      .executeTakeFirst()
    return row ? Math.max(0, Math.ceil(waitAfter(row.failures) - row.ago)) : 0
  }

  const countFailure = (login: string, network: string) =>
    sql`insert into sign_in_failures (login, network, failures, last_at) values (${login}, ${network}, 1, now())
        on conflict (login, network) do update set last_at = now(),
          failures = case when sign_in_failures.last_at < now() - interval '1 day' then 1 else sign_in_failures.failures + 1 end`.execute(
      queries,
    )

  async function changePassword(facts: { login: string; current: string; next: string }): Promise<void> {
    const row = await queries
      .selectFrom('logins')
      .select('password_hash')
      .where('login', '=', facts.login)
      .executeTakeFirst()
    if (!row || !(await passwordFits(row.password_hash, facts.current))) throw platformErrors.SignInFailed()
    requireStrongPassword(facts.next, facts)
    await queries
      .updateTable('logins')
      .set({
        password_hash: await hashPassword(facts.next),
        must_change_password: false,
        password_changed_at: sql<Date>`now()`,
      })
      .where('login', '=', facts.login)
      .execute()
  }

  /** Takes the slow-down off a login, on every network: the agency's administrator, who knows the person, does it. */
  const unlock = (login: string) => queries.deleteFrom('sign_in_failures').where('login', '=', login).execute()

  return { check, changePassword, unlock }
}

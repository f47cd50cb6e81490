import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { platformErrors } from '../acts/errors.ts'
import type { Transaction } from '../database/transaction.ts'

/** Which login is tried, and from where. */
export type Try = { readonly login: string; readonly network: string }

/** The ceilings hold for so long; then counting begins anew. */
export const ceilingSeconds = 900
/**
 * Wrong tries from one network, over all logins. The largest office behind one address has 126 people, who all sign in at
 * half past seven: were each of them new there and mistyped three times, it would not be reached.
 */
export const mostPerNetwork = 500
/** Wrong tries of all the world. A province of ten thousand people, each third of whom mistypes in the same minutes. */
export const mostOfAll = 3000
/** A login that was rightly signed in from a network is at home there for so long, counted from the last time. */
export const placeKnownForDays = 30

const networkScope = (network: string): string => `network:${network}`

/**
 * The network that tries are counted for. One who has an IPv6 line has 2⁶⁴ addresses of it and would take a new one for
 * each guess, so they count as one.
 *
 * @example countedNetwork('2001:db8:1:2:aaaa::5') // '2001:db8:1:2::/64'
 */
export function countedNetwork(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  const [head = '', tail = ''] = address.split('%')[0]!.split('::') as [string?, string?]
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const zeros = Array.from({ length: Math.max(0, 8 - groups(head).length - groups(tail).length) }, () => '0')
  const first = [...groups(head), ...zeros, ...groups(tail)].slice(0, 4)
  return `${first.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/**
 * Counts a try under the ceilings of its network and of all. They do not hold where the login is at home: whoever guesses
 * from the office's address, or from a thousand others, shuts nobody out who works there; of these pairs each is slowed by
 * its own count.
 *
 * @returns whether it was counted
 * @throws platform.SignInCrowded, which says when to try again
 */
export async function countUnderCeilings(tx: Transaction, { login, network }: Try): Promise<boolean> {
  const { rows } = await sql`select from sign_in_places where login = ${login} and network = ${network}
    and last_at > now() - make_interval(days => ${placeKnownForDays}::integer)`.execute(tx)
  if (rows.length > 0) return false
  // Always in this order: two tries wait for each other, and never in a ring.
  await countUnder(tx, networkScope(network), mostPerNetwork)
  await countUnder(tx, 'all', mostOfAll)
  return true
}

async function countUnder(tx: Transaction, scope: string, most: number): Promise<void> {
  const isOver = sql`sign_in_ceilings.began_at < now() - make_interval(secs => ${ceilingSeconds}::integer)`
  const { rows } = await sql`
    insert into sign_in_ceilings (scope, failures, began_at) values (${scope}, 1, now())
    on conflict (scope) do update set
      began_at = case when ${isOver} then now() else sign_in_ceilings.began_at end,
      failures = case when ${isOver} then 1 else sign_in_ceilings.failures + 1 end
    where ${isOver} or sign_in_ceilings.failures < ${most}::integer
    returning failures`.execute(tx)
  if (rows.length > 0) return
  const left = await sql<{ seconds: number }>`
    select ceil(extract(epoch from began_at - now()) + ${ceilingSeconds}::integer)::integer as seconds
    from sign_in_ceilings where scope = ${scope}`.execute(tx)
  const seconds = Math.max(1, left.rows[0]?.seconds ?? 1)
  throw platformErrors.SignInCrowded({ minutes: Math.ceil(seconds / 60) }, { retryAfterSeconds: seconds })
}

/** The password was right: the try counts under no ceiling, and the login is at home there from now on. */
export async function settleRightTry(tx: Transaction, { login, network }: Try, wasCounted: boolean): Promise<void> {
  await sql`
    insert into sign_in_places (login, network, last_at) values (${login}, ${network}, now())
    on conflict (login, network) do update set last_at = now()
    where sign_in_places.last_at < now() - interval '1 day'`.execute(tx)
  if (!wasCounted) return
  for (const scope of [networkScope(network), 'all'])
    await sql`update sign_in_ceilings set failures = greatest(failures - 1, 0) where scope = ${scope}`.execute(tx)
}

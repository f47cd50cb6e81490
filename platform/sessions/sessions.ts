import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { SeatActor } from '../acts/actor.ts'
import type { RequestOrigin } from '../acts/context.ts'
import { withoutAgency } from '../database/transaction.ts'
import { actOnAccount } from './account-act.ts'
import type { SeatDirectory, SeatSummary } from './directory.ts'

export type Session = {
  readonly id: string
  readonly personId: string
  readonly login: string
  readonly fullName: string
  readonly installationAdmin: boolean
  readonly mustChangePassword: boolean
  readonly expiresAt: Date
  readonly seats: readonly SeatSummary[]
}
export type SessionRow = {
  id: string
  createdAt: Date
  seenAt: Date
  network: string
  device: string
  current: boolean
}
type OfPerson = { readonly personId: string; readonly origin: RequestOrigin }
export type Sessions = ReturnType<typeof openSessions>

const lifetimeHours = 12
/** How long a session or actor is remembered: ending one in this process is felt at once, elsewhere within this time. */
const rememberedFor = 10_000
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Sessions of people who signed in. The token is a random 256-bit value that only the browser keeps. */
export function openSessions(pool: pg.Pool, directory: SeatDirectory) {
  const queries = withoutAgency(pool)
  const sessions = new Remembered<Session>()
  const actors = new Remembered<SeatActor>()

  async function create(facts: {
    personId: string
    login: string
    origin: RequestOrigin
    device: string
    id: string
  }): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await actOnAccount(pool, facts, async tx => {
      await tx
        .insertInto('sessions')
        .values({
          token_hash: hashOf(token),
          id: facts.id,
          person_id: facts.personId,
          login: facts.login,
          expires_at: sql<Date>`now() + make_interval(hours => ${lifetimeHours})`,
          network: facts.origin.network,
          device: facts.device.slice(0, 200),
        })
        .execute()
      return { act: 'sessions.sign-in', subject: { type: 'session', id: facts.id }, after: { login: facts.login } }
    })
    return token
  }

  async function find(token: string): Promise<Session | undefined> {
    const key = hashOf(token)
    return sessions.recall(key.toString('base64'), async () => {
      const row = await queries
        .selectFrom('sessions')
        .innerJoin('logins', 'logins.login', 'sessions.login')
        .select([
          'sessions.id',
          'sessions.person_id',
          'sessions.login',
          'sessions.expires_at',
          'logins.must_change_password',
        ])
        .select(sql<boolean>`seen_at < now() - interval '1 minute'`.as('stale'))
        .where('token_hash', '=', key)
        .where('expires_at', '>', sql<Date>`now()`)
        .where('logins.disabled_at', 'is', null)
        .executeTakeFirst()
      if (!row) return undefined
      if (row.stale)
        await queries.updateTable('sessions').set({ seen_at: sql<Date>`now()` }).where('token_hash', '=', key).execute()
      const person = await directory.findPerson(row.person_id)
      if (!person) return undefined
      return {
        id: row.id,
        personId: row.person_id,
        login: row.login,
        ...person,
        mustChangePassword: row.must_change_password,
        expiresAt: row.expires_at,
        seats: await directory.seatsOf(row.person_id),
      }
    })
  }

  const findActor = (personId: string, seat: SeatSummary): Promise<SeatActor | undefined> =>
    actors.recall(`${personId} ${seat.id}`, () => directory.findActor(personId, seat))

  async function list(personId: string, currentId: string): Promise<SessionRow[]> {
    const rows = await queries
      .selectFrom('sessions')
      .select(['id', 'created_at', 'seen_at', 'network', 'device'])
      .where('person_id', '=', personId)
      .where('expires_at', '>', sql<Date>`now()`)
      .orderBy('seen_at', 'desc')
      .limit(50)
      .execute()
    return rows.map(row => ({
      id: row.id,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      network: row.network,
      device: row.device,
      current: row.id === currentId,
    }))
  }

  /** Ends one session of a person: the one he is in, or that of another device. @returns whether there was one */
  async function end({ personId, id, origin }: OfPerson & { id: string }): Promise<boolean> {
    const ended = await actOnAccount(pool, { personId, origin }, async tx => {
      const { numDeletedRows } = await tx
        .deleteFrom('sessions')
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows > 0n ? { act: 'sessions.end', subject: { type: 'session', id } } : undefined
    })
    forget(personId)
    return ended
  }

  /** Seats, rights or sessions of a person changed: what is remembered of him no longer holds. */
  function forget(personId: string): void {
    sessions.forget(session => session.personId === personId)
    actors.forget(actor => actor.personId === personId)
  }
  const forgetActors = (agencyId: string): void => actors.forget(actor => actor.agencyId === agencyId)

  return { create, find, findActor, list, end, forget, forgetActors }
}

/** Values remembered for a few seconds, at most some thousands; what was not found is asked for again each time. */
class Remembered<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>()
  #timesForgotten = 0
  async recall(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.#entries.get(key)
    const now = performance.now()
    if (known && known.until > now) return known.value
    let value: Value | undefined
    let before: number
    do {
      before = this.#timesForgotten
      value = await load()
      // Something was to be forgotten while this was read, perhaps this: it is read again, and never kept unseen.
    } while (before !== this.#timesForgotten)
    if (value === undefined) {
      this.#entries.delete(key)
      return undefined
    }
    if (this.#entries.size >= 5_000) this.#entries.clear()
    this.#entries.set(key, { value, until: now + rememberedFor })
    return value
  }
  forget(match: (value: Value) => boolean): void {
    this.#timesForgotten++
    for (const [key, entry] of this.#entries) if (match(entry.value)) this.#entries.delete(key)
  }
}

import { sql } from 'kysely'
import type pg from 'pg'
import { inAgency, withoutAgency } from '../database/transaction.ts'
import { backOff, stuckAfter } from './outbox.ts'

export type OutboxItem = {
  readonly id: string
  readonly agencyId: string
  readonly kind: string
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
}

/** Does one entry's work, in transactions of its own; doing it twice must be harmless, for a crash may repeat it. */
export type OutboxHandler = (item: OutboxItem) => Promise<void>

export type Relay = {
  /** An act of this agency wrote to its outbox: look now. */
  wake(agencyId: string): void
  /** Resolves when nothing that is due is left, for tests and for a clean stop. */
  idle(): Promise<void>
  stop(): Promise<void>
}

type RelayOptions = {
  pool: pg.Pool
  handlers: Readonly<Record<string, OutboxHandler>>
  log: (level: 'warn' | 'error', facts: Record<string, unknown>, message: string) => void
  /** How often to look for entries that nobody woke us for (after a crash, or due later). */
  lookEveryMs?: number
  atOnce?: number
}

/**
 * Works off the outboxes of all agencies. The outbox is the job queue: durable, one row per piece of work, retried with a
 * capped back-off. Only this process works on them (it holds the data folder's lock), so no lease can be left behind by
 * a killed worker: the next start finds every row that is not done. Within one agency entries of one subject keep their
 * order; agencies do not wait for each other.
 */
export function startRelay({ pool, handlers, log, lookEveryMs = 10_000, atOnce = 4 }: RelayOptions): Relay {
  const waiting = new Set<string>()
  const working = new Map<string, Promise<void>>()
  let stopped = false

  function wake(agencyId: string) {
    waiting.add(agencyId)
    startMore()
  }

  function startMore() {
    for (const agencyId of waiting) {
      if (stopped || working.size >= atOnce) return
      if (working.has(agencyId)) continue
      waiting.delete(agencyId)
      const work = workOff(agencyId)
        .catch(error => log('error', { agencyId, error: String(error) }, 'outbox could not be read'))
        .finally(() => {
          working.delete(agencyId)
          startMore()
        })
      working.set(agencyId, work)
    }
  }

  async function workOff(agencyId: string) {
    for (;;) {
      const items = await dueItems(agencyId)
      if (items.length === 0 || stopped) return
      const failedSubjects = new Set<string>()
      await inParallel(items, atOnce, async item => {
        if (failedSubjects.has(item.subjectId)) return
        if (!(await workOn(item))) failedSubjects.add(item.subjectId)
      })
      // A subject whose entry failed is retried later; asking again now would spin.
      if (failedSubjects.size === items.length) return
    }
  }

  async function workOn(item: OutboxItem): Promise<boolean> {
    try {
      const handler = handlers[item.kind]
      if (!handler) throw new Error(`no handler for ${item.kind}`)
      await handler(item)
      await inAgency(pool, item.agencyId, tx =>
        tx
          .updateTable('outbox')
          .set({ done_at: sql`now()`, last_error: null })
          .where('agency_id', '=', item.agencyId)
          .where('id', '=', item.id)
          .execute(),
      )
      return true
    } catch (error) {
      const attempts = item.attempts + 1
      log(
        attempts >= stuckAfter ? 'error' : 'warn',
        { agencyId: item.agencyId, outboxId: item.id, kind: item.kind, attempts, error: String(error) },
        'outbox entry failed',
      )
      await inAgency(pool, item.agencyId, tx =>
        tx
          .updateTable('outbox')
          .set({
            attempts,
            last_error: String(error).slice(0, 500),
            due_at: sql`now() + make_interval(secs => ${backOff(attempts) / 1000})`,
          })
          .where('agency_id', '=', item.agencyId)
          .where('id', '=', item.id)
          .execute(),
      )
      return false
    }
  }

  async function dueItems(agencyId: string): Promise<OutboxItem[]> {
    const rows = await inAgency(
      pool,
      agencyId,
      tx =>
        tx
          .selectFrom('outbox')
          .select(['id', 'kind', 'subject_id', 'payload', 'attempts'])
          .where('agency_id', '=', agencyId)
          .where('done_at', 'is', null)
          .where('due_at', '<=', sql<Date>`now()`)
          .orderBy('due_at')
          .orderBy('id')
          .limit(200)
          .execute(),
      'read only',
    )
    return rows.map(row => ({
      id: row.id,
      agencyId,
      kind: row.kind,
      subjectId: row.subject_id,
      payload: row.payload as Record<string, unknown>,
      attempts: row.attempts,
    }))
  }

  async function look() {
    const rows = await sql<{ agency_id: string }>`select agency_id from agencies_with_work()`.execute(
      withoutAgency(pool),
    )
    for (const row of rows.rows) waiting.add(row.agency_id)
    startMore()
  }

  const timer = setInterval(() => {
    look().catch(error => log('warn', { error: String(error) }, 'outbox look failed'))
  }, lookEveryMs)
  timer.unref()
  look().catch(error => log('warn', { error: String(error) }, 'outbox look failed'))

  const idle = async () => {
    await look()
    while (working.size > 0) await Promise.all(working.values())
  }
  return {
    wake,
    idle,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await Promise.all(working.values())
    },
  }
}

async function inParallel<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>) {
  // Entries of one subject keep their order: they form one chain.
  const chains = Map.groupBy(items as (Item & { subjectId: string })[], item => item.subjectId)
  const queue = [...chains.values()]
  await Promise.all(
    Array.from({ length: Math.min(atOnce, queue.length) }, async () => {
      for (let chain = queue.shift(); chain; chain = queue.shift()) for (const item of chain) await work(item)
    }),
  )
}

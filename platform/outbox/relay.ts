import { sql } from 'kysely'
import type pg from 'pg'
import { inAgency, withoutAgency } from '../database/transaction.ts'
import { failedEntry, finishedEntry, type OutboxItem, readDesk } from './entries.ts'
import { stuckAfter } from './outbox.ts'

export type { OutboxItem } from './entries.ts'

/** Does one entry's work, in transactions of its own; doing it twice must be harmless, for a crash may repeat it. */
export type OutboxHandler = (item: OutboxItem) => Promise<void>

export type Relay = {
  /** An act of this agency wrote to its outbox: look now. */
  wake(agencyId: string): void
  /** Resolves when nothing that is due is left, for tests and for a clean stop. */
  idle(): Promise<void>
  /** Begins nothing new and resolves when what is in hand is done; the rest stays in the outbox for the next start. */
  stop(): Promise<void>
}

type RelayOptions = {
  pool: pg.Pool
  handlers: Readonly<Record<string, OutboxHandler>>
  log: (level: 'warn' | 'error', facts: Record<string, unknown>, message: string) => void
  /** How often to look for entries that nobody woke us for: those left by a crash. */
  lookEveryMs?: number
  /** Agencies worked for at once, and entries in hand at once for each. */
  atOnce?: number
}

/** What is being done for one agency. */
type Desk = {
  /** Subjects with an entry in hand, each until it is done or has failed. */
  readonly inHand: Map<string, Promise<void>>
  /** Since the outbox was last read something was written to it, or an entry done behind which another waits. */
  changed: boolean
  /** What became of an entry could not be written (a full disk): to go on at once would do the same again without end. */
  broken: boolean
  ring: () => void
}

/**
 * Works off the outboxes of all agencies. The outbox is the job queue: durable, one row per piece of work, retried with a
 * capped back-off. Only this process works on them (it holds the data folder's lock), so no lease can be left behind by
 * a killed worker: the next start finds every row that is not done. Entries of one subject keep their order, so one that
 * fails holds back its subject alone; agencies do not wait for each other.
 */
export function startRelay({ pool, handlers, log, lookEveryMs = 10_000, atOnce = 4 }: RelayOptions): Relay {
  const waiting = new Set<string>()
  const desks = new Map<string, { readonly desk: Desk; readonly work: Promise<void> }>()
  const alarms = new Map<string, NodeJS.Timeout>()
  let stopped = false

  function wake(agencyId: string) {
    const open = desks.get(agencyId)
    if (open) {
      open.desk.changed = true
      open.desk.ring()
    } else waiting.add(agencyId)
    startMore()
  }

  function startMore() {
    for (const agencyId of waiting) {
      if (stopped || desks.size >= atOnce) return
      waiting.delete(agencyId)
      clearTimeout(alarms.get(agencyId))
      alarms.delete(agencyId)
      const desk: Desk = { inHand: new Map(), changed: false, broken: false, ring: () => {} }
      const work = workOff(agencyId, desk)
        .catch(error => log('error', { agencyId, error: String(error) }, 'outbox could not be read'))
        .finally(() => {
          desks.delete(agencyId)
          // Woken between the last look and here: the entry would else wait for the next look.
          if (desk.changed && !desk.broken) waiting.add(agencyId)
          startMore()
        })
      desks.set(agencyId, { desk, work })
    }
  }

  async function workOff(agencyId: string, desk: Desk) {
    try {
      while (!stopped && !desk.broken) {
        desk.changed = false
        const { due, nextInMs } = await readDesk(pool, agencyId, [...desk.inHand.keys()])
        for (const item of due) {
          while (desk.inHand.size >= atOnce) await Promise.race(desk.inHand.values())
          if (stopped || desk.broken) return
          take(desk, item)
        }
        if (due.length > 0 || desk.changed) continue
        if (desk.inHand.size === 0) return setAlarm(agencyId, nextInMs)
        // A slow entry in hand must not keep what is written meanwhile from being taken.
        const rung = new Promise<void>(resolve => {
          desk.ring = resolve
        })
        await Promise.race([rung, ...desk.inHand.values()])
      }
    } finally {
      await Promise.all(desk.inHand.values())
    }
  }

  function take(desk: Desk, item: OutboxItem) {
    const work = workOn(item)
      .catch(error => {
        desk.broken = true
        log('error', { agencyId: item.agencyId, outboxId: item.id, error: String(error) }, 'outbox entry was not noted')
      })
      .finally(() => {
        desk.inHand.delete(item.subjectId)
        desk.changed = true
      })
    desk.inHand.set(item.subjectId, work)
  }

  async function workOn(item: OutboxItem): Promise<void> {
    try {
      const handler = handlers[item.kind]
      if (!handler) throw new Error(`no handler for ${item.kind}`)
      await handler(item)
    } catch (error) {
      const attempts = item.attempts + 1
      log(
        attempts >= stuckAfter ? 'error' : 'warn',
        { agencyId: item.agencyId, outboxId: item.id, kind: item.kind, attempts, error: String(error) },
        'outbox entry failed',
      )
      await inAgency(pool, item.agencyId, tx => failedEntry(tx, item, { attempts, error: String(error) }))
      return
    }
    await inAgency(pool, item.agencyId, tx => finishedEntry(tx, item))
  }

  /** What is due before the next look (an undo that runs out, a retry) is taken at its time. */
  function setAlarm(agencyId: string, inMs: number | null) {
    if (stopped || inMs === null || inMs > lookEveryMs) return
    const alarm = setTimeout(() => wake(agencyId), Math.ceil(inMs))
    alarm.unref()
    alarms.set(agencyId, alarm)
  }

  async function look() {
    const { rows } = await sql<{ agency_id: string }>`select agency_id from agencies_with_work()`.execute(
      withoutAgency(pool),
    )
    for (const { agency_id } of rows) wake(agency_id)
  }
  const lookAgain = () => look().catch(error => log('warn', { error: String(error) }, 'outbox look failed'))

  const timer = setInterval(lookAgain, lookEveryMs)
  timer.unref()
  void lookAgain()

  return {
    wake,
    idle: async () => {
      await look()
      while (desks.size > 0) await Promise.all([...desks.values()].map(({ work }) => work))
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      for (const alarm of alarms.values()) clearTimeout(alarm)
      await Promise.all([...desks.values()].map(({ work }) => work))
    },
  }
}

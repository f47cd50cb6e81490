import type pg from 'pg'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { auditRow, auditWrites } from '../audit/audit.ts'
import { inAgency, type Transaction } from '../database/transaction.ts'
import { writeTogether } from '../database/write-together.ts'
import type { FileStore } from '../files/store.ts'
import type { LiveEvents } from '../notifications/live-events.ts'
import { writeNotices } from '../notifications/notices.ts'
import { writeOutbox } from '../outbox/outbox.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { type Actor, seatKey } from './actor.ts'
import { chance } from './chance.ts'
import type { Context, LiveEvent, NoticeEntry, OutboxEntry, Ports, RequestOrigin, RightsChange } from './context.ts'

/** What every act of this process stands on; made once by `apps/server`. */
export type ActMachinery = {
  readonly pool: pg.Pool
  readonly ports: Ports
  readonly events: LiveEvents
  readonly store: FileStore
  readonly workshop: Workshop
  /** Told after a commit that wrote to the outbox, so that delivery need not wait for the next look. */
  readonly wakeRelay: (agencyId: string) => void
  /** Told after a commit that gave or took rights: sessions forget the person, open streams of the seat close. */
  readonly rightsChanged: (change: RightsChange) => void
  /** Only the demonstration province sets this: all that is done on this machinery happened at that time. */
  readonly at?: Date
}

export type ActScope<Who extends Actor> = {
  readonly agency: string
  readonly actor: Who
  readonly origin: RequestOrigin
  readonly mode?: 'read write' | 'read only'
  readonly at?: Date | undefined
  readonly numberOnPaper?: number | undefined
}

/**
 * Runs one act: one transaction in one agency, then, after the commit, the relay is woken and open screens are told.
 *
 * @example await runAct(machinery, { agency, actor, origin }, context => registerIncoming(context, input))
 */
export async function runAct<Who extends Actor, Result>(
  machinery: ActMachinery,
  scope: ActScope<Who>,
  act: (context: Context<Who>) => Promise<Result>,
): Promise<Result> {
  const announced: LiveEvent[] = []
  const rightsChanges: RightsChange[] = []
  let wroteOutbox = false
  const result = await inAgency(
    machinery.pool,
    scope.agency,
    (tx, databaseTime) => {
      const now = scope.at ?? machinery.at ?? databaseTime
      return act(
        contextOn(tx, now, machinery, scope, {
          carryFrom: now === databaseTime ? now : new Date(databaseTime.getTime() + replayedForMillis),
          announce: event => announced.push(event),
          rightsChanged: change => rightsChanges.push(change),
          outboxWritten: () => {
            wroteOutbox = true
          },
        }),
      )
    },
    scope.mode,
  )
  if (wroteOutbox) machinery.wakeRelay(scope.agency)
  for (const event of announced) machinery.events.publish(scope.agency, event)
  for (const change of rightsChanges) machinery.rightsChanged(change)
  return result
}

/** Acts of earlier days are carried by whoever replays them; the relay steps in when that one died. */
const replayedForMillis = 300_000

function contextOn<Who extends Actor>(
  tx: Transaction,
  now: Date,
  machinery: ActMachinery,
  scope: ActScope<Who>,
  told: {
    /** When the relay may take what this act puts into the outbox. */
    carryFrom: Date
    announce: (event: LiveEvent) => void
    rightsChanged: (change: RightsChange) => void
    outboxWritten: () => void
  },
): Context<Who> {
  const newId = () => uuidV7(now.getTime(), chance(10))
  const { agency, actor, origin, numberOnPaper } = scope
  const auditToWrite: Context['auditToWrite'] = (entry, given) =>
    auditWrites(tx, auditRow({ agency, actor, origin, now, id: newId(), entry }), given)
  return {
    tx,
    agency,
    actor,
    now,
    today: todayInVietnam(now),
    origin,
    ...(numberOnPaper === undefined ? {} : { numberOnPaper }),
    ports: machinery.ports,
    newId,
    audit: entry => writeTogether(tx, auditToWrite(entry)),
    auditToWrite,
    outbox: async given => {
      const entries: readonly OutboxEntry[] = Array.isArray(given) ? given : [given as OutboxEntry]
      if (entries.length === 0) return
      told.outboxWritten()
      const seatId = actor.kind === 'seat' ? actor.seatId : null
      await writeOutbox(tx, { agency, seatId, now, dueAt: told.carryFrom, newId }, entries)
    },
    notify: async given => {
      const notices: readonly NoticeEntry[] = Array.isArray(given) ? given : [given as NoticeEntry]
      if (notices.length === 0) return
      const ids = await writeNotices(tx, { agency, now, newId }, notices)
      for (const [at, { seatId }] of notices.entries())
        told.announce({ kind: 'notice', id: ids[at]!, to: [seatKey(seatId)] })
    },
    announce: told.announce,
    rightsChanged: told.rightsChanged,
  }
}

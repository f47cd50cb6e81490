import type { OperationNodeSource, RawBuilder } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Actor, SeatActor } from './actor.ts'

/**
 * What modules offer each other inside one transaction. Each module's contract adds its port by declaration merging;
 * `apps/server` wires the implementations. Calls go down one list of modules (ARCHITECTURE.md).
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the modules' contracts
export interface Ports {}

/** Where a request came from: its id is in every log line, its network in every audit row. */
export type RequestOrigin = { readonly requestId: string; readonly network: string }

/**
 * All that an act may use: nothing reads the wall clock, makes a random id or opens a connection elsewhere.
 * `now` is the database's time of this transaction.
 */
export type Context<Who extends Actor = Actor> = {
  readonly tx: Transaction
  readonly agency: string
  readonly actor: Who
  readonly now: Date
  /** The calendar day of `now` in Asia/Ho_Chi_Minh. */
  readonly today: CalendarDate
  readonly origin: RequestOrigin
  /** Only while a paper book is entered afterwards: the number that stands there instead of the next one. */
  readonly numberOnPaper?: number
  readonly ports: Ports
  /** A new UUIDv7. */
  newId(): string
  /** One audit row in this transaction. */
  audit(entry: AuditEntry): Promise<void>
  /**
   * The same as writes that go along with others. `given` are facts of `after` that only the statement itself knows.
   *
   * @example context.auditToWrite(entry, { number: sql`(select number from taken)` })
   */
  auditToWrite(entry: AuditEntry, given?: Readonly<Record<string, RawBuilder<unknown>>>): OperationNodeSource[]
  /** Something that must happen elsewhere, in the same commit; many entries are one statement. */
  outbox(entry: OutboxEntry | readonly OutboxEntry[]): Promise<void>
  /** A notice to a seat; the same `onceKey` twice is one notice. Many notices are one statement. */
  notify(notice: NoticeEntry | readonly NoticeEntry[]): Promise<void>
  /** After the commit, tells the open screens of these readers that a subject changed; ids only. */
  announce(event: LiveEvent): void
  /** After the commit, the person's remembered rights are forgotten and the open screens of his seat connect anew. */
  rightsChanged(change: RightsChange): void
}

/** An act's context: asked for by a person from a seat. */
export type ActContext = Context<SeatActor>

export type Subject = { readonly type: string; readonly id: string }
export type AuditEntry = {
  readonly act: string
  readonly subject: Subject
  readonly onBehalfOf?: string | undefined
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}
export type OutboxEntry = {
  readonly kind: string
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Not before this instant: what leaves the agency can be undone until then. */
  readonly dueAt?: Date
}
export type NoticeEntry = {
  readonly seatId: string
  readonly kind: string
  readonly subject: Subject
  readonly detail?: Readonly<Record<string, string | number>>
  readonly onceKey: string
}
export type LiveEvent = {
  readonly kind: string
  readonly id: string
  /** Of incoming or outgoing documents, which a delegation may cover or not; nothing for what is a seat's own. */
  readonly direction?: 'incoming' | 'outgoing'
  /** Reader keys ('seat:…', 'unit:…'); `everyoneWhoSeesAll` for documents that are not restricted. */
  readonly to: readonly string[]
  readonly everyoneWhoSeesAll?: boolean
}
/** A seat was given, ended, or is stood in for by another: whoever holds it has other rights from now on. */
export type RightsChange = { readonly personId: string; readonly seatId: string }

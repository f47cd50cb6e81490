import { type RawBuilder, sql } from 'kysely'
import { seatKey } from '../acts/actor.ts'
import type { ActContext, NoticeEntry } from '../acts/context.ts'
import type { Transaction } from '../database/transaction.ts'

/** What the modules whose subjects the notices are about say of them; wired by `apps/server`. */
export type NoticeSubjects = {
  /**
   * A condition of SQL on a row of notices: the acting seat may see its subject now. A notice holds words of its subject, so
   * it goes from sight with it: what was sent to somebody by mistake and taken back, or was restricted since.
   *
   * @param alias names the row of notices in the statement
   */
  isSeen(context: ActContext, alias: string): RawBuilder<boolean>
  /**
   * By what people know these subjects, by id. They are read anew for each showing: a notice need not carry them, and a
   * subject that was corrected is called as it is called now. Only for subjects that the acting seat sees.
   */
  namesOf(context: ActContext, subjects: readonly NoticeEntry['subject'][]): Promise<ReadonlyMap<string, SubjectName>>
}

/** Number and notation, empty where it has none yet, and the words of its subject line. */
export type SubjectName = { readonly notation: string; readonly subject: string }

declare module '../acts/context.ts' {
  interface Ports {
    noticeSubjects: NoticeSubjects
  }
}

type Written = { readonly agency: string; readonly now: Date; readonly newId: () => string }

/**
 * Writes notices to seats in one statement; the same `onceKey` twice is one notice.
 *
 * @returns the id of each, in their order
 */
export async function writeNotices(
  tx: Transaction,
  { agency, now, newId }: Written,
  notices: readonly NoticeEntry[],
): Promise<readonly string[]> {
  // As one value, so that it is the same statement for however many.
  const written = notices.map(({ seatId, kind, subject, detail = {}, onceKey }) => ({
    ...{ id: newId(), seat_id: seatId, kind, subject_type: subject.type, subject_id: subject.id },
    ...{ detail, once_key: onceKey },
  }))
  await sql`
    insert into notices (agency_id, id, seat_id, kind, subject_type, subject_id, detail, once_key, created_at)
    select ${agency}::uuid, notice.id, notice.seat_id, notice.kind, notice.subject_type, notice.subject_id, notice.detail,
      notice.once_key, ${now}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as notice
      (id uuid, seat_id uuid, kind text, subject_type text, subject_id uuid, detail jsonb, once_key text)
    on conflict do nothing`.execute(tx)
  return written.map(({ id }) => id)
}

/** The acting seat has a subject before it: what it was told of it until now is no news any more. */
export async function readNoticesOf(context: ActContext, subject: NoticeEntry['subject']): Promise<void> {
  const { tx, agency, actor, now } = context
  const { numUpdatedRows } = await tx
    .updateTable('notices')
    .set({ read_at: now })
    .where('agency_id', '=', agency)
    .where('seat_id', '=', actor.seatId)
    .where('subject_id', '=', subject.id)
    .where('subject_type', '=', subject.type)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) context.announce({ kind: 'notices-read', id: subject.id, to: [seatKey(actor.seatId)] })
}

import type { RawBuilder } from 'kysely'
import type { ActContext, NoticeEntry } from '../acts/context.ts'

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

type NoticeFacts = { agency: string; now: Date; id: string; notice: NoticeEntry }

/** The row of a notice to a seat; the same `onceKey` twice is one notice. */
export function noticeRow({ agency, now, id, notice }: NoticeFacts) {
  return {
    agency_id: agency,
    id,
    seat_id: notice.seatId,
    kind: notice.kind,
    subject_type: notice.subject.type,
    subject_id: notice.subject.id,
    detail: JSON.stringify(notice.detail ?? {}),
    once_key: notice.onceKey,
    created_at: now,
  }
}

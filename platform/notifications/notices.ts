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
}

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

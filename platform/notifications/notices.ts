import type { NoticeEntry } from '../acts/context.ts'

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

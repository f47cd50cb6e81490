import { urgencies } from '#lib/document-form/index.ts'
import { formatDate, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import { platformErrors } from '#platform/acts/errors.ts'

/**
 * The hour by which a document marked HỎA TỐC HẸN GIỜ is to be handled. NĐ 30/2020 has no such mark of its own: it is HỎA
 * TỐC with an hour, as older practice and the message format (Priority 4) have it.
 *
 * @throws platform.NotValid for an hour of a document that is not HỎA TỐC
 */
export function hourOf(facts: { urgency?: number | undefined; handleBy?: string | null | undefined }): Date | null {
  if (!facts.handleBy) return null
  if (facts.urgency !== 3) throw platformErrors.NotValid({}, { errors: [expressAlone] })
  return new Date(facts.handleBy)
}

const expressAlone = {
  path: 'handleBy',
  message: 'Chỉ văn bản hỏa tốc mới hẹn giờ. Chọn “Hỏa tốc hẹn giờ” hoặc bỏ giờ hẹn.',
}

/** "trước 14:00 ngày 25/11/2026" */
export const hourInWords = (hour: Date): string => `trước ${vietnamTime(hour)} ngày ${formatDate(todayInVietnam(hour))}`

/** How urgent a document is, as registers note it; of an ordinary one nothing. */
export function urgencyNote({ urgency, handle_by }: { urgency: number; handle_by: Date | null }): string {
  if (urgency === 0) return ''
  const { name } = urgencies[urgency as 1 | 2 | 3]
  return handle_by ? `${name} hẹn giờ, ${hourInWords(handle_by)}` : name
}

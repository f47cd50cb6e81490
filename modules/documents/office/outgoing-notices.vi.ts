import type { NoticeFacts, NoticeWords } from '#platform/ui/screens/screen.ts'

const texts: Readonly<Record<string, string>> = {
  'documents.review': 'Có dự thảo xin ý kiến',
  'documents.approve': 'Có dự thảo trình duyệt',
  'documents.returned': 'Dự thảo bị trả về',
  'documents.approved': 'Dự thảo đã được duyệt',
  'documents.to-number': 'Có văn bản chờ cấp số',
  'documents.internal': 'Có văn bản nội bộ để đọc',
  'documents.recalled-inside': 'Văn bản đã gửi ông/bà bị thu hồi',
  'documents.kept-there': 'Nơi nhận đã mở, không lấy lại được văn bản',
  'documents.refused-there': 'Nơi nhận từ chối tiếp nhận văn bản',
}

/** About the incoming document that was answered. */
const answered = 'documents.answered'

/** The words of the notices about outgoing documents, and where each leads. */
export function outgoingNotice({ kind, subjectId, detail }: NoticeFacts): NoticeWords | undefined {
  if (kind === answered)
    return {
      text: `Đã phát hành văn bản trả lời${detail.notation ? ` ${String(detail.notation)}` : ''}. Xem lại để báo hoàn thành.`,
      to: `documents/incoming/${subjectId}`,
      ...(typeof detail.subject === 'string' ? { note: detail.subject } : {}),
    }
  const text = texts[kind]
  if (!text) return undefined
  const subject = typeof detail.subject === 'string' ? detail.subject : undefined
  const receiver = typeof detail.receiver === 'string' ? `${detail.receiver}: ` : ''
  return { text, to: `documents/outgoing/${subjectId}`, ...(subject ? { note: `${receiver}${subject}` } : {}) }
}

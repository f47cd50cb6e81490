import type { NoticeFacts, NoticeWords } from '#platform/ui/screens/screen.ts'

const textOf: Readonly<Record<string, (by: string) => string>> = {
  'documents.urgent': () => 'Có văn bản khẩn',
  'documents.urgent-unopened': () => 'Văn bản khẩn chưa ai mở',
  'documents.entered-for-you': by => `${by} đã nhập ý kiến chỉ đạo thay ông/bà`,
  'documents.handed-over': by => `${by} bàn giao văn bản cho ông/bà`,
  'documents.recalled': by => `${by || 'Nơi gửi'} thu hồi văn bản`,
  'assignments.given': by => `${by} giao việc`,
  'assignments.withdrawn': by => `${by} thu hồi phân công`,
  'assignments.replaced': by => `${by} đổi người chủ trì`,
  'assignments.returned': by => `${by} trả lại việc`,
  'documents.answer-withdrawn': () => 'Văn bản trả lời đã thu hồi; mở lại văn bản đến nếu phải trả lời khác',
  'assignments.reopened': by => `${by} mở lại văn bản: việc của ông/bà tiếp tục`,
  'assignments.finished': by => `${by} báo hoàn thành`,
  'assignments.urged': by => `${by} đôn đốc`,
  'assignments.extension-asked': by => `${by} xin gia hạn`,
  'assignments.due-moved': by => `${by} đổi hạn`,
  'assignments.extension-answered': by => `${by} trả lời xin gia hạn`,
}

/** The words of the notices about incoming documents and the work on them, and where each leads. */
export function incomingNotice({ kind, subjectId, about, detail }: NoticeFacts): NoticeWords | undefined {
  const text = textOf[kind]
  if (!text) return undefined
  const said = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '')
  const note = [about?.notation, about?.subject ?? said('subject'), said('reason'), said('text')]
    .filter(Boolean)
    .join(' · ')
  return { text: text(said('by')), to: `documents/incoming/${subjectId}`, ...(note ? { note } : {}) }
}

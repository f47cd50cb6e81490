/**
 * The one list of the words on buttons. An act is called the same on every screen, in every toast and in every help
 * text. Acts on subjects stand under their codes, as `allowed` of the API names them; below stand those of the screen.
 */
export const actLabels = {
  register: 'Vào sổ',
  'set-aside': 'Không vào sổ',
  'bring-back': 'Đưa về chờ vào sổ',
  refuse: 'Từ chối tiếp nhận',
  'send-up': 'Trình lãnh đạo',
  propose: 'Đề xuất xử lý',
  confirm: 'Đồng ý đề xuất',
  direct: 'Giao xử lý',
  'correct-direction': 'Sửa chỉ đạo',
  assign: 'Phân công',
  forward: 'Chuyển tiếp',
  return: 'Trả về',
  'take-back': 'Lấy lại',
  withdraw: 'Thu hồi phân công',
  'change-lead': 'Đổi chủ trì',
  urge: 'Đôn đốc',
  'ask-extension': 'Xin gia hạn',
  'answer-extension': 'Trả lời gia hạn',
  extend: 'Đổi hạn',
  finish: 'Hoàn thành',
  comment: 'Ghi ý kiến',
  'resolve-comment': 'Đánh dấu đã xong',
  attach: 'Đính kèm',
  reply: 'Soạn trả lời',

  change: 'Sửa dự thảo',
  'tie-to-incoming': 'Gắn văn bản đến',
  'place-number': 'Chỗ ghi số, ngày',
  submit: 'Trình duyệt',
  review: 'Cho ý kiến',
  approve: 'Duyệt',
  edit: 'Lấy để sửa',
  release: 'Thôi sửa',
  initial: 'Ký nháy',
  sign: 'Ký số',
  number: 'Cấp số',
  'agency-signature': 'Ký dấu cơ quan',
  dispatch: 'Phát hành',
  'dispatch-again': 'Gửi lại nơi đã trả',
  'send-to-successor': 'Gửi nơi kế thừa',
  recall: 'Thu hồi',
  correct: 'Đính chính',
  cancel: 'Hủy',
  'set-recipients': 'Sửa nơi nhận',
  'hand-over-by-hand': 'Đã giao bản giấy',
  'collect-by-hand': 'Đã thu lại bản giấy',

  'report-result': 'Báo kết quả',
  'hand-over': 'Bàn giao',
  'see-reason': 'Xem lý do',
  'save-draft': 'Lưu nháp',
  undo: 'Hoàn tác',
  close: 'Đóng',
  'leave-form': 'Thoát, giữ nháp',
  print: 'In',
  'export-sheet': 'Xuất Excel',
  download: 'Tải về',
  'change-value': 'Sửa',
  add: 'Thêm',
  remove: 'Bỏ',
  save: 'Lưu',
  open: 'Mở',
  'mark-read': 'Đánh dấu đã đọc',
  filter: 'Lọc',
  reload: 'Tải lại',
  'send-again': 'Gửi lại',
  'other-acts': 'Việc khác',
  help: 'Hướng dẫn',
  'not-yet': 'Chưa, xem lại',
} as const

export type ActLabel = keyof typeof actLabels

/** The label of an act whose code came from the server; a code that this version does not know has none. */
export function actLabelOf(code: string): string | undefined {
  const labels: Readonly<Record<string, string>> = actLabels
  return labels[code]
}

import { actLabelOf } from '#platform/ui/text/act-labels.ts'
import type { ReceiverState } from './contract.ts'
import type { IncomingEvent } from './incoming/states.ts'
import type { OutgoingEvent } from './outgoing/states.ts'

/** Everything that the history of a document tells: acts of people, and what happened to it without one. */
export type HistoryAct =
  | IncomingEvent
  | OutgoingEvent
  | 'arrive'
  | 'draft'
  | 'mark-read'
  | 'urgent-unopened'
  | 'answered'
  | 'answer-withdrawn'
  | 'hand-over'
  | `receiver-${ReceiverState}`

/** After the name of who did it: "Lê Văn Định cho ý kiến chỉ đạo". One that is not here cannot be written. */
export const historyVerbs: Readonly<Record<HistoryAct, string>> = {
  arrive: 'gửi văn bản đến',
  register: 'vào sổ',
  open: 'mở văn bản',
  'mark-read': 'đánh dấu đã đọc',
  'urgent-unopened': 'báo văn bản khẩn chưa ai mở',
  'turned-away': 'trả nơi gửi vì cơ quan đóng',
  confirm: 'đồng ý đề xuất',
  direct: 'cho ý kiến chỉ đạo',
  'correct-direction': 'sửa chỉ đạo',
  propose: 'đề xuất xử lý',
  'send-up': 'trình lãnh đạo',
  assign: 'phân công',
  forward: 'chuyển tiếp',
  finish: 'báo kết quả',
  'finish-without-work': 'cho lưu, không cần xử lý',
  reopen: 'mở lại',
  return: 'trả về',
  'take-back': 'lấy lại',
  withdraw: 'thu hồi phân công',
  'change-lead': 'đổi chủ trì',
  urge: 'đôn đốc',
  'ask-extension': 'xin gia hạn',
  'answer-extension': 'trả lời gia hạn',
  extend: 'đổi hạn',
  attach: 'đính kèm tệp',
  comment: 'ghi ý kiến',
  'set-aside': 'để ngoài sổ',
  refuse: 'từ chối tiếp nhận',
  'bring-back': 'đưa về chờ vào sổ',
  answered: 'phát hành văn bản trả lời',
  'answer-withdrawn': 'lấy lại hoặc thu hồi văn bản trả lời',
  'hand-over': 'bàn giao việc',
  'taken-back-by-sender': 'lấy lại văn bản đã gửi',
  'recalled-by-sender': 'thu hồi văn bản đã gửi',

  draft: 'soạn dự thảo',
  change: 'sửa dự thảo',
  edit: 'lấy dự thảo để sửa',
  release: 'thôi sửa',
  'place-number': 'đặt chỗ ghi số, ngày',
  'tie-to-incoming': 'đổi văn bản đến được trả lời',
  submit: 'trình duyệt',
  review: 'cho ý kiến',
  approve: 'duyệt',
  number: 'cấp số, ngày',
  dispatch: 'phát hành',
  'dispatch-again': 'gửi lại nơi đã trả',
  'send-to-successor': 'gửi nơi kế thừa của nơi nhận đã sáp nhập',
  recall: 'thu hồi',
  cancel: 'hủy',
  'set-recipients': 'sửa nơi nhận',
  'hand-over-by-hand': 'chuyển bản giấy',
  'collect-by-hand': 'thu lại bản giấy',
  'resolve-comment': 'đánh dấu ý kiến đã xong',
  'kept-by-receiver': 'ghi nhận nơi nhận đã mở nên giữ lại',
  'receiver-delivered': 'đã nhận được văn bản',
  'receiver-refused': 'từ chối tiếp nhận',
  'receiver-registered': 'tiếp nhận, vào sổ',
  'receiver-assigned': 'phân công xử lý',
  'receiver-in-progress': 'đang xử lý',
  'receiver-finished': 'hoàn thành xử lý',
  'receiver-taken-back': 'trả lại theo yêu cầu lấy lại',
  'receiver-recalled': 'đã hủy theo lệnh thu hồi',
}

/** What a newer server tells an app that was opened before it: something was done, and the document shows what. */
const unknown = 'cập nhật văn bản'

/** An act within a sentence, after the name of who did it. */
export function historyVerbOf(act: string): string {
  const verbs: Readonly<Record<string, string | undefined>> = historyVerbs
  return verbs[act] ?? unknown
}

/** An act by itself, as its button calls it where it has one. */
export function historyLabelOf(act: string): string {
  const verb = historyVerbOf(act)
  return actLabelOf(act) ?? verb.charAt(0).toLocaleUpperCase('vi') + verb.slice(1)
}

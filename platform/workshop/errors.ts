import { type ErrorParameters, errorCatalogue, type ProblemError } from '#lib/problem-details/index.ts'

/** Why a task will not work on a file: a finding about the file, the same at every try. Thrown by tasks as `Refusal`. */
const refusals = {
  TypeNotAccepted: {
    status: 415,
    title: 'Loại tệp này không được nhận.',
    detail: 'Dùng tệp PDF, Word (.docx) hoặc ảnh JPEG, PNG. Đuôi tệp không quyết định, máy xem nội dung bên trong.',
  },
  Encrypted: {
    status: 422,
    title: 'Tệp có mật khẩu.',
    detail: 'Mở tệp bằng mật khẩu, lưu lại một bản không mật khẩu rồi tải lên.',
  },
  HasMacro: {
    status: 415,
    title: 'Tệp Word có macro.',
    detail: 'Lưu lại thành Word thường (.docx, không macro) rồi tải lên.',
  },
  ActiveContent: {
    status: 422,
    title: 'Tệp PDF có mã chạy hoặc hành động tự mở.',
    detail: 'In lại tệp ra PDF (Print to PDF) rồi tải bản mới lên.',
  },
  Malformed: {
    status: 422,
    title: 'Tệp hỏng, không đọc được.',
    detail: 'Mở thử tệp trên máy; nếu mở được thì xuất lại PDF rồi tải lên, nếu không thì xin lại bản khác.',
  },
  TooLarge: {
    status: 413,
    title: 'Nội dung tệp quá lớn để xử lý.',
    detail: 'Giảm độ phân giải ảnh, chia thành nhiều tệp, hoặc in sổ từng khoảng số.',
  },
  NotPrintable: {
    status: 422,
    title: 'Có ký tự không in được: {characters}',
    detail: 'Xóa hoặc thay các ký tự đó (biểu tượng cảm xúc, chữ nước ngoài) rồi thử lại.',
  },
  AlreadySigned: {
    status: 422,
    title: 'Tệp PDF đã có chữ ký số.',
    detail: 'Dùng bản chưa ký: ô số và ngày phải có trước chữ ký đầu tiên.',
  },
  AlreadyFrozen: {
    status: 422,
    title: 'Tệp PDF đã có sẵn ô số và ngày.',
    detail: 'Dùng bản PDF do người soạn xuất ra, không dùng bản đã tải từ hệ thống.',
  },
  NotFrozen: {
    status: 422,
    title: 'Tệp PDF không có ô số và ngày.',
    detail: 'Duyệt lại dự thảo để máy thêm ô số và ngày.',
  },
  AlreadyNumbered: {
    status: 409,
    title: 'Tệp PDF đã có số và ngày.',
    detail: 'Không ghi đè số đã cấp; mở lại văn bản để xem số.',
  },
  OutsidePage: {
    status: 422,
    title: 'Ô số hoặc ô ngày nằm ngoài trang giấy.',
    detail: 'Đặt lại vị trí ô số và ngày trên trang rồi duyệt lại.',
  },
  DoesNotFit: {
    status: 422,
    title: 'Số hoặc ngày dài hơn ô dành cho nó.',
    detail: 'Đặt ô rộng hơn rồi duyệt lại.',
  },
} as const

/** What can go wrong in the workshop. Refusals come from the file; the rest from its cost or from a fault of ours. */
export const workshopErrors = errorCatalogue('workshop', {
  ...refusals,
  TimedOut: {
    status: 422,
    title: 'Xử lý tệp quá lâu nên đã dừng.',
    detail: 'Xuất lại tệp đơn giản hơn (in ra PDF, quét lại) rồi tải lên.',
  },
  TooMuchMemory: {
    status: 422,
    title: 'Tệp cần quá nhiều bộ nhớ nên đã dừng.',
    detail: 'Giảm độ phân giải hoặc chia thành nhiều tệp rồi tải lên.',
  },
  TooMuchOutput: {
    status: 422,
    title: 'Kết quả xử lý tệp lớn quá mức cho phép.',
    detail: 'Chia thành nhiều tệp rồi tải lên.',
  },
  Crashed: {
    status: 500,
    title: 'Có lỗi khi xử lý tệp.',
    detail: 'Chưa ghi được gì. Thử lại; nếu vẫn lỗi, báo người hỗ trợ kèm mã này.',
  },
  Busy: {
    status: 503,
    title: 'Máy chủ đang xử lý nhiều tệp.',
    detail: 'Đợi một phút rồi thử lại.',
  },
})

export type RefusalCode = keyof typeof refusals

/** Thrown by a task: the file itself is the reason, and a second try would end the same. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** What the sentence names. */
  readonly parameters: ErrorParameters
  constructor(code: RefusalCode, parameters: ErrorParameters = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

/** Whether an error says something about the file rather than about the machine. */
export function isRefusal(error: unknown): error is ProblemError {
  return (
    error instanceof Error && 'code' in error && Object.keys(refusals).some(code => error.code === `workshop.${code}`)
  )
}

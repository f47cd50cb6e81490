import { errorCatalogue } from '#lib/problem-details/index.ts'

/** Errors of the platform itself, shown by every route. */
export const platformErrors = errorCatalogue('platform', {
  NotSignedIn: {
    status: 401,
    title: 'Ông/bà chưa đăng nhập hoặc phiên làm việc đã hết.',
    detail: 'Hãy đăng nhập lại. Nội dung đang ghi vẫn được giữ trên máy này.',
  },
  SignInFailed: {
    status: 401,
    title: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    detail: 'Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại. Quên mật khẩu: gọi quản trị cơ quan.',
  },
  SignInSlowed: {
    status: 429,
    title: 'Đã nhập sai nhiều lần.',
    detail: 'Hãy đợi {seconds} giây rồi thử lại, hoặc nhờ quản trị cơ quan mở khóa.',
  },
  SignInCrowded: {
    status: 429,
    title: 'Đang có quá nhiều lần đăng nhập sai.',
    detail: 'Hãy thử lại sau {minutes} phút. Nếu vẫn không vào được, gọi quản trị cơ quan.',
  },
  PasswordMustChange: {
    status: 403,
    title: 'Cần đổi mật khẩu trước khi làm việc.',
    detail: 'Mở trang đổi mật khẩu và đặt mật khẩu mới.',
  },
  PasswordTooWeak: {
    status: 422,
    title: 'Mật khẩu mới chưa đạt.',
    detail: 'Dùng ít nhất {length} ký tự, có thể là một câu dễ nhớ; không dùng tên đăng nhập hay mật khẩu cũ.',
  },
  SeatRequired: {
    status: 400,
    title: 'Ông/bà có nhiều vị trí công tác.',
    detail: 'Chọn vị trí đang làm việc (gửi mã trong tiêu đề X-Seat).',
  },
  SeatNotYours: {
    status: 403,
    title: 'Vị trí công tác này không phải của ông/bà hoặc đã kết thúc.',
    detail: 'Tải lại trang để chọn vị trí đang giữ. Không còn vị trí nào thì gọi quản trị cơ quan.',
  },
  NotAllowed: {
    status: 403,
    title: 'Vị trí công tác của ông/bà không làm được việc này.',
    detail: 'Việc này dành cho: {roles}.',
  },
  NotFound: {
    status: 404,
    title: 'Không tìm thấy.',
    detail: 'Có thể đã bị gỡ, hoặc ông/bà không được xem. Kiểm tra lại đường dẫn.',
  },
  NotValid: { status: 422, title: 'Có mục chưa đúng.', detail: 'Xem lại các mục được đánh dấu rồi gửi lại.' },
  NotReadable: {
    status: 400,
    title: 'Máy chủ không đọc được yêu cầu.',
    detail: 'Tải lại trang rồi thử lại. Nếu vẫn lỗi, báo người hỗ trợ kèm mã này.',
  },
  StateForbids: {
    status: 409,
    title: 'Văn bản đang ở trạng thái “{state}” nên không làm được việc này.',
    detail: '{last} Xem lại văn bản và chọn việc được phép.',
  },
  SentDifferently: {
    status: 409,
    title: 'Mã này đã dùng cho một nội dung khác.',
    detail: 'Mở bản đã lưu để so lại với bản vừa gửi.',
  },
  KeyUsedDifferently: {
    status: 422,
    title: 'Yêu cầu này đã được gửi với nội dung khác.',
    detail: 'Tải lại trang để xem kết quả lần gửi trước rồi gửi lại.',
  },
  Busy: { status: 409, title: 'Người khác đang xử lý cùng việc này.', detail: 'Đợi vài giây rồi thử lại.' },
  FileTooLarge: {
    status: 413,
    title: 'Tệp lớn hơn {limit}.',
    detail: 'Quét lại với độ phân giải thấp hơn hoặc chia thành nhiều tệp.',
  },
  RequestTooLarge: {
    status: 413,
    title: 'Nội dung gửi lên lớn hơn {limit}.',
    detail: 'Danh sách dài thì chia ra, mỗi lần tối đa 1.000 dòng; tệp thì tải lên riêng.',
  },
  FileMissing: {
    status: 500,
    title: 'Không tìm thấy tệp này trong kho lưu trữ.',
    detail:
      'Báo ngay cho quản trị hệ thống kèm mã này để khôi phục tệp từ bản sao lưu. Thông tin văn bản vẫn còn nguyên.',
  },
  FileEmpty: { status: 422, title: 'Tệp “{name}” không có nội dung.', detail: 'Chọn lại tệp rồi tải lên.' },
  TooManyUploads: {
    status: 429,
    title: 'Đang có quá nhiều tệp tải lên.',
    detail: 'Đợi các tệp trước tải xong rồi tiếp tục.',
  },
  StateSecret: {
    status: 422,
    title: 'Văn bản có độ mật không được đưa lên hệ thống.',
    detail:
      'Đăng ký vào sổ văn bản mật trên giấy hoặc trên máy không nối mạng theo Luật Bảo vệ bí mật nhà nước. Nội dung và tệp vừa gửi không được lưu lại.',
  },
  OriginRefused: {
    status: 403,
    title: 'Yêu cầu đến từ một địa chỉ khác.',
    detail: 'Mở Xã Số bằng đúng địa chỉ {address} rồi thử lại.',
  },
  DiskFull: {
    status: 507,
    title: 'Máy chủ hết chỗ lưu.',
    detail: 'Chưa ghi được gì; nội dung vẫn còn trên màn hình. Báo ngay cho quản trị hệ thống.',
  },
  DatabaseUnavailable: {
    status: 503,
    title: 'Cơ sở dữ liệu tạm thời không trả lời.',
    detail: 'Chưa ghi được gì; nội dung vẫn còn trên màn hình. Thử lại sau ít giây.',
  },
  Unexpected: {
    status: 500,
    title: 'Có lỗi ngoài dự kiến.',
    detail: 'Chưa ghi được gì. Thử lại; nếu vẫn lỗi, báo người hỗ trợ kèm mã này.',
  },
})

/** What who sets up an empty installation reads. */
export const installationWords = {
  title: 'Quản trị hệ thống đầu tiên',
  why: 'Hệ thống chưa có ai. Người giữ liên kết này lập tài khoản quản trị hệ thống, rồi mở cơ quan đầu tiên.',
  noToken: 'Địa chỉ này thiếu mã của liên kết',
  noTokenWhy:
    'Hãy chép nguyên liên kết mà chương trình in ra khi khởi động, cả phần sau dấu #. Mất liên kết thì khởi động lại chương trình để in liên kết mới.',
  fullName: 'Họ và tên',
  login: 'Tên đăng nhập',
  loginHint: 'Chữ thường không dấu, số, dấu chấm; ít nhất 3 ký tự.',
  loginFault: 'Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch nối; ít nhất 3 ký tự.',
  fullNameMissing: 'Hãy ghi họ và tên.',
  password: 'Mật khẩu',
  repeat: 'Ghi lại mật khẩu',
  steps: 'Từ hệ thống trống đến văn bản đầu tiên',
  stepTexts: [
    'Lập tài khoản quản trị hệ thống ở trang này, rồi đăng nhập.',
    'Mở cơ quan đầu tiên; trao mật khẩu đầu tiên cho người quản trị cơ quan đó.',
    'Quản trị cơ quan thêm đơn vị, lãnh đạo, văn thư và những người khác.',
    'Văn thư lập dãy số, sổ, khai số cuối trên sổ giấy, rồi vào sổ văn bản đầu tiên.',
  ],
  submit: 'Lập tài khoản',
  sending: 'Lập tài khoản quản trị hệ thống',
  done: 'Đã lập tài khoản',
  doneWhy: 'Hãy đăng nhập bằng tên và mật khẩu vừa đặt để mở cơ quan đầu tiên.',
  signIn: 'Đăng nhập',
  agencies: 'Cơ quan',
  menu: 'Quản trị hệ thống',
} as const

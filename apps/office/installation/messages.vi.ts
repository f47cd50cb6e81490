/** What who sets up an empty installation reads. */
export const installationWords = {
  title: 'Lập quản trị hệ thống',
  why: 'Người giữ liên kết này lập tài khoản quản trị hệ thống, rồi mở các cơ quan.',
  noToken: 'Địa chỉ này thiếu mã của liên kết',
  noTokenWhy:
    'Hãy chép nguyên liên kết mà chương trình in ra, cả phần sau dấu #. Mất liên kết thì nhờ người giữ máy chủ in liên kết mới.',
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
  doneWhy: 'Hãy đăng nhập bằng tên và mật khẩu vừa đặt để mở cơ quan.',
  signIn: 'Đăng nhập',
  newPassword: {
    title: 'Đặt mật khẩu mới',
    why: 'Liên kết này chỉ dùng một lần. Đặt xong, mật khẩu cũ và mọi phiên đăng nhập cũ hết hiệu lực.',
    noTokenWhy:
      'Hãy chép nguyên liên kết được trao, cả phần sau dấu #. Mất liên kết thì nhờ người giữ máy chủ in liên kết mới.',
    done: 'Đã đặt mật khẩu',
    doneWhy: 'Hãy đăng nhập bằng mật khẩu vừa đặt.',
    submit: 'Đặt mật khẩu',
    steps: 'Mật khẩu tốt',
    stepTexts: [
      'Một câu nhiều từ, không dấu, ít nhất 14 ký tự: dễ nhớ, khó đoán.',
      'Không dùng lại mật khẩu của nơi khác.',
      'Không ghi ra giấy để trên bàn, không đọc cho ai qua điện thoại.',
    ],
  },
  agencies: 'Cơ quan',
  menu: 'Quản trị hệ thống',
} as const

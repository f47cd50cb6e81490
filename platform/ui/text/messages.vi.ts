/** Every sentence of the kit itself. Screens keep theirs in a `messages.vi.ts` beside them. */
export const kitMessages = {
  optional: '(không bắt buộc)',
  errorSummary: (count: number) => (count === 1 ? 'Còn 1 mục cần xem lại:' : `Còn ${count} mục cần xem lại:`),
  show: 'Hiện',
  hide: 'Ẩn',
  capsLock: 'Phím Caps Lock đang bật.',
  inputMethodTrap: 'Nếu gõ không đúng, hãy tắt bộ gõ tiếng Việt (Ctrl\u00a0+\u00a0Shift) rồi gõ lại.',
  inputMethodOn: 'Mật khẩu có chữ có dấu: bộ gõ tiếng Việt đang bật. Hãy tắt (Ctrl\u00a0+\u00a0Shift) rồi gõ lại.',

  date: {
    open: 'Chọn ngày trên lịch',
    notReadable: 'Chưa đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 25/11/2026.',
    notExisting: (text: string) => `Không có ngày ${text}. Hãy xem lại ngày và tháng.`,
  },

  picker: {
    placeholder: 'Gõ để tìm',
    open: (label: string) => `Mở danh sách: ${label}`,
    searching: 'Đang tìm…',
    nothing: (query: string) => `Không tìm thấy “${query}”. Thử gõ ít chữ hơn.`,
    failed: 'Chưa tìm được, hãy thử lại.',
    results: (count: number) => `Có ${count} kết quả. Dùng phím lên, xuống để chọn.`,
    remove: (name: string) => `Bỏ ${name}`,
    removed: (name: string) => `Đã bỏ ${name}.`,
    chosen: (name: string) => `Đã chọn ${name}.`,
    clear: 'Xóa lựa chọn',
  },

  deadline: {
    none: 'không có hạn',
    now: 'xử lý ngay',
    hourPassed: 'quá giờ hẹn',
    before: (time: string, date: string) => `trước ${time}, ${date}`,
    today: 'đến hạn hôm nay',
    left: (days: number) => `còn ${days} ngày`,
    late: (days: number) => `quá hạn ${days} ngày`,
    due: (date: string) => `hạn ${date}`,
    day: (date: string) => `Hạn ${date}`,
    sentence: (date: string, words: string) => `Hạn ${date}, ${words}`,
    workingDays: 'làm việc',
  },

  unread: 'Mới',
  select: (name: string) => `Chọn ${name}`,
  selected: (count: number, things: string) => `Đã chọn ${count} ${things}`,
  news: (count: number, things: string) => `Có ${count > 99 ? 'hơn 99' : count} ${things} mới. Hiện lên đầu danh sách`,
  more: 'Xem thêm',

  loading: {
    list: 'Đang tải danh sách…',
    document: 'Đang tải văn bản…',
    seconds: (sentence: string, seconds: number) => `${sentence.replace(/…$/, '')}, ${seconds} giây…`,
    reload: 'Tải lại',
  },

  error: {
    kept: 'Nội dung vừa viết không mất, vẫn ở trên máy này.',
    offlineTitle: 'Chưa kết nối được máy chủ.',
    offlineDetail: 'Kiểm tra mạng rồi thử lại. Nội dung đang ghi vẫn được giữ trên máy này.',
    serverTitle: 'Máy chủ chưa trả lời được.',
    serverDetail: 'Đợi ít phút rồi thử lại. Nếu vẫn lỗi, gọi người hỗ trợ.',
    screenTitle: 'Màn hình này gặp lỗi.',
    screenDetail: 'Nội dung đang ghi vẫn được giữ trên máy này. Hãy tải lại trang; nếu vẫn lỗi, gọi người hỗ trợ.',
    code: (code: string, instance: string | undefined, at: string) =>
      `Mã để báo: ${code}${instance ? `, ${instance}` : ''}, ${at}`,
    allowedNow: 'Việc làm được lúc này:',
    nothingAllowed: 'Lúc này không còn việc nào làm được với văn bản này.',
    newVersion: 'Xã Số vừa có bản mới.',
    newVersionDetail: 'Hãy tải lại trang để dùng tiếp. Nội dung đang ghi vẫn được giữ.',
  },

  conflict: {
    title: 'Văn bản đã thay đổi trong lúc ông/bà đang xem',
    kept: 'Nội dung ông/bà vừa ghi vẫn còn.',
    reload: 'Xem bản mới nhất',
    correct: 'Hãy sửa rồi lưu lại. Xem bản mới nhất thì biểu mẫu đóng, nháp vẫn được giữ.',
  },

  link: {
    online: 'Có mạng',
    slow: 'Mạng chậm',
    offline: 'Mất mạng',
    slowStrip: 'Đường truyền chậm. Chữ hiện trước, ảnh quét tải sau.',
    offlineSince: (time: string) => `Mất mạng từ ${time}. Vẫn xem và ghi được.`,
    waiting: (count: number) => `${count} việc chờ gửi.`,
  },

  draft: {
    saving: 'Đang ghi…',
    savedAt: (time: string) => `Đã giữ nháp trên máy này lúc ${time}`,
    restored: (time: string) => `Đây là nháp ghi lúc ${time}.`,
    discard: 'Bỏ nháp, ghi lại từ đầu',
    notKept: 'Máy này chưa giữ được nháp (hết chỗ). Đừng đóng trang trước khi gửi.',
  },

  send: {
    sending: 'Đang gửi…',
    retrying: 'Mạng chập chờn, đang gửi lại…',
  },

  toast: { close: 'Đóng thông báo', undone: 'Đã hoàn tác.', undoHint: 'Ctrl+Z', label: 'Thông báo' },

  upload: {
    choose: 'Chọn tệp',
    drop: 'hoặc kéo tệp vào đây',
    progress: (done: string, percent: number) => `Đã tải lên ${done}, ${percent}%.`,
    left: (words: string) => `Còn khoảng ${words}.`,
    checking: 'Đã tải xong, máy chủ đang kiểm tra tệp…',
    waiting: 'Đang chờ tải lên…',
    done: 'Đã tải lên.',
    paused: 'Đã dừng. Bấm “Tải tiếp” để tải lại tệp này từ đầu.',
    pause: 'Tạm dừng',
    resume: 'Tải tiếp',
    cancel: 'Bỏ tệp',
    again: 'Tải lại',
    tooLarge: (name: string, size: string, limit: string) =>
      `“${name}” có ${size}, lớn hơn mức ${limit}. Hãy quét lại với độ phân giải thấp hơn hoặc chia thành nhiều tệp.`,
    empty: (name: string) => `“${name}” không có nội dung. Hãy chọn lại tệp.`,
    wrongType: (name: string, types: string) => `“${name}” không phải loại tệp được nhận (${types}).`,
    notSecret: 'Văn bản này không có độ mật?',
    notSecretReason: 'Lý do máy nhận nhầm dấu độ mật',
    notSecretHint: 'Lý do được ghi lại cùng tên ông/bà.',
    notSecretMissing: 'Hãy ghi lý do.',
    progressLabel: (name: string) => `Đang tải lên ${name}`,
    seconds: (count: number) => `${count} giây`,
    minutes: (count: number) => `${count} phút`,
  },

  help: {
    title: 'Hướng dẫn',
    keyboard: 'Phím tắt',
    support: 'Cần người giúp?',
    call: (name: string) => `Gọi ${name}.`,
    phone: 'Điện thoại',
    callUnknown: 'Gọi người phụ trách công nghệ thông tin của cơ quan.',
  },

  printedBy: (agency: string, person: string, at: string) => `In từ hệ thống Xã Số · ${agency} · ${person} · ${at}`,
  attachments: 'Tệp kèm',
  today: 'hôm nay',
  yesterday: 'hôm qua',
} as const

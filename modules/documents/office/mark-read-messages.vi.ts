/** What a person reads where documents that came only for information are marked as read. */
export const markReadMessages = {
  title: (count: number) => `Đánh dấu đã đọc ${count} văn bản`,
  note: 'Văn bản gửi để biết, không cần báo kết quả. Người gửi sẽ thấy là ông/bà đã đọc. Bỏ dấu ở văn bản còn muốn đọc.',
  which: 'Văn bản được đánh dấu',
  nothing: 'Chọn ít nhất một văn bản.',
  stop: 'Dừng lại',
  again: 'Gửi lại các văn bản chưa được',
  waiting: (count: number) => `${count} văn bản gửi để biết, chưa đọc.`,
  toRead: 'để biết',
} as const

export const pageMessages = {
  loading: 'Đang tải trang…',
  loaded: (done: string, all: string) => `Đang tải, đã nhận ${done}${all ? ` trong ${all}` : ''}`,
  page: (number: number, all: number) => `Trang ${number} / ${all}`,
  coming: (number: number, all: number, size: string) =>
    `Trang ${number} / ${all} đang tải${size ? `, khoảng ${size}` : ''}…`,
  pageFailed: (number: number) => `Trang ${number} chưa hiện được. Hãy tải tệp về để xem.`,
  smaller: 'Nhỏ',
  larger: 'To',
  failed: 'Chưa mở được trang PDF.',
  failedDetail: 'Kiểm tra mạng rồi thử lại, hoặc tải tệp về máy để xem.',
  tools: 'Xem trang',
} as const

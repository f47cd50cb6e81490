/** What who runs the installation reads of bodies outside it. */
export const outsideMessages = {
  title: 'Cơ quan ngoài hệ thống',
  purpose:
    'Nơi gửi, nơi nhận không dùng hệ thống này: bộ, ngành, cơ quan Đảng, đoàn thể. Mọi văn thư tìm thấy khi gõ tên.',
  add: 'Thêm cơ quan ngoài',
  added: (name: string) => `Đã thêm ${name}. Văn thư các cơ quan tìm thấy ngay.`,
  things: 'cơ quan',
  search: 'Tìm cơ quan',
  searchHint: 'Tên, tên cũ hoặc mã',
  none: 'Không có cơ quan nào',
  noneWhy: 'Thử bỏ bớt chữ, hoặc bấm “Thêm cơ quan ngoài”.',
  superior: (name: string) => `thuộc ${name}`,
  noIdentifier: 'chưa có mã định danh',
  acts: 'Việc khác',
  actsOf: (name: string) => `Việc với ${name}`,
  rename: 'Đổi tên',
  identify: 'Ghi mã định danh',
  close: 'Đóng',
  closeTitle: (name: string) => `Đóng ${name}`,
  closeConsequence:
    'Không hoàn tác được. Từ ngày đóng không gửi đến nơi này được nữa; văn bản cũ giữ tên và vẫn tra được.',
  closeDay: 'Đóng từ ngày',
  closedFrom: (day: string) => `Đóng từ ${day}.`,
  closed: (day: string) => `đóng từ ${day}`,
  hints: {
    name: 'Như ghi trên văn bản: Công an tỉnh Quảng Trị.',
    shortName: 'Hiện trong danh sách: Công an tỉnh.',
    placeName: 'Đứng trước ngày trên văn bản: Quảng Trị.',
    abbreviation: 'Đứng trong ký hiệu văn bản của nơi đó.',
    identifier: 'Ghi đúng như quyết định cấp mã. Chưa biết thì để trống, đừng đặt mã.',
  },
} as const

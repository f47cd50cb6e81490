/** The few words that the frame needs before a screen is fetched. */
export const agencyTitles = {
  administration: 'Quản trị',
  settings: 'Thiết lập',
  units: 'Đơn vị',
  people: 'Người và vị trí',
  delegations: 'Ủy quyền xử lý',
  signingOrders: 'Ký thừa lệnh',
  groups: 'Nhóm nơi nhận',
  phrases: 'Câu hay dùng',
} as const

export const agencyNotices: Readonly<Record<string, string>> = {
  'agencies.delegated': 'Có ủy quyền xử lý mới',
  'agencies.delegation-ended': 'Ủy quyền xử lý đã kết thúc',
  'agencies.seat-given': 'Ông/bà được thêm vị trí công tác ở cơ quan này',
  'agencies.guest-seated': 'Quản trị cơ quan thêm vị trí cho người của cơ quan khác',
  'agencies.administrator-reset': 'Quản trị hệ thống cấp lại mật khẩu cho quản trị cơ quan',
  'agencies.administrator-appointed': 'Quản trị hệ thống cử thêm quản trị cơ quan',
  'agencies.closing': 'Cơ quan sẽ đóng: hãy vào sổ, phát hành và bàn giao việc trước ngày đó',
}

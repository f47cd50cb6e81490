import type { Seat, Session } from '#platform/ui/data/session.ts'
import type { Option } from '#platform/ui/forms/use-options.ts'

/** Made-up people and documents for the kit page. */
export const kitSeat: Seat = {
  id: '01980000-0000-7000-8000-000000000001',
  agencyId: '01980000-0000-7000-8000-0000000000aa',
  agencyName: 'UBND xã Cam Lộ',
  unitName: 'Văn phòng HĐND và UBND',
  title: 'Văn thư',
  role: 'clerk',
}
export const kitSession: Session = {
  person: { id: '01980000-0000-7000-8000-0000000000bb', fullName: 'Trương Thị Ngọc Lan' },
  installationAdministrator: false,
  seats: [kitSeat],
  mustChangePassword: false,
  demonstration: true,
}

export const kitUnits: readonly Option[] = [
  { id: '1', name: 'Phòng Kinh tế', note: 'Trưởng phòng Võ Minh Tâm' },
  { id: '2', name: 'Phòng Văn hóa – Xã hội', note: 'Trưởng phòng Đoàn Thị Mỹ Hạnh' },
  { id: '3', name: 'Văn phòng HĐND và UBND', note: 'Chánh Văn phòng Phan Đình Khải' },
  { id: '4', name: 'Trung tâm Phục vụ hành chính công', note: 'Giám đốc Bùi Anh Tuấn' },
  { id: '5', name: 'Công an xã' },
  { id: '6', name: 'Ban Chỉ huy Quân sự' },
]

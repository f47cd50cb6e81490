/** The few words that the frame needs before a screen is fetched; the screens have their own. */
export const outgoingTitles = {
  list: 'Văn bản đi',
  phone: 'Chờ ký',
  draft: 'Soạn văn bản',
  edit: 'Sửa dự thảo',
  reader: 'Văn bản đi',
  numberPlace: 'Chỗ ghi số, ngày',
  registers: 'Sổ văn bản',
  secret: 'Khi có văn bản mật',
  search: 'Tìm kiếm',
  handOver: 'Bàn giao việc',
  administerRegisters: 'Sổ và dãy số',
} as const

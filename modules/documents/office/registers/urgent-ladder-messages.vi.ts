/** What a person reads of the ladder of urgent arrivals. */
export const ladderMessages = {
  title: 'Văn bản khẩn chưa ai mở',
  why: 'Văn bản khẩn vừa đến thì văn thư được báo ngay. Chưa ai mở thì hệ thống báo tiếp lần lượt như dưới đây, kể cả ngoài giờ; có người mở là thôi.',
  rung: (place: number, minutes: number) =>
    place === 1 ? `Lần ${place}: sau ${minutes} phút từ lúc đến` : `Lần ${place}: sau ${minutes} phút nữa`,
  tells: (names: string) => `Báo ${names}`,
  roles: { clerk: 'Văn thư', 'office-head': 'Chánh Văn phòng', leader: 'Lãnh đạo' },
  usual: 'Đây là cách thông thường. Cơ quan có quy định khác thì sửa lại.',
  change: 'Sửa',
  changeNamed: 'Sửa cách báo văn bản khẩn chưa ai mở',
  hint: 'Văn bản hạn chế chỉ báo người được xem văn bản đó.',
  place: (place: number) => `Lần ${place}`,
  minutesFirst: 'Số phút kể từ lúc văn bản đến',
  minutesNext: 'Số phút kể từ lần báo trước',
  whom: 'Báo cho ai',
  add: 'Thêm lần báo',
  removeNamed: (place: number) => `Bỏ lần ${place}`,
  saved: 'Đã lưu.',
  missing: {
    minutes: (place: number) => `Lần ${place}: hãy ghi số phút, từ 5 đến 1440.`,
    roles: (place: number) => `Lần ${place}: hãy chọn ít nhất một nơi được báo.`,
  },
} as const

/** What a person reads on 'Việc hôm nay'. */
export const todayMessages = {
  title: 'Việc hôm nay',
  waiting: 'Đang tải việc của ông/bà…',
  purpose: (date: string, count: number, late: number) => {
    if (count === 0) return `${date}. Không còn việc nào chờ.`
    return `${date}. Có ${count} việc đang chờ${late > 0 ? `, ${late} việc đã quá hạn` : ''}.`
  },
  groups: { urgent: 'Làm ngay', overdue: 'Quá hạn', today: 'Hôm nay', soon: 'Sắp tới' },
  left: {
    title: 'Việc của người đã thôi giữ vị trí',
    since: (day: string) => `thôi giữ vị trí từ ${day}`,
    count: (count: number) => `${count} văn bản phải bàn giao`,
  },
  summary: 'Số việc theo hạn',
  none: 'Không còn việc nào chờ ở vị trí này',
  noneWhy: 'Việc mới giao cho ông/bà sẽ tự hiện ở đây.',
  enterPaper: 'Vào sổ văn bản giấy',
  urged: (text: string) => `Đôn đốc: ${text}`,
  standsIn: 'làm thay người ủy quyền',
  arrived: {
    title: 'Văn bản đến hôm nay',
    of: (all: number) => `đã vào sổ trong ${all} văn bản`,
    bar: (registered: number, all: number) => `${registered} trong ${all} văn bản đến hôm nay đã vào sổ`,
    none: 'Hôm nay chưa có văn bản nào đến.',
    last: (number: number, at: string) => `Số đến gần nhất: ${number}, lúc ${at}`,
  },
  invitations: { title: 'Họp hôm nay', noPlace: 'Giấy mời không ghi địa điểm' },
  recent: {
    title: 'Vừa làm',
    undo: 'Hoàn tác',
    undoOf: (act: string, subject: string) => `Hoàn tác: ${act}, ${subject}`,
    undone: (act: string) => `Đã hoàn tác “${act}”.`,
  },
  seats: {
    title: (title: string, unit: string, agency: string) => `Ở vị trí ${title}, ${unit}, ${agency}`,
    nothing: 'Không có việc nào chờ.',
    all: (count: number) => `Xem cả ${count} việc ở vị trí này`,
    go: 'Chuyển sang vị trí này',
  },
  help: {
    title: 'Hướng dẫn: Việc hôm nay',
    steps: [
      { text: 'Văn bản HỎA TỐC và việc bị đôn đốc đứng trên cùng, rồi đến việc quá hạn, của hôm nay và sắp tới.' },
      { text: 'Mỗi dòng bắt đầu bằng một nút. Bấm nút để làm đúng việc đó; bấm trích yếu để chỉ xem văn bản.' },
      { text: 'Chữ đỏ nghĩa là đã quá hạn hoặc phải làm ngay.' },
      { text: 'Có người thôi giữ vị trí mà còn việc thì bấm “Bàn giao việc” để giao cho người khác.' },
      { text: 'Làm nhầm? Mục “Vừa làm” có nút “Hoàn tác” khi nơi nhận chưa mở văn bản.' },
      { text: 'Giữ nhiều vị trí công tác thì việc của vị trí kia nằm ngay dưới; bấm nút của việc là sang vị trí đó.' },
    ],
  },
} as const

import { formatDay, spokenTitle } from '#platform/ui/text/format.ts'

type Leaver = { readonly name: string; readonly title: string; readonly endsOn: string | null }

export const handOverMessages = {
  title: 'Bàn giao việc',
  titleOf: (name: string) => `Bàn giao việc của ${name}`,
  purpose: 'Văn bản đang chờ hoặc đang giao cho vị trí này. Hạn, người giao và lịch sử giữ nguyên.',
  purposeFor: ({ title, endsOn }: Leaver) =>
    `${spokenTitle(title)}${endsOn ? `, thôi giữ vị trí từ ${formatDay(endsOn)}` : ''}. Hạn, người giao và lịch sử của văn bản giữ nguyên.`,
  back: 'Người và vị trí',
  backToDay: 'Việc hôm nay',
  none: 'Không còn việc nào phải bàn giao',
  noneWhy: 'Vị trí này không giữ văn bản nào đang xử lý.',
  noneToSee: 'Không có văn bản nào khác phải bàn giao',
  hiddenToo: (count: number) =>
    `Còn ${count} văn bản hạn chế không hiện ở đây vì ông/bà không phải người được xem. Nhờ lãnh đạo đã giao việc đổi người chủ trì, hoặc nhờ người được xem bàn giao; không còn ai được xem thì quản trị cơ quan bàn giao được mà không xem nội dung.`,
  unseen: (count: number) =>
    `Còn ${count} văn bản hạn chế mà trong số người được xem không ai có quyền bàn giao. Ông/bà giao cho người kế nhiệm được, không xem nội dung.`,
  unseenTo: 'Giao văn bản hạn chế cho',
  confirmUnseen: (count: number) => `Bàn giao ${count} văn bản hạn chế`,
  hidden: 'Văn bản ông/bà không được xem nội dung',
  arrivalNumber: (number: number) => `số đến ${number}`,
  waits: 'chờ quyết định',
  roles: {
    ...{ direct: 'chỉ đạo tiếp', lead: 'chủ trì', assist: 'phối hợp', inform: 'để biết' },
    ...{ draft: 'đang soạn thảo', review: 'chờ góp ý', sign: 'chờ ký: trả người soạn để chọn người ký khác' },
  },
  things: 'văn bản',
  all: (count: number) => `Chọn cả ${count} văn bản`,
  to: 'Giao cho',
  toMissing: 'Hãy chọn người nhận bàn giao.',
  nothingChosen: 'Hãy chọn ít nhất một văn bản.',
  confirm: (count: number) => `Bàn giao ${count} văn bản`,
  done: (count: number, name: string) => `Đã bàn giao ${count} văn bản cho ${name}.`,
  sending: 'Bàn giao việc',
  help: {
    title: 'Bàn giao việc',
    steps: [
      { text: 'Chọn văn bản, chọn người nhận rồi bấm “Bàn giao”. Có thể giao cho nhiều người, mỗi lần một người.' },
      { text: 'Người nhận thấy việc ngay trong “Việc hôm nay”; hạn và người giao giữ nguyên.' },
      { text: 'Vị trí kết thúc là hết quyền ngay hôm đó, nên bàn giao càng sớm càng tốt.' },
    ],
  },
} as const

/** What a person reads in the history of a document. */
export const historyMessages = {
  title: 'Lịch sử luân chuyển',
  note: (count: number) => `${count} lần`,
  shown: 'Hiện',
  choices: { movements: 'Luân chuyển', looks: 'Lượt xem, tải, in', all: 'Tất cả, theo thứ tự' },
  noLooks: 'Chưa có lượt xem nào.',
  waiting: 'Đang tải lịch sử…',
  things: 'dòng',
  looks: {
    'look-view': 'xem văn bản',
    'look-file': 'mở tệp',
    'look-save': 'tải tệp về máy',
    'look-print': 'in phiếu giải quyết',
  },
  by: (name: string, title: string) => (title ? `${name} (${title})` : name),
  often: (count: number, last: string) => ` ${count} lần, gần nhất ${last}; lần đầu`,
} as const

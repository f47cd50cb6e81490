import type { LineFault } from '#lib/working-calendar/index.ts'

/** What who runs the installation reads of the working calendar. */
export const calendarWords = {
  title: 'Lịch làm việc',
  purpose: 'Ngày nghỉ lễ, tết và ngày làm bù từng năm. Mọi cơ quan trên hệ thống tính hạn theo lịch này.',
  kept: 'Sửa lịch không đổi hạn đã đặt cho văn bản, công việc. Lịch mới dùng cho hạn đặt từ lúc lưu.',
  none: 'Chưa có năm nào',
  noneWhy: 'Bấm “Nhập lịch”: ghi số, ngày của thông báo nghỉ lễ, tết rồi dán các ngày.',
  missing: (years: readonly number[]) =>
    `Chưa có lịch làm việc năm ${years.join(', ')}: hạn rơi vào năm đó chưa tính được.`,
  missingWhy: 'Khi có văn bản thông báo lịch nghỉ lễ, tết (Bộ luật Lao động Điều 112), hãy nhập vào đây.',
  enter: (year: number) => `Nhập lịch năm ${year}`,
  change: (year: number) => `Sửa lịch năm ${year}`,
  yearOf: (year: number) => `Năm ${year}`,
  over: 'Năm đã qua, chỉ xem',
  basis: (basis: string) => `Căn cứ: ${basis}`,
  counts: (off: number, work: number) => (work === 0 ? `${off} ngày nghỉ` : `${off} ngày nghỉ, ${work} ngày làm bù`),
  past: 'Các năm đã qua',
  columns: { day: 'Ngày', kind: 'Nghỉ hay làm', name: 'Tên', basis: 'Căn cứ' },
  kinds: { off: 'Nghỉ', work: 'Làm bù' },
  weekend: 'cuối tuần, vốn đã nghỉ',
  form: {
    document: 'Văn bản thông báo lịch nghỉ',
    number: 'Số, ký hiệu văn bản',
    numberHint: 'Như trên văn bản: 10065/VPCP-KGVX.',
    date: 'Ngày văn bản',
    wholeYear: 'Cả năm theo văn bản này',
    wholeYearNote: 'Không chọn: ngày nào giữ nguyên thì giữ căn cứ cũ; ngày thêm, sửa lấy văn bản này.',
    days: 'Các ngày nghỉ, ngày làm bù',
    lines: 'Danh sách ngày',
    linesHint:
      'Mỗi dòng: ngày/tháng/năm – nghỉ hoặc làm bù – tên. Thứ Bảy, Chủ Nhật đã là ngày nghỉ, không cần ghi. Xóa dòng để bỏ ngày.',
    linesExample: (year: number) => `01/01/${year} – nghỉ – Tết Dương lịch`,
    add: 'Thêm một ngày',
    addDay: 'Ngày',
    addKind: 'Nghỉ hay làm bù',
    addName: 'Tên ngày',
    addNameHint: 'Tết Nguyên đán; Làm bù cho 31/08.',
    addAct: 'Thêm vào danh sách',
    understood: 'Máy đọc được',
    nothingYet: 'Chưa có ngày nào.',
    save: 'Lưu lịch',
    saved: (year: number) => `Đã lưu lịch làm việc năm ${year}.`,
    sending: (year: number) => `Lịch làm việc năm ${year}`,
  },
  faults: {
    number: 'Hãy ghi số, ký hiệu văn bản.',
    date: 'Hãy ghi ngày văn bản.',
    dateAfterToday: 'Ngày văn bản sau hôm nay. Xem lại ngày ghi trên văn bản.',
    lines: 'Hãy ghi ít nhất một ngày vào danh sách.',
    tooMany: 'Danh sách dài quá 100 ngày. Chỉ ghi ngày nghỉ và ngày làm bù.',
    addDay: 'Hãy ghi ngày cần thêm.',
    addName: 'Hãy ghi tên ngày cần thêm.',
  },
  lineFault: (fault: LineFault, year: number) =>
    `Dòng ${fault.line} “${shortened(fault.text)}”: ${whyNot(fault, year)}`,
} as const

function whyNot(fault: LineFault, year: number): string {
  switch (fault.fault) {
    case 'parts':
      return 'chưa đủ ngày, nghỉ hoặc làm bù, và tên.'
    case 'date':
      return 'không đọc được ngày, hoặc không có ngày đó. Ghi đủ ngày/tháng/năm.'
    case 'kind':
      return 'sau ngày phải là “nghỉ” hoặc “làm bù”.'
    case 'name':
      return 'thiếu tên ngày, tên dài quá 100 chữ, hoặc có ký tự lạ.'
    case 'other-year':
      return `không thuộc năm ${year}.`
    case 'worked-weekday':
      return 'ngày làm bù phải là Thứ Bảy hoặc Chủ Nhật; ngày này vốn đã làm việc.'
    case 'twice':
      return `ngày này đã ghi ở dòng ${fault.first}.`
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text)

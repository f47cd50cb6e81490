/** What a person reads where number and date are placed on an uploaded PDF. */
export const numberPlaceMessages = {
  title: 'Chỗ ghi số, ngày',
  back: 'Về dự thảo',
  parts: { document: 'Trang 1', act: 'Số đo' },
  page: 'Trang 1 của dự thảo',
  // The engine that draws pages is heavy for a slow line: the measures are there without it.
  openPage: 'Mở trang 1 để kéo hai khung',
  panel: 'Chỗ ghi số và ngày',
  waiting: 'Đang tìm chỗ ghi số trên trang…',
  how: 'Kéo hai khung trên trang tới đúng chỗ. Khi cấp số, hệ thống ghi số và ngày vào đó.',
  keys: 'Dùng bàn phím: chọn khung rồi bấm phím mũi tên, mỗi lần 1 mm; giữ Shift thì 5 mm.',
  number: 'Số văn bản',
  date: 'Ngày ban hành',
  sampleNumber: '128',
  box: (name: string, left: string, top: string) => `${name}: cách mép trái ${left} mm, cách mép trên ${top} mm`,
  fields: { left: 'Cách mép trái (mm)', top: 'Cách mép trên (mm)', width: 'Chiều rộng (mm)', size: 'Cỡ chữ' },
  outside: (least: string, most: string) => `Hãy ghi số từ ${least} đến ${most}.`,
  from: {
    page: 'Hệ thống đề nghị theo chữ “Số:” và “ngày … tháng … năm …” trên trang.',
    layout: 'Trang không có chữ đọc được để tìm chỗ, nên đề nghị theo thể thức NĐ 30/2020.',
    chosen: 'Đã dời khỏi chỗ hệ thống đề nghị.',
  },
  noRoom:
    'Trang chưa chừa chỗ trống sau chữ “Số:”. Hãy dời khung số tới chỗ trống rồi lưu; nếu không, không ghi số được.',
  closed: 'Dự thảo này không còn ở bước đặt chỗ ghi số.',
  propose: 'Về chỗ đề nghị',
  save: 'Lưu chỗ ghi',
  saved: 'Đã lưu chỗ ghi số và ngày.',
  sending: 'Chỗ ghi số và ngày',
  help: {
    title: 'Chỗ ghi số, ngày',
    steps: [
      { text: 'Chỉ dùng cho văn bản tải lên. Văn bản viết theo mẫu đã có sẵn chỗ.' },
      { text: 'Kéo khung số và khung ngày tới đúng chỗ trên trang 1, hoặc ghi số đo ở bên phải.' },
      { text: 'Bấm “Lưu chỗ ghi”. Sau khi duyệt thì không dời được nữa.' },
    ],
  },
} as const

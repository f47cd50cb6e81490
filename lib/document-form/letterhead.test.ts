import { describe, expect, test } from 'vitest'
import { type Letterhead, readLetterhead } from './letterhead.ts'
import type { TextLine } from './letterhead-lines.ts'

/** A line of about 6 points a letter around a middle, as on an A4 page of 595 points. */
const line = (text: string, middle: number, y: number, page = 1): TextLine => ({
  text,
  x: middle - text.length * 3,
  y,
  width: text.length * 6,
  height: 14,
  page,
})
const [left, centre, right] = [150, 310, 430]
const motto = [
  line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', right, 60),
  line('Độc lập - Tự do - Hạnh phúc', right, 76),
  line('_______________', right, 80),
]
const values = (letterhead: Letterhead) =>
  Object.fromEntries(Object.entries(letterhead).map(([field, proposal]) => [field, proposal.value]))

const letter = [
  ...motto,
  line('ỦY BAN NHÂN DÂN', left, 60),
  line('TỈNH QUẢNG TRỊ', left, 76),
  line('Số: 4127/UBND-NNMT', left, 104),
  line('Quảng Trị, ngày 23 tháng 11 năm 2026', right, 104),
  line('V/v đẩy nhanh tiến độ làm sạch', left, 122),
  line('cơ sở dữ liệu đất đai', left, 137),
  line('HỎA TỐC', left, 170),
  line('Kính gửi: Ủy ban nhân dân các xã, phường, đặc khu.', centre, 200),
  line('Thực hiện Kế hoạch số 515/KH-BCA-BNN&MT ngày 31 tháng 8 năm 2025, báo cáo trước ngày 04/12/2026.', centre, 230),
  line('Nơi nhận:', 90, 600),
  line('TM. ỦY BAN NHÂN DÂN', right, 600),
  line('- Như trên;', 90, 615),
  line('KT. CHỦ TỊCH', right, 616),
  line('- Lưu: VT, NNMT.', 90, 630),
  line('PHÓ CHỦ TỊCH', right, 632),
  line('Lê Thị Hoài Thu', right, 700),
]

describe('the letterhead of a letter', () => {
  test('is read field by field', () => {
    expect(values(readLetterhead(letter))).toEqual({
      notation: { number: '4127', year: null, notation: 'UBND-NNMT', written: '4127/UBND-NNMT' },
      issuedOn: '2026-11-23',
      placeName: 'Quảng Trị',
      issuerName: 'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
      typeCode: 'cong-van',
      subject: 'đẩy nhanh tiến độ làm sạch cơ sở dữ liệu đất đai',
      urgency: 3,
      signerTitle: 'PHÓ CHỦ TỊCH',
      signerName: 'Lê Thị Hoài Thu',
    })
  })

  test('keeps a name together whose word was parted at the end of a line', () => {
    const head = (...names: string[]) => [
      ...motto,
      ...names.map((name, at) => line(name, left, 60 + at * 16)),
      line('Số: 12/KH-X', left, 120),
    ]
    expect(values(readLetterhead(head('SỞ NÔNG NGHIỆP VÀ MÔI', 'TRƯỜNG TỈNH QUẢNG TRỊ')))).toMatchObject({
      issuerName: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH QUẢNG TRỊ',
    })
    expect(values(readLetterhead(head('ỦY BAN NHÂN DÂN XÃ', 'TRƯỜNG TIỂU HỌC SỐ 1')))).toMatchObject({
      issuerName: 'TRƯỜNG TIỂU HỌC SỐ 1',
      superiorName: 'ỦY BAN NHÂN DÂN XÃ',
    })
  })

  test('names the lines it was read from', () => {
    const read = readLetterhead(letter)
    expect(read.notation?.lines.map(({ text }) => text)).toEqual(['Số: 4127/UBND-NNMT'])
    expect(read.subject?.lines.map(({ y }) => y)).toEqual([122, 137])
    expect(read.issuerName?.lines.map(({ y }) => y)).toEqual([60, 76])
    expect(read.signerTitle?.lines.map(({ y }) => y)).toEqual([600, 616, 632])
  })

  test('keeps the lines as they were given', () => {
    const decomposed = letter.map(one => ({ ...one, text: one.text.normalize('NFD') }))
    expect(decomposed).toContain(readLetterhead(decomposed).notation?.lines[0])
  })

  test('is the same in decomposed letters and in any order of lines', () => {
    const scrambled = letter.toReversed().map(one => ({ ...one, text: one.text.normalize('NFD') }))
    expect(values(readLetterhead(scrambled))).toEqual(values(readLetterhead(letter)))
  })

  test('is read where the reader joined both columns into one line', () => {
    const joined = [
      line('ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', centre, 60),
      line('XÃ TRIỆU PHONG Độc lập - Tự do - Hạnh phúc', centre, 76),
      line('Số: 12/UBND-VX Triệu Phong, ngày 05 tháng 01 năm 2026', centre, 104),
      line('V/v nâng bậc lương năm 2026', left, 122),
      line('Kính gửi: Phòng Văn hóa - Xã hội', centre, 160),
      line('Nơi nhận: TM. ỦY BAN NHÂN DÂN', centre, 600),
      line('CHỦ TỊCH', right, 616),
      line('Trần Văn Bình', right, 700),
    ]
    expect(values(readLetterhead(joined))).toEqual({
      notation: { number: '12', year: null, notation: 'UBND-VX', written: '12/UBND-VX' },
      issuedOn: '2026-01-05',
      placeName: 'Triệu Phong',
      issuerName: 'ỦY BAN NHÂN DÂN XÃ TRIỆU PHONG',
      typeCode: 'cong-van',
      subject: 'nâng bậc lương năm 2026',
      signerTitle: 'CHỦ TỊCH',
      signerName: 'Trần Văn Bình',
    })
  })
})

describe('the letterhead of a named type', () => {
  const decision = [
    ...motto,
    line('UBND TỈNH QUẢNG TRỊ', left, 60),
    line('SỞ NÔNG NGHIỆP', left, 76),
    line('VÀ MÔI TRƯỜNG', left, 90),
    line('Số: 05/QĐ-SNNMT', left, 112),
    line('Đông Hà, ngày 02 tháng 3 năm 2026', right, 112),
    line('QUYẾT ĐỊNH', centre, 150),
    line('Về việc phê duyệt kế hoạch kiểm tra', centre, 168),
    line('công tác văn thư năm 2026', centre, 184),
    line('___________', centre, 190),
    line('GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', centre, 220),
    line('Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;', centre, 250),
    line('QUYẾT ĐỊNH:', centre, 300),
    line('Điều 1. Phê duyệt kế hoạch.', centre, 320),
    line('KT. GIÁM ĐỐC', right, 200, 2),
    line('PHÓ GIÁM ĐỐC', right, 216, 2),
    line('(Đã ký)', right, 240, 2),
    line('Phan Đình Khải', right, 280, 2),
  ]

  test('has its superior, its type and its abstract; the signer is on the last page', () => {
    expect(values(readLetterhead(decision))).toEqual({
      notation: { number: '05', year: null, notation: 'QĐ-SNNMT', written: '05/QĐ-SNNMT' },
      issuedOn: '2026-03-02',
      placeName: 'Đông Hà',
      superiorName: 'UBND TỈNH QUẢNG TRỊ',
      issuerName: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      typeCode: 'quyet-dinh',
      subject: 'Về việc phê duyệt kế hoạch kiểm tra công tác văn thư năm 2026',
      signerTitle: 'PHÓ GIÁM ĐỐC',
      signerName: 'Phan Đình Khải',
    })
  })

  test('of page 1 alone proposes no signer: the authority under the abstract is none', () => {
    const first = readLetterhead(decision.filter(({ page }) => page === 1))
    expect(first.signerTitle).toBeUndefined()
    expect(first.signerName).toBeUndefined()
    expect(first.typeCode?.value).toBe('quyet-dinh')
  })

  test('ends its abstract where the text leaves the block', () => {
    const report = [
      line('BÁO CÁO', centre, 150),
      line('Kết quả công tác tháng 11', centre, 168),
      line('Trong tháng, Ủy ban nhân dân xã đã chỉ đạo các đơn vị.', centre, 210),
    ]
    expect(readLetterhead(report).subject?.value).toBe('Kết quả công tác tháng 11')
  })

  test('of the Party has its own head and number', () => {
    const directive = [
      line('TỈNH ỦY QUẢNG TRỊ', left, 60),
      line('*', left, 76),
      line('Số 20-CT/TU', left, 92),
      line('ĐẢNG CỘNG SẢN VIỆT NAM', right, 60),
      line('Quảng Trị, ngày 10 tháng 10 năm 2026', right, 92),
      line('CHỈ THỊ', centre, 130),
      line('về tăng cường chuyển đổi số', centre, 148),
    ]
    expect(values(readLetterhead(directive))).toMatchObject({
      notation: { number: '20', notation: 'CT/TU' },
      issuerName: 'TỈNH ỦY QUẢNG TRỊ',
      typeCode: 'chi-thi',
      subject: 'về tăng cường chuyển đổi số',
    })
  })
})

test('hostile lines cost no time', () => {
  const long = [' '.repeat(200_000), 'Số '.repeat(60_000), '/'.repeat(100_000), 'A, ngày '.repeat(30_000)]
  const started = performance.now()
  readLetterhead(long.map((text, index) => line(text, centre, 60 + 20 * index)))
  expect(performance.now() - started).toBeLessThan(500)
})

describe('a page that says little', () => {
  test('gives nothing rather than a guess', () => {
    expect(readLetterhead([])).toEqual({})
    expect(readLetterhead([line('Kính gửi ủy ban, tôi tên là Lê Văn Tám', centre, 60)])).toEqual({})
    expect(readLetterhead([line('Đông Hà, ngày 31 tháng 11 năm 2026', right, 60)])).toEqual({})
  })

  test('tells its type by its notation where no line names it', () => {
    const lines = [line('Số: 381/TB-SYT', left, 100)]
    expect(values(readLetterhead(lines))).toMatchObject({ typeCode: 'thong-bao' })
    expect(values(readLetterhead([line('Số: 367/SYT-TCCB', left, 100)]))).toMatchObject({ typeCode: 'cong-van' })
  })

  test('keeps urgency apart from words about it', () => {
    expect(readLetterhead([line('T H Ư Ợ N G  K H Ẩ N', left, 60)]).urgency?.value).toBe(2)
    expect(readLetterhead([line('HOẢ TỐC', left, 60)]).urgency?.value).toBe(3)
    expect(readLetterhead([line('Công văn khẩn', left, 60)]).urgency).toBeUndefined()
  })
})

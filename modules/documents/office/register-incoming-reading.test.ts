import { expect, test } from 'vitest'
import { readFirstPage } from './register-incoming-reading.ts'

const line = (text: string, at: number, x = 85) => ({ text, x, y: 60 + at * 20, width: text.length * 6, height: 13 })
const pageOf = (type: string) => ({
  width: 595,
  height: 842,
  lines: [
    line('ỦY BAN NHÂN DÂN XÃ CAM LỘ', 0),
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 0, 320),
    line('Số: 12/GM-UBND', 2),
    line('Cam Lộ, ngày 20 tháng 11 năm 2026', 2, 330),
    line(type, 4, 250),
    line('Họp giao ban tháng 11', 5, 230),
    line('Thời gian: 14 giờ 00, ngày 25/11/2026 (thứ Tư).', 8),
    line('Địa điểm: Hội trường UBND xã.', 9),
    line('Chủ trì: Đồng chí Nguyễn Văn An, Chủ tịch UBND xã.', 10),
    line('Thành phần: Trưởng các thôn.', 11),
  ],
})

test('what an invitation says of its meeting is proposed after its head, each with its number and place', () => {
  const read = readFirstPage(pageOf('GIẤY MỜI'), 1)
  expect(read).toMatchObject({
    typeCode: { value: 'giay-moi' },
    meetingOn: { value: '2026-11-25' },
    meetingTime: { value: '14:00' },
    meetingPlace: { value: 'Hội trường UBND xã', place: { y: 240 } },
    meetingChair: { value: 'Đồng chí Nguyễn Văn An, Chủ tịch UBND xã' },
    meetingInvited: { value: 'Trưởng các thôn' },
  })
  const numbers = Object.values(read).map(one => one.number)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  expect(read.meetingOn!.number).toBeGreaterThan(read.subject!.number)
})

test('any other document has no meeting, whatever it says of time and place', () => {
  expect(Object.keys(readFirstPage(pageOf('THÔNG BÁO'), 1)).filter(field => field.startsWith('meeting'))).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { readInvitation } from './invitation.ts'

/** Lines as they stand on a page, one below the other. */
const page = (...texts: readonly string[]) =>
  texts.map((text, at) => ({ text, x: 85, y: 200 + at * 18, width: text.length * 6, height: 13 }))
const read = (...texts: readonly string[]) => {
  const { day, time, place, chair, invited } = readInvitation(page(...texts))
  return { day: day?.value, time: time?.value, place: place?.value, chair: chair?.value, invited: invited?.value }
}
const head = ['ỦY BAN NHÂN DÂN', 'XÃ CAM LỘ', 'Cam Lộ, ngày 20 tháng 11 năm 2026', 'GIẤY MỜI', 'Họp giao ban tháng 11']

describe('the time of a meeting is read from', () => {
  test.each<[written: string, day: string | undefined, time: string | undefined]>([
    ['Thời gian: 14 giờ 00, ngày 25 tháng 11 năm 2026 (thứ Tư).', '2026-11-25', '14:00'],
    ["Vào lúc 8h30' ngày 03/12/2026.", '2026-12-03', '08:30'],
    ['- Thời gian: 08h00’, ngày 03/12/2026 (Thứ Năm)', '2026-12-03', '08:00'],
    ['1. Thời gian: 7 giờ 30 phút, ngày 05-12-2026', '2026-12-05', '07:30'],
    ['1. Thời gian họp: Bắt đầu từ 13g30 ngày 05.12.2026', '2026-12-05', '13:30'],
    ['* Thời gian: 07:30 ngày 9/12/2026', '2026-12-09', '07:30'],
    ['Thời gian: 01 buổi, bắt đầu lúc 14 giờ, thứ Sáu, ngày 04/12/2026', '2026-12-04', '14:00'],
    ['Thời gian: Sáng thứ Tư, ngày 25/11/2026, bắt đầu lúc 08 giờ 00', '2026-11-25', '08:00'],
    ['Thời gian: 2 giờ chiều ngày 25/11/2026', '2026-11-25', '14:00'],
    ['Thời gian: chiều ngày 25/11/2026, lúc 2 giờ rưỡi', '2026-11-25', '14:30'],
    ['Thời gian: từ 07h30 đến 11h00 ngày 25/11/2026', '2026-11-25', '07:30'],
    ['Thời gian: 8h00 ngày 25-26/11/2026', '2026-11-25', '08:00'],
    ['Thời gian: 8h00 các ngày 25 và 26 tháng 11 năm 2026', '2026-11-25', '08:00'],
    ['Thời gian tổ chức: Hồi 15 giờ 30, ngày 01 tháng 12 năm 2026.', '2026-12-01', '15:30'],
    ['Vào hồi 14 giờ 00 phút, ngày 25 tháng 11, năm 2026, tại Hội trường UBND xã.', '2026-11-25', '14:00'],
    ['Cuộc họp bắt đầu lúc 9h15 ngày 30/11/2026.', '2026-11-30', '09:15'],
    ['Thời gian: 8h ngày 25/11', undefined, '08:00'],
    ['Thời gian: ngày 25/11/2026', '2026-11-25', undefined],
    ['Thời gian: 25 giờ 00, ngày 31/02/2026', undefined, undefined],
    ['Căn cứ Kế hoạch số 12/KH-UBND ngày 05/11/2026 của UBND tỉnh.', undefined, undefined],
  ])('%s', (written, day, time) => {
    expect(read(...head, written)).toMatchObject({ day, time })
  })

  test('its line and the next, and never from the date of the document', () => {
    expect(read(...head, 'Thời gian: 14 giờ 00, ngày', '25 tháng 11 năm 2026 (thứ Tư).')).toMatchObject({
      ...{ day: '2026-11-25', time: '14:00' },
    })
    expect(read(...head)).toEqual({})
  })

  test('a word alone, with what it names below', () => {
    expect(read('Thời gian:', '- 14 giờ 00, ngày 25/11/2026', 'Địa điểm:', 'Hội trường UBND xã')).toMatchObject({
      ...{ day: '2026-11-25', time: '14:00', place: 'Hội trường UBND xã' },
    })
  })
})

describe('the place is read from', () => {
  test.each<[lines: readonly string[], place: string | undefined]>([
    [['Địa điểm: Phòng họp tầng 2, trụ sở UBND xã Cam Lộ.'], 'Phòng họp tầng 2, trụ sở UBND xã Cam Lộ'],
    [['2. Địa điểm: Tại Hội trường UBND xã'], 'Hội trường UBND xã'],
    [['- Địa điểm họp: Nhà văn hóa thôn Cam Vũ 1;'], 'Nhà văn hóa thôn Cam Vũ 1'],
    [
      [
        'Địa điểm: Hội trường Trung tâm Văn hóa, đường 2/4, xã Cam',
        'Lộ, tỉnh Quảng Trị.',
        'Rất mong các đồng chí có mặt.',
      ],
      'Hội trường Trung tâm Văn hóa, đường 2/4, xã Cam Lộ, tỉnh Quảng Trị',
    ],
    [['Địa điểm: Phòng họp số 1', '3. Thành phần: Các trưởng thôn'], 'Phòng họp số 1'],
    [["Vào lúc 8h30' ngày 03/12/2026, tại Phòng họp số 2, UBND xã."], 'Phòng họp số 2, UBND xã'],
    [['Thời gian: 14 giờ 00, ngày 25/11/2026 (thứ Tư) tại Hội trường lớn.'], 'Hội trường lớn'],
    [['Họp trực tuyến qua phần mềm.'], undefined],
  ])('%j', (lines, place) => {
    expect(read(...head, ...lines).place).toBe(place)
  })
})

describe('who chairs it is read from', () => {
  test.each<[line: string, chair: string | undefined]>([
    ['Chủ trì: Đồng chí Nguyễn Văn An, Chủ tịch UBND xã.', 'Đồng chí Nguyễn Văn An, Chủ tịch UBND xã'],
    ['- Chủ trì cuộc họp: Ông Lê Văn Bình - Phó Chủ tịch UBND xã;', 'Ông Lê Văn Bình - Phó Chủ tịch UBND xã'],
    ['4. Người chủ trì: Bà Trần Thị Lụa', 'Bà Trần Thị Lụa'],
    ['Chủ tọa: Thường trực HĐND xã', 'Thường trực HĐND xã'],
    ['Hội nghị do đồng chí Hồ Văn Cường, Bí thư Đảng ủy xã chủ trì.', 'đồng chí Hồ Văn Cường, Bí thư Đảng ủy xã'],
    ['Họp dưới sự chủ trì của Chủ tịch UBND xã.', 'Chủ tịch UBND xã'],
    ['Phòng Kinh tế chủ trì, phối hợp các đơn vị chuẩn bị tài liệu.', undefined],
  ])('%s', (line, chair) => {
    expect(read(...head, line).chair).toBe(chair)
  })
})

describe('who is invited is read from', () => {
  test.each<[lines: readonly string[], invited: string | undefined]>([
    [['Thành phần: Trưởng các phòng, trưởng các thôn.'], 'Trưởng các phòng, trưởng các thôn'],
    [
      [
        '3. Thành phần tham dự:',
        '- Thường trực Đảng ủy xã;',
        '- Lãnh đạo UBND xã;',
        '- Trưởng các thôn.',
        'Địa điểm: Hội trường',
      ],
      'Thường trực Đảng ủy xã; Lãnh đạo UBND xã; Trưởng các thôn',
    ],
    [
      ['Ủy ban nhân dân xã trân trọng kính mời: Ông Nguyễn Văn An, Giám đốc', 'Công ty Điện lực.', 'Tới dự: Hội nghị'],
      'Ông Nguyễn Văn An, Giám đốc Công ty Điện lực',
    ],
    [['Kính mời: Các ông, bà trưởng thôn', 'Nội dung: Bàn việc làm đường'], 'Các ông, bà trưởng thôn'],
    [['Nội dung: Bàn việc làm đường.'], undefined],
  ])('%j', (lines, invited) => {
    expect(read(...head, ...lines).invited).toBe(invited)
  })
})

test('all of it is read where it stands in one paragraph, over the ends of lines', () => {
  expect(
    read(
      ...head,
      'Sở Nội vụ trân trọng kính mời đại biểu tham dự: hội nghị trực tuyến.',
      'Thời gian: 14:00 ngày 25/11/2026. Địa điểm: Trực tuyến tại điểm cầu các xã, phường, đặc',
      'khu. Chủ trì: Lãnh đạo Sở Nội vụ tỉnh Quảng Trị. Đề nghị đại biểu đến đúng giờ.',
    ),
  ).toEqual({
    ...{ day: '2026-11-25', time: '14:00', place: 'Trực tuyến tại điểm cầu các xã, phường, đặc khu' },
    ...{ chair: 'Lãnh đạo Sở Nội vụ tỉnh Quảng Trị', invited: undefined },
  })
})

test('each value bears the lines it was read from', () => {
  const lines = page(...head, 'Thời gian: 14 giờ 00, ngày 25/11/2026', 'Địa điểm: Hội trường UBND xã')
  const { time, place } = readInvitation(lines)
  expect([time?.lines, place?.lines]).toEqual([[lines[5]], [lines[6]]])
})

test('a stranger’s endless lines cost no more than others', () => {
  const long = page(
    'Thời gian: '.padEnd(200_000, ' 1 giờ'),
    'Địa điểm: '.padEnd(200_000, 'a '),
    'kính mời'.repeat(30_000),
  )
  const begun = performance.now()
  readInvitation(long)
  expect(performance.now() - begun).toBeLessThan(500)
})

import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Arrival, Departure, Form } from './forms.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { renderForm } from './render-form.ts'
import { createdAt, testFolder } from './testing.ts'

let here: Awaited<ReturnType<typeof testFolder>>
beforeAll(async () => {
  here = await testFolder()
})
afterAll(() => rm(here.folder, { recursive: true }))

const letterhead = { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'XÃ ĐAKRÔNG'] }
const printed = { by: 'Trần Thị Thử', at: '08:21 25/11/2026' }
const register = { letterhead, name: '', period: '2026', range: 'Từ số 01 đến số 03', paper: 'A4', printed } as const

const arrival = (change: Partial<Arrival> = {}): Arrival => ({
  ...{ arrivedOn: '2026-11-25', number: '01', author: 'Sở Tư pháp', notation: '1198/STP-HTQT', issuedOn: '2026-11-20' },
  ...{ subject: 'Công văn V/v rà soát sổ hộ tịch', receiver: 'Chủ tịch', passedOn: '2026-11-25', signedFor: 'Lê Thử' },
  ...{ note: '', cancelled: false, reason: null },
  ...change,
})
const departure: Departure = {
  ...{ notation: '15/BC-UBND', issuedOn: '2026-12-01', subject: 'Báo cáo kết quả rà soát', signer: 'Hồ Thị Thử' },
  ...{ recipients: 'Sở Nội vụ', keeper: 'Văn thư', copies: 3, passedOn: null, signedFor: '', note: '' },
  ...{ cancelled: false, reason: null },
}

async function read(form: Form) {
  const { pdfPath, pages } = await renderForm({ form, createdAt }, here.context)
  const seen = await inspectPdf({ path: pdfPath }, here.context)
  return { pages, seen, text: seen.text.map(page => page.replace(/\s+/g, ' ')) }
}

describe('the registers', () => {
  test('of arrivals has the ten columns of the decree in order, numbered', async () => {
    const { text, seen } = await read({ ...register, kind: 'arrivals', lines: [arrival()] })
    const titles =
      'Ngày đến Số đến Tác giả Số, ký hiệu văn bản Ngày tháng văn bản Tên loại và trích yếu nội dung văn bản Đơn vị hoặc người nhận Ngày chuyển Ký nhận Ghi chú'
    expect(text[0]).toContain(titles)
    expect(text[0]).toContain('(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)')
    expect(text[0]).toContain('25/11/2026 01 Sở Tư pháp')
    expect(seen.pageSizes[0]!.width).toBeGreaterThan(seen.pageSizes[0]!.height)
  })

  test('of departures has the ten columns of the decree in order, on A3 if wanted', async () => {
    const { text, seen } = await read({ ...register, paper: 'A3', kind: 'departures', lines: [departure] })
    const titles =
      'Số, ký hiệu văn bản Ngày tháng văn bản Tên loại và trích yếu nội dung văn bản Người ký Nơi nhận văn bản Đơn vị, người nhận bản lưu Số lượng bản Ngày chuyển Ký nhận Ghi chú'
    expect(text[0]).toContain(titles)
    expect(seen.pageSizes[0]).toEqual({ width: 1190.55, height: 841.89 })
  })

  test('repeat the columns on every page, count the pages and say who printed them and when', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => arrival({ number: String(i + 1).padStart(2, '0') }))
    const { text, pages } = await read({ ...register, kind: 'arrivals', lines })
    expect(pages).toBeGreaterThan(3)
    text.forEach((page, at) => {
      expect(page).toContain('(10)')
      expect(page).toContain(`Trang ${at + 1} / ${pages}`)
      expect(page).toContain('In từ hệ thống Xã Số · Trần Thị Thử · 08:21 25/11/2026')
    })
  })

  test('keep a cancelled number in its place and say why', async () => {
    const cancelled = arrival({ number: '02', cancelled: true, reason: 'trùng số 01' })
    const { text } = await read({ ...register, kind: 'arrivals', lines: [arrival(), cancelled] })
    expect(text[0]).toContain('25/11/2026 02 Sở Tư pháp')
    expect(text[0]).toContain('Hủy: trùng số 01')
  })

  test('print what others wrote, whatever it is', async () => {
    const { text } = await read({
      ...register,
      kind: 'arrivals',
      lines: [arrival({ subject: 'Thư #let x = 1 😀 cảm ơn' })],
    })
    expect(text[0]).toContain('Thư #let x = 1 ? cảm ơn')
  })

  test('are printed in ranges when they are long', async () => {
    const lines = Array.from({ length: 2001 }, () => arrival())
    await expect(read({ ...register, kind: 'arrivals', lines })).rejects.toMatchObject({ code: 'TooLarge' })
  })
})

test('the handling slip has its three parts, who leads, who assists, until when, and who entered it for whom', async () => {
  const { text } = await read({
    kind: 'slip',
    ...{ letterhead, printed, place: 'Đakrông', on: '2026-02-05', arrivalNumber: '1286', arrivedOn: '2026-02-04' },
    document: 'Công văn số 4127/UBND-NNMT ngày 02/02/2026 của Ủy ban nhân dân tỉnh V/v rà soát đất đai',
    leaderOpinions: [
      {
        ...{
          by: 'CHỦ TỊCH Hồ Văn Thử',
          enteredBy: 'Văn thư Trần Thị Thử nhập thay',
          on: '2026-02-05',
          text: 'Rà soát ngay.',
        },
        ...{
          lead: 'Phòng Kinh tế',
          assist: ['Công an xã'],
          deadlines: [{ who: 'Phòng Kinh tế', until: '2026-02-12' }],
        },
      },
    ],
    unitOpinions: [],
    proposals: [],
  })
  for (const words of [
    'PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN',
    'Đakrông, ngày 05 tháng 02 năm 2026',
    '1. Ý kiến của lãnh đạo cơ quan, tổ chức',
    '- Chủ trì: Phòng Kinh tế',
    '- Phối hợp: Công an xã',
    '- Thời hạn: Phòng Kinh tế: 12/02/2026',
    '(Văn thư Trần Thị Thử nhập thay)',
    '2. Ý kiến của lãnh đạo đơn vị',
    '3. Ý kiến đề xuất của người giải quyết',
  ])
    expect(text[0]).toContain(words)
})

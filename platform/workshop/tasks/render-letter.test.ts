import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'
import type { LetterData } from './letter.ts'
import { renderLetter } from './render-letter.ts'
import { createdAt, officialLetter, testFolder } from './testing.ts'

let here: Awaited<ReturnType<typeof testFolder>>
beforeAll(async () => {
  here = await testFolder()
})
afterAll(() => rm(here.folder, { recursive: true }))

const millimetre = 72 / 25.4
async function read(change: Partial<LetterData>) {
  const rendered = await renderLetter({ letter: { ...officialLetter, ...change }, createdAt }, here.context)
  const seen = await inspectPdf({ path: rendered.pdfPath }, here.context)
  const line = (start: string) => seen.lines.find(({ text }) => text.startsWith(start))!
  return { rendered, seen, line }
}
const middle = (line: { x: number; width: number }) => line.x + line.width / 2
const size = (line: { height: number }) => line.height / 1.107
const given = { kind: 'given', number: '15', date: 'ngày 05 tháng 01 năm 2026' } as const

describe('an official letter', () => {
  test('stands within the margins of the decree on A4', async () => {
    const { seen } = await read({ numbering: given })
    expect(seen.pageSizes[0]).toEqual({ width: 595.28, height: 841.89 })
    for (const line of seen.lines) {
      expect(line.x).toBeGreaterThanOrEqual(30 * millimetre - 1)
      expect(line.x + line.width).toBeLessThanOrEqual(595.28 - 15 * millimetre)
      expect(line.y).toBeGreaterThanOrEqual(20 * millimetre - 2)
    }
  })

  test('has national name, motto, issuer, number and date in their cells and sizes', async () => {
    const { line } = await read({ numbering: given })
    const national = line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    const motto = line('Độc lập - Tự do - Hạnh phúc')
    const issuer = line('XÃ ĐAKRÔNG')
    const number = line('Số: 15/UBND-VX')
    const date = line('Đakrông, ngày 05 tháng 01 năm 2026')
    expect([national, motto, issuer, number, date].map(cell => Math.round(size(cell)))).toEqual([12, 13, 12, 13, 13])
    expect(middle(motto)).toBeCloseTo(middle(national), 0)
    expect(middle(date)).toBeCloseTo(middle(national), 0)
    expect(middle(number)).toBeCloseTo(middle(issuer), 0)
    expect(number.y).toBeCloseTo(date.y, 0)
    expect(national.x).toBeGreaterThan(issuer.x + issuer.width)
    expect(size(line('V/v rà soát'))).toBeCloseTo(12, 0)
    expect(line('V/v rà soát').y).toBeGreaterThan(number.y + number.height + 5)
  })

  test('has its body in 14 with the first line indented by 1,27 cm, and ends with ./.', async () => {
    const { line, seen } = await read({ numbering: given })
    const first = line('Thực hiện kế hoạch')
    expect(size(first)).toBeCloseTo(14, 0)
    expect(first.x).toBeCloseTo(30 * millimetre + 1.27 * 10 * millimetre, 0)
    expect(seen.text.join('')).toContain('nghiêm túc thực hiện./.')
  })

  test('lists addressees below the colon and recipients with their signs, level with the authority to sign', async () => {
    const { line } = await read({})
    expect(line('- Trưởng các thôn;').x).toBeGreaterThan(line('Kính gửi:').x + 40)
    expect(line('- Công an xã.')).toBeDefined()
    expect(line('Nơi nhận:').y).toBeCloseTo(line('TM. ỦY BAN NHÂN DÂN').y, -1)
    expect(line('- Như trên;').x).toBeCloseTo(30 * millimetre, 0)
    expect(line('- Lưu: VT, VX.')).toBeDefined()
    expect(middle(line('Hồ Thị Thử'))).toBeCloseTo(middle(line('PHÓ CHỦ TỊCH')), 0)
  })

  test('to one addressee has him on the line', async () => {
    const { line } = await read({ addressees: ['Sở Nội vụ'] })
    expect(line('Kính gửi: Sở Nội vụ')).toBeDefined()
  })

  test('leaves room where the fields go and says where', async () => {
    const { rendered, line } = await read({})
    const { number, date } = rendered.places!
    const numberLine = line('Số: /UBND-VX')
    expect(number.y).toBeCloseTo(numberLine.y, 0)
    expect(number.x).toBeGreaterThan(numberLine.x)
    expect(number.x + number.width).toBeLessThan(numberLine.x + numberLine.width)
    expect(date.x).toBeGreaterThan(line('Đakrông,').x + line('Đakrông,').width - 1)
    expect((await read({ numbering: given })).rendered.places).toBeNull()
  })

  test('takes what was written as words, never as markup', async () => {
    const words = '#set page(fill: red) *đậm* _nghiêng_ $x$ \\u{41} // <b>'
    const { seen } = await read({ blocks: [{ kind: 'paragraph', runs: [{ text: words }] }] })
    expect(seen.text.join(' ').replace(/\s+/g, ' ')).toContain(words)
  })

  test('leaves out characters that turn the direction of writing', async () => {
    const { seen } = await read({ blocks: [{ kind: 'paragraph', runs: [{ text: 'thu 100\u202E000\u0007 đồng' }] }] })
    expect(seen.text.join('')).toContain('thu 100000 đồng')
  })

  test('names the characters that cannot be printed', async () => {
    const blocks = [{ kind: 'paragraph', runs: [{ text: 'chúc mừng 😀 漢' }] }] as const
    await expect(read({ blocks })).rejects.toMatchObject({ code: 'NotPrintable', parameters: { characters: '😀 漢' } })
  })

  test('is the same file every time', async () => {
    const [first, second] = [await read({}), await read({})]
    const [a, b] = await Promise.all([readFile(first.rendered.pdfPath), readFile(second.rendered.pdfPath)])
    expect(a.equals(b)).toBe(true)
    expect(a.toString('latin1')).toContain('pdfaid:part>2<')
  })
})

describe('a long letter', () => {
  const long = Array.from({ length: 30 }, (_, i) => {
    return {
      kind: 'item',
      mark: `${i + 1}.`,
      runs: [{ text: 'Các thôn phối hợp rà soát từng hộ gia đình, bảo đảm đúng đối tượng. '.repeat(3) }],
    } as const
  })

  test('numbers its pages from the second on, in the top margin', async () => {
    const { rendered, seen } = await read({ blocks: long })
    expect(rendered.pages).toBeGreaterThan(2)
    expect(seen.text[0]!.trimStart().startsWith('1')).toBe(false)
    expect(seen.text[1]!.trim()).toMatch(/^2\n/)
    expect(seen.lastPageLines.at(-1)).toMatchObject({ page: rendered.pages })
    expect(seen.lastPageLines.map(line => line.text)).toContain('Hồ Thị Thử')
  })

  test('never leaves the signature on a page without text', async () => {
    for (let count = 8; count < 16; count++) {
      const { seen } = await read({ blocks: long.slice(0, count) })
      const last = seen.text.at(-1)!
      expect(last).toContain('Hồ Thị Thử')
      expect(last).toContain('Các thôn phối hợp')
    }
  })
})

describe('other layouts', () => {
  test('a named type has its name and what it is about in the middle of the sheet', async () => {
    const { line } = await read({
      layout: 'named-type',
      typeName: 'Báo cáo',
      subject: 'Kết quả rà soát hộ nghèo',
      numbering: given,
    })
    const textMiddle = (30 * millimetre + 595.28 - 16 * millimetre) / 2
    expect(middle(line('BÁO CÁO'))).toBeCloseTo(textMiddle, 0)
    expect(middle(line('Kết quả rà soát hộ nghèo'))).toBeCloseTo(textMiddle, 0)
    expect(line('V/v')).toBeUndefined()
  })

  test('a council is only another letterhead', async () => {
    const { line } = await read({
      letterhead: { superior: ['HỘI ĐỒNG NHÂN DÂN XÃ ĐAKRÔNG'], issuer: ['BAN KINH TẾ - XÃ HỘI'] },
    })
    expect(line('BAN KINH TẾ - XÃ HỘI').y).toBeGreaterThan(line('HỘI ĐỒNG NHÂN DÂN').y)
  })

  test('an invitation says who invites whom, to what, when and where', async () => {
    const { seen } = await read({
      layout: 'invitation',
      typeName: 'Giấy mời',
      addressees: [],
      invitation: {
        host: 'Ủy ban nhân dân xã Đakrông',
        guests: ['Trưởng các thôn', 'Công an xã'],
        event: 'Hội nghị triển khai công tác giảm nghèo.',
        chair: 'Bà Hồ Thị Thử, Phó Chủ tịch.',
        time: '14 giờ 00, ngày 08 tháng 01 năm 2026.',
        place: 'Phòng họp số 1.',
      },
    })
    const text = seen.text.join(' ').replace(/\s+/g, ' ')
    for (const words of [
      'Ủy ban nhân dân xã Đakrông trân trọng kính mời:',
      '- Công an xã.',
      'Tới dự',
      'Chủ trì:',
      'Địa điểm:',
    ])
      expect(text).toContain(words)
  })
})

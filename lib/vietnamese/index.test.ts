import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import {
  compareVietnamese,
  excerptOf,
  fold,
  formatBytes,
  formatDate,
  formatNumber,
  initials,
  normaliseInput,
  parseTypedDate,
  periodInWords,
  placesOf,
  queryTerms,
  searchTerms,
  todayInVietnam,
  toNfc,
  vietnamTime,
} from './index.ts'

const letters = 'aăâđeêioôơuưyàáảãạằặấậèéềệìíòóồộờợùúừựỳý ĐÐƉðQUBNDHX0159/-.\u0301\u0323\u200b\u202e\u00a0\n\t'
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...letters) }),
  fc.string({ unit: fc.constantFrom(...'Hòa hoà Ðông Hà Triệu'.normalize('NFD')) }),
)

describe('folding', () => {
  test('lets case, marks and the look-alikes of Đ not count', () => {
    expect(fold('Quyết định của Ủy ban nhân dân xã Triệu Phong')).toBe('quyet dinh cua uy ban nhan dan xa trieu phong')
    expect(fold('Đ\u00d0\u0189đ\u00f0')).toBe('ddddd')
    expect(fold('hoà')).toBe(fold('hòa'))
    expect(fold('Thủy Ưu ơ ự ỡ')).toBe('thuy uu o u o')
  })

  test('gives the same for composed and decomposed text, and folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('input', () => {
  test('of one line is composed, visible and singly spaced', () => {
    expect(normaliseInput('  Ðông\u200b\u00a0 Hà\r\n')).toBe('Đông Hà')
    expect(normaliseInput('Triệu Phong'.normalize('NFD'))).toBe('Triệu Phong')
    expect(normaliseInput('\u00f0ường')).toBe('\u0111ường')
    expect(normaliseInput('ab\u0000c\u202egnohp\u2066 d\u00ad\ufeffe')).toBe('abcgnohp de')
    expect(normaliseInput('a\u200c\u0301')).toBe('á')
    expect(normaliseInput(' \u200b\t ')).toBe('')
    expect(normaliseInput('nửa \ud800 cặp')).toBe('nửa cặp')
  })

  test('of several lines keeps its lines and the space within them', () => {
    expect(normaliseInput(' Dòng 1  a\t\r\n\r\n  - dòng 2\u0085dòng 3\r ', { multiLine: true })).toBe(
      'Dòng 1  a\n\n  - dòng 2\ndòng 3',
    )
  })

  test('that is hostile costs no time', () => {
    const started = performance.now()
    for (const piece of [' ', '\t ', ' \u00a0x', '\u0301', '\r'])
      for (const multiLine of [true, false]) normaliseInput(piece.repeat(200_000), { multiLine })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('normalised again stays the same, and holds nothing invisible', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, multiLine) => {
        const once = normaliseInput(text, { multiLine })
        expect(normaliseInput(once, { multiLine })).toBe(once)
        expect(once).toBe(toNfc(once))
        expect(once).not.toMatch(multiLine ? /(?![\t\n])[\p{Cc}\p{Cf}ÐðƉ]/u : /[\p{Cc}\p{Cf}ÐðƉ]| {2}/u)
        expect(fold(once).replace(/\s/g, '')).toBe(fold(text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')).replace(/\s/g, ''))
      }),
    )
  })
})

describe('terms', () => {
  test('of a query are folded words, and number forms whole', () => {
    expect(queryTerms('Công văn 4127/UBND-NNMT về việc công')).toEqual(['cong', 'van', '4127/ubnd-nnmt', 've', 'viec'])
    expect(queryTerms('20-CT/TU; 515/KH-BCA-BNN&MT.')).toEqual(['20-ct/tu', '515/kh-bca-bnn&mt'])
    expect(queryTerms('giai đoạn 2025-2026 (Covid-19)')).toEqual(['giai', 'doan', '2025', '2026', 'covid', '19'])
    expect(queryTerms('  … " \'; drop table --')).toEqual(['drop', 'table'])
  })

  test('find a number however it is written', () => {
    for (const written of ['Số: 05 /QĐ-UBND', 'số 5/QĐ-UBND', '05/QĐ-UBND ngày 01/02/2026'])
      for (const typed of ['05/QĐ-UBND', '5/qd-ubnd', '5/QĐ', '5 /qđ', '5', '05'])
        expect(searchTerms(written), `${typed} in ${written}`).toEqual(expect.arrayContaining(queryTerms(typed)))
    expect(searchTerms('05/2026/NQ-HĐND')).toEqual(
      expect.arrayContaining(['5/2026/nq-hdnd', '5/2026', '5', '2026', 'nq', 'hdnd']),
    )
  })

  test('of any text find that text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const known = new Set(searchTerms(text))
        expect(queryTerms(text).filter(term => !known.has(term))).toEqual([])
      }),
    )
  })
})

describe('what was found', () => {
  const page = 'Căn cứ Luật Đất đai; xét đề nghị của Phòng Kinh tế.\n'.repeat(200)
  const said = `${page}Cấp giấy chứng nhận quyền sử dụng đất cho hộ bà Nguyễn Thị Đượm, thôn Đâu Bình 1, trước ngày 04/12/2026.\n${page}`

  test('stands in a text as whole words, whatever their case and marks', () => {
    expect(placesOf('Làm sạch đất đai', ['sach', 'dat'])).toEqual([
      { from: 4, to: 8 },
      { from: 9, to: 12 },
    ])
    expect(placesOf('Ủy ban nhân dân', ['an', 'nha', ''])).toEqual([])
  })

  test('is shown by a line of the text, cut between words', () => {
    expect(excerptOf(said, ['duom'])).toBe(
      '… chứng nhận quyền sử dụng đất cho hộ bà Nguyễn Thị Đượm, thôn Đâu Bình 1, trước ngày 04/12/2026. Căn cứ Luật Đất đai; xét đề nghị của Phòng Kinh tế. Căn cứ …',
    )
    expect(excerptOf('Kính gửi: thôn Cây Dứa', ['dua'])).toBe('Kính gửi: thôn Cây Dứa')
    expect(excerptOf(said, ['4/12/2026'])).toContain('04/12/2026')
    expect(excerptOf(said, ['lua'])).toBeNull()
  })

  test('is found also where two pieces of a long text meet, and any text whole or cut gives words of its own', () => {
    for (const before of [3990, 3995, 3998, 3999, 4000]) {
      const text = `${'a '.repeat(before / 2)}đâu bình ${'b '.repeat(3000)}`
      expect(excerptOf(text, ['binh'])).toContain('đâu bình')
    }
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        for (const { from, to } of placesOf(text, queryTerms(query))) expect(from).toBeLessThan(to)
        const excerpt = excerptOf(text, queryTerms(query), 20)
        expect((excerpt ?? '').length).toBeLessThanOrEqual(24)
      }),
    )
  })
})

describe('names and order', () => {
  test('sort as Vietnamese sorts, numbers by size', () => {
    const sorted = ['Ân', 'An', 'Ăn', 'Án', 'Đông', 'Dũng', 'Em', 'Thôn 10', 'Thôn 2']
    expect(['Thôn 10', 'Em', 'Đông', 'Ân', 'Dũng', 'Thôn 2', 'Ăn', 'Án', 'An'].sort(compareVietnamese)).toEqual([
      'An',
      'Án',
      'Ăn',
      'Ân',
      ...sorted.slice(5, 6),
      'Đông',
      'Em',
      'Thôn 2',
      'Thôn 10',
    ])
  })

  test('an avatar bears the given name and the word before it', () => {
    expect(initials('Trương Thị Ngọc Lan')).toBe('NL')
    expect(initials('Phan Đình Khải'.normalize('NFD'))).toBe('ĐK')
    expect(initials(' ánh ')).toBe('Á')
    expect(initials('')).toBe('')
  })
})

describe('dates and numbers', () => {
  test('a day changes at midnight in Việt Nam', () => {
    expect(todayInVietnam(new Date('2026-11-24T16:59:59.999Z'))).toBe('2026-11-24')
    expect(todayInVietnam(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25')
    expect(vietnamTime(new Date('2026-11-24T17:30:00Z'))).toBe('00:30')
  })

  test('typed dates are read, or not at all', () => {
    for (const typed of ['25/11/2026', '25-11-26', '251126', '25112026', ' 25.11.2026 ', '25 11 2026', '2026-11-25'])
      expect(parseTypedDate(typed), typed).toBe('2026-11-25')
    expect(parseTypedDate('5/3/95')).toBe('2095-03-05')
    expect(parseTypedDate('5/3/1995')).toBe('1995-03-05')
    for (const typed of [
      '31/11/2026',
      '25/13/2026',
      '25/11',
      '2511',
      '25/11/026',
      'mai',
      '',
      '1/1/1800',
      '25/11/2026 8h',
    ])
      expect(parseTypedDate(typed), typed).toBeUndefined()
  })

  test('a shown date is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), days => {
        const date = addDays(calendarDate('1990-01-01'), days)
        expect(parseTypedDate(formatDate(date))).toBe(date)
      }),
    )
  })

  test('the period of a series is a year, or the term of office that it counts by', () => {
    expect(periodInWords('2026')).toBe('năm 2026')
    expect(periodInWords('2025-2030')).toBe('nhiệm kỳ 2025-2030')
  })

  test('quantities and sizes are written the Vietnamese way', () => {
    expect(formatDate(calendarDate('2026-11-05'))).toBe('05/11/2026')
    expect(formatNumber(1284)).toBe('1.284')
    expect(formatNumber(0.5, 1)).toBe('0,5')
    expect(formatNumber(0.964, 1)).toBe('1,0')
    expect(formatNumber(-0.4)).toBe('0')
    expect(formatNumber(-1_234_567)).toBe('-1.234.567')
    expect(formatBytes(0)).toBe('0 byte')
    expect(formatBytes(1023)).toBe('1.023 byte')
    expect(formatBytes(180 * 1024)).toBe('180 KB')
    expect(formatBytes(1024 ** 2 - 1)).toBe('1 MB')
    expect(formatBytes(1_258_291)).toBe('1,2 MB')
    expect(formatBytes(3 * 1024 ** 3)).toBe('3 GB')
  })
})

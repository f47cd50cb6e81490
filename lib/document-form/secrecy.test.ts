import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectSecrecyMark, secrecyMarks } from './secrecy.ts'

describe('a mark of secrecy', () => {
  test.each([
    [['UBND TỈNH QUẢNG TRỊ', 'MẬT'], 'mat'],
    [['TỐI MẬT'], 'toi-mat'],
    [['TUYỆT  MẬT'], 'tuyet-mat'],
    [['M Ậ T'], 'mat'],
    [['│ T U Y Ệ T   M Ậ T │'], 'tuyet-mat'],
    [['[MẬT]', '“TỐI MẬT”'], 'toi-mat'],
    [['TUYỆT', 'MẬT'], 'tuyet-mat'],
    [['TỐI', '| MẬT |'], 'toi-mat'],
    [['MẬT        Độc lập - Tự do - Hạnh phúc'], 'mat'],
    [['Mật'], 'mat'],
    [['TỐI MẬT'.normalize('NFD')], 'toi-mat'],
  ] as const)('%j is found', (lines, level) => {
    expect(detectSecrecyMark(lines)).toBe(level)
  })

  test.each([
    [['BÍ MẬT NHÀ NƯỚC']],
    [['V/v bảo vệ bí mật nhà nước']],
    [['Luật Bảo vệ bí', 'mật nhà nước']],
    [['Độ mật: không']],
    [['MẶT TRẬN TỔ QUỐC']],
    [['MẶT', 'MẤT', 'MAT']],
    [['TUYỆT ĐỐI', 'MẬT ONG']],
    [['MẬT 2026']],
    [[]],
  ])('%j holds none', lines => {
    expect(detectSecrecyMark(lines)).toBeUndefined()
  })

  test('is found in any Unicode form, any spacing and any frame', () => {
    const frame = fc.string({ unit: fc.constantFrom(...'|│║[](){}*-_=.:"“” \u00a0'), maxLength: 4 })
    const space = fc.constantFrom('', ' ', '  ', '\u00a0')
    fc.assert(
      fc.property(
        fc.constantFrom(...(['mat', 'toi-mat', 'tuyet-mat'] as const)),
        fc.constantFrom('NFC', 'NFD'),
        frame,
        frame,
        space,
        (level, form, left, right, between) => {
          const mark = [...secrecyMarks[level]].join(between).normalize(form)
          expect(detectSecrecyMark(['SỞ NỘI VỤ', `${left}${mark}${right}`, 'Số: 12/SNV-VP'])).toBe(level)
        },
      ),
    )
  })
})

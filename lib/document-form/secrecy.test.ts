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
    [['Tối mật'], 'toi-mat'],
    [['Độ mật: Tối mật'], 'toi-mat'],
    [['ĐỘ MẬT : TUYỆT MẬT'], 'tuyet-mat'],
    [['Số: 12/KH-UBND', 'MẬT', 'KẾ HOẠCH', 'Bảo vệ bí mật nhà nước'], 'mat'],
    [['UBND TỈNH QUẢNG TRỊ\tMẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], 'mat'],
    [['<MẬT>'], 'mat'],
    [['mËt'], 'mat'],
    [['tèi mËt'], 'toi-mat'],
    [['tuyÖt mËt'], 'tuyet-mat'],
    [['MAÄT'], 'mat'],
    [['TOÁI MAÄT'], 'toi-mat'],
    [['TUYEÄT MAÄT'], 'tuyet-mat'],
    [['TỐI MẬT'.normalize('NFD')], 'toi-mat'],
  ] as const)('%j is found', (lines, level) => {
    expect(detectSecrecyMark(lines)).toBe(level)
  })

  test.each([
    [['BÍ MẬT NHÀ NƯỚC']],
    [['V/v bảo vệ bí mật nhà nước']],
    [['Luật Bảo vệ bí', 'mật nhà nước']],
    [['Độ mật: không']],
    [['Độ mật: Thường']],
    [['Độ mật']],
    [['ĐỘ MẬT:']],
    [['V/v tuyên truyền Luật Bảo vệ bí', 'mật']],
    [['giữ bí mật tuyệt', 'mật; không sao chụp']],
    [['V/v tăng cường bảo mật tài khoản']],
    [['BẢO MẬT', 'AN TOÀN THÔNG TIN']],
    [['Mật độ dân cư', 'MẬT ĐỘ XÂY DỰNG']],
    [['Hội nuôi ong lấy mật', 'MẬT ONG RỪNG']],
    [['Tài liệu mật khẩu', 'MẬT KHẨU']],
    [['MẬT MÃ DÂN SỰ']],
    [['BAN CƠ YẾU - CƠ MẬT VIỆN']],
    [['Danh mục bí mật nhà nước độ Tuyệt mật, độ Tối mật và độ Mật']],
    [['KHÔNG MẬT']],
    [['GIẢI MẬT']],
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTypes } from './document-types.ts'
import {
  administrativeNotation,
  composeNotation,
  notationKey,
  parseNotation,
  sortKeyOfNotation,
  writeNumber,
} from './notation.ts'

describe('a composed notation', () => {
  const issuer = { issuerAbbreviation: 'UBND', template: administrativeNotation }

  test('of a named type is type and issuer, of a letter issuer and drafting unit', () => {
    expect(composeNotation({ ...issuer, number: 5, typeAbbreviation: 'QĐ', draftingUnitAbbreviation: 'VP' })).toBe(
      '05/QĐ-UBND',
    )
    expect(composeNotation({ ...issuer, number: 12, typeAbbreviation: null, draftingUnitAbbreviation: 'VX' })).toBe(
      '12/UBND-VX',
    )
  })

  test('of a letter without a drafting unit is none', () => {
    expect(composeNotation({ ...issuer, number: 12, typeAbbreviation: null })).toBeUndefined()
    expect(composeNotation({ ...issuer, number: 12, draftingUnitAbbreviation: '' })).toBeUndefined()
  })

  test('follows the template of its series', () => {
    expect(
      composeNotation({
        template: '{number}/{year}/{type}-{issuer}',
        number: 5,
        year: 2026,
        typeAbbreviation: 'NQ',
        issuerAbbreviation: 'HĐND',
      }),
    ).toBe('05/2026/NQ-HĐND')
    expect(
      composeNotation({
        template: '{number}-{type}/{issuer}',
        number: 20,
        typeAbbreviation: 'CT',
        issuerAbbreviation: 'TU',
      }),
    ).toBe('20-CT/TU')
  })

  test('leaves the place of the number empty on a draft, and bears a suffix', () => {
    expect(composeNotation({ ...issuer, typeAbbreviation: 'TB' })).toBe('/TB-UBND')
    expect(composeNotation({ ...issuer, number: 15, numberSuffix: 'a', typeAbbreviation: 'TB' })).toBe('15a/TB-UBND')
    expect(['01', '09', '10', '128'].map(Number).map(number => writeNumber(number))).toEqual(['01', '09', '10', '128'])
  })

  test('is taken apart into what it was made of', () => {
    const abbreviation = fc.stringMatching(/^[A-ZĐ]{2,6}(&[A-Z]{2})?$/)
    const types = documentTypes.map(type => type.abbreviation).filter(text => text !== null)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(...types),
        abbreviation,
        fc.option(fc.integer({ min: 1990, max: 2099 }), { nil: undefined }),
        (number, typeAbbreviation, issuerAbbreviation, year) => {
          const template = year ? '{number}/{year}/{type}-{issuer}' : '{number}/{type}-{issuer}'
          const written = composeNotation({
            template,
            number,
            typeAbbreviation,
            issuerAbbreviation,
            ...(year && { year }),
          })!
          expect(parseNotation(written)).toEqual({
            number: writeNumber(number),
            year: year ?? null,
            notation: `${typeAbbreviation}-${issuerAbbreviation}`,
            written,
          })
        },
      ),
    )
  })
})

describe('a written notation', () => {
  test.each([
    ['4127/UBND-NNMT', '4127', null, 'UBND-NNMT'],
    ['05/2026/NQ-HĐND', '05', 2026, 'NQ-HĐND'],
    ['20-CT/TU', '20', null, 'CT/TU'],
    ['19/2019/QĐ/UBND', '19', 2019, 'QĐ/UBND'],
    ['515/KH-BCA-BNN&MT', '515', null, 'KH-BCA-BNN&MT'],
    ['706/UBND-VP7', '706', null, 'UBND-VP7'],
    ['66/NVĐP', '66', null, 'NVĐP'],
    ['171/2024/QH15', '171', 2024, 'QH15'],
    ['1659/NQ-UBTVQH15', '1659', null, 'NQ-UBTVQH15'],
    ['19/2012/TTLT-BTC-BKH&ĐT-BTTTT', '19', 2012, 'TTLT-BTC-BKH&ĐT-BTTTT'],
    ['15a/QĐ-UBND', '15a', null, 'QĐ-UBND'],
  ])('%s is number, year and notation', (written, number, year, notation) => {
    expect(parseNotation(written)).toEqual({ number, year, notation, written })
    expect(parseNotation(`Số:  ${written.normalize('NFD')} `)).toEqual({ number, year, notation, written })
  })

  test('may be spaced, dashed and look alike', () => {
    expect(parseNotation('số 15 /QÐ – UBND.')).toMatchObject({
      number: '15',
      notation: 'QĐ-UBND',
      written: '15/QĐ-UBND',
    })
    expect(parseNotation('Số:        /QĐ-UBND')).toMatchObject({ number: '', notation: 'QĐ-UBND' })
  })

  test('of no such form is none', () => {
    for (const text of ['', 'Số:', '4127', 'UBND', '25/11/2026', 'ngày 25 tháng 11 năm 2026', '1.284'])
      expect(parseNotation(text), text).toBeUndefined()
  })

  test('is the same however it is written, and no other', () => {
    const key = notationKey('05/QĐ-UBND')
    for (const same of ['5/QĐ-UBND', 'Số: 05 /QĐ- UBND', '05/qđ-ubnd', '05/QÐ-UBND', '05/QĐ/UBND'])
      expect(notationKey(same), same).toBe(key)
    for (const other of ['50/QĐ-UBND', '05/QĐ-HĐND', '05a/QĐ-UBND', '05/2026/QĐ-UBND', '05/QĐUBND'])
      expect(notationKey(other), other).not.toBe(key)
  })

  test('sorts by year, then by number as a number', () => {
    const sorted = [
      '9/QĐ-UBND',
      '10/QĐ-UBND',
      '10a/QĐ-UBND',
      '110/QĐ-UBND',
      '02/2025/NQ-HĐND',
      '01/2026/NQ-HĐND',
      'không số',
    ]
    expect([...sorted].reverse().sort((a, b) => (sortKeyOfNotation(a) < sortKeyOfNotation(b) ? -1 : 1))).toEqual(sorted)
  })
})

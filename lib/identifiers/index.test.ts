import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import {
  composeDocumentIdentifier,
  instantOf,
  isTestRange,
  isUuidV7,
  parseDocumentIdentifier,
  parseLegacyOrganisationCode,
  parseOrganisationCode,
  uuidV7,
} from './index.ts'

describe('a UUIDv7', () => {
  test('is the example of RFC 9562, A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  test('tells its time, and sorts by it, whatever the random bytes', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 })
    const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    fc.assert(
      fc.property(instant, bytes, instant, bytes, (first, some, second, others) => {
        const [one, other] = [uuidV7(first, some), uuidV7(second, others)]
        expect(isUuidV7(one)).toBe(true)
        expect(instantOf(one)).toBe(first)
        if (first < second) expect(one < other).toBe(true)
      }),
    )
  })

  test('is made of a time that fits and of enough chance', () => {
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError)
    expect(() => uuidV7(1.5, new Uint8Array(10))).toThrow(RangeError)
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
    expect(isUuidV7('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe(false)
    expect(isUuidV7('017f22e2-79b0-4cc3-98c4-dc0c0c07398f')).toBe(false)
    expect(isUuidV7('017f22e2-79b0-7cc3-18c4-dc0c0c07398f')).toBe(false)
    expect(() => instantOf('017f22e2')).toThrow(RangeError)
  })
})

describe('an organisation code of QĐ 20/2020', () => {
  test('tells its levels and group', () => {
    expect(parseOrganisationCode('H50')).toMatchObject({ group: 'provincial-people-committee', levels: ['H50'] })
    expect(parseOrganisationCode('H15.50.05.13')).toMatchObject({
      levelOne: 'H15',
      levels: ['H15', '50', '05', '13'],
      testRange: false,
    })
    expect(parseOrganisationCode('G09.01')?.group).toBe('government')
    expect(parseOrganisationCode('K50')?.group).toBe('provincial-people-council')
    expect(parseOrganisationCode('A01')?.group).toBe('party')
  })

  test('has upper-case letters, digits and dots, at most 35', () => {
    expect(parseOrganisationCode(`H50.${'1'.repeat(31)}`)).toBeDefined()
    expect(parseOrganisationCode(`H50.${'1'.repeat(32)}`)).toBeUndefined()
    for (const wrong of [
      'h50',
      'H5',
      'H500',
      'H00',
      'H50.',
      'H50..1',
      '.H50',
      'H50-1',
      'H50.đ',
      'L01',
      '',
      'H50 ',
      'H50\n',
    ])
      expect(parseOrganisationCode(wrong), wrong).toBeUndefined()
  })

  test('of the demonstration lies in a range of its own', () => {
    expect(parseOrganisationCode('Z99.XASO.19597')?.testRange).toBe(true)
    expect(isTestRange('Z99.XASO')).toBe(true)
    expect(isTestRange('Z99.XASOX')).toBe(false)
    expect(isTestRange('H50.Z99.XASO')).toBe(false)
  })

  test('of the old form is read from right to left', () => {
    expect(parseLegacyOrganisationCode('000.00.00.H50')?.levels).toEqual(['H50'])
    expect(parseLegacyOrganisationCode('000.00.15.H50')?.levels).toEqual(['H50', '15'])
    expect(parseLegacyOrganisationCode('012.34.56.G10')?.levels).toEqual(['G10', '56', '34', '012'])
    expect(parseLegacyOrganisationCode('H50')).toBeUndefined()
    expect(parseOrganisationCode('000.00.00.H50')).toBeUndefined()
  })
})

describe('a document identifier', () => {
  const parts = { organisationCode: 'H50', issuedOn: calendarDate('2026-11-23'), notation: '4127/UBND-NNMT' }

  test('is organisation, date and notation', () => {
    expect(composeDocumentIdentifier(parts)).toBe('H50,2026/11/23,4127/UBND-NNMT')
    expect(parseDocumentIdentifier('000.00.00.H50,2018/03/07,7816/VPCP-TTĐT')).toEqual({
      organisationCode: '000.00.00.H50',
      issuedOn: '2018-03-07',
      notation: '7816/VPCP-TTĐT',
    })
  })

  test('follows the form in force on its day', () => {
    const templates = [
      {
        id: 'old',
        validFrom: calendarDate('2020-01-01'),
        basis: 'thử',
        pattern: '{organisation},{year}/{month}/{day},{notation}',
      },
      {
        id: 'new',
        validFrom: calendarDate('2027-01-01'),
        basis: 'thử',
        pattern: '{organisation}:{year}-{month}-{day}:{notation}',
      },
    ]
    const later = { ...parts, issuedOn: calendarDate('2027-01-01') }
    expect(composeDocumentIdentifier(parts, templates)).toBe('H50,2026/11/23,4127/UBND-NNMT')
    expect(composeDocumentIdentifier(later, templates)).toBe('H50:2027-01-01:4127/UBND-NNMT')
    expect(parseDocumentIdentifier('H50:2027-01-01:4127/UBND-NNMT', templates)).toEqual(later)
    expect(() => composeDocumentIdentifier({ ...parts, issuedOn: calendarDate('2019-12-31') }, templates)).toThrow(
      RangeError,
    )
  })

  test('is not made of parts that could not be read back', () => {
    for (const notation of ['', '1,2/UBND', 'a\nb', ' 1/UBND'])
      expect(() => composeDocumentIdentifier({ ...parts, notation }), notation).toThrow(RangeError)
    for (const wrong of [
      'H50,2026/13/23,1/UBND',
      'H50,2026/11/23,',
      ',2026/11/23,1/UBND',
      'H50,1/UBND',
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    ])
      expect(parseDocumentIdentifier(wrong), wrong).toBeUndefined()
  })

  test('taken apart gives what it was made of', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'AHĐUBND059./-&'), minLength: 1 })
    fc.assert(
      fc.property(plain, fc.integer({ min: 0, max: 40_000 }), plain, (organisationCode, days, notation) => {
        const given = { organisationCode, issuedOn: addDays(calendarDate('2016-01-01'), days), notation }
        expect(parseDocumentIdentifier(composeDocumentIdentifier(given))).toEqual(given)
      }),
    )
  })
})

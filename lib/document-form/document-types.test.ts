import { describe, expect, test } from 'vitest'
import { fold } from '#lib/vietnamese/index.ts'
import {
  copyKinds,
  documentTypes,
  fieldLimits,
  findDocumentType,
  receivedOnlyTypes,
  typeOfAbbreviation,
  urgencies,
} from './index.ts'

describe('the types of documents', () => {
  test('are the 29 of the decree, 27 of them with an abbreviation', () => {
    expect(documentTypes).toHaveLength(29)
    expect(documentTypes.filter(type => type.abbreviation).map(type => type.abbreviation)).toHaveLength(27)
    expect(documentTypes.filter(type => !type.abbreviation).map(type => type.name)).toEqual(['Công văn', 'Thư công'])
    expect(documentTypes.filter(type => type.layouts.includes('1.4'))).toHaveLength(17)
  })

  test('have codes that are their folded names, and nothing twice', () => {
    const all = [...documentTypes, ...receivedOnlyTypes]
    const twice = (values: readonly (string | null)[]) =>
      values.filter((value, index) => value !== null && values.indexOf(value) !== index)
    expect(twice(all.map(type => type.code))).toEqual([])
    expect(twice(all.map(type => type.abbreviation))).toEqual([])
    for (const type of documentTypes) expect(type.code).toBe(fold(type.name).replaceAll(' ', '-'))
  })

  test('are found by code and by abbreviation', () => {
    expect(findDocumentType('cong-van')).toMatchObject({ name: 'Công văn', layouts: ['1.5'] })
    expect(findDocumentType('nghi-dinh')?.administrative).toBe(false)
    expect(findDocumentType('CV')).toBeUndefined()
    expect(typeOfAbbreviation('QyĐ')?.code).toBe('quy-dinh')
    expect(typeOfAbbreviation('QĐ'.normalize('NFD'))?.code).toBe('quyet-dinh')
    expect(typeOfAbbreviation('UBND')).toBeUndefined()
  })

  test('copies, urgencies and lengths are the decree’s', () => {
    expect(copyKinds.map(kind => kind.abbreviation)).toEqual(['SY', 'TrS', 'SL'])
    expect(urgencies.map(({ code, mark }) => [code, mark])).toEqual([
      [0, null],
      [1, 'KHẨN'],
      [2, 'THƯỢNG KHẨN'],
      [3, 'HỎA TỐC'],
    ])
    expect(fieldLimits).toMatchObject({ notation: 30, number: 11, subject: 500, signerName: 50, pagesDigits: 3 })
  })
})

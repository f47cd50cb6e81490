import { describe, expect, test } from 'vitest'
import { recipientLines } from './recipient-lines.ts'

const acts = (name: string) => ({ name, purpose: 'act' })
const isTold = (name: string) => ({ name, purpose: 'inform' })

describe('Nơi nhận', () => {
  test('names by "Như trên" whom "Kính gửi" names, and everybody else by name', () => {
    const recipients = [isTold('Thôn Nam'), acts('Sở Nội vụ tỉnh Quảng Trị'), acts('Sở Tài chính')]
    expect(recipientLines(recipients, ['Sở Nội vụ tỉnh Quảng Trị.'])).toEqual(['Như trên', 'Sở Tài chính', 'Thôn Nam'])
  })

  test('names all where nobody is addressed', () => {
    expect(recipientLines([acts('Thôn Nam'), isTold('Đảng ủy xã')], [])).toEqual(['Thôn Nam', 'Đảng ủy xã'])
    expect(recipientLines([acts('Thôn Nam')], ['  '])).toEqual(['Thôn Nam'])
  })

  test('means by those who are addressed as a whole all who are to act', () => {
    const communes = ['Cam Lộ', 'Hướng Hóa', 'Đông Hà'].map(acts)
    expect(recipientLines([...communes, isTold('Sở Nội vụ')], ['Ủy ban nhân dân các xã, phường'])).toEqual([
      'Như trên',
      'Sở Nội vụ',
    ])
  })

  test('leaves nobody out of a long list', () => {
    const many = Array.from({ length: 78 }, (_, at) => isTold(`Xã thứ ${at + 1}`))
    expect(recipientLines(many, [])).toEqual([many.map(one => one.name).join('; ')])
    expect(recipientLines(many.slice(0, 12), [])).toHaveLength(12)
  })
})

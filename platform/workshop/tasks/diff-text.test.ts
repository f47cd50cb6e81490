import { describe, expect, test } from 'vitest'
import { diffText } from './diff-text.ts'

const context = { outputFile: (name: string) => name }
const compare = async (before: string, after: string) => diffText({ before, after }, context)

describe('the difference of two versions', () => {
  test('names the words that were taken out and put in, in reading order', async () => {
    const { parts } = await compare('Báo cáo trước ngày 04/12/2026.', 'Báo cáo trước ngày 10/12/2026.')
    expect(parts.filter(part => part.kind !== 'same')).toEqual([
      { kind: 'removed', text: '04' },
      { kind: 'added', text: '10' },
    ])
  })

  test('keeps a Vietnamese syllable whole', async () => {
    const { parts } = await compare('đẩy nhanh tiến độ', 'đẩy mạnh tiến độ')
    expect(parts.filter(part => part.kind !== 'same')).toEqual([
      { kind: 'removed', text: 'nhanh' },
      { kind: 'added', text: 'mạnh' },
    ])
  })

  test('finds no change between composed and decomposed letters', async () => {
    const { parts } = await compare('Ủy ban nhân dân', 'Ủy ban nhân dân'.normalize('NFD'))
    expect(parts).toEqual([{ kind: 'same', text: 'Ủy ban nhân dân' }])
  })

  test('gives both texts back exactly', async () => {
    const before = 'Điều 1. Giao Phòng Kinh tế\nchủ trì;  phối hợp với Công an xã.'
    const after = 'Điều 1. Giao Văn phòng\nchủ trì, phối hợp với Công an xã và các thôn.'
    const { parts } = await compare(before, after)
    const without = (kind: string) =>
      parts
        .filter(part => part.kind !== kind)
        .map(part => part.text)
        .join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  })

  test('of long texts that share nothing is bounded, not endless', async () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, i) => `từ${(i * seed) % 9973}`).join(' ')
    const { bounded, parts } = await compare(words(7), words(11).replaceAll('từ', 'chữ'))
    expect(bounded).toBe(true)
    expect(parts.map(part => part.kind)).toEqual(['removed', 'added'])
  }, 15_000)
})

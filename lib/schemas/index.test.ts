import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClientId, Day, line, text, z } from './index.ts'

describe('a line of text', () => {
  const Line = line(20)

  test('is stored as NFC with the Vietnamese Đ, whatever the input method sent', () => {
    expect(z.parse(Line, 'Ðẩy nhanh'.normalize('NFD'))).toBe('Đẩy nhanh')
  })
  test('loses what cannot be seen and keeps single spaces', () => {
    expect(z.parse(Line, '  hai\u200b  từ\u0000 \n')).toBe('hai từ')
  })
  test('is measured after it was put in order, and refused when nothing is left', () => {
    expect(z.safeParse(Line, '\u200b\u200b').success).toBe(false)
    expect(z.safeParse(Line, 'a'.repeat(21)).success).toBe(false)
  })
  test('never holds a control character or decomposed letter, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), given => {
        const parsed = z.safeParse(line(400), given)
        if (!parsed.success) return
        expect(parsed.data).toBe(parsed.data.normalize('NFC'))
        expect(parsed.data).not.toMatch(/\p{Cc}|\u00d0/u)
      }),
    )
  })
})

test('text of several lines keeps its lines', () => {
  expect(z.parse(text(100), 'một\r\nhai')).toBe('một\nhai')
})

test('a day must exist', () => {
  expect(z.safeParse(Day, '2026-02-29').success).toBe(false)
  expect(z.safeParse(Day, '2028-02-29').success).toBe(true)
})

test('a client-made id is a UUIDv7 in lower case and nothing else', () => {
  expect(z.safeParse(ClientId, '019345ab-0000-7000-8000-000000000001').success).toBe(true)
  expect(z.safeParse(ClientId, '019345AB-0000-7000-8000-000000000001').success).toBe(false)
  expect(z.safeParse(ClientId, '7d444840-9dc0-11d1-b245-5ffdce74fad2').success).toBe(false)
  expect(z.safeParse(ClientId, { $ne: '' }).success).toBe(false)
})

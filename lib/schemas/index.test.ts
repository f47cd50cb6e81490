import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClientId, Day, line, piece, text, z } from './index.ts'

describe('a line of text', () => {
  const Line = line(20)

  test('is stored as NFC, whatever the input method sent', () => {
    expect(z.parse(Line, 'Đẩy nhanh'.normalize('NFD'))).toBe('Đẩy nhanh')
  })
  test('loses what has no width and keeps single spaces', () => {
    expect(z.parse(Line, '  hai\u200b  từ\v \n')).toBe('hai từ')
  })
  test.each([
    ['with a control character', 'hai\u0000từ', 'Ctrl+Shift+V'],
    ['with half a character', 'hai\ud800từ', 'Ctrl+Shift+V'],
    ['with a Đ of another alphabet', '\u00d0ẩy nhanh', 'bộ gõ tiếng Việt'],
    ['with markup', 'a<script>b', 'Bỏ phần nằm trong dấu < >'],
    ['with the beginning of a script', 'a<script src=x', 'Bỏ phần nằm trong dấu < >'],
    ['with the end of an element', 'a</b>', 'Bỏ phần nằm trong dấu < >'],
  ])('%s is refused with what to do', (_what, given, advice) => {
    for (const schema of [line(40), text(40)]) {
      const messages = z.safeParse(schema, given).error?.issues.map(issue => issue.message)
      expect(messages).toEqual([expect.stringContaining(advice)])
    }
  })
  test.each(['dưới < 5 ha', 'a <b@c.vn>', 'A -> B', '2 < 3 > 1', 'lương <= 10'])('may be %s', given => {
    expect(z.parse(Line, given)).toBe(given)
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

test('a piece of a text keeps its spaces and may quote anything that can be printed', () => {
  expect(z.parse(piece(40), ' một <b>hai</b> '.normalize('NFD'))).toBe(' một <b>hai</b> ')
  expect(z.parse(piece(40), '')).toBe('')
  for (const given of ['một\u0000', '\u00d0', 'a'.repeat(41)]) expect(z.safeParse(piece(40), given).success).toBe(false)
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

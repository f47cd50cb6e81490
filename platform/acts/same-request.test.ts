import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuseOtherContent, requestHash } from './same-request.ts'

describe('the hash of a request', () => {
  test('does not depend on the order of fields, nor on fields that say nothing', () => {
    const first = requestHash({ name: 'Tổ Đất đai', parent: { id: 1, list: [1, 2] } })
    expect(requestHash({ parent: { list: [1, 2], id: 1 }, name: 'Tổ Đất đai', note: undefined })).toEqual(first)
  })

  test.each([
    ['a value', { a: 1 }, { a: 2 }],
    ['a type', { a: 1 }, { a: '1' }],
    ['nothing and null', { a: null }, {}],
    ['the order of a list', { a: [1, 2] }, { a: [2, 1] }],
    ['where fields belong', { a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }],
  ])('differs by %s', (_what, one, other) => {
    expect(requestHash(one)).not.toEqual(requestHash(other))
  })

  test('is the same exactly for what JSON carries alike', () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true })
    fc.assert(
      fc.property(json, value => {
        const carried = JSON.parse(JSON.stringify(value)) as object
        expect(requestHash(carried)).toEqual(requestHash(value))
      }),
    )
  })
})

test('the same content passes, another is refused with what is stored', () => {
  const row = { request_hash: requestHash({ a: 1 }) }
  expect(() => refuseOtherContent(row, requestHash({ a: 1 }))).not.toThrow()
  expect(() => refuseOtherContent(row, requestHash({ a: 2 }))).toThrow(
    expect.objectContaining({ code: 'platform.SentDifferently' }),
  )
})

import { expect, test } from 'vitest'
import { proposedNames } from './proposed-names.ts'

test.each([
  ['Ủy ban nhân dân xã Cam Lộ', 'UBND xã Cam Lộ', 'Cam Lộ'],
  ['ủy ban nhân dân phường Nam Đông Hà', 'UBND phường Nam Đông Hà', 'Nam Đông Hà'],
  ['Hội đồng nhân dân xã Bình Sơn', 'HĐND xã Bình Sơn', 'Bình Sơn'],
  ['Ủy ban nhân dân đặc khu Cồn Cỏ', 'UBND đặc khu Cồn Cỏ', 'Cồn Cỏ'],
  // A name that is still being typed, and one from which nothing follows, propose nothing wrong.
  ['Ủy ban nhân dân xã', 'UBND xã', ''],
  ['Sở Tài chính', '', ''],
  ['', '', ''],
])('“%s” is in short “%s”, and its place is “%s”', (name, shortName, placeName) => {
  expect(proposedNames(name)).toEqual({ shortName, placeName })
})

import { expect, test } from 'vitest'
import { dueProposals } from './due-proposals.ts'

const body =
  'Kế hoạch trước ngày 01/10/2026 đã xong.\nBáo cáo về Sở trước ngày 07/12/2026.\nHoàn thành chậm nhất ngày 15/12/2026.'
const document = { bodyText: body, issuedOn: '2026-11-23' }

test('a deadline of the text is proposed with its words and its place, and whether the day itself is too late', () => {
  const [first, second] = dueProposals(document, '2026-11-24')
  expect(first).toMatchObject({ on: '2026-12-07', before: true, words: 'trước ngày 07/12/2026', source: { number: 1 } })
  expect(body.slice(first!.source.index)).toMatch(/^trước ngày 07/)
  expect(second).toMatchObject({ on: '2026-12-15', before: false, source: { number: 2 } })
})

test('what is past, by the document’s own day or by today’s, is not proposed', () => {
  expect(dueProposals(document, '2026-12-10').map(one => one.on)).toEqual(['2026-12-15'])
  expect(dueProposals(document, '2026-12-07').map(one => one.on)).toEqual(['2026-12-15'])
  expect(dueProposals({ ...document, bodyText: 'Trước ngày 01/10/2026.' }, '2026-09-01')).toEqual([])
})

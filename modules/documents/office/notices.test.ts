import { expect, test } from 'vitest'
import { sourceFiles } from '#tests/architecture/source.ts'
import { incomingNotice } from './incoming-notices.vi.ts'
import { outgoingNotice } from './outgoing-notices.vi.ts'

const wordsOf = (kind: string, detail: Readonly<Record<string, unknown>> = {}) => {
  const about = { notation: '214/BC-UBND', subject: 'Báo cáo bão số 12' }
  const facts = { kind, subjectType: 'incoming-document', subjectId: 'd1', about, detail }
  return incomingNotice(facts) ?? outgoingNotice(facts)
}

test('every notice that is sent about a document or its work has words, or it would be counted and never shown', () => {
  const kinds = sourceFiles()
    .filter(({ path }) => /^modules\/(documents|assignments)\//.test(path) && !path.endsWith('.test.ts'))
    .flatMap(({ text }) => [
      ...[...text.matchAll(/notify\(\{[^}]*?kind: '([\w.-]+)'/g)].map(([, kind]) => kind!),
      ...[...text.matchAll(/\btell(?:Holder|Givers)?\([^)]*?, '([\w-]+)'/g)].map(([, what]) => `assignments.${what}`),
    ])
  expect(kinds.length).toBeGreaterThan(10)
  expect(
    [...new Set(kinds)].filter(kind => !wordsOf(kind) && !wordsOf(kind.replace('assignments', 'documents'))),
  ).toEqual([])
})

test('a notice says who did it and about what, and leads to the document', () => {
  expect(wordsOf('documents.recalled', { by: 'Lê Thị Hà', reason: 'Sai số liệu' })).toEqual({
    text: 'Lê Thị Hà thu hồi văn bản',
    to: 'documents/incoming/d1',
    note: '214/BC-UBND · Báo cáo bão số 12 · Sai số liệu',
  })
  expect(wordsOf('assignments.urged', { by: 'Lê Thị Hà', role: 'lead', text: 'Gửi trước 15 giờ.' })).toEqual({
    text: 'Lê Thị Hà đôn đốc',
    to: 'documents/incoming/d1',
    note: '214/BC-UBND · Báo cáo bão số 12 · Gửi trước 15 giờ.',
  })
})

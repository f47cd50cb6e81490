import { afterAll, beforeAll, expect, test } from 'vitest'
import { upload } from '#tests/office/books.ts'
import type { Shown } from '#tests/office/incoming.ts'
import { type TwoDesks, tiePdf, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
})
afterAll(() => desks.stop())

test('a receiver gets the numbered document with all annexes and attachments, in their order, and not its Word source', async () => {
  const { here, there } = desks
  const file = async (role: 'main' | 'annex' | 'attachment' | 'source', title: string, pages: number) => ({
    ...{ uploadId: await upload(here.office, 'specialist', `${title}: nội dung`, pages), role, title },
  })
  const files = [
    await file('source', 'Bản Word', 3),
    await file('main', 'Dự thảo', 3),
    await file('annex', 'Phụ lục II: biểu số liệu', 4),
    await file('annex', 'Phụ lục I: danh sách', 7),
    await file('attachment', 'Mẫu báo cáo', 1),
  ]
  const id = await here.draft({ files, recipients: [toOffice(there.office)] })
  // A file that was left behind with an earlier version is not sent either.
  const [first] = (await here.see('specialist', id)).body.files.filter(one => one.role === 'attachment')
  const kept = (await here.see('specialist', id)).body.files.filter(one => one.id !== first!.id).map(one => one.id)
  const changed = { revision: 1, keptFileIds: kept, files: [await file('attachment', 'Mẫu báo cáo sửa', 2)] }
  expect((await here.change('specialist', id, changed)).status).toBe(200)
  await here.actOnLatest('specialist', id, 'submit')
  for (const seat of ['unit-head', 'office-head'] as const)
    await here.actOnLatest(seat, id, 'review', { result: 'agreed' })
  await here.act('leader', id, 'approve', { revision: 2 })
  await tiePdf(here.office, id, 'frozen_file_id', 2)
  await here.act('clerk', id, 'number')
  await tiePdf(here.office, id, 'numbered_file_id', 2)
  await here.act('clerk', id, 'dispatch')
  await desks.carried()
  type Arrived = { items: { id: string; notation: string }[] }
  const { items } = (await there.get<Arrived>('clerk', '/documents/incoming?tab=to-register')).body
  const { body } = await there.get<Shown>('clerk', `/documents/incoming/${items[0]!.id}`)
  expect(body.files.map(one => [one.ordinal, one.role, one.title, one.pages])).toEqual([
    [1, 'main', 'Văn bản', 2],
    [2, 'annex', 'Phụ lục II: biểu số liệu', 4],
    [3, 'annex', 'Phụ lục I: danh sách', 7],
    [4, 'attachment', 'Mẫu báo cáo sửa', 2],
  ])
  for (const one of body.files) {
    const fetched = await desks.http.get(there.office.seats.clerk, `/documents/files/${one.id}`)
    expect(fetched.statusCode, one.title).toBe(200)
    if (one.role !== 'main') expect(fetched.payload).toContain(`${one.title}: nội dung`)
  }
})

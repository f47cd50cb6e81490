import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { paper } from '#tests/office/books.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'
import type { SearchPage } from './contract.ts'

const sqlOf = (name: string) => readFileSync(new URL(`migrations/${name}.sql`, import.meta.url), 'utf8')
const migration = sqlOf('0039-index-restricted-again')
let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const found = async (seat: OfficeSeat, q: string) => {
  const path = `/documents/search?q=${encodeURIComponent(q)}`
  return (await desk.get<z.infer<typeof SearchPage>>(seat, path)).body.items.map(hit => hit.id)
}
const work = () =>
  desk.office.system(({ tx, agency }) =>
    tx
      .selectFrom('outbox')
      .select(['subject_id', 'done_at'])
      .where('agency_id', '=', agency)
      .where('kind', '=', 'documents.index')
      .execute(),
  )

test('restricted documents of before they had an index are found by their readers after the migration', async () => {
  const draft = await desk.draft({
    ...{ restricted: true, subject: 'Kết luận xác minh đơn của bà Cà Thị Thử', letter: letter('Thôn Cây Dứa Dại.') },
  })
  const { id: arrived, ...rest } = await paper(desk.office, {
    ...{ restricted: true, subject: 'Đơn tố cáo việc ở Đồi Sim Tím', text: 'Kính gửi: khe Nước Lạnh' },
  })
  const registered = await desk.post('clerk', '/documents/incoming', { id: arrived, ...rest })
  expect(registered.status, registered.text).toBe(201)
  const { owner } = await testDatabase()
  const { agencyId } = desk.office
  await owner.query('delete from document_search_restricted where agency_id = $1', [agencyId])
  expect(await found('specialist', 'cây dứa dại')).toEqual([])

  await owner.query(migration)
  expect((await work()).map(one => one.subject_id).sort()).toEqual([draft, arrived].sort())
  await desks.carried()
  expect((await work()).every(one => one.done_at !== null)).toBe(true)
  for (const q of ['cà thị thử', 'cây dứa dại']) expect(await found('specialist', q), q).toEqual([draft])
  for (const q of ['đồi sim tím', 'khe nước lạnh']) expect(await found('clerk', q), q).toEqual([arrived])
  for (const q of ['cây dứa dại', 'đồi sim tím']) expect(await found('auditor', q), q).toEqual([])
  const { rows } = await owner.query('select from document_search where document_id = any($1)', [[draft, arrived]])
  expect(rows).toHaveLength(0)

  // What stands in the index already is not asked for again.
  await owner.query(migration)
  expect(await work()).toHaveLength(2)
})

test('all documents are indexed anew, the newest first, and nothing that is done with them meanwhile waits behind it', async () => {
  const older = await desk.draft({ subject: 'Việc ở khe Nước Lạnh' })
  const newer = await desk.draft({ subject: 'Việc ở khe Nước Ấm' })
  const { owner } = await testDatabase()
  const { agencyId } = desk.office
  await owner.query('delete from document_search where agency_id = $1', [agencyId])
  await owner.query('delete from outbox where agency_id = $1', [agencyId])
  await owner.query(sqlOf('0070-index-more'))
  const { rows } = await owner.query<{ id: string; subject_id: string }>(
    `select payload ->> 'documentId' as id, subject_id from outbox
     where agency_id = $1 and kind = 'documents.index' order by due_at`,
    [agencyId],
  )
  expect(rows.slice(0, 2).map(one => one.id)).toEqual([newer, older])
  expect(rows.filter(one => one.id === one.subject_id)).toEqual([])
  await owner.query('update outbox set due_at = now() where agency_id = $1', [agencyId])
  await desks.carried()
  expect((await found('specialist', 'khe nuoc')).slice(0, 2)).toEqual([newer, older])
})

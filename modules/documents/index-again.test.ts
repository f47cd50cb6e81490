import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { paper } from '#tests/office/books.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'
import type { SearchPage } from './contract.ts'

const migration = readFileSync(new URL('migrations/0039-index-restricted-again.sql', import.meta.url), 'utf8')
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

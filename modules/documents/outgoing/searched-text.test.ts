import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { upload } from '#tests/office/books.ts'
import { testId } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, toOffice, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import type { SearchPage, VersionDifference } from '../contract.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const hits = async (q: string) =>
  (await desk.get<z.infer<typeof SearchPage>>('specialist', `/documents/search?q=${encodeURIComponent(q)}`)).body.items
const found = async (q: string) => (await hits(q)).map(one => one.id)
const file = async (role: 'main' | 'annex' | 'source', text: string, pages: number) => ({
  ...{ uploadId: await upload(desk.office, 'specialist', text, pages), role, title: 'Tệp' },
})
const outsider = (name: string) => ({
  ...{ id: testId(), kind: 'outside' as const, name, carrier: 'paper' as const, purpose: 'act' as const },
})

test('a letter written here is found by its annexes too, and shows their words', async () => {
  const annex = await file('annex', 'Danh sách hộ ở thôn Khe Chuối', 3)
  const id = await desk.draft({ letter: letter('Đề nghị rà soát.'), files: [annex] })
  const [hit] = await hits('khe chuoi')
  expect([hit?.id, hit?.excerpt]).toEqual([id, expect.stringContaining('Danh sách hộ ở thôn Khe Chuối')])
  // The difference of two versions is that of what was written.
  expect((await desk.see('specialist', id)).body.bodyText).not.toContain('Khe Chuối')
})

test('is found by whom it goes to, who drafted it, in which unit and for whom', async () => {
  const recipients = [outsider('Hợp tác xã Rau Sạch Thử Nghiệm'), toUnit(desk.office.units.village)]
  const id = await desk.draft({ recipients })
  const { drafterName, draftingUnit, issuerName } = (await desk.see('specialist', id)).body
  for (const q of ['rau sach thu nghiem', drafterName, draftingUnit, issuerName])
    expect(await found(q), q).toContain(id)
  const changed = { recipients: [outsider('Trại giống Bò Vàng')] }
  expect((await desk.actOnLatest('specialist', id, 'recipients', changed)).status).toBe(200)
  expect(await found('bo vang')).toEqual([id])
  expect(await found('rau sach thu nghiem')).toEqual([])
})

test('a Word file alone is read, compared and found, until the PDF takes its place', async () => {
  const id = await desk.draft({ files: [await file('source', 'Dự thảo một về đồi Sim Tím', 0)] })
  expect((await desk.see('specialist', id)).body.bodyText).toBe('Dự thảo một về đồi Sim Tím')
  expect(await found('doi sim tim')).toEqual([id])
  const second = { revision: 1, files: [await file('source', 'Dự thảo hai về đồi Sim Tím', 0)] }
  expect((await desk.change('specialist', id, second)).status).toBe(200)
  const path = `/documents/outgoing/${id}/difference?from=1&to=2`
  const { parts } = (await desk.get<z.infer<typeof VersionDifference>>('specialist', path)).body
  expect(parts.filter(part => part.kind !== 'same').map(part => part.text.trim())).toEqual(['một', 'hai'])

  const source = (await desk.see('specialist', id)).body.files[0]!
  const third = { revision: 2, keptFileIds: [source.id], files: [await file('main', 'Bản PDF về đồi Sim Tím', 2)] }
  const { body } = await desk.change('specialist', id, third)
  expect([body.bodyText, body.pages]).toEqual(['Bản PDF về đồi Sim Tím', 2])
})

test('the pages of a document are those of its text and its annexes, at its receivers too', {
  timeout: 120_000,
}, async () => {
  const annex = await file('annex', 'Biểu số liệu', 3)
  const recipients = [toOffice(desks.there.office)]
  const facts = { letter: letter('Đề nghị rà soát.'), files: [annex], recipients }
  const id = await desk.submitted(facts)
  // A letter has no pages before it is set.
  expect((await desk.see('specialist', id)).body.pages).toBe(0)
  const approved = await desk.act('leader', id, 'approve', { revision: 1 })
  expect(approved.status, approved.text).toBe(200)
  await desks.carried()
  expect((await desk.see('clerk', id)).body.pages).toBe(4)
  await desk.act('clerk', id, 'number')
  await desks.carried()
  expect((await desk.see('clerk', id)).body.pages).toBe(4)
  await desk.act('clerk', id, 'dispatch')
  await desks.carried()
  const arrived = await desks.there.office.system(({ tx, agency }) =>
    tx.selectFrom('incoming_documents').select('pages').where('agency_id', '=', agency).execute(),
  )
  expect(arrived).toEqual([{ pages: 4 }])
})

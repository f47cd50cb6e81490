import { afterAll, beforeAll, expect, test } from 'vitest'
import { upload } from '#tests/office/books.ts'
import { messageFrom, type Shown } from '#tests/office/incoming.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
})
afterAll(() => desks.stop())

const arrivedOf = async (sentId: string) => {
  const { there } = desks
  const { id } = await there.office.system(({ tx, agency }) =>
    tx
      .selectFrom('incoming_documents')
      .select('id')
      .where('agency_id', '=', agency)
      .where('sender_document_id', '=', sentId)
      .executeTakeFirstOrThrow(),
  )
  return (await there.get<Shown>('clerk', `/documents/incoming/${id}`)).body
}
const found = async (q: string) => {
  type Hits = { items: { id: string }[] }
  const { body } = await desks.there.get<Hits>('clerk', `/documents/search?q=${encodeURIComponent(q)}`)
  return body.items.map(one => one.id)
}

test('a plan of many pages is found by its last words, and read to its end', { timeout: 120_000 }, async () => {
  const { here, there } = desks
  const lines = Array.from(
    { length: 250 },
    (_, at) => `${at + 1}. ${'Rà soát từng hộ trong danh sách đã lập. '.repeat(3)}`,
  )
  const blocks = [...lines, 'Điểm tập kết ở khe Nước Lạnh.'].map(text => ({
    ...{ kind: 'paragraph' as const, runs: [{ text }] },
  }))
  const recipients = [toOffice(there.office)]
  const id = await here.dispatched({ letter: { addressees: ['Ủy ban nhân dân xã'], blocks }, recipients })
  const arrived = await arrivedOf(id)
  expect(arrived.textCut).toBe(false)
  expect(arrived.bodyText.length).toBeGreaterThan(20_000)
  expect(arrived.bodyText).toContain('khe Nước Lạnh')
  expect(await found('khe nước lạnh')).toEqual([arrived.id])
})

test('until its file was read, or where it cannot be, a text says that it is only the beginning', async () => {
  const { here, there } = desks
  const message = messageFrom(here.office, there.office)
  const uploadId = await upload(here.office, 'clerk', 'Tệp không đọc được')
  const { hash } = await here.office.system(({ tx, agency }) =>
    tx
      .selectFrom('uploads')
      .select('hash')
      .where('agency_id', '=', agency)
      .where('id', '=', uploadId)
      .executeTakeFirstOrThrow(),
  )
  const files = message.files.map(file => ({ ...file, hash: hash.toString('hex'), textCut: true as const }))
  await there.office.system(context =>
    context.ports.documents.receiveDocument(context, { ...message, files }, here.office.agencyId),
  )
  const beginning = { textCut: true, bodyText: 'Kính gửi Phòng Văn hóa – Xã hội' }
  expect(await arrivedOf(message.documentId)).toMatchObject(beginning)
  await desks.carried()
  expect(await arrivedOf(message.documentId)).toMatchObject(beginning)
  const waiting = await there.office.system(({ tx, agency }) =>
    tx
      .selectFrom('outbox')
      .select('done_at')
      .where('agency_id', '=', agency)
      .where('kind', '=', 'documents.read-text')
      .execute(),
  )
  expect(waiting.every(one => one.done_at !== null)).toBe(true)
})

import { beforeAll, expect, test } from 'vitest'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { documentsPort } from '#modules/documents/port.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { upload } from '#tests/office/books.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { readCase } from './case.ts'
import { changeDraft } from './change-draft.ts'
import { draftOutgoing } from './draft.ts'
import { listSigners } from './list-signers.ts'
import { presentOutgoing } from './present.ts'

let office: Office
beforeAll(async () => {
  office = await makeOffice(await testDatabase(), { ports: { assignments: assignmentsPort, documents: documentsPort } })
})

const letter = (text: string) => ({
  addressees: ['Sở Nông nghiệp và Môi trường'],
  blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
})
const see = (id: string) =>
  office.act('specialist', async context => presentOutgoing(context, await readCase(context, id)), {
    mode: 'read only',
  })

async function draftWithAnnex(): Promise<string> {
  const id = testId()
  const files = [
    { uploadId: await upload(office, 'specialist', 'Biểu số 1', 3), role: 'annex' as const, title: 'Biểu 1' },
  ]
  await office.act('specialist', context =>
    draftOutgoing(context, { id, typeCode: 'cong-van', subject: 'Báo cáo đất đai', letter: letter('Bản một.'), files }),
  )
  return id
}

test('an annex that is kept belongs to the new version too, and the old version has it still', async () => {
  const id = await draftWithAnnex()
  const { files } = await see(id)
  await office.act('specialist', context =>
    changeDraft(context, { id, revision: 1, letter: letter('Bản hai.'), keptFileIds: files.map(file => file.id) }),
  )
  const after = await see(id)
  expect(after.version).toBe(2)
  expect(after.files.map(file => [file.title, file.role, file.version, file.pages])).toEqual([
    ['Biểu 1', 'annex', 2, 3],
  ])
  expect(after.versions.map(version => version.files.length)).toEqual([1, 1])
})

test('an annex that is not named stays behind with its version', async () => {
  const id = await draftWithAnnex()
  await office.act('specialist', context => changeDraft(context, { id, revision: 1, letter: letter('Bản hai.') }))
  expect((await see(id)).files).toEqual([])
})

test('a file of another document is not brought in', async () => {
  const [id, other] = [await draftWithAnnex(), await draftWithAnnex()]
  const foreign = (await see(other)).files[0]!.id
  await expect(
    office.act('specialist', context => changeDraft(context, { id, revision: 1, keptFileIds: [foreign] })),
  ).rejects.toMatchObject({ code: 'documents.UploadUnknown' })
})

test('an uploaded text goes on while annexes change, and there is never a second one', async () => {
  const id = testId()
  const main = { uploadId: await upload(office, 'specialist', 'Nội dung chính'), role: 'main' as const }
  await office.act('specialist', context =>
    draftOutgoing(context, { id, typeCode: 'bao-cao', subject: 'Báo cáo quý', files: [main] }),
  )
  const kept = (await see(id)).files.map(file => file.id)
  const annex = { uploadId: await upload(office, 'specialist', 'Phụ lục mới'), role: 'annex' as const }
  await office.act('specialist', context =>
    changeDraft(context, { id, revision: 1, files: [annex], keptFileIds: kept }),
  )
  const after = await see(id)
  expect(after.files.map(file => file.role).sort()).toEqual(['annex', 'main'])
  expect(after.bodyText).toContain('Nội dung chính')
  const second = { uploadId: await upload(office, 'specialist', 'Bản khác'), role: 'main' as const }
  await expect(
    office.act('specialist', context =>
      changeDraft(context, { id, revision: 2, files: [second], keptFileIds: after.files.map(file => file.id) }),
    ),
  ).rejects.toMatchObject({ code: 'documents.OneMainFile' })
})

test('those who may sign are listed with the printed lines, and staff is not among them', async () => {
  const { items } = await office.act('specialist', context => listSigners(context, {}), { mode: 'read only' })
  const of = (name: string) => items.find(one => one.name === name)?.choices[0]
  expect(of('Lê Văn Định')).toEqual({
    capacity: 'TM',
    authority: 'collective',
    lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  })
  expect(of('Hồ Thị Đào')?.lines).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
  expect(of('Đỗ Minh Ánh')).toBeUndefined()
})

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incomingRoutes } from '#modules/documents/routes-incoming.ts'
import { outgoingRoutes } from '#modules/documents/routes-outgoing.ts'
import { openFileStore } from '#platform/files/store.ts'
import { uploadRoutes } from '#platform/files/upload-routes.ts'
import { addScript, pdfWith } from '#platform/workshop/tasks/testing.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import { paper } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'
import { uploadOver } from '#tests/office/upload-http.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-secrets-'))
const workshop = createWorkshop({ maxProcesses: 1 })
let desk: IncomingOffice
let http: OfficeHttp
let marked: Uint8Array

beforeAll(async () => {
  desk = await incomingOffice({ workshop, store: openFileStore(folder) })
  http = await officeHttp(desk.office.machinery, [...uploadRoutes, ...incomingRoutes, ...outgoingRoutes])
  marked = await samplePdf({ letterhead: { superior: ['TỐI MẬT'], issuer: ['CÔNG AN TỈNH'] } })
})
afterAll(async () => {
  await workshop.stop()
  rmSync(folder, { recursive: true, force: true })
})

const filesKept = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
const lastAudit = () =>
  desk.office.act('auditor', ({ tx, agency }) =>
    tx
      .selectFrom('audit_entries')
      .select(['act', 'after'])
      .where('agency_id', '=', agency)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
const counted = (table: 'uploads' | 'incoming_documents' | 'outgoing_documents' | 'stored_files') =>
  desk.office.act('auditor', async ({ tx }) => {
    const row = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  })

describe('a file that bears a mark of secrecy at its top', () => {
  test('is refused with what the law wants, and nothing of it stays', async () => {
    const before = [await counted('uploads'), await counted('stored_files')]
    const answer = await uploadOver(http, desk.office.seats.clerk, marked)
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.StateSecret' } })
    expect(answer.body.detail).toContain('Luật Bảo vệ bí mật nhà nước')
    expect(filesKept()).toEqual([])
    expect([await counted('uploads'), await counted('stored_files')]).toEqual(before)
    // That it was tried is known; of what it said, nothing.
    expect(await lastAudit()).toEqual({ act: 'files.secret-refused', after: { mark: 'toi-mat' } })
  })

  test('passes where the machine erred, with the reason in the audit', async () => {
    const notSecretReason = 'Chữ trong tên bài tập diễn tập, không phải dấu độ mật'
    const answer = await uploadOver(http, desk.office.seats.clerk, marked, { notSecretReason })
    expect(answer.status).toBe(201)
    expect(filesKept()).toHaveLength(1)
    expect(await lastAudit()).toMatchObject({ act: 'files.uploaded', after: { notSecretReason } })
  })

  test('is no way past without words', async () => {
    const answer = await uploadOver(http, desk.office.seats.clerk, marked, { notSecretReason: '   ' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.StateSecret' } })
  })
})

test.each(['mat', 'toi-mat', 'tuyet-mat'] as const)('a document said to be %s is entered nowhere', async secrecy => {
  const before = [await counted('incoming_documents'), await counted('outgoing_documents')]
  const { clerk, specialist } = desk.office.seats
  const entered = { ...(await paper(desk.office)), secrecy }
  expect(await http.call(clerk, 'POST /documents/incoming', entered)).toMatchObject({
    status: 422,
    body: { code: 'platform.StateSecret' },
  })
  const draft = {
    ...{ id: testId(), typeCode: 'cong-van', subject: 'Phương án bảo vệ', secrecy },
    letter: { addressees: ['Công an tỉnh'], blocks: [{ kind: 'paragraph', runs: [{ text: 'Nội dung.' }] }] },
  }
  expect(await http.call(specialist, 'POST /documents/outgoing', draft)).toMatchObject({
    status: 422,
    body: { code: 'platform.StateSecret' },
  })
  expect([await counted('incoming_documents'), await counted('outgoing_documents')]).toEqual(before)
})

test('a draft is not made secret afterwards', async () => {
  const { specialist } = desk.office.seats
  const id = testId()
  const letter = { addressees: ['Công an tỉnh'], blocks: [{ kind: 'paragraph', runs: [{ text: 'Nội dung.' }] }] }
  const made = await http.call(specialist, 'POST /documents/outgoing', {
    id,
    typeCode: 'cong-van',
    subject: 'Kế hoạch',
    letter,
  })
  expect(made.status).toBe(201)
  const changed = await http.call(
    specialist,
    `PUT /documents/outgoing/${id}`,
    { basedOn: 1, secrecy: 'mat', letter },
    { key: testId() },
  )
  expect(changed).toMatchObject({ status: 422, body: { code: 'platform.StateSecret' } })
})

test('a PDF that runs a script is refused, and nothing of it stays', async () => {
  const before = filesKept()
  const answer = await uploadOver(http, desk.office.seats.specialist, await pdfWith(addScript))
  expect(answer).toMatchObject({ status: 422, body: { code: 'workshop.ActiveContent' } })
  expect(answer.body.detail).toContain('Print to PDF')
  expect(filesKept()).toEqual(before)
  expect((await uploadOver(http, desk.office.seats.specialist, await pdfWith(() => {}))).status).toBe(201)
})

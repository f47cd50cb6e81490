import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
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

/** A Word file with this body and, if given, this header on its pages. */
const word = (body: string, header?: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    ...(header ? { 'word/header2.xml': strToU8(`<w:hdr>${header}</w:hdr>`) } : {}),
  })
const line = (text: string, properties = '') => `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`
const textBox = (text: string) =>
  `<w:p><w:r><w:t>Số: 12/KH-UBND</w:t><w:drawing><w:txbxContent>${line(text)}</w:txbxContent></w:drawing></w:r></w:p>`
const table = (...cells: string[]) =>
  `<w:tbl><w:tr>${cells.map(cell => `<w:tc>${line(cell)}</w:tc>`).join('')}</w:tr></w:tbl>`
const plan = line('KẾ HOẠCH') + line('Bảo đảm an ninh, trật tự năm 2026')

/** A PDF over whose top somebody typed a stamp with his reader of PDFs. */
const typedOver = (text: string, top: number) =>
  pdfWith(document => {
    const page = document.getPages()[0]!
    const note = document.context.obj({
      ...{ Type: 'Annot', Subtype: 'FreeText', Rect: [60, top - 20, 160, top], DA: PDFString.of('/Helv 12 Tf') },
      Contents: PDFHexString.fromText(text),
    })
    page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(note)]))
  })

describe('the mark is found where offices put it', () => {
  test.each([
    ['in a line of a Word file', () => word(line('UBND XÃ CAM LỘ') + line('MẬT') + plan)],
    ['in the letterhead’s table', () => word(table('UBND XÃ CAM LỘ', 'TỐI MẬT') + plan)],
    ['in a text box beside the number', () => word(textBox('TUYỆT MẬT') + plan)],
    ['shown in capitals by its font alone', () => word(line('mật', '<w:caps/>') + plan)],
    ['in the header of the pages', () => word(plan, line('MẬT'))],
    [
      'as a watermark',
      () => word(plan, '<w:p><w:pict><v:shape><v:textpath style="x" string="MẬT"/></v:shape></w:pict></w:p>'),
    ],
    ['typed over a PDF', () => typedOver('TUYỆT MẬT', 800)],
    ['typed over a PDF in two lines', () => typedOver('TUYỆT\nMẬT', 800)],
  ] as const)('%s', async (_where, make) => {
    const answer = await uploadOver(http, desk.office.seats.specialist, await make())
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.StateSecret' } })
    expect(answer.body.detail).toContain('Luật Bảo vệ bí mật nhà nước')
  })

  test.each([
    ['the word in a sentence', () => word(line('Về việc tuyên truyền Luật Bảo vệ bí mật nhà nước') + plan)],
    ['other words with it', () => word(table('Mật độ dân số', 'Bảo mật thông tin') + line('MẬT ONG RỪNG'))],
    ['the end of a sentence on its own line', () => word(line('giữ gìn bí') + line('mật'))],
    ['a heading far down in the text', () => word(plan.repeat(20) + line('MẬT'))],
    ['a note at the foot of a PDF', () => typedOver('MẬT', 60)],
    ['no field filled in', () => word(line('Độ mật: ') + plan, line('Trang 1'))],
  ] as const)('and not in %s', async (_where, make) => {
    expect((await uploadOver(http, desk.office.seats.specialist, await make())).status).toBe(201)
  })
})

test('a letter that is written here under a mark is kept neither as a draft nor as its next version', async () => {
  const { specialist } = desk.office.seats
  const written = (...texts: string[]) => ({
    addressees: ['Công an tỉnh'],
    blocks: texts.map(text => ({ kind: 'paragraph', runs: [{ text }] })),
  })
  const draft = (letter: object) => ({ id: testId(), typeCode: 'cong-van', subject: 'phương án bảo vệ', letter })
  const before = await counted('outgoing_documents')
  const refused = await http.call(specialist, 'POST /documents/outgoing', draft(written('TỐI MẬT', 'Nội dung.')))
  expect(refused).toMatchObject({ status: 422, body: { code: 'platform.StateSecret' } })
  expect(await counted('outgoing_documents')).toBe(before)
  const open = draft(written('Đề nghị giữ bí mật nhà nước.', 'Nội dung.'))
  expect((await http.call(specialist, 'POST /documents/outgoing', open)).status).toBe(201)
  const change = { revision: 1, letter: written('MẬT', 'Nội dung.') }
  const changed = await http.call(specialist, `PUT /documents/outgoing/${open.id}`, change, { key: testId() })
  expect(changed).toMatchObject({ status: 422, body: { code: 'platform.StateSecret' } })
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
    { revision: 1, secrecy: 'mat', letter },
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

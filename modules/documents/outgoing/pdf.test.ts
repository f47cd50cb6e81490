import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import { pdfText } from '#tests/office/pdf-text.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'
import { uploadOver } from '#tests/office/upload-http.ts'
import { dateInWords } from './fill-number.ts'

let desks: TwoDesks
let desk: OutgoingDesk
const today = todayInVietnam(new Date())
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

/** The document's file as a seat gets it now. */
async function mainFile(id: string, seat: OfficeSeat = 'clerk'): Promise<Buffer> {
  const { files } = (await desk.see(seat, id)).body
  const main = files.filter(file => file.role === 'main')
  expect(main).toHaveLength(1)
  const answer = await desks.http.get(desk.office.seats[seat], main[0]!.url.replace('/api/v1', ''))
  expect(answer.headers['content-type']).toBe('application/pdf')
  return answer.rawPayload
}
const numbered = async (id: string) => {
  expect((await desk.act('clerk', id, 'number')).status).toBe(200)
  await desks.carried()
  return (await desk.see('clerk', id)).body
}

describe('a letter', { timeout: 60_000 }, () => {
  test('is frozen at its approval and filled in behind what was approved, byte for byte', async () => {
    const recipients = [toOffice(desks.there.office)]
    const id = await desk.approved({ recipients, letter: letter('Đề nghị rà soát hộ nghèo.', ['UBND xã Triệu Phong']) })
    const approved = await desk.see('clerk', id)
    expect(approved.body).toMatchObject({
      state: 'approved',
      signature: 'unsigned',
      number: null,
      documentIdentifier: null,
    })
    const frozen = await mainFile(id)
    const { notation, documentIdentifier, signature } = await numbered(id)
    const filled = await mainFile(id)
    expect(filled.length).toBeGreaterThan(frozen.length)
    expect(filled.subarray(0, frozen.length).equals(frozen)).toBe(true)

    const [before, after] = [await pdfText(frozen), await pdfText(filled)]
    for (const words of [
      ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Đề nghị rà soát hộ nghèo.', 'UBND xã Triệu Phong'],
      ...['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'Lê Văn Định', '/UBND-KT', 'Lưu: VT, KT'],
    ])
      for (const text of [before, after]) expect(text).toContain(words)
    const date = dateInWords(today)
    expect(before).not.toContain(date)
    const printed = (await pdfText(filled, 'layout')).replaceAll(' ', '')
    expect(printed).toContain(`Số:${notation}CamLộ,${date}`.replaceAll(' ', ''))
    expect((await pdfText(frozen, 'layout')).replaceAll(' ', '')).toContain('Số:/UBND-KTCamLộ,')
    expect(documentIdentifier).toBe(`${desk.office.issuer.identifier},${today.replaceAll('-', '/')},${notation}`)
    // A number is no signature, and nothing says that it were.
    expect(signature).toBe('unsigned')
    expect(filled.includes('/ByteRange')).toBe(false)

    expect((await desk.act('clerk', id, 'dispatch')).status).toBe(200)
    await desks.carried()
    const arrived = await desks.there.office.system(({ tx, agency }) =>
      tx
        .selectFrom('document_files as f')
        .innerJoin('incoming_documents as d', 'd.id', 'f.document_id')
        .select('f.id')
        .where('f.agency_id', '=', agency)
        .where('d.agency_id', '=', agency)
        .where('d.sender_document_id', '=', id)
        .where('f.role', '=', 'main')
        .executeTakeFirstOrThrow(),
    )
    const there = await desks.http.get(desks.there.office.seats.clerk, `/documents/files/${arrived.id}`)
    expect(there.rawPayload.equals(filled)).toBe(true)
  })

  test('that goes back after its approval is frozen anew from what it says then', async () => {
    const id = await desk.approved({ letter: letter('Bản thứ nhất.') })
    const first = await mainFile(id)
    await desk.act('clerk', id, 'return', { reason: 'Thiếu căn cứ' })
    await desk.change('specialist', id, { revision: 1, letter: letter('Bản thứ hai.') })
    await desk.actOnLatest('specialist', id, 'submit')
    for (const seat of ['unit-head', 'office-head'] as const)
      await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
    await desk.act('leader', id, 'approve', { revision: 2 })
    await desks.carried()
    const second = await mainFile(id)
    expect(second.equals(first)).toBe(false)
    const text = await pdfText(second)
    expect([text.includes('Bản thứ hai.'), text.includes('Bản thứ nhất.')]).toEqual([true, false])
  })
})

describe('an uploaded PDF', { timeout: 60_000 }, () => {
  const approvedUpload = async (bytes: Uint8Array) => {
    const sent = await uploadOver(desks.http, desk.office.seats.specialist, bytes)
    expect(sent.status, sent.text).toBe(201)
    const id = await desk.draft({ files: [{ uploadId: sent.body.id, role: 'main' }] })
    await desk.actOnLatest('specialist', id, 'submit')
    for (const seat of ['unit-head', 'office-head'] as const)
      await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
    expect((await desk.act('leader', id, 'approve', { revision: 1 })).status).toBe(200)
    await desks.carried()
    return id
  }

  test('gets number and date in the blanks that were left for them', async () => {
    const blank = { kind: 'blank', year: Number(today.slice(0, 4)) } as const
    const id = await approvedUpload(await samplePdf({ numbering: blank, afterNumber: '/UBND-KT' }))
    const frozen = await mainFile(id)
    const { number } = await numbered(id)
    const filled = await mainFile(id)
    expect(filled.subarray(0, frozen.length).equals(frozen)).toBe(true)
    const text = await pdfText(filled)
    expect(text).toContain(dateInWords(today))
    expect(text).toMatch(new RegExp(`\\b${number}\\b`))
    expect(text).toContain('Đề nghị thông báo đến các hộ dùng điện')
  })

  test('is nothing to approve while it is not there: Word alone has no pages that stay', async () => {
    const id = await desk.draft({ letter: letter('Sẽ thay bằng tệp.') })
    const annex = await uploadOver(desks.http, desk.office.seats.specialist, await samplePdf())
    await desk.change('specialist', id, { revision: 1, files: [{ uploadId: annex.body.id, role: 'annex' }] })
    expect((await desk.actOnLatest('specialist', id, 'submit')).status).toBe(200)
    const bare = testId()
    const draft = {
      id: bare,
      typeCode: 'cong-van',
      subject: 'chỉ có phụ lục',
      signerSeatId: desk.office.seats.leader.id,
    }
    const again = await uploadOver(desks.http, desk.office.seats.specialist, await samplePdf())
    const files = [{ uploadId: again.body.id, role: 'annex' }]
    expect((await desk.post('specialist', '/documents/outgoing', { ...draft, files })).status).toBe(201)
    expect((await desk.actOnLatest('specialist', bare, 'submit')).body.code).toBe('documents.PdfMissing')
  })
})

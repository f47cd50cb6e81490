import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIssuer } from '#modules/agencies/create-issuer.ts'
import { makeBooks, upload } from '#tests/office/books.ts'
import { officeOpenedOn, testId } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, toSeat, twoDesks } from '#tests/office/outgoing.ts'
import { pdfText } from '#tests/office/pdf-text.ts'

let desks: TwoDesks
let desk: OutgoingDesk
const party = testId()
const seriesId = testId()
let registerId: string

/** The Party committee under the same roof: it counts its documents by its term. */
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
  await desk.office.system(context =>
    createIssuer(context, {
      ...{
        id: party,
        agencyId: desk.office.agencyId,
        kind: 'party',
        ordinal: 3,
        identifiers: [`${desk.office.issuer.identifier}.9`],
      },
      ...{ name: 'Đảng ủy xã Cam Lộ', shortName: 'Đảng ủy xã', abbreviation: 'ĐU', letterhead: ['TỈNH ỦY QUẢNG TRỊ'] },
      ...{ placeName: 'Cam Lộ', openedOn: officeOpenedOn },
    }),
  )
  const series = {
    ...{ id: seriesId, issuerId: party, direction: 'outgoing', name: 'Văn bản đi Đảng ủy', typeCodes: [] },
    ...{ periodKind: 'term', notationTemplate: '{number}-CV/{issuer}', basis: 'Quy chế công tác văn thư' },
  }
  expect((await desk.post('clerk', '/series', series)).body.code).toBe('documents.TermMissing')
  expect((await desk.post('clerk', '/series', { ...series, term: 'khóa XV' })).status).toBe(422)
  expect((await desk.post('clerk', '/series', { ...series, term: '2025-2030' })).status).toBe(201)
  expect((await desk.post('clerk', `/series/${seriesId}/open`, { lastNumber: 311 })).status).toBe(200)
  registerId = (await makeBooks(desk.office, { direction: 'outgoing', code: 'di-dang', seriesId, isDefault: false }))
    .registerId
})
afterAll(() => desks.stop())

const facts = () => ({ issuerId: party, recipients: [toSeat(desk.office.seats.deputy.id)], signerSeatId: null })
const uploaded = async () => ({ files: [{ uploadId: await upload(desk.office, 'specialist'), role: 'main' as const }] })
const only = { status: 422, body: { code: 'documents.UploadOnly' } }

test('what a Party organ issues is uploaded: the layout of the State is no template for it', async () => {
  const draft = { ...facts(), id: testId(), typeCode: 'cong-van', subject: 'Triển khai nghị quyết' }
  expect(await desk.post('specialist', '/documents/outgoing', { ...draft, letter: letter('Thử.') })).toMatchObject(only)
  const id = await desk.draft({ ...facts(), ...(await uploaded()) })
  expect(await desk.change('specialist', id, { revision: 1, letter: letter('Thử.') })).toMatchObject(only)
  const ofTheState = await desk.draft()
  expect(
    await desk.change('specialist', ofTheState, { revision: 1, issuerId: party, signerSeatId: null }),
  ).toMatchObject(only)
})

/** Lines of the register in a period, the present one when none is named. */
const linesOf = async (period?: string) => {
  const query = period ? `?period=${period}` : ''
  type Page = { items: { notation: string }[] }
  const { body } = await desk.get<Page>('clerk', `/registers/${registerId}/departures${query}`)
  return body.items.map(line => line.notation)
}

/** Who signs for a Party organ is another matter: an approved document of the office that is made one of the Party's. */
async function approved(): Promise<string> {
  const id = await desk.quick.approved()
  await desk.office.system(({ tx, agency }) =>
    tx
      .updateTable('outgoing_documents')
      .set({ issuer_id: party })
      .where('agency_id', '=', agency)
      .where('id', '=', id)
      .execute(),
  )
  return id
}

test('a series by term goes on over the years, and its register is read and printed by term', async () => {
  const id = await approved()
  expect((await desk.act('clerk', id, 'number')).body).toMatchObject({ number: 312, notation: '312-CV/ĐU' })
  expect(await linesOf()).toEqual(['312-CV/ĐU'])
  expect(await linesOf('2025-2030')).toEqual(['312-CV/ĐU'])
  expect(await linesOf('2026')).toEqual([])
  const { items } = (await desk.get<{ items: { id: string; period: string }[] }>('clerk', '/registers')).body
  expect(items.find(one => one.id === registerId)?.period).toBe('2025-2030')
  const print = await desks.http.get(
    desk.office.seats.clerk,
    `/registers/${registerId}/departures.pdf?period=2025-2030`,
  )
  expect(print.statusCode).toBe(200)
  const text = await pdfText(print.rawPayload)
  expect(text).toContain('Nhiệm kỳ: 2025-2030')
  expect(text).toContain('312-CV/ĐU')
  // The next term begins at 1 again; the one before it stays readable and can be closed.
  const close = (period: string) => desk.post('clerk', `/series/${seriesId}/close`, { period, reason: 'Hết nhiệm kỳ' })
  expect((await close('2025-2030')).body).toMatchObject({
    code: 'numbering.PeriodRuns',
    title: expect.stringContaining('nhiệm kỳ 2025-2030 còn đang dùng'),
  })
  expect((await desk.post('clerk', `/series/${seriesId}/open`, { lastNumber: 0, term: '2030-2035' })).status).toBe(200)
  expect((await desk.act('clerk', await approved(), 'number')).body).toMatchObject({ notation: '01-CV/ĐU' })
  expect([await linesOf(), await linesOf('2025-2030')]).toEqual([['01-CV/ĐU'], ['312-CV/ĐU']])
  expect((await close('2025-2030')).status).toBe(200)
})

import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { upload } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice, messageFrom } from '#tests/office/incoming.ts'
import { makeOffice, type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { IncomingPage, IncomingRow } from '../contract.ts'

type Row = z.infer<typeof IncomingRow>
const today = todayInVietnam(new Date())
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})

const newspaper = (more: object = {}) => ({
  ...{ id: testId(), subject: 'Báo Quảng Trị số 6120', issuerName: 'Báo Quảng Trị', files: [] as object[] },
  ...{ reason: 'Báo, không phải văn bản', ...more },
})
const note = (body: object, seat: OfficeSeat = 'clerk') =>
  desk.http.call<Row>(desk.office.seats[seat], 'POST /documents/incoming/unregistered', body)
const list = async (seat: OfficeSeat, tab: string) =>
  (await desk.get<z.infer<typeof IncomingPage>>(seat, `/documents/incoming?tab=${tab}`)).body.items
const lastNumber = async () => {
  const id = await desk.register()
  return (await desk.see('clerk', id)).body.arrivalNumber!
}

describe('a paper that is not entered into a register', () => {
  test('is noted at the counter with the reason, takes no number, and stands in the list and its history', async () => {
    const before = await lastNumber()
    const body = newspaper()
    const noted = await note(body)
    expect(noted).toMatchObject({ status: 201, body: { state: 'set-aside', arrivalNumber: null, carrier: 'paper' } })
    expect(await note(body), 'sent twice it is noted once').toMatchObject({ status: 201, body: { id: body.id } })
    expect(await note({ ...body, reason: 'Khác' })).toMatchObject({ status: 409 })
    expect((await list('clerk', 'not-registered')).map(row => row.id)).toEqual([body.id])
    expect(await lastNumber()).toBe(before + 1)
    const { body: seen } = await desk.see('clerk', body.id)
    expect(seen).toMatchObject({ stateReason: body.reason, arrivedOn: today, allowed: ['bring-back', 'comment'] })
    expect(seen.history).toMatchObject([{ act: 'set-aside', stateAfter: 'set-aside', text: body.reason }])
  })

  test('needs a reason, and is noted by the clerk alone; what bears a mark of secrecy is refused', async () => {
    expect((await note(newspaper({ reason: '' }))).status).toBe(422)
    expect((await note(newspaper({ issuerName: undefined }))).body).toMatchObject({ code: 'documents.SenderUnknown' })
    expect((await note(newspaper({ secrecy: 'mat' }))).body).toMatchObject({ code: 'platform.StateSecret' })
    expect((await note(newspaper({ arrivedOn: addDays(today, 1) }))).status).toBeGreaterThanOrEqual(400)
    for (const seat of ['office-head', 'leader', 'specialist'] as const)
      expect((await note(newspaper(), seat)).status).toBe(403)
  })

  test('that is restricted is seen by its clerk alone', async () => {
    const body = newspaper({ restricted: true, subject: 'Thư riêng gửi nhầm' })
    await note(body)
    expect((await desk.see('clerk', body.id)).status).toBe(200)
    for (const seat of ['leader', 'office-head', 'auditor'] as const)
      expect((await desk.see(seat, body.id)).status).toBe(404)
  })

  test('is brought back and registered with what the paper says and the day on which it came', async () => {
    const arrivedOn = addDays(today, -1)
    const body = newspaper({ arrivedOn })
    await note(body)
    await desk.act('clerk', body.id, 'bring-back')
    expect((await list('clerk', 'to-register')).find(row => row.id === body.id)).toMatchObject({ act: 'register' })
    const bare = await desk.act('clerk', body.id, 'register', {})
    expect(bare.body, 'a register wants the document itself').toMatchObject({ code: 'documents.MainFileMissing' })
    const paper = {
      ...{ typeCode: 'cong-van', notation: '77/BQT-TS', issuedOn: arrivedOn, issuerName: 'Báo Quảng Trị' },
      ...{ subject: 'Đề nghị cung cấp thông tin', urgency: 1 },
      files: [{ uploadId: await upload(desk.office, 'clerk'), role: 'main' }],
    }
    const registered = await desk.act('clerk', body.id, 'register', { paper })
    expect(registered.body).toMatchObject({
      ...{ id: body.id, arrivalNumber: expect.any(Number), notation: '77/BQT-TS', subject: paper.subject, urgency: 1 },
    })
    const { body: seen } = await desk.see('clerk', body.id)
    expect(seen).toMatchObject({ arrivedOn, pages: 2, number: '77', stateReason: null })
    expect(seen.files).toMatchObject([{ role: 'main' }])
    expect(seen.history.map(entry => entry.act)).toEqual(['set-aside', 'bring-back', 'register'])
  })

  test('keeps what was scanned before it was set aside', async () => {
    const files = [{ uploadId: await upload(desk.office, 'clerk'), role: 'main' }]
    const body = newspaper({ files, notation: '12/CV-TS' })
    await note(body)
    await desk.act('clerk', body.id, 'bring-back')
    const again = [{ uploadId: await upload(desk.office, 'clerk'), role: 'main' }]
    const { subject, issuerName } = body
    const second = await desk.act('clerk', body.id, 'register', { paper: { subject, issuerName, files: again } })
    expect(second.body).toMatchObject({ code: 'documents.OneMainFile' })
    const registered = await desk.act('clerk', body.id, 'register', {})
    expect(registered.body).toMatchObject({ arrivalNumber: expect.any(Number), notation: '12/CV-TS' })
  })

  test('and is brought back is refused to nobody: no agency sent it', async () => {
    const body = newspaper()
    await note(body)
    await desk.act('clerk', body.id, 'bring-back')
    const refused = await desk.act('clerk', body.id, 'refuse', { reason: 'Gửi nhầm' })
    expect([refused.status, refused.body.code]).toEqual([409, 'documents.NotFromInside'])
  })

  test('is nothing that another agency sent: its facts stay as they came', async () => {
    const { machinery } = desk.office
    const sender = await makeOffice({ server: machinery.pool }, { machinery, place: 'Triệu Phong' })
    const sent = messageFrom(sender, desk.office)
    await desk.office.system(context => context.ports.documents.receiveDocument(context, sent, sender.agencyId))
    const row = (await list('clerk', 'to-register')).find(one => one.notation === sent.facts.notation)!
    const paper = { subject: 'Khác', issuerName: 'Khác', files: [] }
    expect((await desk.act('clerk', row.id, 'register', { paper })).body).toMatchObject({ errors: [{ path: 'paper' }] })
  })
})

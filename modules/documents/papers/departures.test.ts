import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import { pdfText } from '#tests/office/pdf-text.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

/** Where each of these stands in a text, one behind the other; what is missing or stands before is told by its name. */
function inOrder(text: string, words: readonly string[]): string[] {
  let from = 0
  return words.filter(word => {
    const at = text.indexOf(word, from)
    if (at >= 0) from = at + word.length
    return at < 0
  })
}

test('the register of departures is printed with the decree’s columns, each number in its place, struck out or not', {
  timeout: 60_000,
}, async () => {
  const today = formatDate(todayInVietnam(new Date()))
  const sent = await desk.quick.dispatched({
    ...{ typeCode: 'bao-cao', subject: 'Kết quả rà soát hộ nghèo', urgency: 1, copies: 4, note: 'Kèm biểu' },
    recipients: [
      toOffice(desks.there.office),
      { id: testId(), kind: 'outside', name: 'Hợp tác xã Đông Hòa', carrier: 'paper', purpose: 'inform' },
    ],
  })
  const kept = await desk.quick.numbered({ subject: 'trả lời kiến nghị cử tri' })
  const recalled = await desk.quick.dispatched({ subject: 'mời họp', recipients: [toOffice(desks.there.office)] })
  await desk.act('leader', recalled, 'recall', { reason: 'Sai thẩm quyền' })
  const notations = await Promise.all(
    [sent, kept, recalled].map(async id => (await desk.see('clerk', id)).body.notation!),
  )

  const url = `/registers/${desk.registerId}/departures.pdf?paper=A3`
  const answer = await desks.http.get(desk.office.seats.clerk, url)
  expect(answer.headers['content-type']).toBe('application/pdf')
  const text = await pdfText(answer.rawPayload)
  // The columns of a row are narrow: their words are looked for one by one.
  expect(text).toContain('(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)')
  const row = [
    ...[notations[0]!, today, 'Báo cáo', 'Lê Văn Định', 'Triệu Phong', 'Hợp tác xã', 'Văn thư', 'Phòng Kinh tế'],
    ...['4', today, 'Khẩn', 'Kèm biểu'],
  ]
  expect(inOrder(text, [...row, notations[1]!, notations[2]!, 'Thu hồi: Sai thẩm quyền'])).toEqual([])
  for (const seat of ['specialist', 'unit-head', 'agency-admin'] as const)
    expect((await desks.http.get(desk.office.seats[seat], url)).statusCode).toBe(403)
})

test('a restricted document is a taken number there, on screen and on paper, to all who may not see it', {
  timeout: 60_000,
}, async () => {
  const secret = {
    ...{ subject: 'Nội dung tố cáo ở Đồi Sim Tím', note: 'Giao tận tay', typeCode: 'to-trinh', copies: 77 },
    ...{ restricted: true, urgency: 2 as const },
  }
  const recipients = [
    {
      id: testId(),
      kind: 'outside' as const,
      name: 'Bà Cà Thị Thử',
      carrier: 'paper' as const,
      purpose: 'act' as const,
    },
  ]
  const dispatched = await desk.quick.dispatched({ ...secret, recipients })
  const recalled = await desk.quick.dispatched({ ...secret, recipients: [{ ...recipients[0]!, id: testId() }] })
  await desk.act('leader', recalled, 'recall', { reason: 'Lộ tên người tố cáo' })
  const numbers = await Promise.all([dispatched, recalled].map(async id => (await desk.see('clerk', id)).body.number!))
  const open = await desk.quick.numbered({ subject: 'trả lời cử tri thôn Đông Hòa' })
  const { notation } = (await desk.see('clerk', open)).body

  const leaks = ['Đồi Sim Tím', 'Cà Thị Thử', 'Giao tận tay', 'Tờ trình', 'Thượng khẩn', 'Lộ tên', 'TTr-UBND']
  const screen = `/registers/${desk.registerId}/departures`
  type Line = { documentId: string | null; notation: string; note: string; subject: string; signer: string }
  for (const seat of ['deputy', 'auditor'] as const) {
    const { body, text } = await desk.get<{ items: Line[] }>(seat, screen)
    expect(
      leaks.filter(word => text.includes(word)),
      seat,
    ).toEqual([])
    for (const id of [dispatched, recalled]) expect(text, seat).not.toContain(id)
    for (const number of numbers)
      expect(body.items.filter(line => line.notation === String(number))).toEqual([
        {
          ...{ documentId: null, notation: String(number), issuedOn: null, subject: '', signer: '', recipients: '' },
          ...{ keeper: '', copies: null, passedOn: null, signedFor: '', note: 'Văn bản hạn chế' },
          ...{ cancelled: false, reason: null },
        },
      ])
    const printed = await desks.http.get(desk.office.seats[seat], `${screen}.pdf?paper=A3`)
    const paper = await pdfText(printed.rawPayload)
    // The copies: on screen they are null; an id may bear these digits anywhere.
    expect(paper, seat).not.toMatch(/(?<!\d)77(?!\d)/)
    expect(
      leaks.filter(word => paper.includes(word)),
      seat,
    ).toEqual([])
    // No number seems to be missing: both stand between those before and the open one after them.
    expect(inOrder(paper, [...numbers.map(String), notation!]), seat).toEqual([])
    expect(paper.split('Văn bản hạn chế')).toHaveLength(3)
  }
  for (const seat of ['clerk', 'leader'] as const) {
    const { text } = await desk.get(seat, screen)
    for (const word of ['Đồi Sim Tím', 'Cà Thị Thử', 'Lộ tên']) expect(text, seat).toContain(word)
  }
})

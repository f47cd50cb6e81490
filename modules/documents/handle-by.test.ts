import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { upload } from '#tests/office/books.ts'
import { testId } from '#tests/office/make-office.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import type { ArrivalPage, IncomingDocument, IncomingPage, IncomingRow, OutgoingPage, Today } from './contract.ts'

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks()
})
afterAll(() => desks.stop())

const day = addDays(todayInVietnam(new Date()), 2)
const handleBy = new Date(`${day}T14:00:00+07:00`).toISOString()
const inWords = `Hỏa tốc hẹn giờ, trước 14:00 ngày ${formatDate(calendarDate(day))}`

test('the hour of HỎA TỐC HẸN GIỜ goes from the draft to its receiver, and stands in his day, his list, his reader and his register', async () => {
  const { here, there } = desks
  const facts = {
    urgency: 3,
    handleBy,
    subject: 'sơ tán dân vùng sạt lở',
    recipients: [toOffice(there.office)],
  }
  const sent = await here.quick.dispatched(facts)
  expect((await here.see('clerk', sent)).body).toMatchObject({ urgency: 3, handleBy })
  const { body: listed } = await here.get<z.infer<typeof OutgoingPage>>('clerk', '/documents/outgoing')
  expect(listed.items.find(row => row.id === sent)).toMatchObject({ handleBy })

  await desks.carried()
  const { body: arrivals } = await there.get<z.infer<typeof IncomingPage>>(
    'clerk',
    '/documents/incoming?tab=to-register',
  )
  expect(arrivals.items).toMatchObject([{ subject: facts.subject, handleBy, urgency: 3 }])
  const { id } = arrivals.items[0]!
  expect((await there.get<z.infer<typeof Today>>('clerk', '/documents/today')).body.urgent).toMatchObject([
    { documentId: id, act: 'register', handleBy },
  ])
  const registered = await there.post<z.infer<typeof IncomingRow>>('clerk', `/documents/incoming/${id}/register`, {})
  expect(registered.body, 'its day is the deadline, be it a holiday').toMatchObject({ handleBy, dueOn: day })
  const { body: read } = await there.get<z.infer<typeof IncomingDocument>>('leader', `/documents/incoming/${id}`)
  expect(read).toMatchObject({ handleBy, dueBasis: inWords })
  const { body: book } = await there.get<z.infer<typeof ArrivalPage>>('clerk', `/registers/${read.registerId}/arrivals`)
  expect(book.items.find(line => line.documentId === id)).toMatchObject({ note: inWords })
})

test('a paper is registered with its hour; an hour of what is not HỎA TỐC is refused at its field', async () => {
  const { office } = desks.here
  const paper = async (more: object) => ({
    ...{ id: testId(), subject: 'Ứng phó bão', issuerName: 'Sở Nội vụ', ...more },
    files: [{ uploadId: await upload(office, 'clerk'), role: 'main' }],
  })
  const register = async (more: object) =>
    desks.here.post<z.infer<typeof IncomingRow>>('clerk', '/documents/incoming', await paper(more))
  expect((await register({ urgency: 3, handleBy })).body).toMatchObject({ handleBy, dueOn: day })
  const refused = await register({ urgency: 2, handleBy })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'handleBy' }] } })
})

test('a draft that is no longer HỎA TỐC has no hour', async () => {
  const { here } = desks
  const id = await here.draft({ urgency: 3, handleBy })
  expect((await here.see('specialist', id)).body).toMatchObject({ urgency: 3, handleBy })
  await here.change('specialist', id, { revision: 1, urgency: 2 })
  expect((await here.see('specialist', id)).body).toMatchObject({ urgency: 2, handleBy: null })
})

import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { paper } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { officePassword, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

type LogEntry = { readonly requestId?: string }

const lines: string[] = []
let desk: IncomingOffice
let http: OfficeHttp

beforeAll(async () => {
  desk = await incomingOffice()
  http = await officeHttp(desk.office.machinery, allRoutes, { log: { write: line => lines.push(line) } })
})

test('log lines carry ids: no name, login, password, subject or search word, whether a request is answered, refused or fails', async () => {
  const { clerk, leader, specialist } = desk.office.seats
  const said = {
    subject: 'Đơn tố cáo của công dân về đất đai',
    issuerName: 'Ông Nguyễn Khiếu Nại',
    comment: 'Ý kiến rất riêng của lãnh đạo',
    searched: 'tên người tìm kiếm',
    wrong: 'một mật khẩu gõ nhầm',
    unknown: 'dang.nhap.la',
  }
  const signIn = (login: string, password: string) =>
    http.server.inject({
      ...{
        method: 'POST',
        url: '/api/v1/session',
        headers: { host: '127.0.0.1:8080', 'user-agent': 'Máy của bà Lụa' },
      },
      payload: { login, password },
    })
  expect((await signIn(clerk.login, officePassword)).statusCode).toBe(200)
  expect((await signIn(clerk.login, said.wrong)).statusCode).toBe(401)
  expect((await signIn(said.unknown, said.wrong)).statusCode).toBe(401)
  expect((await http.call(clerk, 'POST /password', { current: said.wrong, next: said.comment })).status).toBe(401)

  const { subject, issuerName } = said
  const entered = await paper(desk.office, { subject, issuerName, restricted: true })
  expect((await http.call(clerk, 'POST /documents/incoming', entered)).status).toBe(201)
  expect((await http.call(clerk, 'POST /documents/incoming', { ...entered, subject: 5 })).status).toBe(422)
  expect((await http.call(clerk, 'POST /documents/incoming', { ...entered, subject: `${subject} khác` })).status).toBe(
    409,
  )
  const document = `/documents/incoming/${entered.id}`
  const comment = { commentId: testId(), text: said.comment }
  expect((await http.call(leader, `POST ${document}/comment`, comment)).status).toBe(200)
  expect((await http.call(specialist, `POST ${document}/comment`, comment)).status).toBe(404)
  const search = `GET /documents/search?q=${encodeURIComponent(said.searched)}`
  expect((await http.call(clerk, search)).status).toBe(200)
  expect((await http.call(clerk, `GET /parties?q=${encodeURIComponent(said.searched)}`)).status).toBe(200)

  // What fails is logged at length: with what broke, not with what was in it.
  const { pool } = desk.office.machinery
  const connect = pool.connect.bind(pool)
  Object.assign(pool, {
    connect: async () => {
      throw Object.assign(new Error(`insert failed`), {
        detail: `Key (subject)=(${subject})`,
        parameters: [issuerName],
      })
    },
  })
  const failed = await http.call(clerk, 'POST /documents/incoming', { ...entered, id: testId() })
  Object.assign(pool, { connect })
  expect(failed).toMatchObject({ status: 500, body: { code: 'platform.Unexpected' } })

  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(12)
  const entries = lines.map(line => JSON.parse(line) as LogEntry)
  expect(entries.filter(({ requestId }) => !/^[\w-]{12}$/.test(requestId ?? ''))).toEqual([])
  // What the person reads to whoever helps him finds what broke and how the request ended.
  const ofFailed = entries.filter(({ requestId }) => requestId === failed.body.instance)
  expect(ofFailed).toMatchObject([
    { msg: 'request failed', code: 'platform.Unexpected' },
    { msg: 'request', status: 500 },
  ])
  expect(log).toContain('"route":"/api/v1/documents/incoming/:id/comment"')
  expect(log).toContain('insert failed')
  const people = Object.values(desk.office.seats).flatMap(seat => [seat.fullName, seat.login, seat.personId])
  const personal = [...Object.values(said), officePassword, 'Máy của bà Lụa', ...people]
  for (const text of personal) {
    expect(log, text).not.toContain(text)
    expect(log, text).not.toContain(encodeURIComponent(text))
  }
})

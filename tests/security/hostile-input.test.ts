import { beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { paper, upload } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type Office, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { rowsOf } from './two-offices.ts'

let desk: IncomingOffice
let other: Office
let http: OfficeHttp
let documentId: string
let foreign: { documentId: string; uploadId: string; unitId: string; seatId: string; registerId: string }

beforeAll(async () => {
  desk = await incomingOffice()
  http = await officeHttp(desk.office.machinery, allRoutes)
  documentId = await desk.register()
  const neighbour = await incomingOffice()
  other = neighbour.office
  foreign = {
    documentId: await neighbour.register({ subject: 'Chỉ nơi khác biết' }),
    uploadId: await upload(other, 'clerk'),
    ...{ unitId: other.units.economy, seatId: other.seats.leader.id, registerId: neighbour.books.registerId },
  }
})

type Sent = { method: 'GET' | 'POST' | 'PUT'; path: string; payload?: string; headers?: Record<string, string> }

/** Sends whatever it is as the clerk, and sees that it is refused in words and changed nothing in any office. */
async function refused({ method, path, payload, headers }: Sent): Promise<{ status: number; code: string }> {
  const before = [await rowsOf(desk.office), await rowsOf(other)]
  const answer = await http.server.inject({
    ...{ method, url: `/api/v1${path}`, ...(payload === undefined ? {} : { payload }) },
    headers: {
      ...(await http.headersOf(desk.office.seats.clerk)),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': testId(),
      ...headers,
    },
  })
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = answer.json()
  expect(problem).toMatchObject({ status: answer.statusCode, title: expect.stringMatching(vietnamese) })
  expect(problem.detail).toMatch(vietnamese)
  expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode, answer.body).toBeLessThan(500)
  expect(answer.body).not.toMatch(/node_modules|\bat \w+ \(|select |insert |Chỉ nơi khác biết/)
  expect([await rowsOf(desk.office), await rowsOf(other)]).toEqual(before)
  return { status: answer.statusCode, code: problem.code }
}
const vietnamese = /[ăâđêôơưàáạảãầấậẩẫằắặẳẵèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]/i

const entering = (change: object) => async (): Promise<Sent> => ({
  method: 'POST',
  path: '/documents/incoming',
  payload: JSON.stringify({ ...(await paper(desk.office)), ...change }),
})
const sending = (path: string, payload: string, headers?: Record<string, string>) => async (): Promise<Sent> => ({
  ...{ method: 'POST', path, payload },
  ...(headers ? { headers } : {}),
})
const acting = (act: string, body: () => object) => async (): Promise<Sent> => ({
  ...{ method: 'POST', path: `/documents/incoming/${documentId}/${act}`, payload: JSON.stringify(body()) },
})
const asking = (path: string | (() => string)) => async (): Promise<Sent> => ({
  ...{ method: 'GET', path: typeof path === 'string' ? path : path() },
})
const draft = (change: object = {}) => ({
  ...{ id: testId(), typeCode: 'cong-van', subject: 'Dự thảo' },
  ...{ letter: { addressees: [], blocks: [{ kind: 'paragraph', runs: [{ text: 'Nội dung' }] }] }, ...change },
})
const letterOf = (text: string) => ({ addressees: [], blocks: [{ kind: 'paragraph', runs: [{ text }] }] })
const drafting = (change: () => object) => async (): Promise<Sent> => ({
  ...{ method: 'POST', path: '/documents/outgoing', payload: JSON.stringify(draft(change())) },
})

describe('what has another type or shape than it should is refused, and nothing is stored', () => {
  test.each<[string, () => Promise<Sent>]>([
    ['a number for a subject', entering({ subject: 5 })],
    ['an object for a subject', entering({ subject: { toString: 'x' } })],
    ['a text for files', entering({ files: 'all' })],
    ['a text for an urgency', entering({ urgency: '3' })],
    ['an urgency that there is not', entering({ urgency: 9 })],
    ['half a copy', entering({ copies: 1.5 })],
    ['a day that there is not', entering({ issuedOn: '2026-02-30' })],
    ['an empty subject', entering({ subject: ' \u200b ' })],
    ['a script in a subject', entering({ subject: 'Họp <script>alert(1)</script>' })],
    ['a Đ of another alphabet', entering({ subject: '\u00d0ề án số hóa' })],
    ['a control character in a subject', entering({ subject: 'Đề án\u0000 số hóa' })],
    ['a script in the subject of a draft', drafting(() => ({ subject: 'Họp <img src=x onerror=alert(1)>' }))],
    ['a control character in a letter', drafting(() => ({ letter: letterOf('Nội\u0000 dung') }))],
    ['a Đ of another alphabet in a letter', drafting(() => ({ letter: letterOf('\u00d0ề án') }))],
    ['a subject without end', entering({ subject: 'a'.repeat(501) })],
    ['an id that no client makes', entering({ id: '00000000-0000-0000-0000-000000000000' })],
    ['a type that there is not', entering({ typeCode: 'no-such-type' })],
    ['nothing', sending('/documents/incoming', '')],
    ['null', sending('/documents/incoming', 'null')],
    ['a list', sending('/documents/incoming', '[]')],
    ['half a JSON', sending('/documents/incoming', '{"id":')],
    ['a megabyte of JSON', sending('/documents/incoming', `{"subject":"${'a'.repeat(1_100_000)}"}`)],
    ['deeply nested JSON', sending('/documents/incoming', `${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
    [
      'keys of the prototype',
      sending('/documents/incoming', '{"__proto__":{"restricted":true},"constructor":{"prototype":{}}}'),
    ],
    ['a form', sending('/documents/incoming', 'subject=a', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['XML', sending('/documents/incoming', '<a/>', { 'content-type': 'application/xml' })],
    ['plain text', sending('/documents/incoming', '{}', { 'content-type': 'text/plain' })],
    ['a file that is none', sending('/files', '{}')],
    ['an Idempotency-Key that is none', sending('/documents/incoming', '{}', { 'idempotency-key': 'đ'.repeat(3) })],
    ['ten thousand recipients', drafting(() => ({ recipients: Array.from({ length: 10_000 }, () => recipient({})) }))],
    [
      'a hundred and one targets',
      acting('direct', () => ({
        targets: Array.from({ length: 101 }, () => ({ unitId: desk.office.units.economy, role: 'inform' })),
      })),
    ],
    [
      'a letter of a type that there is not',
      drafting(() => ({ letter: { addressees: [], blocks: [{ kind: 'script', text: 'x' }] } })),
    ],
    ['a cursor that no list gave out', asking('/documents/incoming?cursor=abc')],
    [
      'a cursor with an id that is none',
      asking(
        `/documents/incoming?cursor=${Buffer.from(`2026-01-01T00:00:00.000Z ${'-'.repeat(36)}`).toString('base64url')}`,
      ),
    ],
    [
      'a cursor of a year beyond all calendars',
      asking(
        `/documents/incoming?cursor=${Buffer.from('+275760-09-13T00:00:00.000Z 00000000-0000-7000-8000-000000000000').toString('base64url')}`,
      ),
    ],
    ['a limit of a million', asking('/documents/incoming?limit=1000000')],
    ['a limit of words', asking('/documents/incoming?limit=all')],
    ['a tab that there is not', asking('/documents/incoming?tab=secret')],
    ['two tabs at once', asking('/documents/incoming?tab=mine&tab=open')],
    ['a search without words', asking('/documents/search')],
    ['a search from a day that there is not', asking('/documents/search?q=a&from=2026-99-99')],
    ['an id that is none', asking('/documents/incoming/1%20or%201=1')],
    ['an id in capitals', asking(() => `/documents/incoming/${documentId.toUpperCase()}`)],
    ['a path upwards', asking('/documents/files/..%2f..%2fetc%2fpasswd')],
    ['a percent sign that begins nothing', asking('/documents/incoming/%zz')],
  ])('%s', async (_what, sent) => {
    await refused(await sent())
  })
})

const recipient = (change: object) => ({
  ...{ id: testId(), kind: 'outside', name: 'Ông An', carrier: 'mail', purpose: 'act', ...change },
})

describe('ids of another office are as good as unknown', () => {
  test.each<[string, () => Promise<Sent>]>([
    ['its document', asking(() => `/documents/incoming/${foreign.documentId}`)],
    ['its document, as subject of an act', sending('', '')],
    ['its sheet', asking(() => `/documents/incoming/${foreign.documentId}/settlement-sheet`)],
    ['its register', asking(() => `/registers/${foreign.registerId}/arrivals`)],
    ['its register, on paper', asking(() => `/registers/${foreign.registerId}/arrivals.pdf`)],
    ['its register, to enter in', async () => entering({ registerId: foreign.registerId })()],
    ['its upload', asking(() => `/files/${foreign.uploadId}`)],
    ['its upload, as a file', async () => entering({ files: [{ uploadId: foreign.uploadId, role: 'main' }] })()],
    ['its leader, as the one who decides', async () => entering({ leaderSeatId: foreign.seatId })()],
    [
      'its unit, as the one who leads',
      acting('direct', () => ({
        onBehalfOf: desk.office.seats.leader.id,
        targets: [{ unitId: foreign.unitId, role: 'lead' }],
      })),
    ],
    [
      'its seat, as the one who leads',
      acting('direct', () => ({
        onBehalfOf: desk.office.seats.leader.id,
        targets: [{ seatId: foreign.seatId, role: 'lead' }],
      })),
    ],
    [
      'its leader, as the one who said it',
      acting('direct', () => ({
        onBehalfOf: foreign.seatId,
        targets: [{ unitId: desk.office.units.economy, role: 'lead' }],
      })),
    ],
    ['its document, as answered', drafting(() => ({ inReplyTo: foreign.documentId }))],
    ['its signer', drafting(() => ({ signerSeatId: foreign.seatId, capacity: 'TM' }))],
    [
      'its unit, as a recipient',
      drafting(() => ({
        recipients: [recipient({ kind: 'unit', unitId: foreign.unitId, name: undefined, carrier: 'system' })],
      })),
    ],
  ])('%s', async (what, sent) => {
    const one = what.endsWith('subject of an act')
      ? ({
          method: 'POST',
          path: `/documents/incoming/${foreign.documentId}/comment`,
          payload: JSON.stringify({ commentId: testId(), text: 'x' }),
        } as const)
      : await sent()
    await refused(one)
  })

  test('its seat, as the one from which one acts', async () => {
    const answer = await http.call(desk.office.seats.clerk, 'GET /documents/incoming', undefined, {
      seatId: foreign.seatId,
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'platform.SeatNotYours' } })
  })
})

describe('text that only looks harmful is text', () => {
  test('is stored in one form, composed, without what hides, and is never a page', async () => {
    // Decomposed letters are the same text, and what many keyboards send: it is put in order, not sent back.
    const subject = `  Đề án “so\u0302\u0301 hóa”\u202e a < b & c > d '; drop table x; -- `
    const entered = await paper(desk.office, { subject })
    const { status, body } = await http.call<{ subject: string }>(
      desk.office.seats.clerk,
      'POST /documents/incoming',
      entered,
    )
    expect(status).toBe(201)
    expect(body.subject).toBe(`Đề án “số hóa” a < b & c > d '; drop table x; --`)
    const shown = await http.get(desk.office.seats.clerk, `/documents/incoming/${entered.id}`)
    expect(shown.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
    })
    const { items } = (
      await http.call<{ items: { id: string }[] }>(
        desk.office.seats.clerk,
        `GET /documents/search?q=${encodeURIComponent('de an so hoa')}`,
      )
    ).body
    expect(items.map(item => item.id)).toEqual([entered.id])
  })

  test('is looked for as words, whatever signs are among them', async () => {
    for (const q of [`'`, `\\`, `a' | 'b`, '!!', '%', '"', ':*', '&', '('])
      expect(
        (await http.call(desk.office.seats.clerk, `GET /documents/search?q=${encodeURIComponent(q)}`)).status,
      ).toBe(200)
  })
})

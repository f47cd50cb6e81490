import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { openFileStore } from '#platform/files/store.ts'
import { largestFile, largestJson } from '#platform/http/serve.ts'
import { paper } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { uploadOver } from '#tests/office/upload-http.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-limits-'))
const store = openFileStore(folder)
/** What files wait for on their way in, when a test has them wait; and how many came so far. */
let gate = Promise.resolve()
let came = 0
let desk: IncomingOffice
let http: OfficeHttp
beforeAll(async () => {
  const receive: typeof store.receive = async bytes => {
    came += 1
    await gate
    return store.receive(bytes)
  }
  desk = await incomingOffice({ store: { ...store, receive } })
  http = await officeHttp(desk.office.machinery, allRoutes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const send = (bytes: Uint8Array, seat: 'clerk' | 'specialist' = 'clerk') =>
  uploadOver(http, desk.office.seats[seat], bytes)
const inQuarantine = () => readdirSync(path.join(folder, 'quarantine'))

describe('a file', () => {
  test('of more than fifty megabytes is refused with the limit, and nothing of it stays', async () => {
    expect(await send(Buffer.alloc(largestFile + 1))).toMatchObject({
      status: 413,
      body: { code: 'platform.FileTooLarge', title: 'Tệp lớn hơn 50 MB.' },
    })
    expect(inQuarantine()).toEqual([])
  })

  test('without content is refused by its name', async () => {
    expect(await send(new Uint8Array())).toMatchObject({
      ...{ status: 422, body: { code: 'platform.FileEmpty', title: expect.stringContaining('van-ban.pdf') } },
    })
    expect(inQuarantine()).toEqual([])
  })

  test('is the twenty-first at once for one person: it is refused, another’s is not, and the next one after them neither', async () => {
    let open = () => {}
    gate = new Promise(resolve => {
      open = resolve
    })
    came = 0
    const waiting = Array.from({ length: 20 }, () => send(new Uint8Array()))
    await vi.waitFor(() => expect(came).toBe(20), 10_000)
    const refused = await send(new Uint8Array())
    expect(refused).toMatchObject({ status: 429, body: { code: 'platform.TooManyUploads' } })
    const others = send(new Uint8Array(), 'specialist')
    open()
    const codes = (await Promise.all([...waiting, others])).map(({ body }) => body)
    expect(codes).toEqual(Array.from({ length: 21 }, () => expect.objectContaining({ code: 'platform.FileEmpty' })))
    expect((await send(new Uint8Array())).status).toBe(422)
  })
})

test('a request of more than a megabyte is refused with what to do', async () => {
  const entered = await paper(desk.office, { note: 'x'.repeat(largestJson) })
  expect(await http.call(desk.office.seats.clerk, 'POST /documents/incoming', entered)).toMatchObject({
    ...{ status: 413, body: { code: 'platform.RequestTooLarge', title: 'Nội dung gửi lên lớn hơn 1 MB.' } },
  })
})

test('a document that another transaction holds is not waited for without end: whoever acts is told when to try again', async () => {
  const id = await desk.register()
  const { office } = desk
  const refused = await office.system(async ({ tx, agency }) => {
    const held = tx.selectFrom('incoming_documents').select('id').where('agency_id', '=', agency).where('id', '=', id)
    await held.forUpdate().execute()
    return http.server.inject({
      ...{ method: 'POST', url: `/api/v1/documents/incoming/${id}/direct` },
      headers: { ...(await http.headersOf(office.seats.leader)), 'idempotency-key': testId() },
      payload: { targets: [{ unitId: office.units.economy, role: 'lead' }] },
    })
  })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'platform.Busy'])
  expect(refused.headers['retry-after']).toBe('2')
  expect((await desk.see('leader', id)).body).toMatchObject({ assignments: [] })
})

import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedRoutes } from '#modules/documents/routes-shared.ts'
import { openFileStore } from '#platform/files/store.ts'
import { uploadRoutes } from '#platform/files/upload-routes.ts'
import { asProblem } from '#platform/http/problems.ts'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { paper, upload } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-files-'))
const store = openFileStore(folder)
const logged: string[] = []
let desk: IncomingOffice
let http: OfficeHttp

beforeAll(async () => {
  desk = await incomingOffice({ store })
  http = await officeHttp(desk.office.machinery, [...sharedRoutes, ...uploadRoutes, ...sessionRoutes], {
    log: { write: line => logged.push(line) },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = async (seat: OfficeSeat, url: string, headers: Record<string, string> = {}) =>
  http.server.inject({
    ...{ method: 'GET', url },
    headers: { ...(await http.headersOf(desk.office.seats[seat])), ...headers },
  })
const fileOf = async (id: string) => (await desk.see('clerk', id)).body.files[0]!
const looksAt = async (fileId: string): Promise<number> =>
  desk.office.system(async ({ tx, agency }) => {
    const rows = tx.selectFrom('access_log').select('id').where('agency_id', '=', agency)
    return (await rows.where('file_id', '=', fileId).execute()).length
  })

describe('a file of a document', () => {
  test('does not leave without a row in the access log, whatever range is asked for; one look is one row', async () => {
    const { id, url } = await fileOf(await desk.register())
    expect((await get('auditor', url, { range: 'bytes=1-' })).statusCode).toBe(206)
    expect(await looksAt(id)).toBe(1)
    expect((await get('auditor', url, { range: 'bytes=5-9' })).statusCode).toBe(206)
    expect(await looksAt(id)).toBe(1)
    // Another seat's look is another one, and so is one that begins anew.
    expect((await get('leader', url, { range: 'bytes=5-9' })).statusCode).toBe(206)
    expect((await get('auditor', url, { range: 'bytes=0-9' })).statusCode).toBe(206)
    expect(await looksAt(id)).toBe(3)
  })

  test('is asked for anew at each look, and a restricted one is kept nowhere', async () => {
    const [open, restricted] = [
      await fileOf(await desk.register()),
      await fileOf(await desk.register({ restricted: true })),
    ]
    const { headers } = await get('clerk', open.url)
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = await get('clerk', open.url, { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, await looksAt(open.id)]).toEqual([304, 2])
    expect((await get('clerk', restricted.url)).headers['cache-control']).toBe('no-store')
  })

  test('that the store has lost is told as such, and the log says which', async () => {
    const { url } = await fileOf(await desk.register())
    const { etag } = (await get('clerk', url)).headers
    const hash = String(etag).replaceAll('"', '')
    const lost = store.pathOf(Buffer.from(hash, 'hex'))
    renameSync(lost, `${lost}.elsewhere`)
    const { statusCode, headers, body } = await get('clerk', url)
    expect([statusCode, JSON.parse(body).code]).toEqual([500, 'platform.FileMissing'])
    expect(headers['content-disposition']).toBeUndefined()
    expect(logged.find(line => line.includes('a stored file is missing'))).toContain(hash)
  })
})

describe('an upload', () => {
  const uploadedAt = (id: string, change: { used_at?: Date; created_at?: Date }) =>
    desk.office.system(({ tx, agency }) =>
      tx.updateTable('uploads').set(change).where('agency_id', '=', agency).where('id', '=', id).execute(),
    )
  const seen = async (seat: OfficeSeat, id: string) => (await get(seat, `/api/v1/files/${id}`)).statusCode

  test('is shown to its seat until it belongs to a document, then by the document’s rules alone', async () => {
    const entered = await paper(desk.office)
    const { uploadId } = entered.files![0]!
    expect([await seen('clerk', uploadId), await seen('specialist', uploadId)]).toEqual([200, 404])
    expect((await desk.http.call(desk.office.seats.clerk, 'POST /documents/incoming', entered)).status).toBe(201)
    expect(await seen('clerk', uploadId)).toBe(404)
  })

  test('that was left lying is shown for a day', async () => {
    const id = await upload(desk.office, 'clerk')
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await uploadedAt(id, { created_at: hoursAgo(23) })
    expect(await seen('clerk', id)).toBe(200)
    await uploadedAt(id, { created_at: hoursAgo(25) })
    expect(await seen('clerk', id)).toBe(404)
  })

  test('that a dead process left unchecked is overwritten and removed at the next start', async () => {
    const quarantine = path.join(folder, 'quarantine')
    mkdirSync(quarantine, { recursive: true })
    const [left, content] = [path.join(quarantine, 'left'), path.join(folder, 'the same bytes')]
    writeFileSync(left, 'TỐI MẬT', { mode: 0o400 })
    linkSync(left, content)
    await store.emptyQuarantine()
    expect(readdirSync(quarantine)).toEqual([])
    expect(readFileSync(content).every(byte => byte === 0)).toBe(true)
  })
})

test('signing out empties what the browser kept', async () => {
  const { headers } = await http.server.inject({
    ...{ method: 'DELETE', url: '/api/v1/session' },
    headers: await http.headersOf(desk.office.seats.deputy),
  })
  expect(headers['clear-site-data']).toBe('"cache"')
})

test('only a database that cannot be reached is called busy, never another file that is not there', () => {
  const noEntry = (syscall: string) => Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall })
  expect(asProblem(noEntry('connect'))).toMatchObject({ status: 503 })
  expect(asProblem(noEntry('open'))).toMatchObject({ status: 500 })
})

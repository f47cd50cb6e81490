import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ShownPlaces } from '#modules/documents/contract.ts'
import { letter, type OutgoingDesk, type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'
import { uploadOver } from '#tests/office/upload-http.ts'
import { dateInWords } from './fill-number.ts'

let desks: TwoDesks
let desk: OutgoingDesk
const today = todayInVietnam(new Date())
const year = Number(today.slice(0, 4))
/** Pages as an office sends them: with blanks for number and date, and with the number printed already. */
let withBlanks: Uint8Array
let withNumber: Uint8Array
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
  withBlanks = await samplePdf({ numbering: { kind: 'blank', year }, afterNumber: '/UBND-KT' })
  withNumber = await samplePdf({ numbering: { kind: 'given', number: '15', date: `ngày … tháng … năm ${year}` } })
})
afterAll(() => desks.stop())

/** Far from where anything stands on the sample. */
const chosen = {
  number: { x: 240, y: 560, width: 60, height: 16 },
  date: { x: 320, y: 700, width: 180, height: 16 },
}
const upload = async (bytes = withBlanks) => (await uploadOver(desks.http, desk.office.seats.specialist, bytes)).body.id
const uploaded = async (bytes?: Uint8Array) => desk.draft({ files: [{ uploadId: await upload(bytes), role: 'main' }] })
const place = (seat: 'clerk' | 'specialist' | 'leader' | 'other-specialist', id: string, body: object = {}) =>
  desk.act(seat, id, 'place-number', { version: 1, places: chosen, ...body })
const shown = async (id: string) =>
  (await desk.get<ShownPlaces>('specialist', `/documents/outgoing/${id}/number-places`)).body

async function approve(id: string) {
  await desk.actOnLatest('specialist', id, 'submit')
  for (const seat of ['unit-head', 'office-head'] as const)
    await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
  expect((await desk.act('leader', id, 'approve', { revision: 1 })).status).toBe(200)
  await desks.carried()
}
/** What stands on page 1 of the document's file, each line with its place. */
async function linesOf(id: string) {
  const main = (await desk.see('clerk', id)).body.files.find(file => file.role === 'main')!
  const answer = await desks.http.get(desk.office.seats.clerk, main.url.replace('/api/v1', ''))
  const folder = await mkdtemp(join(tmpdir(), 'xaso-places-'))
  try {
    const path = join(folder, 'filled.pdf')
    await writeFile(path, answer.rawPayload)
    return (await desk.office.machinery.workshop.run('inspect-pdf', { path })).lines
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('number and date stand where they were placed before the approval, also where the page left no blank', async () => {
  const id = await uploaded(withNumber)
  expect((await place('specialist', id)).status).toBe(200)
  await approve(id)
  await desk.act('clerk', id, 'number')
  await desks.carried()
  const { number } = (await desk.see('clerk', id)).body
  const lines = await linesOf(id)
  const date = lines.find(line => line.text.includes(dateInWords(today)))!
  expect(Math.abs(date.x - chosen.date.x)).toBeLessThan(2)
  expect(Math.abs(date.y - chosen.date.y)).toBeLessThan(2)
  const placed = lines.find(line => line.text.trim() === String(number))!
  expect(placed.y).toBeGreaterThan(chosen.number.y - 2)
  expect(placed.y).toBeLessThan(chosen.number.y + chosen.number.height)
  expect(placed.x).toBeGreaterThanOrEqual(chosen.number.x)
})

test('places are proposed from what the page says, chosen over that, and forgotten again', async () => {
  const id = await uploaded()
  const before = await shown(id)
  expect(before).toMatchObject({ version: 1, from: 'page', noRoom: false, chosen: null })
  expect(before.proposed.date.x).toBeGreaterThan(before.page.width / 2)
  const { body } = await place('specialist', id)
  expect(body.history.at(-1)).toMatchObject({ act: 'place-number' })
  expect((await shown(id)).chosen).toMatchObject(chosen)
  await place('specialist', id, { places: null })
  expect(await shown(id)).toEqual(before)
})

test('drafter and clerk place them until the approval, the signer too while it lies before him; nobody afterwards', async () => {
  const id = await uploaded()
  expect((await place('other-specialist', id)).status).toBe(404)
  expect((await place('clerk', id)).status).toBe(200)
  await desk.actOnLatest('specialist', id, 'submit')
  expect((await place('clerk', id)).status).toBe(200)
  for (const seat of ['unit-head', 'office-head'] as const)
    await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
  for (const seat of ['specialist', 'clerk', 'leader'] as const) expect((await place(seat, id)).status, seat).toBe(200)
  await desk.act('leader', id, 'approve', { revision: 1 })
  expect((await place('clerk', id)).body.code).toBe('platform.StateForbids')
})

test('they belong to one page: another main file forgets them, another annex does not', async () => {
  const id = await uploaded()
  await place('specialist', id)
  const main = (await desk.see('specialist', id)).body.files.find(file => file.role === 'main')!
  const more = { revision: 1, keptFileIds: [main.id], files: [{ uploadId: await upload(), role: 'annex' }] }
  expect((await desk.change('specialist', id, more)).status).toBe(200)
  expect((await shown(id)).chosen).toMatchObject(chosen)
  expect((await place('specialist', id)).body.code).toBe('documents.DraftMoved')
  await desk.change('specialist', id, { revision: 2, files: [{ uploadId: await upload(), role: 'main' }] })
  expect(await shown(id)).toMatchObject({ version: 3, chosen: null })
})

test('are refused where they lie over each other, on a letter from the template, and of a size that nobody reads', async () => {
  const id = await uploaded()
  const over = { ...chosen, date: { ...chosen.number, x: chosen.number.x + 30 } }
  expect((await place('specialist', id, { places: over })).body.code).toBe('documents.PlacesOverlap')
  const tiny = { ...chosen, date: { ...chosen.date, height: 2 } }
  expect((await place('specialist', id, { places: tiny })).status).toBe(422)
  const written = await desk.draft({ letter: letter('Theo mẫu.') })
  expect((await place('specialist', written)).body.code).toBe('documents.PlacesOfTemplate')
  expect((await desk.get('specialist', `/documents/outgoing/${written}/number-places`)).status).toBe(422)
})

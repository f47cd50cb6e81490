import { expect } from 'vitest'
import { readsDocuments, seesAll } from '#lib/roles/index.ts'
import { outgoingTabs } from '#modules/documents/outgoing/tabs.ts'
import { seatRoleOf } from '#tests/office/make-office.ts'
import { pdfText } from '#tests/office/pdf-text.ts'
import { type DocumentFacts, markIn, type Place, type TwoOffices } from './two-offices.ts'

/**
 * Whether the rows of readers, the role and the delegations let a seat see a document: the rule, apart from all that the
 * server asks.
 */
export function allowed(place: Place, document: DocumentFacts): boolean {
  if (document.agencyId !== place.office.agencyId || !readsDocuments(seatRoleOf(place.name))) return false
  const others = place.standsInFor.filter(({ scope }) => scope === 'all' || scope === document.direction)
  return [place.name, ...others.map(({ name }) => name)].some(name => {
    const { id, unitId } = place.office.seats[name]
    return (
      (seesAll(seatRoleOf(name)) && !document.restricted) ||
      document.readers.some(reader => reader === `seat:${id}` || reader === `unit:${unitId}`)
    )
  })
}

const incomingTabs = [
  'to-register',
  'to-direct',
  'open',
  'overdue',
  'finished',
  'not-registered',
  'mine',
  'for-information',
]
const lists = [
  ...['', ...incomingTabs.map(tab => `&tab=${tab}`)].map(tab => `/documents/incoming?limit=100${tab}`),
  ...['', ...Object.keys(outgoingTabs).map(tab => `&tab=${tab}`)].map(tab => `/documents/outgoing?limit=100${tab}`),
  ...['ra+soat', 'ket+qua', 'noi+dung'].map(words => `/documents/search?limit=100&q=${words}`),
]

/**
 * Looks at everything that the server shows a seat and compares it with what it may see: lists, search, counts, the day,
 * single documents with their history, files, registers, notices.
 *
 * @param ever what the seat could see at some time: its own acts may still name the id
 */
export async function lookAround(
  world: TwoOffices,
  place: Place,
  documents: readonly DocumentFacts[],
  ever: ReadonlySet<string>,
): Promise<void> {
  const { http } = world
  const visible = documents.filter(document => allowed(place, document))
  const ids = new Set(visible.map(document => document.id))
  const hidden = documents.filter(document => !ids.has(document.id))
  const ownMarks = new Set(visible.map(document => markIn(document.subject)))
  const foreignMarks = hidden.flatMap(({ subject }) => markIn(subject) ?? []).filter(mark => !ownMarks.has(mark))
  const who = `${place.name} of ${place.office.agencyId}`
  const get = (path: string) => http.call<{ items?: { id: string }[] }>(place.seat, `GET ${path}`)
  /** Nothing of what the answer says belongs to a document that the seat may not see. */
  const clean = (path: string, text: string) => {
    for (const mark of foreignMarks) expect(text.includes(mark), `${who} reads ${mark} at ${path}`).toBe(false)
    for (const { id } of hidden)
      if (!ever.has(id)) expect(text.includes(id), `${who} learns of ${id} at ${path}`).toBe(false)
  }

  for (const path of lists) {
    const answer = await get(path)
    if (answer.status === 403) continue
    expect(answer.status, path).toBe(200)
    for (const { id } of answer.body.items ?? []) expect(ids.has(id), `${who} has ${id} in ${path}`).toBe(true)
    clean(path, answer.text)
  }
  for (const path of ['/documents/today', '/notices?limit=100', '/registers', '/series'])
    clean(path, (await get(path)).text)
  for (const { id } of (await get('/registers')).body.items ?? [])
    for (const name of ['arrivals', 'departures']) {
      const lines = `/registers/${id}/${name}`
      const onScreen = (await get(`${lines}?limit=100`)).text
      clean(lines, onScreen)
      const paper = await printed(world, place, `${lines}.pdf`)
      clean(`${lines}.pdf`, paper)
      // A print in which nothing is found would say nothing.
      if (paper !== '')
        for (const mark of [...ownMarks].filter(one => one && onScreen.includes(one))) expect(paper).toContain(mark)
    }

  const counts = await http.call<{ incoming: Record<string, number>; outgoing: Record<string, number> }>(
    place.seat,
    'GET /documents/counts',
  )
  if (counts.status === 200)
    for (const direction of ['incoming', 'outgoing'] as const) {
      const most = visible.filter(document => document.direction === direction).length
      for (const [tab, count] of Object.entries(counts.body[direction]))
        expect(count, `${who} counts ${direction} ${tab}`).toBeLessThanOrEqual(most)
    }

  const firstIncoming = visible.find(document => document.direction === 'incoming')
  for (const document of documents) {
    const path = `/documents/${document.direction}/${document.id}`
    const answer = await get(path)
    expect(answer.status === 200, `${who} at ${path}: ${answer.status}`).toBe(ids.has(document.id))
    if (answer.status === 200) clean(path, answer.text)
    // What is refused costs nothing; one sheet that is printed is enough of a seat.
    if (document.direction === 'incoming' && (!ids.has(document.id) || document === firstIncoming)) {
      const sheet = await http.get(place.seat, `${path}/settlement-sheet`)
      expect(sheet.statusCode === 200, `${who} prints ${path}`).toBe(ids.has(document.id))
    }
    for (const fileId of document.fileIds)
      for (const range of [undefined, 'bytes=0-', 'bytes=1-', 'bytes=-4']) {
        const { statusCode } = await http.get(place.seat, `/documents/files/${fileId}`, { range })
        const shown = statusCode === (range ? 206 : 200)
        expect(shown, `${who} at a file of ${path}, ${range}: ${statusCode}`).toBe(ids.has(document.id))
      }
  }
}

/** What stands on a print, without the spaces at which its cells break words; nothing where a seat may not print it. */
async function printed({ http }: TwoOffices, { seat, name, standsInFor }: Place, path: string): Promise<string> {
  // A print takes its time: by who stands in for another, and by one who does not.
  if (standsInFor.length === 0 && name !== 'office-head') return ''
  const { statusCode, rawPayload } = await http.get(seat, path)
  if (statusCode !== 200) return ''
  return (await pdfText(rawPayload)).replace(/\s/g, '')
}

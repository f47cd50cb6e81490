import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upload } from '#tests/office/books.ts'
import { type OfficeSeat, officeSeats, testId } from '#tests/office/make-office.ts'
import { letter, type OutgoingDesk, type TwoDesks, tiePdf, toUnit, twoDesks } from '#tests/office/outgoing.ts'
import { rowsOf } from '#tests/security/two-offices.ts'
import { outgoingActs } from '../contract.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

const reason = 'Thử'
/** Something that fits every act, by the path under which it is asked for. */
const bodies = (): Readonly<Record<string, object>> => ({
  ...{
    submit: { revision: 1 },
    review: { revision: 1, result: 'agreed' },
    return: { reason },
    approve: { revision: 1 },
    hold: {},
    release: {},
  },
  ...{ number: {}, dispatch: {}, 'dispatch-again': {}, 'take-back': {}, recall: { reason }, cancel: { reason } },
  recipients: { revision: 1, recipients: [] },
  'place-number': { version: 1, places: null },
  'tie-to-incoming': { revision: 1, inReplyTo: null },
  'send-to-successor': { recipientId: testId() },
  ...{
    'handed-over': { recipientId: testId(), on: '2026-11-20' },
    collected: { recipientId: testId(), on: '2026-11-20' },
  },
  comment: { commentId: testId(), text: reason },
  'resolve-comment': { commentId: testId() },
})
const pathOf: Readonly<Record<string, string>> = {
  edit: 'hold',
  'set-recipients': 'recipients',
  'hand-over-by-hand': 'handed-over',
  'collect-by-hand': 'collected',
}

test('the acts that are tried here are all that there are', () => {
  const tried = ['change', ...Object.keys(bodies())]
  expect(tried.sort()).toEqual(outgoingActs.map(act => pathOf[act] ?? act).sort())
})

/** Every act and every look at a document from a seat; answers with what it was told, each status once. */
async function tryAll(of: OutgoingDesk, seat: OfficeSeat, id: string): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (const [act, body] of Object.entries(bodies())) statuses.add((await of.act(seat, id, act, body)).status)
  statuses.add((await of.change(seat, id, { revision: 1, letter: letter('Khác') })).status)
  for (const look of ['', '/preview', '/difference?from=1&to=1'])
    statuses.add((await of.get(seat, `/documents/outgoing/${id}${look}`)).status)
  return statuses
}

describe('a document that is not for somebody', () => {
  test('is unknown to those of another agency, whatever they ask, and nothing is left of it in either', async () => {
    const id = await desk.draft()
    const before = [await rowsOf(desk.office), await rowsOf(desks.there.office)]
    for (const seat of ['clerk', 'leader'] as const)
      for (const status of await tryAll(desks.there, seat, id)) expect([403, 404]).toContain(status)
    for (const look of ['', '/preview'])
      expect((await desks.there.get('leader', `/documents/outgoing/${id}${look}`)).status).toBe(404)
    expect([await rowsOf(desk.office), await rowsOf(desks.there.office)]).toEqual(before)
  })

  test('and restricted is unknown even to who sees all others, in lists and by its file too', async () => {
    const id = await desk.draft({ restricted: true, subject: 'Kết luận xác minh đơn' })
    const before = await rowsOf(desk.office)
    for (const seat of [
      'leader',
      'deputy',
      'office-head',
      'clerk',
      'auditor',
      'unit-head',
      'other-specialist',
    ] as const) {
      for (const status of await tryAll(desk, seat, id)) expect([403, 404], seat).toContain(status)
      const list = await desk.get(seat, '/documents/outgoing?limit=100')
      const found = await desk.get(seat, `/documents/search?q=${encodeURIComponent('Kết luận xác minh đơn')}`)
      for (const { text } of [list, found]) expect(text).not.toContain(id)
    }
    expect(await rowsOf(desk.office)).toEqual(before)
    expect((await desk.see('specialist', id)).body).toMatchObject({
      restricted: true,
      subject: 'Kết luận xác minh đơn',
    })
  })

  test('and restricted is shown to each when it comes before him, and to nobody else', async () => {
    const id = await desk.draft({ restricted: true })
    const seers = async () => {
      const shown: OfficeSeat[] = []
      for (const seat of officeSeats) if ((await desk.see(seat, id)).status === 200) shown.push(seat)
      return shown
    }
    expect(await seers()).toEqual(['specialist'])
    await desk.actOnLatest('specialist', id, 'submit')
    expect(await seers()).toEqual(['office-head', 'unit-head', 'specialist'])
    for (const seat of ['unit-head', 'office-head'] as const)
      await desk.actOnLatest(seat, id, 'review', { result: 'agreed' })
    expect(await seers()).toEqual(['leader', 'office-head', 'unit-head', 'specialist'])
    await desk.act('leader', id, 'approve', { revision: 1 })
    expect(await seers()).toEqual(['leader', 'office-head', 'clerk', 'unit-head', 'specialist'])
  })
})

describe('who reads a document because it was issued to him', () => {
  test('sees the issued version, and nothing of its drafts, of what was said of them or of who held them up', async () => {
    const { units } = desk.office
    const file = async (role: 'main' | 'annex' | 'source') => ({
      uploadId: await upload(desk.office, 'specialist'),
      role,
    })
    const files = [await file('main'), await file('annex'), await file('source')]
    const id = await desk.draft({ files, recipients: [toUnit(units.culture)] })
    const first = (await desk.see('specialist', id)).body.files
    await desk.act('specialist', id, 'comment', { commentId: testId(), text: 'Số liệu còn thiếu' })
    const second = { revision: 1, files: [await file('main'), await file('annex'), await file('source')] }
    await desk.change('specialist', id, second)
    await desk.actOnLatest('specialist', id, 'submit')
    for (const seat of ['unit-head', 'office-head'] as const)
      await desk.actOnLatest(seat, id, 'review', { result: 'agreed', text: 'Nên rút gọn' })
    await desk.act('leader', id, 'approve', { revision: 2 })
    for (const made of ['frozen_file_id', 'numbered_file_id'] as const) {
      if (made === 'numbered_file_id') await desk.act('clerk', id, 'number')
      await tiePdf(desk.office, id, made, 2)
    }
    await desk.act('clerk', id, 'dispatch')
    const { body, text } = await desk.see('other-specialist', id)
    expect(body).toMatchObject({
      ...{ issuedOnly: true, state: 'dispatched', versions: [], reviews: [], comments: [], steps: [], allowed: [] },
      history: [{ act: 'dispatch' }],
    })
    expect(body.files.map(one => one.role)).toEqual(['main', 'annex'])
    for (const said of ['Số liệu còn thiếu', 'Nên rút gọn']) expect(text).not.toContain(said)
    const whole = (await desk.see('specialist', id)).body
    expect(whole).toMatchObject({ issuedOnly: false, versions: [{ version: 1 }, { version: 2 }] })
    const fetched = async (seat: OfficeSeat, fileId: string) =>
      (await desks.http.get(desk.office.seats[seat], `/documents/files/${fileId}`)).statusCode
    const inside = [...first, ...whole.versions.flatMap(one => one.files)].filter(
      one => !body.files.some(issued => issued.id === one.id),
    )
    expect(inside.length).toBeGreaterThan(4)
    for (const one of inside) {
      expect(await fetched('other-specialist', one.id), one.role).toBe(404)
      expect(await fetched('specialist', one.id), one.role).toBe(200)
    }
    for (const one of body.files) expect(await fetched('other-specialist', one.id)).toBe(200)
    for (const look of ['/preview', '/difference?from=1&to=2'])
      expect((await desk.get('other-specialist', `/documents/outgoing/${id}${look}`)).status).toBe(404)
    const talk = await desk.act('other-specialist', id, 'comment', { commentId: testId(), text: 'Thử' })
    expect([403, 409]).toContain(talk.status)
  })
})

describe('a role', () => {
  test('drafts or does not', async () => {
    const drafters: OfficeSeat[] = []
    for (const seat of officeSeats) {
      const body = { id: testId(), typeCode: 'cong-van', subject: 'thử', letter: letter('Thử.') }
      const { status } = await desk.post(seat, '/documents/outgoing', body)
      expect([201, 403], seat).toContain(status)
      if (status === 201) drafters.push(seat)
    }
    expect(drafters).toEqual(officeSeats.filter(seat => !['village-head', 'agency-admin', 'auditor'].includes(seat)))
  })

  test('goes on with a draft that is his or his unit’s, and others only look at it or say a word', async () => {
    const id = await desk.draft()
    const allowed = async (seat: OfficeSeat) => (await desk.see(seat, id)).body.allowed
    const talk = ['comment', 'resolve-comment']
    const work = ['change', 'tie-to-incoming', 'submit', 'edit', 'release', 'cancel', 'set-recipients', ...talk]
    for (const seat of ['specialist', 'unit-head'] as const) expect(await allowed(seat), seat).toEqual(work)
    for (const seat of ['leader', 'office-head', 'clerk'] as const) expect(await allowed(seat), seat).toEqual(talk)
    expect(await allowed('auditor')).toEqual([])
    for (const seat of ['other-specialist', 'other-unit-head', 'village-head', 'agency-admin'] as const)
      expect([403, 404], seat).toContain((await desk.see(seat, id)).status)
  })
})

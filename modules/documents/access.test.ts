import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { officeRoles } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, type OfficeUnit, officeSeats, seatRoleOf, testId } from '#tests/office/make-office.ts'
import type { ArrivalPage, SearchPage } from './contract.ts'
import { incomingTable } from './incoming/states.ts'
import { outgoingTable } from './outgoing/states.ts'

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const block = (name: string): string =>
  new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- end -->`).exec(readme)?.[1] ?? `no block ${name} in the README`

let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})

describe('the README shows', () => {
  test('the states as the code has them', () => {
    expect(block('incoming')).toBe(incomingTable.markdown())
    expect(block('outgoing')).toBe(outgoingTable.markdown())
  })

  test('who may do what with which documents, as it was just tried out', async () => {
    const rows: string[] = []
    for (const seat of [
      'clerk',
      'leader',
      'deputy',
      'office-head',
      'unit-head',
      'specialist',
      'village-head',
      'agency-admin',
      'auditor',
    ] as const)
      rows.push(`| ${seat} | ${(await rightsOf(seat)).join(' | ')} |`)
    const head = '| seat | own | of its unit | all others | restricted, of others |\n|---|---|---|---|---|'
    expect(block('matrix')).toBe([head, ...rows].join('\n'))
  }, 60_000)
})

/** What a seat may do with a document of each kind: tried out on one made for it. */
async function rightsOf(seat: OfficeSeat): Promise<string[]> {
  const { seats, units } = desk.office
  const unit = Object.entries(units).find(([, id]) => id === seats[seat].unitId)![0] as OfficeUnit
  const elsewhere = unit === 'village' ? units.culture : units.village
  const works = officeRoles.includes(seatRoleOf(seat))
  const given = async (target: object, restricted = false) => {
    const id = await desk.register({ restricted })
    expect((await desk.act('leader', id, 'direct', { targets: [target] })).status).toBe(200)
    return id
  }
  const own = works ? await tryOut(seat, await given({ seatId: seats[seat].id, role: 'lead' })) : '–'
  const ofUnit = await tryOut(seat, await given({ unitId: units[unit], role: 'lead' }))
  const other = [await tryOut(seat, await given({ unitId: elsewhere, role: 'lead' })), await mayNumber(seat, false)]
  const hidden = await given(
    { seatId: seats[seat === 'specialist' ? 'other-specialist' : 'specialist'].id, role: 'lead' },
    true,
  )
  if (seat === 'clerk' || seat === 'leader') await forget(seat, hidden)
  const restricted = [await tryOut(seat, hidden), await mayNumber(seat, true)]
  return [own, ofUnit, cell(other), cell(restricted)]
}

const cell = (parts: readonly string[]): string =>
  parts.filter(part => part !== '' && part !== 'nothing').join(', ') || 'nothing'

async function tryOut(seat: OfficeSeat, id: string): Promise<string> {
  const { status, body } = await desk.see(seat, id)
  const may = (...acts: string[]) => status === 200 && body.allowed.some(act => acts.includes(act))
  const lines = await desk.get<z.infer<typeof ArrivalPage>>(seat, `/registers/${desk.books.registerId}/arrivals`)
  const exported = lines.status === 200 && lines.body.items.some(line => line.documentId === id)
  return cell([
    status === 200 ? 'see' : '',
    may('direct', 'assign', 'confirm') ? 'direct' : '',
    may('attach', 'finish') ? 'change' : '',
    exported ? 'export' : '',
  ])
}

/** Whether a seat may register what has arrived and is not its own to see by name. */
async function mayNumber(seat: OfficeSeat, restricted: boolean): Promise<string> {
  const id = testId()
  await desk.office.system(({ tx, agency, now }) =>
    tx
      .insertInto('incoming_documents')
      .values({
        ...{
          agency_id: agency,
          id,
          request_hash: Buffer.alloc(32),
          state: 'arrived',
          carrier: 'inside',
          arrived_at: now,
        },
        ...{ addressee_issuer_id: desk.office.issuer.id, issuer_name: 'Sở Nội vụ', subject: 'Thử', restricted },
      })
      .execute(),
  )
  const { body } = await desk.see(seat, id)
  return body.allowed?.includes('register') ? 'number' : ''
}

/** Takes a seat out of the readers whom a registration named. */
const forget = (seat: OfficeSeat, id: string) =>
  desk.office.system(({ tx, agency }) =>
    tx
      .deleteFrom('document_readers')
      .where('agency_id', '=', agency)
      .where('document_id', '=', id)
      .where('reader', '=', `seat:${desk.office.seats[seat].id}`)
      .execute(),
  )

describe('whoever may not see a document', () => {
  test('is told that there is none, whatever he asks, and nothing happens', async () => {
    const id = await desk.register({ restricted: true, subject: 'Đơn tố cáo' })
    const before = (await desk.see('leader', id)).body
    const bodies: Record<string, object> = {
      direct: { targets: [{ unitId: desk.office.units.economy, role: 'lead' }] },
      assign: { targets: [{ seatId: desk.office.seats.specialist.id, role: 'lead' }] },
      forward: { targets: [{ seatId: desk.office.seats.specialist.id, role: 'inform' }] },
      return: { reason: 'Thử' },
      finish: { result: 'Thử' },
      comment: { commentId: testId(), text: 'Thử' },
      urge: { assignmentIds: [testId()], text: 'Thử' },
      open: {},
      'take-back': {},
    }
    for (const seat of [
      'specialist',
      'unit-head',
      'office-head',
      'deputy',
      'auditor',
      'agency-admin',
      'village-head',
    ] as const)
      for (const [act, body] of Object.entries(bodies)) {
        const { status } = await desk.act(seat, id, act, body)
        expect([403, 404], `${seat} ${act}`).toContain(status)
        // Who has the right at all learns no more than that there is no such document.
        if (status === 403) expect((await desk.act(seat, testId(), act, body)).status).toBe(403)
      }
    const [file] = before.files
    for (const seat of ['specialist', 'office-head', 'auditor'] as const)
      expect((await desk.get(seat, file!.url.replace('/api/v1', ''))).status).toBe(404)
    const { history: _history, ...after } = (await desk.see('leader', id)).body
    const { history: _before, ...was } = before
    expect(after).toEqual(was)
  })

  test('of another agency finds nothing by its id', async () => {
    const other = await incomingOffice()
    const id = await other.register()
    for (const seat of ['clerk', 'leader'] as const) {
      expect((await desk.see(seat, id)).status).toBe(404)
      expect((await desk.act(seat, id, 'comment', { commentId: testId(), text: 'Thử' })).status).toBe(404)
    }
  })
})

describe('every look', () => {
  test('at a document and its files is in the access log, once for one look', async () => {
    const id = await desk.register()
    const { body } = await desk.see('auditor', id)
    await desk.see('auditor', id)
    const url = body.files[0]!.url.replace('/api/v1', '')
    expect((await desk.get('auditor', url)).status).toBe(200)
    const log = await desk.office.system(({ tx, agency }) =>
      tx
        .selectFrom('access_log')
        .select(['kind', 'seat_id', 'file_id'])
        .where('agency_id', '=', agency)
        .where('document_id', '=', id)
        .orderBy('at')
        .execute(),
    )
    const seat_id = desk.office.seats.auditor.id
    expect(log).toEqual([
      { kind: 'view', seat_id, file_id: null },
      { kind: 'file', seat_id, file_id: body.files[0]!.id },
    ])
  })
})

describe('random acts of random seats on random documents', () => {
  const seatOf = fc.constantFrom(...officeSeats)
  const move = fc.record({
    seat: seatOf,
    act: fc.nat(12),
    document: fc.nat(5),
    party: seatOf,
    unit: fc.boolean(),
    role: fc.nat(3),
  })

  test('show nobody anything that his rows of readers do not, in lists, search, the day, the register and by id', async () => {
    const world = await incomingOffice()
    const documents: { id: string; word: string; restricted: boolean }[] = []
    for (let index = 0; index < 6; index += 1) {
      const word = `zq${index}${testId().slice(-6)}`
      const restricted = index % 2 === 1
      documents.push({ id: await world.register({ subject: `Việc zq ${word}`, restricted }), word, restricted })
    }
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12 }), seatOf, async (moves, looker) => {
        for (const one of moves) await play(world, documents[one.document]!.id, one)
        await expectNothingHidden(world, documents, looker)
      }),
      // Each run goes on from the one before: a smaller case would not be the same one.
      { numRuns: 30, endOnFailure: true },
    )
  }, 120_000)

  const [withdraw, changeLead] = [7, 8]
  const openWorkOf = async (world: IncomingOffice, id: string) =>
    (await world.see('leader', id)).body.assignments?.find(one => one.endedAt === null)?.id

  async function play(
    world: IncomingOffice,
    id: string,
    { seat, act, party, unit, role }: { seat: OfficeSeat; act: number; party: OfficeSeat; unit: boolean; role: number },
  ) {
    const { seats } = world.office
    const target = {
      ...(unit ? { unitId: seats[party].unitId } : { seatId: seats[party].id }),
      role: ['lead', 'assist', 'inform', 'direct'][role],
    }
    const namesWork = act === withdraw || act === changeLead
    const assignmentId = (namesWork && (await openWorkOf(world, id))) || testId()
    const acts: [string, object][] = [
      ['direct', { targets: [target] }],
      ['direct', { targets: [target], onBehalfOf: seats.leader.id }],
      ['assign', { targets: [target] }],
      ['forward', { targets: [{ ...target, role: 'inform' }] }],
      ['forward', { targets: [{ ...target, role: 'lead' }] }],
      ['return', { reason: 'Thử' }],
      ['take-back', {}],
      ['withdraw', { assignmentId, reason: 'Thử' }],
      ['change-lead', { assignmentId, unitId: seats[party].unitId, reason: 'Thử' }],
      ['open', {}],
      ['finish', { result: 'Thử' }],
      ['send-up', {}],
      ['comment', { commentId: testId(), text: 'Thử' }],
    ]
    const [name, sent] = acts[act]!
    expect((await world.act(seat, id, name, sent)).status).toBeLessThan(500)
  }

  /** The truth: rows of readers, and for those who see all whatever is not restricted. */
  async function visibleTo(
    world: IncomingOffice,
    looker: OfficeSeat,
    documents: readonly { id: string; restricted: boolean }[],
  ): Promise<ReadonlySet<string>> {
    const { role, seatId, unitId } = await world.office.actor(looker)
    if (role === 'agency-admin') return new Set()
    const rows = await world.office.system(({ tx, agency }) =>
      tx
        .selectFrom('document_readers')
        .select('document_id')
        .where('agency_id', '=', agency)
        .where('reader', 'in', [`seat:${seatId}`, `unit:${unitId}`])
        .execute(),
    )
    const seesAll = ['clerk', 'leader', 'office-head', 'auditor'].includes(role)
    const open = documents.filter(one => seesAll && !one.restricted)
    return new Set([...rows.map(row => row.document_id), ...open.map(one => one.id)])
  }

  async function expectNothingHidden(
    world: IncomingOffice,
    documents: readonly { id: string; word: string; restricted: boolean }[],
    looker: OfficeSeat,
  ) {
    const shown = async (path: string) => (await world.get<unknown>(looker, path)).text
    // One word stands in all of them, so that one search says of each whether it is found.
    const found = await world.get<z.infer<typeof SearchPage>>(looker, '/documents/search?q=vi%E1%BB%87c+zq&limit=100')
    const everything = [
      await shown('/documents/incoming?limit=100'),
      await shown('/documents/incoming?tab=mine'),
      await shown('/documents/incoming?tab=open'),
      await shown('/documents/incoming?tab=for-information'),
      await shown('/documents/today'),
      await shown(`/registers/${world.books.registerId}/arrivals`),
      found.text,
    ].join('\n')
    const visible = await visibleTo(world, looker, documents)
    const hits = new Set((found.body.items ?? []).map(hit => hit.id))
    for (const { id, word } of documents) {
      const sees = visible.has(id)
      expect((await world.see(looker, id)).status === 200, `${looker} ${word}`).toBe(sees)
      expect(hits.has(id), `${looker} searches ${word}`).toBe(sees)
      if (!sees) expect(everything).not.toContain(word)
      if (!sees) expect(everything).not.toContain(id)
    }
  }
})

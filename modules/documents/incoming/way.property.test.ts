import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { officeRoles } from '#lib/roles/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { IncomingAct } from '#modules/documents/contract.ts'
import { upload } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice, type Shown } from '#tests/office/incoming.ts'
import { type OfficeSeat, officeSeats, seatRoleOf, testId } from '#tests/office/make-office.ts'
import { type Answer, type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import { missingIn, requestOf } from '../office/incoming/act-request.ts'
import { type ActValue, type Chosen, initialValue, mustName, urgeable, worksFor } from '../office/incoming/act-value.ts'
import { handOverRoutes } from '../routes-hand-over.ts'
import { incomingRoutes } from '../routes-incoming.ts'
import { findIncoming } from './rows.ts'
import { isOpenIncoming } from './states.ts'

const people = officeSeats.filter(seat => officeRoles.includes(seatRoleOf(seat)))
const today = todayInVietnam(new Date())

let desk: IncomingOffice
let http: OfficeHttp
beforeAll(async () => {
  desk = await incomingOffice()
  http = await officeHttp(desk.office.machinery, [...incomingRoutes, ...handOverRoutes])
})

/** On a machine with much to do fewer ways are walked, and nothing fails for that. */
const bounded = process.env.XASO_PROPERTY_RUNS ? {} : { interruptAfterTimeLimit: 15_000 }

/** One step on a document's way, chosen by numbers so that it fits whatever stands there when its turn comes. */
const randomStep = fc.record({ by: fc.nat(999), act: fc.nat(999), choice: fc.nat(999), other: fc.nat(999) })
type Random = typeof randomStep extends fc.Arbitrary<infer Step> ? Step : never

/**
 * What may be refused although the screen offered the act: a matter of days, and of whom one chose in its form. Nothing of
 * it is because of who asks.
 */
const ofTheMatter = [
  ...['assignments.DueAfterParent', 'assignments.ExtensionNotLater', 'assignments.DueUnchanged'],
  ...['assignments.ExtensionPending', 'assignments.AlreadyTakesPart', 'assignments.LeadUnchanged'],
  ...['assignments.DirectorUnfit', 'documents.NotALeader'],
]
/** By these a document moves on; whoever it waits for has one of them. */
const movingActs: readonly IncomingAct[] = ['propose', 'direct', 'confirm', 'send-up', 'assign', 'finish', 'return']
/** Whoever does these leaves a document with whom it is with. */
const isPassing = (act: string, body: { targets?: readonly { role: string }[] }): boolean =>
  ['open', 'comment', 'urge', 'attach', 'ask-extension', 'answer-extension', 'extend'].includes(act) ||
  (act === 'forward' && body.targets!.every(one => one.role === 'inform'))

test('whoever does what a screen offers him, it is never refused for who he is, and the document never gets stuck', {
  timeout: 120_000,
}, async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(randomStep, { minLength: 20, maxLength: 30 }), async steps => {
      const id = await desk.register({ dueOn: addDays(today, 20) })
      const trace: string[] = []
      for (const step of steps) {
        const act = await walk(id, step, trace)
        if (act) done.add(act)
      }
    }),
    { numRuns: Number(process.env.XASO_PROPERTY_RUNS ?? 8), seed: 4, endOnFailure: true, ...bounded },
  )
  // A test in which nothing comes about would say nothing.
  expect(done.size).toBeGreaterThan(5)
})

/** Does one step and looks whether all is well after it; answers what was done, if anything. */
async function walk(id: string, random: Random, trace: string[]): Promise<string | undefined> {
  const chosen = random.act % 8 === 0 ? await handOver(id, random) : await choose(id, random)
  if (!chosen) return undefined
  const { by, act, path, body } = chosen
  const before = await rowOf(id)
  const answer = await http.call<Shown>(desk.office.seats[by], path, body, { key: testId() })
  trace.push(`${by} ${act} ${JSON.stringify(body)} → ${answer.status} ${answer.body.code ?? answer.body.state ?? ''}`)
  const said = `${trace.map(named).join('\n')}\n${answer.text.slice(0, 400)}`
  if (answer.status !== 200) {
    expect(ofTheMatter, said).toContain(answer.body.code)
    return undefined
  }
  const after = await rowOf(id)
  if (isPassing(act, body)) expect(standing(after), said).toEqual(standing(before))
  else await expectNotStuck(id, said)
  return act
}

type AnAct = { by: OfficeSeat; act: string; path: string; body: { targets?: { role: string }[] } }

/** An act that somebody's screen offers, with what he chose and wrote in its form. */
async function choose(id: string, random: Random): Promise<AnAct | undefined> {
  const { holder_seat_id, holder_unit_id } = await rowOf(id)
  // Mostly it is whoever has it before him, and mostly he moves it on: so it comes deep into the office, and to its end.
  const holder = people.find(seat => random.by % 5 > 1 && holds(seat, holder_seat_id, holder_unit_id))
  for (let at = 0; at < people.length; at++) {
    const by = (at === 0 && holder) || pick(people, random.by + at)
    const { status, body: shown } = await see(by, id)
    if (status !== 200) continue
    const offered = shown.allowed.filter(act => act !== 'comment' && fits(act, shown, by))
    const moving = offered.filter(act => movingActs.includes(act) && act !== 'return')
    const acts = ['open' as const, ...offered, ...moving, ...moving]
    const act = pick(acts, random.act)
    if (act === 'open') return { by, act, path: `POST /documents/incoming/${id}/open`, body: {} }
    const value = await filledIn(act, shown, by, random)
    if (missingIn(act, value, { namesLeader: mustName(shown, seatRoleOf(by)) }).length > 0) return undefined
    return { by, act, path: `POST /documents/incoming/${id}/${act}`, body: requestOf(act, value, shown) }
  }
  return undefined
}

/** Whether a screen has something to choose for an act that is about a piece of work. */
function fits(act: IncomingAct, shown: Shown, by: OfficeSeat): boolean {
  if (act === 'urge') return urgeable(shown.assignments).length > 0
  const aboutOne: readonly IncomingAct[] = ['withdraw', 'change-lead', 'extend', 'answer-extension', 'ask-extension']
  return !aboutOne.includes(act) || worksFor(act, shown.assignments, desk.office.seats[by].id).length > 0
}

async function filledIn(act: IncomingAct, shown: Shown, by: OfficeSeat, random: Random): Promise<ActValue> {
  const { choice, other } = random
  const seatId = desk.office.seats[by].id
  const works = worksFor(act, shown.assignments, seatId)
  const work = works.length > 0 ? pick(works, choice) : undefined
  const first = initialValue(act, shown, seatId)
  const parties = partiesFor(random).filter(one => one.id !== work?.toSeatId && one.id !== work?.toUnitId)
  const further = choice % 3 === 0
  const lead = further ? seatOf(pick(['deputy', 'office-head', 'unit-head'] as const, other)) : parties[0]!
  const beside = parties.filter(one => one.id !== lead.id)
  const passesWork = act === 'forward' && choice % 2 === 0 && shown.assignments.some(one => one.mine && isLead(one))
  const isLed = shown.assignments.some(one => one.parentId === work?.id && one.endedAt === null && answers(one))
  const addsOnly = act === 'forward' || isLed || choice % 2 === 0 || !works.some(isLead)
  return {
    ...first,
    ...{ id: testId(), text: 'Đề nghị xử lý', work: work?.id ?? first.work },
    ...(act === 'change-lead' ? { lead: parties[0]! } : {}),
    ...(['direct', 'propose', 'correct-direction'].includes(act) ? { lead, further } : {}),
    ...(act === 'assign' ? { lead: addsOnly ? null : beside[0]! } : {}),
    ...(passesWork ? { lead: beside[0]! } : {}),
    ...(act === 'forward' || act === 'finish-without-work' ? {} : { assist: beside.slice(1, 1 + (other % 3)) }),
    inform: beside.slice(3, act === 'forward' ? 5 : 3 + (choice % 2)),
    leader: seatOf(pick(['leader', 'deputy'] as const, other)),
    behalf: behalfOf(act, shown, by, random),
    dueOn: /extend|extension/.test(act) ? addDays(today, 21 + (other % 9)) : '',
    granted: pick(['asked', 'none'] as const, choice),
    urged: urgeable(shown.assignments).map(one => one.id),
    files: act === 'attach' ? [{ id: await upload(desk.office, by), name: 'Phụ lục.pdf', size: 1 }] : [],
  }
}

const isLead = ({ role }: { role: string }): boolean => role === 'lead'
const answers = ({ role }: { role: string }): boolean => role === 'lead' || role === 'direct'

/** Clerk and office head type in what a leader said, where they have no direction of their own to give. */
function behalfOf(act: IncomingAct, shown: Shown, by: OfficeSeat, { choice }: Random): string {
  if ((act !== 'direct' && act !== 'finish-without-work') || !mustName(shown, seatRoleOf(by))) return ''
  return pick(shown.mayActFor, choice).seatId
}

/** Everybody and every unit that may have a part, in an order of their own each time. */
function partiesFor({ choice, other }: Random): Chosen[] {
  const { units } = desk.office
  const all = [
    ...people.map(seatOf),
    ...(['economy', 'culture', 'village'] as const).map(unit => ({
      id: units[unit],
      name: unit,
      kind: 'unit' as const,
    })),
  ]
  const from = (choice * 7 + other) % all.length
  const step = [1, 5, 7, 11][choice % 4]!
  return all.map((_, at) => all[(from + at * step) % all.length]!).filter((one, at, some) => some.indexOf(one) === at)
}
const seatOf = (name: OfficeSeat): Chosen => ({ id: desk.office.seats[name].id, name, kind: 'seat' })

/** Somebody's part of the document goes to another, as when he leaves. */
async function handOver(id: string, { by, choice }: Random): Promise<AnAct | undefined> {
  const { seats } = desk.office
  for (let at = 0; at < people.length; at++) {
    const from = pick(people, by + at)
    const path = `/seats/${seats[from].id}`
    const { body } = await http.call<{ items: { documentId: string }[] }>(seats.clerk, `GET ${path}/open-work`)
    if (!body.items.some(one => one.documentId === id)) continue
    // A post goes to somebody of its kind: what only a leader decides is handed to nobody else.
    const alike = people.filter(one => one !== from && leads(one) === leads(from))
    const to = pick(alike, choice)
    const asked = { toSeatId: seats[to].id, documentIds: [id] }
    return { by: 'clerk', act: 'hand-over', path: `POST ${path}/hand-over`, body: asked as object }
  }
  return undefined
}
const leads = (seat: OfficeSeat): boolean => /leader|deputy|head/.test(seat)

/** Whoever has the document before him may move it on; whoever has work of it may say that it is done. */
async function expectNotStuck(id: string, said: string): Promise<void> {
  const row = await rowOf(id)
  if (!isOpenIncoming(row.state)) return
  const holder = people.find(seat => holds(seat, row.holder_seat_id, row.holder_unit_id))
  expect(holder, `nobody holds it\n${said}`).toBeDefined()
  const held = await see(holder!, id)
  expect(
    movingActs.filter(act => held.body.allowed?.includes(act)),
    `${holder} is stuck\n${said}`,
  ).not.toEqual([])
  for (const one of held.body.assignments.filter(
    ({ state, role }) => /open|progress/.test(state) && role !== 'inform',
  )) {
    const party = people.find(seat => holds(seat, one.toSeatId, one.toUnitId))!
    expect((await see(party, id)).body.allowed, `${party} cannot finish\n${said}`).toContain('finish')
  }
}

function holds(seat: OfficeSeat, seatId: string | null, unitId: string | null): boolean {
  const { id, unitId: own } = desk.office.seats[seat]
  return id === seatId || (unitId !== null && own === unitId && seatRoleOf(seat).endsWith('head'))
}

const see = (by: OfficeSeat, id: string): Promise<Answer<Shown>> =>
  http.call(desk.office.seats[by], `GET /documents/incoming/${id}`)
const rowOf = async (id: string) => (await desk.office.act('clerk', context => findIncoming(context, id)))!
const standing = ({ holder_seat_id, holder_unit_id, proposal }: Awaited<ReturnType<typeof rowOf>>) => ({
  ...{ holder_seat_id, holder_unit_id, proposal },
})
const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!

/** Ids as the names of those they are. */
function named(line: string): string {
  const { seats, units } = desk.office
  const names = [...Object.entries(seats).map(([name, { id }]) => [name, id]), ...Object.entries(units)]
  return names.reduce((text, [name, id]) => text.replaceAll(id!, name!), line)
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { loadCentralBodies } from '#modules/agencies/central-bodies/load-central-bodies.ts'
import { registerIncoming } from '#modules/documents/incoming/register-incoming.ts'
import { paper } from '#tests/office/books.ts'
import { testId } from '#tests/office/make-office.ts'
import { makeRunner } from '#tests/office/make-runner.ts'
import type { Caller } from '#tests/office/office-http.ts'
import { type TwoDesks, twoDesks } from '#tests/office/outgoing.ts'

const fieldsOf = (schema: z.core.$ZodType | undefined): readonly string[] =>
  Object.keys((schema as { shape?: object } | undefined)?.shape ?? {})

// What an act answers is what is there after it, as its list's first page shows it.
const lists = allRoutes.filter(
  ({ method, reply }) => method === 'get' && ['items', 'next'].every(field => fieldsOf(reply).includes(field)),
)
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

/** Answered whole: each with what keeps it short. */
const whole: Readonly<Record<string, string>> = {
  'get /units': 'the units of one office, a tree that is shown at once',
  'get /phrases': 'no more than mostPhrases of a seat and of its office are kept',
  'get /registers': 'the books of one office that are in use',
  'get /series': 'the series of one office that are in use',
  'get /signing-orders': 'the rules of one office’s regulation, a few a year',
  'get /installation/calendar': 'the years for which a notice was entered, one a year',
  'get /sessions': 'a person’s devices that are signed in',
  'get /recipients/recent': 'the twelve to whom a seat wrote last',
  'get /documents/outgoing/signers': 'who may sign a type of an issuer: the heads of one office',
}
const paged = lists.filter(route => !(nameOf(route) in whole))

test('every list is read page by page, or is known to be short', () => {
  expect(lists.length).toBeGreaterThan(20)
  const unpaged = paged.filter(({ query }) => !['limit', 'cursor'].every(field => fieldsOf(query).includes(field)))
  expect(unpaged.map(nameOf)).toEqual([])
  const known = lists.map(nameOf)
  expect(Object.keys(whole).filter(name => !known.includes(name))).toEqual([])
})

describe('a list that is read page by page', () => {
  /** How many of each there are at least, so that the last page is another than the first. */
  const made = 3
  let desks: TwoDesks
  /** From which seat each is asked for, and at what address. */
  let asked: Readonly<Record<string, readonly [Caller, string]>>

  beforeAll(async () => {
    desks = await twoDesks({ relaying: false })
    const { office, registerId, draft, numbered } = { ...desks.here, ...desks.here.quick }
    const { seats } = office
    const today = await office.system(async ({ now }) => todayInVietnam(now))
    const ok = async (answer: Promise<{ status: number; text: string }>) => {
      const { status, text } = await answer
      if (status >= 300) throw new Error(text)
    }
    let incomingId = ''
    let outgoingId = ''
    for (let index = 0; index < made; index += 1) {
      const input = await paper(office, { issuerName: `Ủy ban nhân dân xã số ${index}` })
      incomingId = input.id
      await office.act('clerk', context => registerIncoming(context, input))
      await ok(
        desks.http.call(
          seats.leader,
          `POST /documents/incoming/${incomingId}/direct`,
          { targets: [{ seatId: seats.specialist.id, role: 'lead' }] },
          { key: testId() },
        ),
      )
      await draft()
      outgoingId = await numbered()
      await ok(
        desks.http.call(seats.specialist, 'POST /recipient-groups', {
          ...{ id: testId(), name: `Nhóm ${index}`, own: true, members: [{ seatId: seats.clerk.id }] },
        }),
      )
      await ok(
        desks.http.call(seats['unit-head'], 'POST /delegations', {
          ...{ id: testId(), toSeatId: seats.specialist.id, scope: 'all', maySign: false },
          ...{ validFrom: addDays(today, 10 * index), validTo: addDays(today, 10 * index + 5) },
        }),
      )
    }
    const arrivals = await desks.here.get<{ items: { id: string; direction: string }[] }>('clerk', '/registers')
    const arrivalsId = arrivals.body.items.find(one => one.direction === 'incoming')!.id
    const { clerk, specialist } = seats
    const runner = await makeRunner(office.machinery.pool)
    await loadCentralBodies(office.machinery)
    asked = {
      'get /notices': [specialist, '/notices'],
      'get /agencies': [clerk, '/agencies?q=ubnd'],
      'get /parties': [clerk, '/parties'],
      'get /seats': [clerk, '/seats'],
      'get /delegations': [seats['agency-admin'], '/delegations'],
      'get /recipient-groups': [specialist, '/recipient-groups'],
      'get /installation/agencies': [runner, '/installation/agencies'],
      'get /installation/outside-bodies': [runner, '/installation/outside-bodies'],
      'get /documents/search': [clerk, '/documents/search?q=phoi%20hop'],
      'get /documents/incoming': [clerk, '/documents/incoming'],
      'get /documents/incoming/issuers': [clerk, '/documents/incoming/issuers'],
      'get /documents/incoming/:id/history': [clerk, `/documents/incoming/${incomingId}/history`],
      'get /documents/outgoing': [clerk, '/documents/outgoing'],
      'get /documents/outgoing/:id/history': [clerk, `/documents/outgoing/${outgoingId}/history`],
      'get /registers/:id/arrivals': [clerk, `/registers/${arrivalsId}/arrivals`],
      'get /registers/:id/departures': [clerk, `/registers/${registerId}/departures`],
      'get /seats/:id/open-work': [clerk, `/seats/${specialist.id}/open-work`],
    }
  })
  afterAll(() => desks.stop())

  type Page = { items: unknown[]; next: string | null }
  async function pageOf(name: string, query: Record<string, string>): Promise<Page> {
    const [caller, address] = asked[name]!
    const url = new URL(address, 'http://list')
    for (const [field, value] of Object.entries(query)) url.searchParams.set(field, value)
    const answer = await desks.http.call<Page>(caller, `GET ${url.pathname}${url.search}`)
    expect(answer.status, answer.text).toBe(200)
    return answer.body
  }

  test.each(paged.map(nameOf))('%s shows each row once and none is left out', async name => {
    // The first look at a history is an entry of it.
    await pageOf(name, { limit: '1' })
    const together = await pageOf(name, { limit: '100' })
    // A worker's other files have made offices too: no more of a long list is walked through.
    const expected = together.items.slice(0, 12)
    expect(expected.length).toBeGreaterThan(1)
    const seen: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null && seen.length < expected.length; ) {
      const page = await pageOf(name, { limit: '1', ...(cursor ? { cursor } : {}) })
      expect(page.items.length).toBe(1)
      seen.push(...page.items)
      cursor = page.next
      if (seen.length === together.items.length && together.next === null) expect(cursor).toBeNull()
    }
    expect(seen).toEqual(expected)
  })

  test.each(paged.map(nameOf))('%s refuses a cursor that no list gave out', async name => {
    const [caller, address] = asked[name]!
    const answer = await desks.http.call(caller, `GET ${address}${address.includes('?') ? '&' : '?'}cursor=trang-2`)
    expect([answer.status, answer.body.code]).toEqual([400, 'platform.NotReadable'])
  })
})

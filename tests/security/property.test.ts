import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sightOf } from '#platform/acts/sight.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { choose, type Done, perform, randomAct } from './random-acts.ts'
import { documentsOf, fillOffices, type Place, rowsOf, type TwoOffices, twoOffices } from './two-offices.ts'
import { allowed, lookAround } from './what-is-seen.ts'

const workshop = createWorkshop({ maxProcesses: 1 })
let world: TwoOffices
beforeAll(async () => {
  world = await twoOffices(workshop)
})
afterAll(async () => {
  await world.stop()
  await workshop.stop()
})

/** What each seat could see at some time, and which events its open screen got. */
type Memory = { readonly ever: Set<string>; readonly events: { kind: string; id: string }[]; stop(): void }
/** The offices and their notices stay from one run of the property to the next; so does what a seat once could see. */
const everSeen = new Map<Place, Set<string>>()

async function listenAs(place: Place): Promise<Memory> {
  const { office, name, seat } = place
  const actor = await office.actor(name)
  const sight = { incoming: sightOf(actor, 'incoming'), outgoing: sightOf(actor, 'outgoing') }
  const events: { kind: string; id: string }[] = []
  const stop = office.machinery.events.listen({
    ...{ agencyId: office.agencyId, seatId: seat.id, sight, close: () => {} },
    send: event => events.push(event),
  })
  const ever = everSeen.get(place) ?? new Set()
  everSeen.set(place, ever)
  return { ever, events, stop }
}

test('whatever is done, nobody sees what he may not, and what failed left nothing', { timeout: 300_000 }, async () => {
  const acts: Done[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(randomAct, { minLength: 50, maxLength: 60 }), async randoms => {
      await fillOffices(world)
      const memories = new Map<Place, Memory>()
      for (const place of world.places) memories.set(place, await listenAs(place))
      const remember = async () => {
        const documents = await documentsOf(world.offices)
        for (const [place, { ever }] of memories)
          for (const document of documents) if (allowed(place, document)) ever.add(document.id)
        return documents
      }
      let documents = await remember()
      for (const random of randoms) {
        const done = await doAndCount(documents, random)
        if (done) acts.push(done)
        await world.relay.idle()
        documents = await remember()
      }
      const { owner } = await testDatabase()
      for (const [place, memory] of memories) {
        memory.stop()
        await lookAround(world, place, documents, memory.ever)
        for (const event of memory.events.filter(one => one.kind.startsWith('documents.')))
          expect(memory.ever.has(event.id), `${place.name} was told of ${event.id}`).toBe(true)
        const told = memory.events.filter(one => one.kind === 'notice').map(one => one.id)
        const { rows } = await owner.query('select id from notices where id = any($1) and seat_id <> $2', [
          told,
          place.seat.id,
        ])
        expect(rows).toEqual([])
      }
      expect(await agenciesOnIdleConnections()).toEqual([])
    }),
    { numRuns: Number(process.env.XASO_PROPERTY_RUNS ?? 2), endOnFailure: true },
  )
  // A test in which nothing succeeds, or nothing is refused, would say nothing.
  expect(acts.filter(one => one.answer.status < 300).length).toBeGreaterThan(15)
  expect(acts.filter(one => one.answer.status >= 400).length).toBeGreaterThan(5)
})

/**
 * Does one act. Refused, it leaves no row anywhere; done, a row of audit or more (opening is no decision, and to
 * give back a draft that one does not hold, or to settle what is settled, is nothing).
 */
async function doAndCount(documents: Parameters<typeof choose>[1], random: Parameters<typeof choose>[2]) {
  const chosen = await choose(world, documents, random)
  if (!chosen) return undefined
  const { office } = chosen.place
  const other = world.offices.find(one => one !== office)!
  const [before, elsewhere] = [await rowsOf(office), await rowsOf(other)]
  const done = await perform(world, chosen)
  const { request, answer } = done
  const after = await rowsOf(office)
  expect(answer.status, `${request}: ${answer.text}`).toBeLessThan(500)
  if (answer.status >= 400) expect(after, `${request}: ${answer.text}`).toEqual(before)
  else if (!/\/(open|release|resolve-comment)$/.test(request))
    expect(after.audit_entries, request).toBeGreaterThan(before.audit_entries!)
  expect(await rowsOf(other), `${request} wrote in another office`).toEqual(elsewhere)
  return done
}

async function agenciesOnIdleConnections(): Promise<string[]> {
  const { pool } = world.offices[0].machinery
  const clients = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()))
  const left: string[] = []
  for (const client of clients) {
    const { rows } = await client.query<{ agency: string | null }>(
      `select current_setting('app.agency_id', true) as agency`,
    )
    if (rows[0]!.agency) left.push(rows[0]!.agency)
    client.release()
  }
  return left
}

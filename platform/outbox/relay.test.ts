import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { inAgency } from '#platform/database/transaction.ts'
import { freshDatabase, type TestDatabase } from '#tests/database/test-database.ts'
import { writeOutbox } from './outbox.ts'
import { type OutboxHandler, type OutboxItem, type Relay, startRelay } from './relay.ts'

let database: TestDatabase
const relays: Relay[] = []
// Alone: a relay works for every agency of its database.
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await Promise.all(relays.splice(0).map(relay => relay.stop()))
  await database.owner.query('delete from outbox')
})

const newId = () => uuidV7(Date.now(), randomBytes(10))
const never = 3_600_000

type Written = { subjectId?: string; dueInMs?: number; writtenAt?: Date; payload?: Record<string, unknown> }

async function write(agency: string, { subjectId = newId(), dueInMs = 0, writtenAt, payload = {} }: Written = {}) {
  const id = newId()
  await inAgency(database.server, agency, (tx, now) =>
    writeOutbox(tx, { agency, now: writtenAt ?? now, newId: () => id, dueAt: new Date(now.getTime() + dueInMs) }, [
      { kind: 'test', subjectId, payload },
    ]),
  )
  return { id, subjectId }
}

function relayWith(handler: OutboxHandler, options: { lookEveryMs?: number; atOnce?: number } = {}) {
  const said: string[] = []
  const relay = startRelay({
    ...{ pool: database.server, handlers: { test: handler }, lookEveryMs: never, ...options },
    log: (level, facts, message) => said.push(`${level}: ${message} ${facts.attempts ?? ''}`.trim()),
  })
  relays.push(relay)
  return { relay, said }
}

const stored = async (id: string) =>
  (await database.owner.query('select * from outbox where id = $1', [id])).rows[0] as {
    done_at: Date | null
    attempts: number
    last_error: string | null
    due_at: Date
  }
const dueNow = (id: string) => database.owner.query('update outbox set due_at = now() where id = $1', [id])

async function until(holds: () => boolean | Promise<boolean>, withinMs = 5000) {
  const begun = Date.now()
  while (!(await holds())) {
    if (Date.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

/** A handler whose every call waits until the test lets it go on. */
function heldBack() {
  const taken: OutboxItem[] = []
  const letGo: (() => void)[] = []
  const handler: OutboxHandler = item => {
    taken.push(item)
    return new Promise(resolve => letGo.push(resolve))
  }
  return { handler, taken, letAllGo: () => letGo.splice(0).map(go => go()) }
}

describe('the relay', () => {
  test('finds after a crash what nobody woke it for, of every agency', async () => {
    const rows = [await write(newId()), await write(newId()), await write(newId())]
    const { relay } = relayWith(async () => {})
    await relay.idle()
    for (const { id } of rows) expect((await stored(id)).done_at).not.toBeNull()
  })

  test('does again what a killed one had in hand, and lets what it had done be', async () => {
    const agency = newId()
    const [first, second] = [await write(agency), await write(agency)]
    const killed = heldBack()
    const before = relayWith(async item => (item.id === first.id ? undefined : killed.handler(item)))
    await until(async () => (await stored(first.id)).done_at !== null && killed.taken.length === 1)
    const done: string[] = []
    const after = relayWith(async item => void done.push(item.id))
    await after.relay.idle()
    expect(done).toEqual([second.id])
    killed.letAllGo()
    await before.relay.idle()
  })

  test('keeps the order in which a subject’s entries were written, whatever is due first and whenever the act began', async () => {
    const [agency, subjectId] = [newId(), newId()]
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    for (const [at, minutes] of [1, 3, 2].entries())
      await write(agency, { subjectId, writtenAt: minutesAgo(minutes), dueInMs: at * -1000, payload: { minutes } })
    const order: unknown[] = []
    const { relay } = relayWith(async item => void order.push(item.payload.minutes))
    await relay.idle()
    expect(order).toEqual([1, 3, 2])
  })

  test('keeps the order in which two acts got hold of a subject, also where the later one began first', async () => {
    const [agency, subjectId] = [newId(), newId()]
    await inAgency(database.server, agency, async (tx, now) => {
      await write(agency, { subjectId, payload: { act: 'did not wait' } })
      await writeOutbox(tx, { agency, now, dueAt: now, newId }, [
        { kind: 'test', subjectId, payload: { act: 'waited for it' } },
      ])
    })
    const order: unknown[] = []
    const { relay } = relayWith(async item => void order.push(item.payload.act))
    await relay.idle()
    expect(order).toEqual(['did not wait', 'waited for it'])
  })

  test('keeps the order of entries that one act wrote at once', async () => {
    const [agency, subjectId] = [newId(), newId()]
    const entries = Array.from({ length: 20 }, (_, at) => ({ kind: 'test', subjectId, payload: { at } }))
    await inAgency(database.server, agency, (tx, now) => writeOutbox(tx, { agency, now, dueAt: now, newId }, entries))
    const order: unknown[] = []
    const { relay } = relayWith(async item => void order.push(item.payload.at))
    await relay.idle()
    expect(order).toEqual(entries.map(entry => entry.payload.at))
  })

  test('holds back what follows a failed entry of its subject, and nothing else', async () => {
    const [agency, pair] = [newId(), newId()]
    const failing = await write(agency, { subjectId: pair, payload: { fails: true } })
    const behind = await write(agency, { subjectId: pair })
    const others = [await write(agency), await write(agency), await write(newId())]
    const seen: string[] = []
    let mended = false
    const { relay, said } = relayWith(async item => {
      seen.push(item.id)
      if (item.payload.fails && !mended) throw new Error('the receiver is not there')
    })
    await relay.idle()
    for (const { id } of others) expect((await stored(id)).done_at).not.toBeNull()
    expect(await stored(failing.id)).toMatchObject({
      done_at: null,
      attempts: 1,
      last_error: 'Error: the receiver is not there',
    })
    expect(seen).not.toContain(behind.id)
    expect(said).toEqual(['warn: outbox entry failed 1'])

    mended = true
    await dueNow(failing.id)
    await relay.idle()
    expect(seen.slice(-2)).toEqual([failing.id, behind.id])
    expect(await stored(failing.id)).toMatchObject({ last_error: null })
  })

  test('tries a failed entry again by itself, later each time', async () => {
    const { id } = await write(newId())
    let tries = 0
    const begun = Date.now()
    const { relay } = relayWith(async () => {
      tries += 1
      if (tries === 1) throw new Error('once')
    })
    await relay.idle()
    expect(tries).toBe(1)
    await until(async () => (await stored(id)).done_at !== null)
    expect(Date.now() - begun).toBeGreaterThan(1900)
    expect(tries).toBe(2)
  })

  test('takes what is due later at its time, not at the next look', async () => {
    const agency = newId()
    const { relay } = relayWith(async () => {})
    await relay.idle()
    const { id } = await write(agency, { dueInMs: 700 })
    relay.wake(agency)
    await relay.idle()
    expect((await stored(id)).done_at).toBeNull()
    await until(async () => (await stored(id)).done_at !== null, 2000)
    const { rows } = await database.owner.query<{ late: number }>(
      'select (extract(epoch from done_at - due_at) * 1000)::float8 as late from outbox where id = $1',
      [id],
    )
    expect(rows[0]!.late).toBeGreaterThanOrEqual(0)
    expect(rows[0]!.late).toBeLessThan(500)
  })

  test('takes what is written while something slow is in hand', async () => {
    const agency = newId()
    const slow = await write(agency)
    const held = heldBack()
    const { relay } = relayWith(async item => (item.id === slow.id ? held.handler(item) : undefined))
    await until(() => held.taken.length === 1)
    const urgent = await write(agency)
    relay.wake(agency)
    await until(async () => (await stored(urgent.id)).done_at !== null)
    expect((await stored(slow.id)).done_at).toBeNull()
    held.letAllGo()
    await relay.idle()
    expect((await stored(slow.id)).done_at).not.toBeNull()
  })

  test('never works on two entries of one subject at once, and on no more than it may', async () => {
    const [agency, shared] = [newId(), newId()]
    for (let count = 0; count < 3; count += 1) await write(agency, { subjectId: shared })
    for (let count = 0; count < 6; count += 1) await write(agency)
    const held = heldBack()
    const inHand = new Map<string, number>()
    let [most, mostOfOne] = [0, 0]
    const { relay } = relayWith(
      async item => {
        inHand.set(item.subjectId, (inHand.get(item.subjectId) ?? 0) + 1)
        most = Math.max(
          most,
          [...inHand.values()].reduce((sum, each) => sum + each, 0),
        )
        mostOfOne = Math.max(mostOfOne, ...inHand.values())
        await held.handler(item)
        inHand.set(item.subjectId, inHand.get(item.subjectId)! - 1)
      },
      { atOnce: 3 },
    )
    await until(() => held.taken.length === 3)
    while (held.taken.length < 9) {
      held.letAllGo()
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    held.letAllGo()
    await relay.idle()
    expect({ most, mostOfOne }).toEqual({ most: 3, mostOfOne: 1 })
  })

  test('stops at once: what is in hand is finished, the rest stays for the next start', async () => {
    const agency = newId()
    const rows: string[] = []
    for (let count = 0; count < 5; count += 1) rows.push((await write(agency)).id)
    const held = heldBack()
    const { relay } = relayWith(held.handler, { atOnce: 2 })
    await until(() => held.taken.length === 2)
    const stopping = relay.stop()
    held.letAllGo()
    await stopping
    const done = await Promise.all(rows.map(async id => (await stored(id)).done_at !== null))
    expect(done.filter(Boolean)).toHaveLength(2)
    expect(held.taken).toHaveLength(2)
  })

  test('keeps an entry of a kind that nobody works on, and says so', async () => {
    const { id } = await write(newId())
    const relay = startRelay({ pool: database.server, handlers: {}, lookEveryMs: never, log: () => {} })
    relays.push(relay)
    await relay.idle()
    expect(await stored(id)).toMatchObject({ done_at: null, attempts: 1, last_error: 'Error: no handler for test' })
  })

  test('notes an error that no text column takes as it is', async () => {
    const { id } = await write(newId())
    const { relay } = relayWith(async () => {
      throw new Error(`broken\u0000file ${'x'.repeat(2000)}`)
    })
    await relay.idle()
    const row = await stored(id)
    expect(row.last_error).toMatch(/^Error: brokenfile x+$/)
    expect(row.last_error).toHaveLength(500)
  })

  test('shows over all agencies what goes on failing, and only that', async () => {
    const agency = newId()
    const { id } = await write(agency, { payload: { fails: true } })
    await write(agency)
    const { relay, said } = relayWith(async item => {
      if (item.payload.fails) throw new Error('no such file')
    })
    const stuck = async () => (await database.server.query('select * from stuck_entries(5)')).rows
    // In one look: the relay may try by itself between two.
    const look = async (): Promise<{ attempts: number; shown: number }> =>
      (
        await database.owner.query(
          `select attempts, (select count(*)::int from stuck_entries(5) s where s.id = o.id) as shown
            from outbox o where id = $1`,
          [id],
        )
      ).rows[0]
    for (let seen = await look(); seen.attempts < 5; seen = await look()) {
      expect(seen.shown).toBe(0)
      await dueNow(id)
      await relay.idle()
    }
    expect(await stuck()).toMatchObject([
      { agency_id: agency, id, kind: 'test', attempts: 5, last_error: 'Error: no such file' },
    ])
    expect(said.at(-1)).toBe('error: outbox entry failed 5')
  })
})

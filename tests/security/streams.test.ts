import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SeatActor } from '#platform/acts/actor.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { eventRoutes } from '#platform/http/events-route.ts'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { liveEvents } from '#platform/notifications/live-events.ts'
import { openSessions } from '#platform/sessions/sessions.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { fromTest, type MadeSeat, makeOffice, type Office, officePassword, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

let office: Office
let http: OfficeHttp
let port: number
let listening = 0

beforeAll(async () => {
  const events = liveEvents()
  office = await makeOffice(await testDatabase(), {
    events: {
      ...events,
      listen: listener => {
        listening++
        const stop = events.listen(listener)
        let stopped = false
        return () => {
          if (!stopped) listening--
          stopped = true
          stop()
        }
      },
    },
  })
  http = await officeHttp(office.machinery, [...eventRoutes, ...sessionRoutes])
  await http.server.listen({ host: '127.0.0.1', port: 0 })
  port = (http.server.server.address() as AddressInfo).port
})
afterAll(async () => {
  office.machinery.events.closeFor(() => true)
  await http.server.close()
})

/** Signs a person in on one more device. */
async function deviceOf({ personId, login, id: seatId }: MadeSeat) {
  const id = testId()
  const token = await http.gate.sessions.create({ id, personId, login, origin: fromTest, device: 'test' })
  const headers = { host: '127.0.0.1:8080', cookie: `xaso-session=${token}`, 'x-seat': seatId }
  return { id, headers }
}
type Device = Awaited<ReturnType<typeof deviceOf>>

/** Opens the stream; tells whether it has ended. */
async function listenOn({ headers }: Device): Promise<{ ended(): boolean }> {
  let ended = false
  await new Promise<void>((resolve, reject) => {
    const sent = httpRequest({ port, path: '/api/v1/events', headers }, (answer: IncomingMessage) => {
      answer.on('data', () => resolve())
      answer.on('end', () => {
        ended = true
      })
    })
    sent.on('error', reject)
    sent.end()
  })
  return { ended: () => ended }
}
const inject = ({ headers }: Device, method: 'DELETE' | 'POST', path: string, payload?: object) =>
  http.server.inject({ method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) })

describe('a stream of events', () => {
  test('ends with its session, ended here or from another device, and no other one does', async () => {
    const [here, there, third] = [
      await deviceOf(office.seats.clerk),
      await deviceOf(office.seats.clerk),
      await deviceOf(office.seats.clerk),
    ]
    const [onHere, onThere, onThird] = [await listenOn(here), await listenOn(there), await listenOn(third)]
    expect((await inject(here, 'DELETE', `/sessions/${there.id}`)).statusCode).toBe(204)
    await vi.waitFor(() => expect(onThere.ended()).toBe(true))
    expect((await inject(third, 'DELETE', '/session')).statusCode).toBe(204)
    await vi.waitFor(() => expect(onThird.ended()).toBe(true))
    expect(onHere.ended()).toBe(false)
  })

  test('ends everywhere else with a change of password', async () => {
    const [here, there] = [await deviceOf(office.seats.leader), await deviceOf(office.seats.leader)]
    const [onHere, onThere] = [await listenOn(here), await listenOn(there)]
    const change = { current: officePassword, next: 'mot cau that dai de nho' }
    expect((await inject(here, 'POST', '/password', change)).statusCode).toBe(204)
    await vi.waitFor(() => expect(onThere.ended()).toBe(true))
    expect(onHere.ended()).toBe(false)
  })

  test('ends when its session is over', async () => {
    const device = await deviceOf(office.seats.deputy)
    await withoutAgency(office.machinery.pool)
      .updateTable('sessions')
      .set({ expires_at: new Date(Date.now() + 1_500) })
      .where('id', '=', device.id)
      .execute()
    const stream = await listenOn(device)
    expect(stream.ended()).toBe(false)
    await vi.waitFor(() => expect(stream.ended()).toBe(true), { timeout: 10_000 })
  })

  test('leaves no listener behind when its client goes, not even one that goes while it is let in', async () => {
    const before = listening
    const device = await deviceOf(office.seats.specialist)
    const { directory } = http.gate
    const findActor = directory.findActor.bind(directory)
    const { promise: gone, resolve: go } = Promise.withResolvers<void>()
    const { promise: doorOpen, resolve: openDoor } = Promise.withResolvers<void>()
    Object.assign(directory, {
      findActor: async (...who: Parameters<typeof findActor>) => {
        go()
        await doorOpen
        return findActor(...who)
      },
    })
    const closed = new Promise<void>(resolve => http.server.server.once('connection', one => one.on('close', resolve)))
    const sent = httpRequest({ port, path: '/api/v1/events', headers: device.headers, agent: false })
    sent.on('error', () => {})
    sent.end()
    await gone
    sent.destroy()
    await closed
    openDoor()
    Object.assign(directory, { findActor })
    await sleep(300)
    expect(listening).toBe(before)
  })

  test('does not go on with rights that ended while it was opened', async () => {
    const seat = office.seats.auditor
    const device = await deviceOf(seat)
    const { directory } = http.gate
    const findActor = directory.findActor.bind(directory)
    // His session is ended from elsewhere while his seat is looked up: there is no stream to close yet.
    Object.assign(directory, {
      findActor: async (...who: Parameters<typeof findActor>) => {
        Object.assign(directory, { findActor })
        await http.gate.sessions.end({ personId: seat.personId, id: device.id, origin: fromTest })
        return findActor(...who)
      },
    })
    const stream = await listenOn(device)
    await vi.waitFor(() => expect(stream.ended()).toBe(true))
  })
})

test('rights that are read while they are to be forgotten are read again, and not remembered', async () => {
  const actor = await office.actor('clerk')
  const seat = { id: actor.seatId, agencyId: actor.agencyId } as Parameters<typeof sessions.findActor>[1]
  let title = 'before'
  const { promise: slow, resolve: goOn } = Promise.withResolvers<void>()
  const sessions = openSessions(office.machinery.pool, {
    ...http.gate.directory,
    findActor: async (): Promise<SeatActor> => {
      const read = { ...actor, title }
      await slow
      return read
    },
  })
  const reading = sessions.findActor(actor.personId, seat)
  title = 'after'
  sessions.forget(actor.personId)
  goOn()
  expect((await reading)?.title).toBe('after')
  expect((await sessions.findActor(actor.personId, seat))?.title).toBe('after')
})

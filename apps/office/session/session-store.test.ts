import { beforeEach, expect, test, vi } from 'vitest'
import type { DataClient } from '#platform/ui/data/client.ts'
import { Problem } from '#platform/ui/data/problem.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'

const sessionOf = (id: string) => ({
  person: { id, fullName: 'Trương Thị Ngọc Lan' },
  installationAdministrator: false,
  seats: [],
  mustChangePassword: false,
  demonstration: false,
})
const refusal = (status: number) =>
  new Problem('answer', { type: 'urn', title: 'Chưa đăng nhập.', detail: '', status, code: 'x' })

let answer: () => unknown
let posted: unknown[]
let channel: { onmessage: ((message: MessageEvent) => unknown) | null; postMessage(message: unknown): void }
let reload: ReturnType<typeof vi.fn<() => void>>
let store: SessionStore
const client = { get: async () => answer(), send: async () => answer() } as unknown as DataClient

beforeEach(() => {
  posted = []
  channel = { onmessage: null, postMessage: message => void posted.push(message) }
  reload = vi.fn<() => void>()
  store = createSessionStore(channel as BroadcastChannel, reload)
})
const throwing = (problem: Problem) => () => {
  throw problem
}
const hear = (person: string | undefined) => channel.onmessage?.({ data: { person } } as MessageEvent)

test('who has no session signs in; a server that is not reached is not a signed-out person', async () => {
  answer = throwing(refusal(401))
  await store.start(client)
  expect(store.state.get().kind).toBe('signed-out')
  answer = throwing(refusal(503))
  await store.start(client)
  expect(store.state.get().kind).toBe('unreachable')
})

test('an ended session keeps its person, who signs in again without losing the screen', async () => {
  answer = () => sessionOf('p1')
  await store.start(client)
  store.lost()
  expect(store.state.get()).toMatchObject({ kind: 'expired', session: { person: { id: 'p1' } } })
  await store.signIn(client, 'lan', 'x')
  expect(store.state.get().kind).toBe('signed-in')
  expect(reload).not.toHaveBeenCalled()
  expect(posted).toEqual([{ person: 'p1' }])
})

test('a post that is given or ended during the day is known without signing in again', async () => {
  answer = () => sessionOf('p1')
  await store.start(client)
  const post = { id: 's1', title: 'Phó Chủ tịch' }
  answer = () => ({ ...sessionOf('p1'), seats: [post] })
  await store.renew(client)
  expect(store.state.get()).toMatchObject({ kind: 'signed-in', session: { seats: [post] } })
  answer = throwing(refusal(503))
  await store.renew(client)
  expect(store.state.get()).toMatchObject({ kind: 'signed-in', session: { seats: [post] } })
})

test('another person who signs in over it starts from the beginning', async () => {
  answer = () => sessionOf('p1')
  await store.start(client)
  store.lost()
  answer = () => sessionOf('p2')
  await store.signIn(client, 'thuan', 'x')
  expect(reload).toHaveBeenCalledOnce()
})

test('tabs share the cookie: none goes on under another name, and all wake up when the person is back', async () => {
  answer = () => sessionOf('p1')
  await store.start(client)
  store.lost()
  hear('p1')
  expect(store.state.get().kind).toBe('signed-in')
  hear('p2')
  expect(reload).toHaveBeenCalledOnce()
  hear(undefined)
  expect(reload).toHaveBeenCalledTimes(2)
})

test('a request that fails before anybody signed in does not count as an ended session', () => {
  store.lost()
  expect(store.state.get().kind).toBe('starting')
})

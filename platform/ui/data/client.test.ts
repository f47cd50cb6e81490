import { beforeEach, expect, test } from 'vitest'
import { createClient, type DataClient, queryText } from './client.ts'
import { watchLink } from './link.ts'
import type { Problem } from './problem.ts'
import { memoryQueue } from './write-queue.ts'

type Seen = { url: string; method: string; headers: Headers; body: string | undefined; waiting: string[] }

let seen: Seen[]
let answers: (() => Response)[]
let sleeps: number[]
let signedOut: number
let seatsLost: number
let client: DataClient

beforeEach(() => {
  seen = []
  answers = []
  sleeps = []
  signedOut = 0
  seatsLost = 0
  const link = watchLink({ probe: async () => false, now: () => 0, setTimer: () => undefined })
  const queue = memoryQueue()
  client = createClient({
    link,
    queue,
    now: () => 0,
    sleep: async ms => void sleeps.push(ms),
    onSignedOut: () => signedOut++,
    onSeatLost: () => seatsLost++,
    fetch: async (url, init) => {
      seen.push({
        url: String(url),
        method: init?.method ?? 'GET',
        headers: new Headers(init?.headers),
        body: init?.body?.toString(),
        waiting: queue.pending.get().map(write => `${write.title}: ${write.state}`),
      })
      const answer = answers.shift()
      if (!answer) throw new TypeError('Failed to fetch')
      return answer()
    },
  })
})

const done = (value: unknown) => () => Response.json(value)
const refused =
  (status: number, code: string, more: object = {}) =>
  () =>
    Response.json({ type: 'urn', title: 'Không được.', detail: 'Xem lại.', status, code, ...more }, { status })
const problemOf = (promise: Promise<unknown>): Promise<Problem> =>
  promise.then(
    () => Promise.reject(new Error('it was expected to be refused')),
    problem => problem,
  )

test('a write bears its seat and its key, and waits in the queue under its title until it is answered', async () => {
  answers = [done({ id: 'x' })]
  const sent = await client.send({
    seat: 's1',
    path: '/documents/incoming',
    body: { a: 1 },
    key: 'k1',
    title: 'Vào sổ',
  })
  expect(sent).toEqual({ id: 'x' })
  expect(seen[0]).toMatchObject({
    url: '/api/v1/documents/incoming',
    method: 'POST',
    body: '{"a":1}',
    waiting: ['Vào sổ: sending'],
  })
  expect(seen[0]?.headers.get('x-seat')).toBe('s1')
  expect(seen[0]?.headers.get('idempotency-key')).toBe('k1')
  expect(client.queue.pending.get()).toEqual([])
})

test('a write that was not answered is sent again with the same key', async () => {
  answers = [
    () => {
      throw new TypeError('Failed to fetch')
    },
    refused(503, 'platform.DatabaseUnavailable'),
    done({ id: 'x' }),
  ]
  await client.send({ path: '/documents/incoming', body: {}, title: 'Vào sổ' })
  const keys = seen.map(request => request.headers.get('idempotency-key'))
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
  expect(seen[1]?.waiting).toEqual(['Vào sổ: waiting'])
  expect(sleeps).toEqual([1_000, 2_000])
})

test('a server that says when to come back is obeyed', async () => {
  answers = [() => new Response('', { status: 503, headers: { 'retry-after': '7' } }), done({})]
  await client.send({ path: '/x' })
  expect(sleeps).toEqual([7_000])
})

test('after the last attempt the person is told that the server was not reached, and nothing stays in the queue', async () => {
  const problem = await problemOf(client.send({ path: '/x', body: {} }))
  expect(problem).toMatchObject({ kind: 'link', mayPass: true })
  expect(seen).toHaveLength(5)
  expect(client.queue.pending.get()).toEqual([])
  expect(client.link.state.get().quality).toBe('offline')
})

test('a refusal is an answer: it is not repeated, and its sentence, fields and allowed acts reach the screen', async () => {
  answers = [
    refused(409, 'platform.StateForbids', { allowed: ['urge'], errors: [{ path: 'text', message: 'Hãy ghi lý do.' }] }),
  ]
  const problem = await problemOf(client.send({ path: '/x', body: {} }))
  expect(seen).toHaveLength(1)
  expect(problem).toMatchObject({ kind: 'answer', status: 409, allowed: ['urge'], mayPass: false })
  expect(problem.forField('text')).toBe('Hãy ghi lý do.')
  expect(client.link.state.get().quality).toBe('online')
})

test('what the server is still making is waited for; who waited in vain is told so', async () => {
  const notYet = () => {
    const response = refused(409, 'documents.NotFrozenYet')()
    response.headers.set('retry-after', '3')
    return response
  }
  answers = [notYet, notYet, done({ number: 12 })]
  expect(await client.send({ path: '/documents/outgoing/x/number', body: {} })).toEqual({ number: 12 })
  expect(sleeps).toEqual([3_000, 3_000])
  answers = [notYet, notYet, notYet, notYet, notYet]
  expect(await problemOf(client.send({ path: '/x', body: {} }))).toMatchObject({ code: 'documents.NotFrozenYet' })
})

test('the page of a proxy is a sentence too', async () => {
  answers = [() => new Response('<html>Bad gateway</html>', { status: 500 })]
  const problem = await problemOf(client.get('/x'))
  expect(problem).toMatchObject({ status: 500, code: 'http-500', title: 'Máy chủ chưa trả lời được.' })
})

test('an ended session is told to the shell; a wrong password is not an ended session', async () => {
  answers = [refused(401, 'platform.SignInFailed'), refused(401, 'platform.NotSignedIn')]
  await problemOf(client.send({ path: '/session' }))
  expect(signedOut).toBe(0)
  await problemOf(client.get('/notices', { seat: 's1' }))
  expect(signedOut).toBe(1)
})

test('a request that the screen gave up says nothing about the line', async () => {
  const stop = new AbortController()
  stop.abort()
  await expect(client.get('/x', { signal: stop.signal })).rejects.toThrow()
  expect(client.link.state.get().quality).toBe('online')
})

test('an answer without content is nothing', async () => {
  answers = [() => new Response(null, { status: 204 })]
  expect(await client.send({ path: '/password', body: {} })).toBeUndefined()
})

test('text leaves in the form that the server takes, and a password as it was typed', async () => {
  const sent = async (path: string, body: object) => {
    answers = [() => new Response(null, { status: 204 })]
    await client.send({ path, body })
    return JSON.parse(seen.at(-1)!.body!)
  }
  const typed = 'Ðề án '.normalize('NFD')
  expect(
    await sent('/documents/outgoing', { subject: typed, letter: [{ text: `${typed}\u200b` }], copies: 2 }),
  ).toEqual({
    ...{ subject: 'Đề án ', letter: [{ text: 'Đề án ' }], copies: 2 },
  })
  expect(await sent('/session', { login: 'an', password: typed })).toEqual({ login: 'an', password: typed })
})

test('empty filters are left out of the address', () => {
  expect(queryText({ q: 'đất đai', tab: undefined, cursor: null, text: '', limit: 20 })).toBe(
    `?${new URLSearchParams({ q: 'đất đai', limit: '20' })}`,
  )
  expect(queryText({})).toBe('')
})

test('who no longer has the seat is told so by the answer, and the shell looks which seats he has', async () => {
  answers = [refused(403, 'platform.SeatNotYours')]
  expect((await problemOf(client.get('/documents/counts', { seat: 's1' }))).status).toBe(403)
  expect([seatsLost, signedOut]).toEqual([1, 0])
})

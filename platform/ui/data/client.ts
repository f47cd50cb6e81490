import { composed } from '#lib/vietnamese/index.ts'
import { newId } from './ids.ts'
import type { LinkWatch } from './link.ts'
import { linkProblem, Problem, problemOf } from './problem.ts'
import type { PendingWrite, WriteQueue } from './write-queue.ts'

export type QueryValues = Readonly<Record<string, string | number | boolean | undefined | null>>
export type ReadOptions = {
  seat?: string | undefined
  query?: QueryValues | undefined
  signal?: AbortSignal | undefined
}
export type Write = {
  seat?: string | undefined
  method?: PendingWrite['method'] | undefined
  path: string
  body?: unknown
  /** The Idempotency-Key; made here unless the caller must send the same thing again later (a kept draft). */
  key?: string | undefined
  title?: string | undefined
  signal?: AbortSignal | undefined
}

export type ClientSurroundings = {
  fetch: typeof fetch
  link: LinkWatch
  queue: WriteQueue
  now(): number
  sleep(ms: number): Promise<void>
  /** The session has ended: the shell asks the person to sign in again over the screen he is on. */
  onSignedOut?: () => void
  /** The seat is no longer this person's: the shell looks which ones are. */
  onSeatLost?: () => void
}

/**
 * The only way of the office app to its server. Paths are relative to the API: `/documents/incoming`.
 * Reads and writes throw a {@link Problem} and nothing else, except that an aborted request stays an AbortError.
 */
export type DataClient = {
  get<Answer>(path: string, options?: ReadOptions): Promise<Answer>
  send<Answer>(write: Write): Promise<Answer>
  readonly link: LinkWatch
  readonly queue: WriteQueue
}

export const apiBase = '/api/v1'
/** A half-open line gives no error, only silence: after this long the request is given up and counts as unreached. */
const silenceMs = 30_000
const pausesMs = [1_000, 2_000, 4_000, 8_000]

/** Text from input methods and pasted from anywhere leaves in the one form that the server takes. */
const inOrder = (_name: string, value: unknown): unknown => (typeof value === 'string' ? composed(value) : value)
/** What holds a password leaves as it was typed. */
const withSecret = /^\/(session|password|password-by-link|first-administrator)\b/

export function createClient(surroundings: ClientSurroundings): DataClient {
  const { link, queue } = surroundings

  async function request(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<unknown> {
    const started = surroundings.now()
    const limit = AbortSignal.timeout(silenceMs)
    let response: Response
    let text: string
    try {
      response = await surroundings.fetch(apiBase + path, {
        credentials: 'same-origin',
        ...init,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
      if (!response.ok) throw await problemOf(response)
      text = await response.text()
    } catch (error) {
      if (signal?.aborted || error instanceof Problem) throw noted(error)
      link.failed()
      throw linkProblem()
    }
    link.answered(surroundings.now() - started)
    return text === '' ? undefined : JSON.parse(text)
  }

  function noted(error: unknown): unknown {
    if (error instanceof Problem && error.code === 'platform.NotSignedIn') surroundings.onSignedOut?.()
    if (error instanceof Problem && error.code === 'platform.SeatNotYours') surroundings.onSeatLost?.()
    return error
  }

  async function deliver(write: PendingWrite, signal: AbortSignal | undefined): Promise<unknown> {
    const init: RequestInit = {
      method: write.method,
      headers: {
        'idempotency-key': write.key,
        ...(write.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...seatHeader(write.seat),
      },
      ...(write.body === undefined
        ? {}
        : { body: JSON.stringify(write.body, withSecret.test(write.path) ? undefined : inOrder) }),
    }
    for (const pause of pausesMs) {
      try {
        return await request(write.path, init, signal)
      } catch (error) {
        if (!(error instanceof Problem && (error.mayPass || error.comesSoon))) throw error
        await queue.put({ ...write, state: 'waiting' })
        await surroundings.sleep((error.retryAfterSeconds ?? 0) * 1000 || pause)
      }
    }
    return await request(write.path, init, signal)
  }

  return {
    link,
    queue,
    async get<Answer>(path: string, { seat, query, signal }: ReadOptions = {}) {
      // The answer's shape is the contract's; the server's response schemas hold it to that, so it is not checked twice.
      return (await request(path + queryText(query), { headers: seatHeader(seat) }, signal)) as Answer
    },
    async send<Answer>({ seat, method = 'POST', path, body, key = newId(), title = path, signal }: Write) {
      const madeAt = new Date(surroundings.now()).toISOString()
      const write: PendingWrite = { key, seat, method, path, body, title, madeAt, state: 'sending' }
      await queue.put(write)
      try {
        return (await deliver(write, signal)) as Answer
      } finally {
        await queue.remove(key)
      }
    },
  }
}

/** `{ q: 'đất', limit: 20, cursor: undefined }` → `'?q=%C4%91%E1%BA%A5t&limit=20'`. */
export function queryText(query: QueryValues | undefined): string {
  const entries = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  if (entries.length === 0) return ''
  return `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`
}

const seatHeader = (seat: string | undefined): Record<string, string> => (seat ? { 'x-seat': seat } : {})

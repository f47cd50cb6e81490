import type { FastifyInstance } from 'fastify'
import type { Response } from 'light-my-request'
import type { ProblemDocument } from '#lib/problem-details/index.ts'
import { openSeatDirectory } from '#modules/agencies/directory.ts'
import type { ActMachinery } from '#platform/acts/run.ts'
import { cookieName, type Gate } from '#platform/http/gate.ts'
import type { Route } from '#platform/http/routes.ts'
import { httpServer } from '#platform/http/serve.ts'
import { openSessions } from '#platform/sessions/sessions.ts'
import { openSignIn } from '#platform/sessions/sign-in.ts'
import { fromTest, testId } from './make-office.ts'

/** For a listener of events that hears of nothing. */
const nothing = { reads: false, seesAll: false, readerKeys: [] }
export const seesNothing = { incoming: nothing, outgoing: nothing }

/** Who calls: a made seat, or any person with a login. */
export type Caller = { readonly id?: string; readonly personId: string; readonly login: string }
/** The body is what the route's schema says, or a problem document. */
export type Answer<Reply> = {
  readonly status: number
  readonly body: Reply & Partial<ProblemDocument>
  readonly text: string
}
export type OfficeHttp = {
  readonly gate: Gate
  readonly server: FastifyInstance
  /** One request as the caller, from his seat when he has one; 'GET /units', 'POST /seats/<id>/end'. */
  call<Reply = unknown>(
    caller: Caller,
    request: string,
    body?: object,
    options?: { key?: string; seatId?: string },
  ): Promise<Answer<Reply>>
  /** What is not JSON: a file, as it comes. */
  get(caller: Caller, path: string, options?: { range?: string | undefined }): Promise<Response>
  /** Headers of the caller's session and seat, for what is sent otherwise. */
  headersOf(caller: Caller): Promise<Record<string, string>>
}

/**
 * The HTTP server over some routes on a test's machinery, with real sessions, seats and rights; no port is opened.
 * Callers are signed in without their password, which `POST /session` would take its time to check.
 */
export async function officeHttp(
  machinery: ActMachinery,
  routes: readonly Route[],
  options: Partial<Pick<Gate, 'origin' | 'proxies'>> & { log?: { write(line: string): void } } = {},
): Promise<OfficeHttp> {
  const { log = { write: () => {} }, ...given } = options
  const directory = openSeatDirectory(machinery.pool)
  const sessions = openSessions(machinery.pool, directory)
  const gate: Gate = {
    machinery: {
      ...machinery,
      rightsChanged: ({ personId, seatId }) => {
        sessions.forget(personId)
        machinery.events.closeFor(listener => listener.seatId === seatId)
      },
    },
    directory,
    sessions,
    signIn: openSignIn(machinery.pool),
    demonstration: false,
    origin: 'http://127.0.0.1:8080',
    ...given,
  }
  const server = await httpServer(gate, routes, { stream: log })
  const tokens = new Map<string, string>()

  async function tokenOf({ personId, login }: Caller): Promise<string> {
    const known = tokens.get(personId)
    if (known) return known
    const token = await sessions.create({ id: testId(), personId, login, origin: fromTest, device: 'test' })
    tokens.set(personId, token)
    return token
  }

  const headersOf = async (caller: Caller): Promise<Record<string, string>> => ({
    host: new URL(gate.origin).host,
    cookie: `${cookieName(gate)}=${await tokenOf(caller)}`,
    ...(caller.id ? { 'x-seat': caller.id } : {}),
  })

  const get = async (caller: Caller, path: string, { range }: { range?: string | undefined } = {}) =>
    server.inject({
      ...{ method: 'GET', url: `/api/v1${path}` },
      headers: { ...(await headersOf(caller)), ...(range ? { range } : {}) },
    })

  async function call<Reply>(
    caller: Caller,
    request: string,
    body?: object,
    { key, seatId = caller.id }: { key?: string; seatId?: string } = {},
  ): Promise<Answer<Reply>> {
    const [method, path] = request.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string]
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(await headersOf({ ...caller, ...(seatId ? { id: seatId } : {}) })),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body ? { payload: body } : {}),
    })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    const reply = (isJson && answer.body ? answer.json() : {}) as Reply & Partial<ProblemDocument>
    return { status: answer.statusCode, body: reply, text: answer.body }
  }
  return { gate, server, call, get, headersOf }
}

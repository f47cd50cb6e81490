import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { isUuid, uuidV7 } from '#lib/identifiers/index.ts'
import { toProblemDocument } from '#lib/problem-details/index.ts'
import { inWords } from '#lib/schemas/in-words.ts'
import { z } from '#lib/schemas/index.ts'
import type { ActContext } from '../acts/context.ts'
import { platformErrors } from '../acts/errors.ts'
import { replaying } from '../acts/idempotency.ts'
import { runAct } from '../acts/run.ts'
import { admit, type Gate } from './gate.ts'
import { refuseOtherAddresses } from './own-address.ts'
import { asksForPage, problemPage, problemPagePolicy } from './problem-page.ts'
import { asProblem, notValid } from './problems.ts'
import { explained } from './refused.ts'
import type { ActRoute, Call, Route } from './routes.ts'
import { scopeOf } from './scope.ts'
import { sentRequest } from './sent-request.ts'
import { serializerOf } from './serializers.ts'

// Field errors reach the user.
z.config({ localeError: inWords })

export const largestJson = 1024 * 1024
export const largestFile = 50 * 1024 * 1024

/** Builds the HTTP server over the modules' routes; it listens when the caller says so. */
export async function httpServer(
  gate: Gate,
  routes: readonly Route[],
  log: { stream?: { write(line: string): void } } = {},
): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: largestJson,
    trustProxy: trustedProxies(gate),
    genReqId: () => randomBytes(9).toString('base64url'),
    logger: { level: 'info', base: null, ...(log.stream ? { stream: log.stream } : {}) },
    // What Fastify refuses before any route is found: an address that cannot be read.
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  })
  await server.register(cookie)
  await server.register(multipart, { limits: { fileSize: largestFile, files: 1, fields: 10 } })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // Whether the program is well is asked on its machine, by a port and no name.
    if (request.routeOptions.url !== '/healthz') refuseOtherAddresses(gate.origin, request)
  })
  server.addHook('onSend', async (request, reply) => {
    const isAsset = request.url.startsWith('/assets/') && reply.statusCode < 400
    for (const [name, value] of Object.entries(isAsset ? assetHeaders : safetyHeaders))
      if (!reply.hasHeader(name)) reply.header(name, value)
  })
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  server.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
  for (const route of routes) register(server, gate, route)
  return server
}

/**
 * Who may say in `X-Forwarded-For` where a request came from: the proxy itself and nobody else. A whole range would let
 * every computer of the office write what it likes into the audit, and begin the slow-down of its wrong passwords anew.
 */
function trustedProxies({ origin, proxies = [] }: Gate): false | string[] {
  const behindProxy = origin.startsWith('https:') || proxies.length > 0
  return behindProxy && ['loopback', ...proxies]
}

function register(server: FastifyInstance, gate: Gate, route: Route) {
  const toJson = route.reply ? serializerOf(route.reply) : undefined
  server.route({
    method: route.method.toUpperCase() as 'GET',
    url: `/api/v1${route.path}`,
    handler: async (request, reply) => {
      const admitted = await admit(gate, request, route.access)
      const params = request.params as Record<string, string>
      for (const id of Object.values(params)) if (!isUuid(id)) throw platformErrors.NotFound()
      const query = parsed(route.query, request.query)
      // A handler that consumes the body itself (an upload) has none to validate here.
      const body = route.consumes ? undefined : parsed(route.body, request.body)
      const call: Call = { request, reply, gate, ...admitted, params, query: query ?? {}, body }
      reply.code(route.status)
      const result = await perform(route, call)
      if (reply.sent || result === reply) return reply
      if (result === undefined || !toJson) return reply.send(result)
      reply.header('content-type', 'application/json; charset=utf-8')
      return reply.send(toJson(result))
    },
  })
}

async function perform(route: Route, call: Call): Promise<unknown> {
  const { kind } = route
  if (kind.name === 'free') return kind.handle(call)
  const scope = scopeOf(call)
  if (kind.name === 'read') {
    const input = { ...call.params, ...call.query } as never
    return runAct(call.gate.machinery, { ...scope, mode: kind.mode }, context =>
      kind.read(context as ActContext, input),
    )
  }
  return performAct(kind.act, route, call, scope)
}

async function performAct(
  declared: ActRoute<string, z.core.$ZodType, z.core.$ZodType, unknown>,
  route: Route,
  call: Call,
  scope: Parameters<typeof runAct<NonNullable<Call['actor']>, unknown>>[1],
) {
  if (call.gate.isDiskFull?.()) throw platformErrors.DiskFull()
  const input = { ...call.params, ...(call.body as object | undefined) }
  const subjectId = call.params.id
  const sent = subjectId ? sentRequest(call.request, `${route.method} ${route.path}`, subjectId) : undefined
  const inTransaction = <Result>(work: (context: ActContext) => Promise<Result>) =>
    runAct(call.gate.machinery, scope, work)
  try {
    return await inTransaction(async context => {
      const act = () => declared.act(context, input as never)
      const result =
        sent === undefined
          ? await act()
          : await replaying(context, sent, act, () => declared.recall(context, sent.subjectId))
      return declared.present(context, result)
    })
  } catch (error) {
    const { allowed } = declared
    const { id: createdId = '' } = input as { readonly id?: string }
    throw await explained(error, {
      ...(subjectId && allowed ? { allowed: () => inTransaction(context => allowed(context, subjectId)) } : {}),
      ...(subjectId
        ? {}
        : {
            stored: () =>
              inTransaction(async context =>
                z.parse(declared.reply, await declared.present(context, await declared.recall(context, createdId))),
              ),
          }),
    })
  }
}

function parsed(schema: z.core.$ZodType | undefined, value: unknown): Record<string, unknown> | undefined {
  if (!schema) return undefined
  const result = z.safeParse(schema, value ?? {})
  if (!result.success) throw notValid(result.error.issues)
  return result.data as Record<string, unknown>
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = asProblem(error)
  if (problem.status >= 500) {
    // The stack goes to the log, never the message's data to the client.
    request.log.error({ code: problem.code, cause: (error as Error)?.stack }, 'request failed')
  } else request.log.info({ code: problem.code }, 'request refused')
  const { retryAfterSeconds } = problem.extras
  if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds))
  reply.code(problem.status)
  const document = toProblemDocument(problem, request.id)
  if (asksForPage(request))
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', problemPagePolicy)
      .send(problemPage(document, request, problem.status >= 500 || retryAfterSeconds !== undefined))
  return reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document))
}

const safetyHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'cache-control': 'no-store',
}

/** Scripts, styles and fonts are neither framed nor navigated to: the rest is for documents. */
const assetHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

export const newRequestUuid = (): string => uuidV7(Date.now(), randomBytes(10))

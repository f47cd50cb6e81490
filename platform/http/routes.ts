import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod/mini'
import type { Permission } from '#lib/roles/index.ts'
import type { SeatActor } from '../acts/actor.ts'
import type { ActContext } from '../acts/context.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Gate } from './gate.ts'

type Schema = z.core.$ZodType
type Output<S> = S extends Schema ? z.core.output<S> : Record<never, never>
type ReplyInput<S extends Schema> = z.core.input<S>
type PathInput<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & PathInput<Rest>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : Record<never, never>

/** Who may call: a permission, or anybody with a session (`signed-in`), with a seat (`seated`), or anybody at all. */
export type Access = Permission | 'seated' | 'signed-in' | 'public'

type Described = { summary: string; description?: string }

/** A route that reads: one read-only transaction in the seat's agency. */
export type ReadRoute<Path extends string, Query extends Schema | undefined, Reply extends Schema> = Described & {
  permission: Permission | 'seated'
  query?: Query
  reply: Reply
  /** Reading leaves a row in the access log, so its transaction may write. */
  leavesTrace?: true
  read: (context: ActContext, input: PathInput<Path> & Output<Query>) => Promise<ReplyInput<Reply>>
}

/**
 * A route that acts: validate → transaction → act → present. `recall` finds the result of what was sent before: an act on a
 * subject (`:id` in the path) is not done again under the same Idempotency-Key, and a create whose id came with other
 * content is refused with what is stored under it.
 */
export type ActRoute<Path extends string, Body extends Schema | undefined, Reply extends Schema, Result> = Described & {
  permission: Permission | 'seated'
  body?: Body
  reply: Reply
  status?: 200 | 201
  /** A create whose body bears the client-made `id` is idempotent by it: the act finds the row that is there. */
  act: (context: ActContext, input: PathInput<Path> & Output<Body>) => Promise<Result>
  recall: (context: ActContext, id: string) => Promise<Result>
  /** Of a subject with states: the acts that the actor may do now. Every 409 names them. */
  allowed?: (context: ActContext, id: string) => Promise<readonly string[]>
  present: (context: ActContext, result: Result) => Promise<ReplyInput<Reply>> | ReplyInput<Reply>
}

/** A route that is not one transaction: signing in, uploads, downloads, the stream of events. */
export type FreeRoute = Described & {
  permission: Access
  query?: Schema
  body?: Schema
  reply?: Schema
  /** What the reply is when it is not JSON. */
  produces?: string
  /** The request body is read by the handler itself (multipart). */
  consumes?: string
  status?: 200 | 201 | 204
  handle: (call: Call) => Promise<unknown>
}
export type Call = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly gate: Gate
  /** Present unless the route is public. */
  readonly session: Session | undefined
  /** Present when the route asks for a permission or a seat. */
  readonly actor: SeatActor | undefined
  readonly params: Record<string, string>
  readonly query: Record<string, unknown>
  readonly body: unknown
}

type Method = 'get' | 'post' | 'put' | 'delete'
export type Route = Described & {
  readonly module: string
  readonly method: Method
  readonly path: string
  readonly access: Access
  readonly query: Schema | undefined
  readonly body: Schema | undefined
  readonly reply: Schema | undefined
  readonly status: number
  readonly produces?: string
  readonly consumes?: string
  readonly kind:
    | {
        readonly name: 'read'
        readonly mode: 'read only' | 'read write'
        readonly read: (context: ActContext, input: never) => Promise<unknown>
      }
    | { readonly name: 'act'; readonly act: ActRoute<string, Schema, Schema, unknown> }
    | { readonly name: 'free'; readonly handle: (call: Call) => Promise<unknown> }
}

/**
 * Collects the routes of a module; each says its permission and its schemas, so none can be forgotten.
 *
 * @example
 * const routes = routesOf('documents')
 * routes.act('post', '/documents/incoming', { summary: 'Vào sổ văn bản đến', permission: documentPermissions.register, … })
 * export const documentRoutes = routes.all
 */
export function routesOf(module: string) {
  const all: Route[] = []
  return {
    all: all as readonly Route[],
    read<const Path extends string, Reply extends Schema, Query extends Schema | undefined = undefined>(
      path: Path,
      route: ReadRoute<Path, Query, Reply>,
    ) {
      all.push({
        ...described(route),
        module,
        method: 'get',
        path,
        access: route.permission,
        query: route.query,
        body: undefined,
        reply: route.reply,
        status: 200,
        kind: {
          name: 'read',
          mode: route.leavesTrace ? 'read write' : 'read only',
          read: route.read as (context: ActContext, input: never) => Promise<unknown>,
        },
      })
    },
    act<const Path extends string, Reply extends Schema, Result, Body extends Schema | undefined = undefined>(
      method: 'post' | 'put' | 'delete',
      path: Path,
      route: ActRoute<Path, Body, Reply, Result>,
    ) {
      all.push({
        ...described(route),
        module,
        method,
        path,
        access: route.permission,
        query: undefined,
        body: route.body,
        reply: route.reply,
        status: route.status ?? 200,
        kind: { name: 'act', act: route as unknown as ActRoute<string, Schema, Schema, unknown> },
      })
    },
    free(method: Method, path: string, route: FreeRoute) {
      all.push({
        ...described(route),
        module,
        method,
        path,
        access: route.permission,
        query: route.query,
        body: route.body,
        reply: route.reply,
        status: route.status ?? 200,
        ...(route.produces ? { produces: route.produces } : {}),
        ...(route.consumes ? { consumes: route.consumes } : {}),
        kind: { name: 'free', handle: route.handle },
      })
    },
  }
}

const described = ({ summary, description }: Described): Described => ({
  summary,
  ...(description ? { description } : {}),
})

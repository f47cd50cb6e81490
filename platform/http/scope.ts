import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { SeatActor } from '../acts/actor.ts'
import type { RequestOrigin } from '../acts/context.ts'
import type { Call } from './routes.ts'

/** The address a request came from. What a proxy handed on is only believed when it is one. */
export const networkOf = (request: FastifyRequest): string => (isIP(request.ip) ? request.ip : 'unknown')

/** What the audit and the access log say of a request. */
export const originOf = (request: FastifyRequest): RequestOrigin => ({
  requestId: request.id,
  network: networkOf(request),
})

/** The agency and seat in which a request acts; for routes that the gate has let a seat through. */
export const scopeOf = ({ actor, request }: Call): { agency: string; actor: SeatActor; origin: RequestOrigin } => ({
  agency: actor!.agencyId,
  actor: actor!,
  origin: originOf(request),
})

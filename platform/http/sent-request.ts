import type { FastifyRequest } from 'fastify'
import { platformErrors } from '../acts/errors.ts'
import type { SentRequest } from '../acts/idempotency.ts'
import { requestHash } from '../acts/same-request.ts'

/**
 * By what an act on a subject is known when it is sent again; nothing where the caller sent no Idempotency-Key.
 *
 * @param act the route: 'post /installation/agencies/:id/close'
 * @throws platform.NotReadable for a key of another form
 */
export function sentRequest(request: FastifyRequest, act: string, subjectId: string): SentRequest | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(key)) throw platformErrors.NotReadable()
  return { key, act, subjectId, requestHash: requestHash([request.params as object, request.body ?? null]) }
}

import type { FastifyError } from 'fastify'
import type { z } from 'zod/mini'
import { type FieldError, ProblemError } from '#lib/problem-details/index.ts'
import { platformErrors } from '../acts/errors.ts'

type DatabaseError = Error & { code?: string; schema?: string }

/**
 * Every error becomes one of the catalogue: what the database says in its codes, what Fastify refuses by itself, and
 * what nobody foresaw, whose own words never leave the server.
 */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const { code } = (error ?? {}) as DatabaseError
  if (typeof code === 'string') {
    // The socket of a database that is not there. Any other file that is missing is a fault of ours.
    if (code === 'ENOENT') return isConnecting(error) ? bySystemCode.ECONNREFUSED!() : platformErrors.Unexpected()
    const known = byDatabaseCode[code] ?? byDatabaseCode[code.slice(0, 2)] ?? bySystemCode[code]
    if (known) return known()
  }
  if (lostConnection.test((error as Error | undefined)?.message ?? '')) return bySystemCode.ECONNRESET!()
  const status = (error as FastifyError)?.statusCode
  if (status === 413) return platformErrors.RequestTooLarge({ limit: '1 MB' })
  if (status === 415) return platformErrors.NotReadable()
  if (status && status >= 400 && status < 500) return platformErrors.NotReadable()
  return platformErrors.Unexpected()
}

const isConnecting = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall === 'connect'

const busy = () => platformErrors.Busy({}, { retryAfterSeconds: 2 })
const byDatabaseCode: Record<string, () => ProblemError> = {
  '53100': () => platformErrors.DiskFull(),
  '55P03': busy, // lock_timeout: somebody else holds the row
  '57014': busy, // statement_timeout
  '23505': busy, // the same id at the same moment: whoever asks again finds the row
  '40001': busy,
  '40P01': busy,
  '22P05': () => platformErrors.NotReadable(), // a NUL character
  '22021': () => platformErrors.NotReadable(),
  '57P01': () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
  '57P02': () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
  '57P03': () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
  '53300': busy,
  '08': () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
}
/** What the driver says of a connection that broke, or that it did not get; it gives these errors no code. */
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/
const bySystemCode: Record<string, () => ProblemError> = {
  ENOSPC: () => platformErrors.DiskFull(),
  ECONNREFUSED: () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
  ECONNRESET: () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
  EPIPE: () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
}

/** What zod found wrong, field by field, for the form that sent it. */
export function notValid(issues: readonly z.core.$ZodIssue[]): ProblemError {
  const errors: FieldError[] = issues.slice(0, 50).map(issue => ({
    path: issue.path.join('.'),
    message: issue.message,
  }))
  return platformErrors.NotValid({}, { errors })
}

import type { FieldError, ProblemDocument } from '#lib/problem-details/index.ts'
import { kitMessages } from '../text/messages.vi.ts'

const words = kitMessages.error

/**
 * Why a request was not done, in words for the person: either the server's own problem document (RFC 9457), or that the
 * server was not reached (`kind: 'link'`), in which case nobody knows whether a write took effect; sending it again with
 * its key finds out.
 */
export class Problem extends Error {
  readonly kind: 'answer' | 'link'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly instance: string | undefined
  readonly errors: readonly FieldError[]
  /** On a 409: the acts that are allowed now. */
  readonly allowed: readonly string[] | undefined
  readonly subject: Readonly<Record<string, unknown>>
  readonly retryAfterSeconds: number | undefined
  readonly at: Date

  constructor(kind: 'answer' | 'link', document: ProblemDocument, retryAfterSeconds?: number) {
    super(`${document.code}: ${document.title}`)
    this.name = 'Problem'
    this.kind = kind
    this.status = document.status
    this.code = document.code
    this.title = document.title
    this.detail = document.detail
    this.instance = document.instance
    this.errors = document.errors ?? []
    this.allowed = document.allowed
    this.subject = document.subject ?? {}
    this.retryAfterSeconds = retryAfterSeconds
    this.at = new Date()
  }

  /** The message for one field of the request: `problem.forField('subject')`. */
  forField(path: string): string | undefined {
    return this.errors.find(error => error.path === path)?.message
  }

  /** Another attempt with the same key may succeed: the line was down, or the server was for the moment. */
  get mayPass(): boolean {
    return this.kind === 'link' || this.status === 502 || this.status === 503 || this.status === 504
  }

  /** What the act needs is being made, and the server said when to ask again: a file that is not ready yet. */
  get comesSoon(): boolean {
    return this.status === 409 && this.retryAfterSeconds !== undefined
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : linkProblem()
}

export function linkProblem(): Problem {
  return new Problem('link', {
    type: 'urn:xaso:problem:link',
    status: 0,
    code: 'link',
    title: words.offlineTitle,
    detail: words.offlineDetail,
  })
}

/** Reads a refusal; a proxy's HTML page instead of a problem document becomes a sentence too. */
export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  try {
    const document: unknown = await response.json()
    if (isProblemDocument(document)) return new Problem('answer', document, retryAfter)
  } catch {
    // Not JSON: the sentence below stands in.
  }
  const code = `http-${response.status}`
  return new Problem(
    'answer',
    {
      type: `urn:xaso:problem:${code}`,
      status: response.status,
      code,
      title: words.serverTitle,
      detail: words.serverDetail,
    },
    retryAfter,
  )
}

function isProblemDocument(value: unknown): value is ProblemDocument {
  if (typeof value !== 'object' || value === null) return false
  const document: Partial<Record<keyof ProblemDocument, unknown>> = value
  return typeof document.code === 'string' && typeof document.title === 'string' && typeof document.status === 'number'
}

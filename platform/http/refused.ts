import { ProblemError } from '#lib/problem-details/index.ts'

type Read<Found> = (() => Promise<Found>) | undefined

/**
 * A refusal with what its reader goes on from: the acts that the subject's state allows, and what is stored under an id that
 * came with other content before. Read after the rollback, it is what stands there now, and never what the act had begun to
 * write.
 *
 * @param read how each is found, as whoever was refused may see it; nothing where the route has none
 */
export async function explained(
  error: unknown,
  read: { readonly allowed?: Read<readonly string[]>; readonly stored?: Read<unknown> },
): Promise<unknown> {
  if (!(error instanceof ProblemError) || error.status !== 409) return error
  const allowed = await whereSeen(read.allowed)
  const stored = error.code === 'platform.SentDifferently' && !error.extras.subject && (await whereSeen(read.stored))
  return error.with({ ...(allowed ? { allowed } : {}), ...(stored ? { subject: { stored } } : {}) })
}

/** Of what the sender may not see, or no longer, nothing is told. */
async function whereSeen<Found>(read: Read<Found>): Promise<Found | undefined> {
  try {
    return await read?.()
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined
    throw error
  }
}

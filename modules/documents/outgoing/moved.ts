import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, movingActs } from '../contract.ts'
import { lastAct } from '../last-act.ts'
import type { ActingCase } from './case.ts'

/** The revision that an act makes of the one that was there. */
export const nextRevision = ({ document }: Pick<ActingCase, 'document'>): { revision: number } => ({
  revision: document.revision + 1,
})

/**
 * Of two who had the same draft before them the second is told who was quicker, instead of writing over that one's words
 * or sending on, agreeing to or approving what he never saw.
 *
 * @param seen what the actor had before him; places on a page are of its version alone
 * @throws documents.DraftMoved with who changed it last
 */
export async function refuseMoved(
  context: ActContext,
  { document }: ActingCase,
  seen: { readonly revision: number } | { readonly version: number },
): Promise<void> {
  const same = 'revision' in seen ? seen.revision === document.revision : seen.version === document.version
  if (same) return
  const { version, revision } = document
  throw documentErrors.DraftMoved(
    { last: await lastAct(context, document.id, movingActs) },
    { subject: { version, revision } },
  )
}

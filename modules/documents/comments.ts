import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'

/**
 * Stores a comment on a document, of a version where it has several.
 *
 * @returns whether it was not there yet
 * @throws platform.SentDifferently for the same id with other words, with those that are stored on this document
 */
export async function writeComment(
  { tx, agency, actor, now }: ActContext,
  comment: { documentId: string; commentId: string; text: string; version?: number },
): Promise<boolean> {
  const written = await tx
    .insertInto('document_comments')
    .values({
      agency_id: agency,
      id: comment.commentId,
      document_id: comment.documentId,
      seat_id: actor.seatId,
      at: now,
      text: comment.text,
      version: comment.version ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) return true
  const before = await tx
    .selectFrom('document_comments')
    .select(['id', 'document_id', 'seat_id', 'text', 'at'])
    .where('agency_id', '=', agency)
    .where('id', '=', comment.commentId)
    .executeTakeFirstOrThrow()
  const { id, text, at } = before
  const isHere = before.document_id === comment.documentId
  if (isHere && before.seat_id === actor.seatId && text === comment.text) return false
  throw platformErrors.SentDifferently({}, isHere ? { subject: { stored: { id, text, at: at.toISOString() } } } : {})
}

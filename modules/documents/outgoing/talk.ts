import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { writeComment } from '../comments.ts'
import { documentErrors } from '../contract.ts'
import { requireVisible } from '../readers.ts'
import { type OutgoingCase, readCase, takeUp } from './case.ts'
import { looksAsReceiver } from './reads.ts'
import { announceOutgoing, recordOutgoing } from './record.ts'
import { keepOutgoing, outgoingSubject } from './rows.ts'
import { wasRead } from './unread.ts'

/** Says something about a draft; sent twice it stands once. */
export async function commentOutgoing(
  context: ActContext,
  input: { id: string; commentId: string; text: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'comment')
  const { version, state } = theCase.document
  if (await writeComment(context, { documentId: input.id, commentId: input.commentId, text: input.text, version }))
    await recordOutgoing(context, theCase, { after: state, text: input.text }, {})
  return { id: input.id }
}

/** A comment was seen to: by its author or by the draft's. @throws platform.NotFound; documents.CommentOfAnother */
export async function resolveComment(
  context: ActContext,
  input: { id: string; commentId: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'resolve-comment')
  const comment = await context.tx
    .selectFrom('document_comments')
    .select(['seat_id', 'resolved_at'])
    .where('agency_id', '=', context.agency)
    .where('document_id', '=', input.id)
    .where('id', '=', input.commentId)
    .executeTakeFirst()
  if (!comment) throw platformErrors.NotFound()
  if (!maySettle(theCase, comment)) {
    const names = await context.ports.agencies.seatNames(context, [comment.seat_id])
    throw documentErrors.CommentOfAnother({ name: names.get(comment.seat_id)?.fullName ?? '' })
  }
  // Somebody was faster: it is settled, as was wanted.
  if (comment.resolved_at) return { id: input.id }
  await context.tx
    .updateTable('document_comments')
    .set({ resolved_at: context.now, resolved_by: context.actor.seatId })
    .where('agency_id', '=', context.agency)
    .where('id', '=', input.commentId)
    .execute()
  await context.audit({
    act: 'documents.resolve-comment',
    subject: outgoingSubject(input.id),
    after: { comment: input.commentId },
  })
  await announceOutgoing(context, theCase.document)
  return { id: input.id }
}

/** Whether a comment is one's own, or of one's own draft. */
export const maySettle = ({ hats }: OutgoingCase, comment: { readonly seat_id: string }): boolean =>
  hats.some(({ hat, is }) => hat.seatId === comment.seat_id || is.has('drafter'))

/**
 * The first look of a seat: marks the document read, also for whoever issued it inside. The document is kept as it is
 * until then, for it is not had back from somebody who has it before him.
 *
 * @param input.unseen it is marked as read from a list: the access log knows of no look
 * @throws documents.NotOnlyForInformation when it is to be marked unseen and was not issued inside for the acting seat
 */
export async function openOutgoing(
  context: ActContext,
  { id, unseen }: { id: string; unseen?: boolean | undefined },
): Promise<{ id: string }> {
  const { document, recipients } = await readCase(context, id)
  const { actor } = context
  const issuedToMe = recipients.filter(
    one =>
      one.seat_id === actor.seatId ||
      (one.unit_id === actor.unitId && looksAsReceiver(document, { id: actor.seatId, role: actor.role })),
  )
  if (unseen && (document.dispatched_at === null || issuedToMe.length === 0))
    throw documentErrors.NotOnlyForInformation()
  const mine = issuedToMe.filter(one => one.state === 'sent')
  if (mine.length > 0) await requireVisible(context, 'outgoing', await keepOutgoing(context, id))
  await wasRead(context, id)
  if (mine.length > 0) {
    await markRead(
      context,
      mine.map(one => one.id),
    )
    await announceOutgoing(context, document)
  }
  if (!unseen) await logAccess(context, { documentId: document.id, kind: 'view' })
  return { id }
}

const markRead = ({ tx, agency, now }: ActContext, recipientIds: readonly string[]) =>
  tx
    .updateTable('outgoing_recipients')
    .set({ state: 'read', state_at: now })
    .where('agency_id', '=', agency)
    .where('id', 'in', recipientIds)
    .where('state', '=', 'sent')
    .execute()

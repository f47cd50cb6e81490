import type { ActContext } from '#platform/acts/context.ts'
import { recordOutgoing, takeUp } from './case.ts'
import { refuseEdited } from './change-draft.ts'

/** Takes a draft to edit it ('lấy để sửa'): the others see who has it. @throws documents.SomebodyEdits */
export async function holdDraft(context: ActContext, { id }: { id: string }): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'edit')
  await refuseEdited(context, theCase)
  const changes = { editing_seat_id: context.actor.seatId, editing_since: context.now }
  await recordOutgoing(context, theCase, { after: theCase.document.state }, changes)
  return { id }
}

/** Gives a draft back unedited. */
export async function releaseDraft(context: ActContext, { id }: { id: string }): Promise<{ id: string }> {
  const theCase = await takeUp(context, id, 'release')
  if (theCase.document.editing_seat_id === context.actor.seatId)
    await recordOutgoing(
      context,
      theCase,
      { after: theCase.document.state },
      { editing_seat_id: null, editing_since: null },
    )
  return { id }
}

import type { Letter } from '#modules/documents/contract.ts'
import { approveDraft } from '#modules/documents/outgoing/approve.ts'
import { cancelOutgoing } from '#modules/documents/outgoing/cancel.ts'
import { changeDraft } from '#modules/documents/outgoing/change-draft.ts'
import { dispatchOutgoing } from '#modules/documents/outgoing/dispatch.ts'
import { draftOutgoing } from '#modules/documents/outgoing/draft.ts'
import { handedOver } from '#modules/documents/outgoing/handed-over.ts'
import { numberOutgoing } from '#modules/documents/outgoing/number.ts'
import { recallOutgoing } from '#modules/documents/outgoing/recall.ts'
import { reviewDraft } from '#modules/documents/outgoing/review.ts'
import { findOutgoing } from '#modules/documents/outgoing/rows.ts'
import { submitDraft } from '#modules/documents/outgoing/submit.ts'
import { takeBack } from '#modules/documents/outgoing/take-back.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { InsideDocument, OutgoingStep, PlannedContent } from '../types.ts'
import type { TypeCodes } from './type-codes.ts'

export type Telling = {
  readonly types: TypeCodes
  /** The incoming document that a draft answers. */
  readonly inReplyTo: string | undefined
}

/** Does one step of a document's way out of an office, by the act that a person would do it with. */
export async function doOutgoing(
  context: ActContext,
  document: InsideDocument,
  step: OutgoingStep,
  telling: Telling,
): Promise<unknown> {
  const { id } = document
  switch (step.act) {
    case 'draft':
      return draftOutgoing(context, draftOf(document, telling))
    case 'change':
      return changeDraft(context, {
        id,
        revision: await revisionOf(context, id),
        letter: letterOf(document.content),
        versionNote: step.note,
      })
    case 'submit':
      return submitDraft(context, { id, revision: await revisionOf(context, id), reviewers: [...step.reviewers] })
    case 'review':
      return reviewDraft(context, {
        ...{ id, revision: await revisionOf(context, id) },
        result: step.result,
        ...(step.text ? { text: step.text } : {}),
      })
    case 'approve':
      return approveDraft(context, {
        id,
        revision: await revisionOf(context, id),
        ...(step.text ? { text: step.text } : {}),
      })
    case 'number':
      return numberOutgoing(context, { id, issuedOn: step.issuedOn })
    case 'dispatch':
      return dispatchOutgoing(context, { id })
    case 'hand-over-by-hand':
      return handedOver(context, { id, recipientId: step.recipientId, on: step.on })
    case 'take-back':
      return takeBack(context, { id, reason: step.reason })
    case 'recall':
      return recallOutgoing(context, { id, reason: step.reason })
    case 'cancel':
      return cancelOutgoing(context, { id, reason: step.reason })
  }
}

const revisionOf = async (context: ActContext, id: string): Promise<number> =>
  (await findOutgoing(context, id))?.revision ?? 1

function draftOf(document: InsideDocument, { types, inReplyTo }: Telling): Parameters<typeof draftOutgoing>[1] {
  const { content, recipients } = document
  return {
    id: document.id,
    issuerId: document.issuerId,
    typeCode: types(content.typeCode),
    subject: content.subject,
    urgency: content.urgency,
    restricted: content.restricted,
    dueOn: content.answerBy,
    signerSeatId: document.signerSeatId,
    capacity: document.capacity,
    delegationId: document.delegationId,
    letter: letterOf(content),
    recipients: recipients.map(({ id, kind, carrier, purpose, issuerId, unitId, seatId, name, address }) => ({
      id,
      kind,
      carrier,
      purpose,
      ...(issuerId ? { issuerId } : {}),
      ...(unitId ? { unitId } : {}),
      ...(seatId ? { seatId } : {}),
      ...(kind === 'outside' ? { name, ...(address ? { address } : {}) } : {}),
    })),
    ...(content.meeting
      ? { meetingAt: content.meeting.at, meetingPlace: content.meeting.place, meetingChair: content.meeting.chair }
      : {}),
    ...(inReplyTo ? { inReplyTo } : {}),
  }
}

export const letterOf = (content: PlannedContent): Letter => ({
  addressees: [...content.addressees],
  blocks: content.paragraphs.map(({ mark, text }) =>
    mark ? { kind: 'item', mark, runs: [{ text }] } : { kind: 'paragraph', runs: [{ text }] },
  ),
})

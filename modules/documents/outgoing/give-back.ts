import type { Context } from '#platform/acts/context.ts'
import { notInHand } from './hold.ts'
import { type RecordedAct, recordOutgoing } from './record.ts'
import type { OutgoingRowStored } from './rows.ts'
import { tell } from './tell.ts'

/** Nobody is asked any more: the draft went back, or is sent up anew. */
export const dropOpenReviews = ({ tx, agency }: Context, documentId: string) =>
  tx
    .updateTable('outgoing_reviews')
    .set({ state: 'dropped' })
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('state', 'in', ['waiting', 'asked'])
    .execute()

/** Sends a draft back to its author with the reason; an approval that it had is gone. */
export async function giveBack(context: Context, one: RecordedAct, reason: string): Promise<void> {
  const { document } = one
  await dropOpenReviews(context, document.id)
  await tell(context, document, document.drafter_seat_id, 'returned')
  await recordOutgoing(
    context,
    one,
    { after: 'returned', text: reason },
    { ...(await withDrafter(context, document)), ...notApproved, ...notInHand, state_reason: reason },
  )
}

const notApproved = {
  approved_at: null,
  approved_by: null,
  signing_lines: null,
  frozen_file_id: null,
  printed_tail: null,
  signature: 'unsigned',
} as const

/** A draft stands with its author, or his unit when he is no longer there. */
export async function withDrafter(context: Context, document: OutgoingRowStored) {
  const names = await context.ports.agencies.seatNames(context, [document.drafter_seat_id])
  return {
    holder_seat_id: document.drafter_seat_id,
    holder_unit_id: document.drafting_unit_id,
    holder_name: names.get(document.drafter_seat_id)?.fullName ?? '',
  }
}

import type { Context } from '#platform/acts/context.ts'
import { incomingSubject } from './rows.ts'
import type { Place } from './settle.ts'

/**
 * A notice to whoever now has an urgent document before him: what is urgent is submitted and settled at once (NĐ 30/2020
 * Điều 23.1, 24.2). All else stands in his day without one.
 */
export async function tellHolderOfUrgent(
  context: Context,
  document: { readonly id: string; readonly urgency: number; readonly subject: string },
  place: Pick<Place, 'seatId' | 'state'>,
): Promise<void> {
  if (!place.seatId || document.urgency === 0) return
  if (context.actor.kind === 'seat' && context.actor.seatId === place.seatId) return
  await context.notify({
    seatId: place.seatId,
    kind: 'documents.urgent',
    subject: incomingSubject(document.id),
    detail: { urgency: document.urgency, subject: document.subject },
    onceKey: `urgent/${document.id}/${place.state}`,
  })
}

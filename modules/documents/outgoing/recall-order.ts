import type { SeatFacts } from '#modules/agencies/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import type { OutgoingCase } from './case.ts'
import { isUnit } from './signing.ts'

/** Who decided that a document is recalled; another may carry it out in his name. */
export type RecallOrder = { readonly seatId: string; readonly name: string; readonly title: string }

/**
 * Who may order a recall today: the leaders of the body that issued the document, and who signed it. Of a unit with a seal
 * of its own those are the leaders above it. Under one roof the committee's chairman recalls nothing of the council.
 */
export async function possibleOrders(
  context: ActContext,
  { document }: Pick<OutgoingCase, 'document'>,
): Promise<RecallOrder[]> {
  const { agencies } = context.ports
  const [issuer, seats] = await Promise.all([
    agencies.findIssuer(context, document.issuer_id),
    agencies.seatsWhere(context, { role: ['leader', 'office-head', 'unit-head'] }),
  ])
  const leads = ({ role, issuerId }: SeatFacts) =>
    role === 'leader' && (issuerId === document.issuer_id || isUnit(issuer!))
  return seats
    .filter(seat => leads(seat) || seat.id === document.signer_seat_id)
    .map(({ id, fullName, title }) => ({ seatId: id, name: fullName, title }))
}

/**
 * The one in authority who decided: he himself or whom he stands in for; clerk and office head name a leader.
 *
 * @throws documents.RecallOrderMissing, RecallOrderUnfit
 */
export async function recallOrderOf(
  context: ActContext,
  theCase: OutgoingCase,
  orderedBySeatId: string | undefined,
): Promise<RecallOrder> {
  const possible = await possibleOrders(context, theCase)
  const find = (seatId: string) => possible.find(one => one.seatId === seatId)
  const order = orderedBySeatId ? find(orderedBySeatId) : theCase.hats.map(({ hat }) => find(hat.seatId)).find(Boolean)
  if (order) return order
  throw orderedBySeatId ? documentErrors.RecallOrderUnfit() : documentErrors.RecallOrderMissing()
}

/** Who decided a recall, as it stands in the document. */
export async function orderOfRecall(
  context: ActContext,
  { document }: Pick<OutgoingCase, 'document'>,
): Promise<RecallOrder | null> {
  const seatId = document.recall_ordered_by
  if (!seatId) return null
  const named = (await context.ports.agencies.seatNames(context, [seatId])).get(seatId)
  return { seatId, name: named?.fullName ?? '', title: named?.title ?? '' }
}

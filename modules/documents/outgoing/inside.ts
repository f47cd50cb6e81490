import type { Context } from '#platform/acts/context.ts'
import type { RecipientRow } from './rows.ts'

type Inside = Pick<RecipientRow, 'kind' | 'seat_id' | 'unit_id'>

/** Own units and people: they read a document here and get nothing through the exchange. */
export const isInside = ({ kind }: Inside): boolean => kind === 'unit' || kind === 'seat'

/** The seats that are told of a document issued inside, each once: of a unit its head. */
export async function insideSeats(context: Context, recipients: readonly Inside[]): Promise<ReadonlySet<string>> {
  const seats = new Set<string>()
  for (const { seat_id, unit_id } of recipients.filter(isInside)) {
    const seatId = seat_id ?? (await context.ports.agencies.findUnitHead(context, unit_id!))?.id
    if (seatId) seats.add(seatId)
  }
  return seats
}

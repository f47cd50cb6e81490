import type { Context } from '#platform/acts/context.ts'
import type { RecipientRow } from './rows.ts'

type Inside = Pick<RecipientRow, 'kind' | 'seat_id' | 'unit_id'>

/** Own units and people: they read a document here and get nothing through the exchange. */
export const isInside = ({ kind }: Inside): boolean => kind === 'unit' || kind === 'seat'

/** The seats that are told of a document issued inside, each once: of a unit its head. */
export async function insideSeats(context: Context, recipients: readonly Inside[]): Promise<readonly string[]> {
  const inside = recipients.filter(isInside)
  const unitIds = inside.flatMap(({ unit_id }) => unit_id ?? [])
  const heads = await context.ports.agencies.findUnitHeads(context, unitIds)
  return [...new Set(inside.flatMap(({ seat_id, unit_id }) => seat_id ?? heads.get(unit_id!)?.id ?? []))]
}

import type { Context } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import type { RecipientRow } from './rows.ts'

type Named = Pick<RecipientRow, 'name' | 'issuer_id' | 'unit_id' | 'seat_id'>

/**
 * Between draft and dispatch a commune may be merged, a unit closed, a person leave. A document sent there would lie where
 * nobody registers it, so it is not sent at all until the list names who is there; the successor is said where there is one.
 *
 * @throws documents.RecipientGone with the names
 */
export async function refuseGone(context: Context, recipients: readonly Named[]): Promise<void> {
  const gone = await findGoneOf(context, recipients)
  const names = recipients.flatMap(({ name, issuer_id, unit_id, seat_id }) => {
    const found = gone.get(issuer_id ?? unit_id ?? seat_id ?? '')
    return found ? [found.successor ? `${name} (nay thuộc ${found.successor.name})` : name] : []
  })
  if (names.length > 0) throw documentErrors.RecipientGone({ names: names.join('; ') })
}

/** Those of the recipients that are no longer there, by the id of the party. */
export function findGoneOf(context: Context, recipients: readonly Named[]) {
  const ids = (column: 'issuer_id' | 'unit_id' | 'seat_id') => recipients.flatMap(one => one[column] ?? [])
  const [issuerIds, unitIds, seatIds] = [ids('issuer_id'), ids('unit_id'), ids('seat_id')]
  return context.ports.agencies.findGone(context, { issuerIds, unitIds, seatIds })
}
